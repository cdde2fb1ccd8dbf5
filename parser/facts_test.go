package parser

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// TestFactsTwice looks at each line twice: finders write nothing into it, and find the
// same again, whatever was made of what they found before.
func TestFactsTwice(t *testing.T) {
	for _, text := range corpus.Texts(t) {
		l := new(scan.Line)
		l.Read(&standard().tables, text)
		tokens, amounts, durations, dates := slices.Clone(l.Tokens), slices.Clone(l.Amounts), slices.Clone(l.Durations), slices.Clone(l.Dates)
		runes, signatures, body := slices.Clone(l.Runes), slices.Clone(l.Signatures), l.Body

		first, again := findFacts(l, nil), findFacts(l, nil)
		require.Equal(t, first, again, text)
		kind := kindOf(l, &first)
		notice := first.notice(l, kind)
		require.Equal(t, kind, kindOf(l, &again), text)
		require.Equal(t, notice, again.notice(l, kind), text)
		third := findFacts(l, nil)
		require.Equal(t, notice, third.notice(l, kind), text)

		require.Equal(t, tokens, l.Tokens, text)
		require.Equal(t, amounts, l.Amounts, text)
		require.Equal(t, durations, l.Durations, text)
		require.Equal(t, dates, l.Dates, text)
		require.Equal(t, signatures, l.Signatures, text)
		require.Equal(t, runes, l.Runes, text)
		require.Equal(t, body, l.Body, text)
	}
}
