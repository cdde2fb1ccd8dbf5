package calendar

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// TestCompoundTable walks the table: in its sample the number before each word
// counts time, or is a rate, as the row says. With the word's first sign alone it
// is one.
func TestCompoundTable(t *testing.T) {
	reads := func(text string) bool {
		r := []rune(text)
		return durationReader(r, 0) > 0 || ReadRate(r, 0) > 0
	}
	for _, cells := range readertest.Table(t, compoundTable, 3, 0) {
		word, says, sample := cells[0], cells[1], cells[2]
		before, _, ok := strings.Cut(sample, word)
		require.True(t, ok, sample)
		assert.True(t, reads(before+string([]rune(word)[:1])), "%s without the word", sample)
		assert.Equal(t, says == "length", reads(sample), sample)
		assert.Equal(t, says == "length", reads(before+word), sample)
	}
}
