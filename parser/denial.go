package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// isDenied reports whether the cue at k is turned round: 勿 and the like stand before it
// in its clause or within it, or the clause behind it says 请勿理会.
func isDenied(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	for b, n := l.Prev(k), 0; b >= 0 && n < lookBack && l.Tokens[b].Clause == t.Clause; b, n = l.Prev(b), n+1 {
		if denies(l, b) {
			return true
		}
	}
	first := k
	if t.Phrase {
		first = l.Next(k)
	}
	for b, n := first, 0; b < len(l.Tokens) && n < lookBack && l.Tokens[b].Clause <= t.Clause+1; b, n = l.Next(b), n+1 {
		c := &l.Tokens[b]
		if !denies(l, b) {
			continue
		}
		if c.Start < t.End || c.Clause == t.Clause && t.Mentions&lexicon.AskGiveCode != 0 || isDismissed(l, int(c.End)) {
			return true
		}
	}
	return false
}

// denies reports whether the cue at k turns an ask round. A bare 不 does not:
// 不转到支付宝就….
func denies(l *scan.Line, k int) bool {
	c := &l.Tokens[k]
	return c.Has(lexicon.Not) && !(c.End-c.Start == 1 && l.Runes[c.Start] == '不')
}

// isDismissed reports whether what a denial that ends at rune i speaks of is to be
// passed over.
func isDismissed(l *scan.Line, i int) bool {
	return l.After(scan.BesideDenial, i).Has(scan.Dismissed) || l.Before(scan.BesideDenial, i).Has(scan.Dismissed)
}

// clauseSays reports whether a cue in the clause of the token at k has one of the
// mentions.
func clauseSays(l *scan.Line, k int, m lexicon.Mention) bool {
	clause := l.Tokens[k].Clause
	for b, n := l.Prev(k), 0; b >= 0 && n < lookBack && l.Tokens[b].Clause == clause; b, n = l.Prev(b), n+1 {
		if l.Tokens[b].Says(m) {
			return true
		}
	}
	for b, n := k, 0; b < len(l.Tokens) && n < lookBack && l.Tokens[b].Clause == clause; b, n = l.Next(b), n+1 {
		if !l.Tokens[b].Phrase && l.Tokens[b].Says(m) {
			return true
		}
	}
	return false
}
