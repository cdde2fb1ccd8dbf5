package parser

import (
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// TestFactsTwice looks at each line twice: finders write nothing into it, and find the
// same again, whatever was made of their first findings.
func TestFactsTwice(t *testing.T) {
	for i, text := range corpus.Texts(t) {
		same := func(what string, want, got any) {
			t.Helper()
			require.True(t, reflect.DeepEqual(want, got), "text %d: %s", i, what)
		}
		l := new(scan.Line)
		l.Read(&standard().tables, text)
		tokens, amounts, durations, dates := slices.Clone(l.Tokens), slices.Clone(l.Amounts), slices.Clone(l.Durations), slices.Clone(l.Dates)
		runes, signatures, body := slices.Clone(l.Runes), slices.Clone(l.Signatures), l.Body

		first, again := findFacts(l, nil), findFacts(l, nil)
		same("facts", first, again)
		notice := first.notice(l, lexicon.ForDebt)
		same("notice", notice, again.notice(l, lexicon.ForDebt))
		third := findFacts(l, nil)
		same("notice afterwards", notice, third.notice(l, lexicon.ForDebt))

		same("tokens", tokens, l.Tokens)
		same("amounts", amounts, l.Amounts)
		same("durations", durations, l.Durations)
		same("dates", dates, l.Dates)
		same("signatures", signatures, l.Signatures)
		same("runes", runes, l.Runes)
		same("body", body, l.Body)
	}
}
