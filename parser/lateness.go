package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// isAsserted reports whether the cue at k states a fact: not a possibility, a condition
// or a negation, as in 以免逾期, 如逾期, 逾期将.
func isAsserted(l *scan.Line, k int) bool {
	return !cueBeforeInClause(l, k, lexicon.Unless|lexicon.Not) && !isToCome(l, k)
}

// isAssertedWithValue is isAsserted for a cue with a duration or an amount of its own.
// A condition counts only if it comes right before the cue: 若仍不归还逾期35天的欠款
// states a fact.
func isAssertedWithValue(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	if p := l.Prev(k); p >= 0 {
		if b := &l.Tokens[p]; b.Has(lexicon.Unless|lexicon.Not) && t.Start-b.End <= 4 && b.Clause == t.Clause {
			return false
		}
	}
	return !t.Left.Has(scan.Negated)
}

// isToCome reports whether the context of the cue of lateness at k puts it in the
// future: 快逾期, 逾期将, or a clause that begins with 逾期 and continues with its
// consequences.
func isToCome(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	switch {
	case t.Left.Has(scan.ToCome), t.Right.Has(scan.MayBe):
		return true
	case t.Right.Has(scan.Recorded), t.Left.Has(scan.Exists):
		return false
	case t.Right.Has(scan.ToCome | scan.Lapses):
		return true
	}
	before := runes.At(l.Runes, int(t.Start)-1)
	return (runes.EndsClause(before) || before == ' ') && t.Right.Has(scan.FollowsFromIt)
}

// cueBeforeInClause reports whether a cue with one of the senses comes before the token
// at k in its clause.
func cueBeforeInClause(l *scan.Line, k int, s lexicon.Sense) bool {
	return meantBeforeInClause(l, k, lexicon.Meaning{Senses: s})
}

// meantBeforeInClause reports whether a cue with one of the senses or mentions of m
// comes before the token at k in its clause.
func meantBeforeInClause(l *scan.Line, k int, m lexicon.Meaning) bool {
	clause := l.Tokens[k].Clause
	for b, n := l.Prev(k), 0; b >= 0 && n < lookBack && l.Tokens[b].Clause == clause; b, n = l.Prev(b), n+1 {
		if l.Tokens[b].Has(m.Senses) || l.Tokens[b].HasMention(m.Mentions) {
			return true
		}
	}
	return false
}
