package answer

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

func TestCut(t *testing.T) {
	at := func(start, end int, tone, name string) mark {
		return mark{parser.Span{Start: start, End: end}, tone, name}
	}
	for _, c := range []struct {
		name, text string
		marks      []mark
		want       []Piece
	}{
		{"nothing found", "abc", nil, []Piece{{Text: "abc"}}},
		{"no text", "", nil, nil},
		{"all of it", "abc", []mark{at(0, 3, "who", "n")}, []Piece{{"abc", "who", []string{"n"}}}},
		{"in the middle", "abc", []mark{at(1, 2, "who", "n")}, []Piece{{Text: "a"}, {"b", "who", []string{"n"}}, {Text: "c"}}},
		{"one place, two names", "ab", []mark{at(0, 1, "ask", "n"), at(0, 1, "threat", "m")}, []Piece{{"a", "ask", []string{"n", "m"}}, {Text: "b"}}},
		{"one in the other", "abcd", []mark{at(0, 4, "threat", "n"), at(1, 2, "time", "m")}, []Piece{
			{"a", "threat", nil}, {"b", "time", []string{"m"}}, {"cd", "threat", []string{"n"}},
		}},
		{"one over the end of the other", "abc", []mark{at(0, 2, "ask", "n"), at(1, 3, "reach", "m")}, []Piece{
			{"a", "ask", nil}, {"b", "ask", []string{"n"}}, {"c", "reach", []string{"m"}},
		}},
		{"side by side", "ab", []mark{at(0, 1, "ask", "n"), at(1, 2, "ask", "n")}, []Piece{{"a", "ask", []string{"n"}}, {"b", "ask", []string{"n"}}}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, cut(c.text, c.marks)) })
	}
}

func TestJoin(t *testing.T) {
	at := func(start, end int, name string) mark { return mark{parser.Span{Start: start, End: end}, "ask", name} }
	assert.Equal(t, []mark{at(0, 5, "n"), at(2, 3, "m"), at(5, 6, "n")},
		join([]mark{at(0, 3, "n"), at(2, 3, "m"), at(2, 5, "n"), at(5, 6, "n")}))
	assert.Empty(t, join(nil))
}

// The pieces of every message are the message, and what was found is named once
// for each place.
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
