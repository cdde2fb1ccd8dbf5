package marked

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser"
)

func TestCut(t *testing.T) {
	at := func(start, end int, tone, name string) Mark {
		return Mark{parser.Span{Start: start, End: end}, tone, name}
	}
	for _, c := range []struct {
		name, text string
		marks      []Mark
		want       []Piece
	}{
		{"nothing found", "abc", nil, []Piece{{Text: "abc"}}},
		{"no text", "", nil, nil},
		{"all of it", "abc", []Mark{at(0, 3, "who", "n")}, []Piece{{"abc", "who", []string{"n"}}}},
		{"in the middle", "abc", []Mark{at(1, 2, "who", "n")}, []Piece{{Text: "a"}, {"b", "who", []string{"n"}}, {Text: "c"}}},
		{"one place, two names", "ab", []Mark{at(0, 1, "ask", "n"), at(0, 1, "threat", "m")}, []Piece{{"a", "ask", []string{"n", "m"}}, {Text: "b"}}},
		{"one in the other", "abcd", []Mark{at(0, 4, "threat", "n"), at(1, 2, "time", "m")}, []Piece{
			{"a", "threat", nil}, {"b", "time", []string{"m"}}, {"cd", "threat", []string{"n"}},
		}},
		{"one over the end of the other", "abc", []Mark{at(0, 2, "ask", "n"), at(1, 3, "reach", "m")}, []Piece{
			{"a", "ask", nil}, {"b", "ask", []string{"n"}}, {"c", "reach", []string{"m"}},
		}},
		{"side by side", "ab", []Mark{at(0, 1, "ask", "n"), at(1, 2, "ask", "n")}, []Piece{{"a", "ask", []string{"n"}}, {"b", "ask", []string{"n"}}}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, Cut(c.text, c.marks)) })
	}
}

// TestGrowth cuts a text with a mark in every other byte.
func TestGrowth(t *testing.T) {
	growth.Linear(t, "marks", []string{"pieces"}, func(size int) []time.Duration {
		var marks []Mark
		for i := 0; i+16 <= size; i += 16 {
			marks = append(marks, Mark{parser.Span{Start: i, End: i + 9}, "ask", "n"})
		}
		text := growth.Fill("a", size)
		return growth.Time(func() { assert.NotEmpty(t, Cut(text, marks)) })
	})
}
