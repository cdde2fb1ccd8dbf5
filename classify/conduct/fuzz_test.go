package conduct_test

import (
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser"
)

// FuzzBreaches: spans lie in the text on rune boundaries, each breach comes once
// and in order, and the same input gives the same.
func FuzzBreaches(f *testing.F) {
	for _, c := range readCases(f) {
		f.Add(c.text, c.at.Unix(), uint8(c.addressee))
	}
	for i, text := range corpus.Texts(f) {
		f.Add(text, int64(i)*3600, uint8(i%3))
	}
	f.Fuzz(func(t *testing.T, text string, seconds int64, addressee uint8) {
		n, err := parser.Parse(text)
		if err != nil {
			return
		}
		at := time.Unix(seconds, 0)
		got := conduct.Breaches(n, at, identity.Outcome(addressee))
		seen := map[string]bool{}
		for _, b := range got {
			require.False(t, seen[b.Rule])
			seen[b.Rule] = true
			require.NotEmpty(t, b.Source)
			require.NotEmpty(t, b.Explain("en"))
			for i, s := range b.Spans {
				require.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(text))
				require.True(t, utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End])))
				require.True(t, i == 0 || b.Spans[i-1].Start <= s.Start)
			}
		}
		require.Equal(t, got, conduct.Breaches(n, at, identity.Outcome(addressee)))
	})
}
