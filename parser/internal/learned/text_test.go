package learned

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/scan"
)

// TestSimple: symbolAt returns each simple rune as it is.
func TestSimple(t *testing.T) {
	l := new(scan.Line)
	for c := rune(firstSimple); c <= unicode.MaxRune; c++ {
		l.Runes = append(l.Runes[:0], c, c)
		s, end := symbolAt(l, &Text{}, 0)
		require.Equal(t, symbol(c), s)
		require.Equal(t, 1, end)
	}
}
