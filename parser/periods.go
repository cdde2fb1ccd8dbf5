package parser

import (
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// isOwedPeriods reports whether the instalments at k, a Duration, are those that are past due,
// though no cue of lateness leads up to them.
func isOwedPeriods(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	if d := &l.Durations[t.Ref]; d.Unit != calendar.Period || d.Nth {
		return false
	}
	return followsLateness(l, k) || t.Left.Has(scan.Exists) && isOwedInClause(l, k) || isOwedSum(l, k)
}

// followsLateness reports whether the instalments at k come right after how long the debt is past
// due: 逾期52天、2期; 逾期26天，共2期.
func followsLateness(l *scan.Line, k int) bool {
	p := l.Prev(k)
	if p < 0 || l.Tokens[p].Kind != scan.Duration || l.Tokens[k].Start-l.Tokens[p].End > 3 {
		return false
	}
	return l.Durations[l.Tokens[p].Ref].Unit != calendar.Period && isOverdue(l, p)
}

// isOwedInClause reports whether the clause of the instalments at k, of which there are so many,
// goes on to say that they are past due, or owed: 有1期账单逾期; 存在2期欠款.
func isOwedInClause(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	for b := l.Next(k); b < len(l.Tokens) && l.Tokens[b].Clause == t.Clause && l.Tokens[b].Start-t.End <= 2*reach; b = l.Next(b) {
		c := &l.Tokens[b]
		switch {
		case saysLate(c):
			return isAssertedWithValue(l, b)
		case c.Has(lexicon.Owes) && c.Start == t.End:
			return true
		case c.Kind == scan.Duration && l.Durations[c.Ref].Unit == calendar.Period:
			return false
		}
	}
	return false
}

// isOwedSum reports whether the sum of the instalments at k comes right after them, and then that
// it is past due: 1期3980元未按期归还.
func isOwedSum(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	sum := l.Next(k)
	if sum >= len(l.Tokens) || l.Tokens[sum].Kind != scan.Amount || l.Tokens[sum].Start != t.End {
		return false
	}
	late := l.Next(sum)
	return late < len(l.Tokens) && l.Tokens[late].Clause == t.Clause && l.Tokens[late].Start-l.Tokens[sum].End <= 3 &&
		saysLate(&l.Tokens[late]) && isAssertedWithValue(l, late)
}
