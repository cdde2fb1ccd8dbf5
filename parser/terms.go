package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// terms looks for the terms whose sum is the amount after them.
type terms struct {
	*scan.Line
	amount int  // the token of the amount
	summed bool // a word for a sum follows them
}

// role returns the role of the sum, whose last term is the cue at k. What is added to
// a debt, 欠款及罚息, is part of it, and so is what the debt is said to include, 欠款含罚息.
// joint reports whether there is another term.
func (t *terms) role(k int) (role lexicon.Role, joint bool) {
	role = t.Tokens[k].Role
	for n := 0; n < lookBack; n++ {
		p := termBefore(t.Line, k)
		if p < 0 {
			break
		}
		switch t.joint(p, k) {
		case scan.Holds:
			role = t.Tokens[p].Role
		case scan.Adds:
			role = t.Tokens[p].Role.With(role)
		default:
			if b := &t.Tokens[p]; (joint || b.Role == roleRepaid()) && b.End == t.Tokens[k].Start && b.Role.IsAside() {
				return b.Role, true // 减免利息及罚息, 已还本息
			}
			return role, joint
		}
		k, joint = p, true
	}
	if !joint && t.summed && t.JointBefore(t.Tokens[k].Start) != 0 && !t.amongOthers() {
		return roleTotal(), true // 您已逾期，连同罚息共1030元
	}
	return role, joint
}

// joint returns how the cue at p and the next term, at k, belong together. If their
// sum follows, the included term has an amount of its own: 欠款含罚息30元共1030元.
func (t *terms) joint(p, k int) scan.Joint {
	b, c := &t.Tokens[p], &t.Tokens[k]
	j := t.Joint(b.End, c.Start)
	switch {
	case j == scan.Holds && t.isPart():
		return 0
	case j == 0 && c.Start-b.End == 1 && b.Role.IsTerm() && c.Role.IsTerm() && t.lists(t.Runes[b.End]):
		return scan.Adds // 本金 利息 罚息1030元
	}
	return j
}

// lists reports whether c may separate terms. The end of a clause may if a word for a
// sum follows the last term: 本金，利息，罚息总计1030元.
func (t *terms) lists(c rune) bool {
	return !runes.IsWord(c) && !runes.EndsSentence(c) && (t.summed || !runes.EndsClause(c))
}

// isPart reports whether a larger amount follows in the sentence.
func (t *terms) isPart() bool {
	a := &t.Tokens[t.amount]
	for n, i := t.Next(t.amount), 0; n < len(t.Tokens) && i < lookBack && t.Tokens[n].Sentence == a.Sentence; n, i = t.Next(n), i+1 {
		if c := &t.Tokens[n]; c.IsSum() && t.Amounts[c.Ref].Fen > t.Amounts[a.Ref].Fen {
			return true
		}
	}
	return false
}

// amongOthers reports whether there is another amount in the sentence, before the sum,
// or a larger one after it.
func (t *terms) amongOthers() bool {
	a := &t.Tokens[t.amount]
	for b, i := t.Prev(t.amount), 0; b >= 0 && i < lookBack && t.Tokens[b].Sentence == a.Sentence; b, i = t.Prev(b), i+1 {
		if t.Tokens[b].IsSum() {
			return true
		}
	}
	return t.isPart()
}

// termBefore returns the cue with a role before the one at k, with no amount between,
// or -1.
func termBefore(l *scan.Line, k int) int {
	p := l.Prev(k)
	for p >= 0 && l.Tokens[p].Kind == scan.Cue && l.Tokens[p].Role == 0 {
		p = l.Prev(p)
	}
	if p < 0 || l.Tokens[p].Kind != scan.Cue {
		return -1
	}
	return p
}
