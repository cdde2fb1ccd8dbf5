package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// reach is how far from an amount a cue of its clause may stand, in runes.
const reach = 12

// lookBack is how many tokens of a clause are looked at on one side: more than any
// clause that is written for people has.
const lookBack = 32

// cueBehind returns the cue with a role right behind the token at k, -1 if there is
// none.
func cueBehind(l *scan.Line, k int) int {
	n := l.Next(k)
	if n >= len(l.Tokens) {
		return -1
	}
	t, next := &l.Tokens[k], &l.Tokens[n]
	if next.Kind != scan.Cue || next.Role == 0 || next.Start-t.End > 2 || next.Clause != t.Clause {
		return -1
	}
	for _, c := range l.Runes[t.End:next.Start] {
		switch c {
		case '的', ' ', '(', '已', '仍', '尚':
		default:
			return -1
		}
	}
	return n
}

// hasOwnAmount reports whether the cue at k stands right before an amount.
func hasOwnAmount(l *scan.Line, k int) bool {
	n := l.Next(k)
	return n < len(l.Tokens) && l.Tokens[n].IsSum() && l.IsFiller(l.Tokens[k].End, l.Tokens[n].Start)
}

// nearestBefore returns the nearest cue with a role, but not the one that is taken,
// before the token at k in its clause, no other amount between; -1 if there is none.
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

// nearestBehind returns the nearest cue with a role behind the token at k in its
// clause, no other amount between or behind it; -1 if there is none.
func nearestBehind(l *scan.Line, k int) int {
	t := &l.Tokens[k]
	for b := l.Next(k); b < len(l.Tokens); b = l.Next(b) {
		c := &l.Tokens[b]
		if c.Clause != t.Clause || c.Start-t.End > reach/2 || c.IsSum() {
			break
		}
		if c.Kind == scan.Cue && c.Role != 0 && c.End-c.Start > 1 {
			if hasOwnAmount(l, b) {
				break
			}
			return b
		}
	}
	return -1
}

// listedRole returns the role of the amount at k in a list such as 本金、利息、罚息分别为
// 1000元、50元、20元; 0 if it is in none. No list is longer than lookBack.
func listedRole(l *scan.Line, k int) lexicon.Role {
	first, before := k, 0
	for before < lookBack {
		p := l.Prev(first)
		if p < 0 || !listed(l, p, first) {
			break
		}
		first, before = p, before+1
	}
	at := int(l.Tokens[first].Start)
	for at > 0 && (l.Runes[at-1] == ':' || l.Runes[at-1] == ' ') {
		at--
	}
	if !l.Before(scan.BesideSum, at).Has(scan.Respectively) {
		return 0
	}
	length := before + 1
	for next := k; length < before+lookBack; length++ {
		n := l.Next(next)
		if n >= len(l.Tokens) || !l.Tokens[n].IsSum() || !listed(l, next, n) {
			break
		}
		next = n
	}
	return nthRole(l, first, length, before)
}

// nthRole returns the role of the amount n of a list of as many as length that begins
// at first: the cues with a role that end before it stand in the same order.
func nthRole(l *scan.Line, first, length, n int) lexicon.Role {
	b := l.Prev(first)
	for b >= 0 && l.Tokens[b].Kind == scan.Cue && l.Tokens[b].Role == 0 {
		b = l.Prev(b)
	}
	var roles [2 * lookBack]lexicon.Role // from the last
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

// listed reports whether the tokens at a and b are amounts of one list.
func listed(l *scan.Line, a, b int) bool {
	x, y := &l.Tokens[a], &l.Tokens[b]
	if !x.IsSum() || y.Start-x.End > 2 {
		return false
	}
	for i := x.End; i < y.Start; i++ {
		if l.Runes[i] != ' ' && !l.After(scan.BesideTerm, int(i)).Has(scan.Listed) {
			return false
		}
	}
	return true
}
