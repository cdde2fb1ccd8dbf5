package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// reach is the greatest distance between an amount and a cue of its clause, in runes.
const reach = 12

// lookBack is how many tokens are looked at on one side, which bounds the time per
// token. Clauses written for people have fewer.
const lookBack = 32

// cueAfter returns the cue with a role right after the token at k, or -1.
func cueAfter(l *scan.Line, k int) int {
	n := l.Next(k)
	if n >= len(l.Tokens) {
		return -1
	}
	t, next := &l.Tokens[k], &l.Tokens[n]
	if next.Kind != scan.Cue || next.Role == 0 || next.Start-t.End > 2 || next.Clause != t.Clause || l.JointBefore(next.Start) == scan.Holds {
		return -1
	}
	for _, c := range l.Runes[t.End:next.Start] {
		switch c {
		case '的', ' ', '(':
		default:
			return -1
		}
	}
	return n
}

// hasOwnAmount reports whether an amount follows the cue at k with nothing but fillers
// between.
func hasOwnAmount(l *scan.Line, k int) bool {
	n := l.Next(k)
	return n < len(l.Tokens) && l.Tokens[n].IsSum() && l.IsFiller(l.Tokens[k].End, l.Tokens[n].Start)
}

// nearestBefore returns the nearest cue with a role before the token at k in its
// clause, or -1. The cue at taken is skipped, and no other amount may lie between.
func nearestBefore(l *scan.Line, k, taken int) int {
	t := &l.Tokens[k]
	for b := l.Prev(k); b >= 0; b = l.Prev(b) {
		c := &l.Tokens[b]
		if c.Clause != t.Clause || t.Start-c.End > reach || c.IsSum() {
			break
		}
		if c.Kind == scan.Cue && c.Role != 0 && c.End-c.Start > 1 && b != taken {
			return b
		}
	}
	return -1
}

// nearestAfter returns the nearest cue with a role after the token at k in its clause,
// or -1. No other amount may lie between, and the cue may have no amount of its own.
func nearestAfter(l *scan.Line, k int) int {
	t := &l.Tokens[k]
	for b := l.Next(k); b < len(l.Tokens); b = l.Next(b) {
		c := &l.Tokens[b]
		if c.Clause != t.Clause || c.Start-t.End > reach/2 || c.IsSum() {
			break
		}
		if c.Kind == scan.Cue && c.Role != 0 && c.End-c.Start > 1 && l.JointBefore(c.Start) != scan.Holds {
			if hasOwnAmount(l, b) {
				break
			}
			return b
		}
	}
	return -1
}

// roleAfter returns the role of a sum from the terms after it, of which the first is
// the cue at k: 1030元本金及利息. A term with an amount of its own is not one of them.
func roleAfter(l *scan.Line, k int) lexicon.Role {
	role := l.Tokens[k].Role
	for n := l.Next(k); n < len(l.Tokens); k, n = n, l.Next(n) {
		t := &l.Tokens[n]
		if t.Kind != scan.Cue || t.Role == 0 || l.Joint(l.Tokens[k].End, t.Start) != scan.Adds || hasOwnAmount(l, n) {
			break
		}
		role = role.With(t.Role)
	}
	return role
}

// listedRole returns the role of the amount at k in a list such as
// 本金、利息、罚息分别为1000元、50元、20元 or 本金/利息：1000/50元, or 0 if it is in no list. Without a word
// such as 分别 there must be one name for each amount. A list is read up to lookBack
// amounts on each side.
func listedRole(l *scan.Line, k int) lexicon.Role {
	first, before := k, 0
	for before < lookBack {
		p := l.Prev(first)
		if p < 0 || !listed(l, p, first) {
			break
		}
		first, before = p, before+1
	}
	length := before + 1
	for next := k; length < before+lookBack; length++ {
		n := l.Next(next)
		if n >= len(l.Tokens) || !listed(l, next, n) {
			break
		}
		next = n
	}
	at := int(l.Tokens[first].Start)
	for at > 0 && (l.Runes[at-1] == ':' || l.Runes[at-1] == ' ') {
		at--
	}
	if l.Before(scan.BesideSum, at).Has(scan.Respectively) {
		return nthRole(l, first, length, before)
	}
	if length > 1 {
		return nthName(l, first, length, before)
	}
	return 0
}

// nthName returns the role of amount n, from 0, in a list of length amounts that begins
// at the token first, if just as many terms come right before it: 本金+利息：1000+50元.
// Otherwise it returns 0.
func nthName(l *scan.Line, first, length, n int) (role lexicon.Role) {
	k := l.CueBefore(first, l.Tokens[first].Start)
	if k < 0 || l.Tokens[k].Role == 0 {
		return 0
	}
	terms := terms{Line: l, amount: first}
	for i := length - 1; ; i-- {
		if i == n {
			role = l.Tokens[k].Role
		}
		p := termBefore(l, k)
		joined := p >= 0 && terms.joint(p, k) == scan.Adds
		if !joined || i == 0 {
			if joined || i > 0 {
				return 0
			}
			return role
		}
		k = p
	}
}

// nthRole returns the role of amount n, from 0, in a list of length amounts that begins
// at the token first. The cues before the list name the roles in the same order. It
// returns 0 if there are fewer cues than amounts.
func nthRole(l *scan.Line, first, length, n int) lexicon.Role {
	b := l.Prev(first)
	for b >= 0 && l.Tokens[b].Kind == scan.Cue && l.Tokens[b].Role == 0 {
		b = l.Prev(b)
	}
	var roles [2 * lookBack]lexicon.Role // the last one first
	found := 0
	for ; found < length && b >= 0 && l.Tokens[b].Kind == scan.Cue && l.Tokens[b].Role != 0 && l.Tokens[b].Sentence == l.Tokens[first].Sentence; b = l.Prev(b) {
		roles[found] = l.Tokens[b].Role
		found++
	}
	if found < length {
		return 0
	}
	return roles[length-1-n]
}

// listed reports whether the tokens at a and b are neighbouring amounts of one list.
func listed(l *scan.Line, a, b int) bool {
	x, y := &l.Tokens[a], &l.Tokens[b]
	if !x.IsSum() || !y.IsSum() || y.Start-x.End > 3 {
		return false
	}
	marks := 0
	for i := x.End; i < y.Start; i++ {
		if l.Runes[i] == ' ' {
			continue
		}
		if marks++; marks > 2 || !l.After(scan.BesideTerm, int(i)).Has(scan.Listed) {
			return false
		}
	}
	return true
}

// addsOn reports whether something is added to the amount at k: 1000+30元.
func addsOn(l *scan.Line, k int) bool {
	return l.Rune(runes.SkipSpaces(l.Runes, int(l.Tokens[k].End))) == '+'
}

// isChoice reports whether the amount at k is one of several with strokes between:
// 1000/200元.
func isChoice(l *scan.Line, k int) bool {
	p, n := l.Prev(k), l.Next(k)
	return p >= 0 && listed(l, p, k) && l.Runes[l.Tokens[p].End] == '/' ||
		n < len(l.Tokens) && listed(l, k, n) && l.Runes[l.Tokens[k].End] == '/'
}
