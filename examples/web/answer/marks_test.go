package answer

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

func TestJoin(t *testing.T) {
	at := func(start, end int, name string) mark {
		return mark{Span: parser.Span{Start: start, End: end}, Tone: "ask", Name: name}
	}
	assert.Equal(t, []mark{at(0, 5, "n"), at(2, 3, "m"), at(5, 6, "n")},
		join([]mark{at(0, 3, "n"), at(2, 3, "m"), at(2, 5, "n"), at(5, 6, "n")}))
	assert.Empty(t, join(nil))
}

// The pieces of every message, joined, are the message, and each find is named once for each
// place.
func TestPieces(t *testing.T) {
	for _, c := range cases(t) {
		text, names := "", 0
		for _, p := range To(c.question("")).Pieces {
			require.NotEmpty(t, p.Text, c.ID)
			require.False(t, p.Tone == "" && p.Names != nil, c.ID)
			text += p.Text
			names += len(p.Names)
		}
		require.Equal(t, c.Text, text, c.ID)
		n, err := parser.Parse(c.Text)
		require.NoError(t, err)
		require.Equal(t, len(marksOf(n)), names, c.ID)
	}
}
