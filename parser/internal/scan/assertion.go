package scan

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// lookBack is how many tokens are looked at on one side, which bounds the time per
// token.
const lookBack = 32

// IsAsserted reports whether the cue at k states a fact, rather than a possibility, a
// condition or a negation, as in 以免逾期, 如逾期, 逾期将.
func (l *Line) IsAsserted(k int) bool {
	return !l.MeantBefore(k, lexicon.Meaning{Senses: lexicon.Unless | lexicon.Not | lexicon.NotSo}) && !l.isToCome(k)
}

// isToCome reports whether the context of the cue of lateness at k puts it in the
// future: 快逾期, 逾期将, or a clause that begins with 逾期 and continues with its
// consequences.
func (l *Line) isToCome(k int) bool {
	t := &l.Tokens[k]
	switch {
	case t.Left.Has(ToCome), t.Right.Has(MayBe):
		return true
	case t.Right.Has(Recorded), t.Left.Has(Exists):
		return false
	case t.Right.Has(ToCome | Lapses):
		return true
	}
	before := runes.At(l.Runes, int(t.Start)-1)
	return (runes.EndsClause(before) || before == ' ') && t.Right.Has(FollowsFromIt)
}

// MeantBefore reports whether a cue with one of the senses or mentions of m comes before
// the token at k in its clause.
func (l *Line) MeantBefore(k int, m lexicon.Meaning) bool {
	clause := l.Tokens[k].Clause
	for b, n := l.Prev(k), 0; b >= 0 && n < lookBack && l.Tokens[b].Clause == clause; b, n = l.Prev(b), n+1 {
		if l.Tokens[b].Has(m.Senses) || l.Tokens[b].HasMention(m.Mentions) {
			return true
		}
	}
	return false
}
