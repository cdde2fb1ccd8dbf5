package shape

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// TestNeighbourTable walks the table: each word says in its sample what its place
// in the table says, and without it the sample says otherwise.
func TestNeighbourTable(t *testing.T) {
	for _, cells := range readertest.Table(t, neighbourTable, 3, 1) {
		place, word, sample := cells[0], cells[1], cells[2]
		without := strings.ReplaceAll(sample, word, "某")
		assert.Contains(t, sample, word)
		assert.True(t, place == "link" || len([]rune(word)) == 1, "%s: one character", word)
		switch place {
		case "link":
			assert.Equal(t, []string{"捷信.com"}, readertest.Pieces(sample, findLink), sample)
			assert.Equal(t, []string{"某捷信.com"}, readertest.Pieces(without, findLink), without)
		case "sum":
			assert.Empty(t, readertest.Pieces(sample, readertest.Reader(phoneReader).Find), sample)
			assert.Equal(t, []string{"95588"}, readertest.Pieces("某95588", readertest.Reader(phoneReader).Find))
			assert.Equal(t, []string{"95588"}, readertest.Pieces(without, readertest.Reader(phoneReader).Find), without)
		case "call":
			text := strings.Replace(sample, "95588", "金额95588", 1)
			assert.Equal(t, []string{"95588"}, readertest.Pieces(text, readertest.Reader(phoneReader).Find), text)
			text = strings.Replace(without, "95588", "金额95588", 1)
			assert.Empty(t, readertest.Pieces(text, readertest.Reader(phoneReader).Find), text)
		case "goes on":
			assert.Equal(t, []string{"jiexin.公司"}, readertest.Pieces(sample, findLink), sample)
			assert.Empty(t, readertest.Pieces("登录jiexin.公司某", findLink))
		}
	}
}
