package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// isAssertedWithValue is IsAsserted for a cue with a duration or an amount of its own.
// A condition counts only if it comes right before the cue: 若仍不归还逾期35天的欠款 states a
// fact.
func isAssertedWithValue(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	if p := l.Prev(k); p >= 0 {
		if b := &l.Tokens[p]; b.Has(lexicon.Unless|lexicon.Not|lexicon.NotSo) && t.Start-b.End <= 4 && b.Clause == t.Clause {
			return false
		}
	}
	return !t.Left.Has(scan.Negated)
}
