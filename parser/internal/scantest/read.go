// Package scantest reads texts into lines for tests. Only tests import it.
package scantest

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

// Tables returns the embedded tables.
var Tables = sync.OnceValue(func() *scan.Tables {
	words, err := segment.NewDictionary(lexicon.BuiltinWords).Segmenter(nil)
	if err != nil {
		panic(err)
	}
	cues, _ := lexicon.Builtin()
	return &scan.Tables{Words: words, Cues: cues, Lenders: lexicon.BuiltinLenders()}
})

// Read returns the line of a text.
func Read(text string) *scan.Line {
	l := new(scan.Line)
	l.Read(Tables(), text)
	return l
}

// ReadMarked returns the line of a text without the marks ‹ and ›, and the runes
// [start, end) between them.
func ReadMarked(t testing.TB, text string) (l *scan.Line, start, end int) {
	t.Helper()
	before, rest, opened := strings.Cut(text, "‹")
	piece, after, closed := strings.Cut(rest, "›")
	require.True(t, opened && closed, "%s: no piece is marked", text)
	l = Read(before + piece + after)
	at := func(offset int) int {
		i, found := slices.BinarySearch(l.Start, int32(offset))
		require.True(t, found || offset == len(l.Source), "%s: a mark within what folds to one rune", text)
		return i
	}
	return l, at(len(before)), at(len(before) + len(piece))
}
