// Package marked cuts a text at the bounds of what was found in it.
package marked

import (
	"slices"

	"github.com/dunsms/dunsms/parser"
)

// Mark is something that was found in a text.
type Mark struct {
	Span parser.Span
	Tone string // the sort of thing found
	Name string
}

// Piece is a stretch of the text that is under the same marks throughout. The pieces of a text,
// joined, are the text.
type Piece struct {
	Text string `json:"text"`
	// Tone is the tone of the shortest mark over the piece, "" if there is none.
	Tone string `json:"tone,omitempty"`
	// Names are the names of the marks that end with this piece, each once.
	Names []string `json:"names,omitempty"`
}

// Cut cuts a text where a mark begins or ends. The marks must be in the order in which they begin.
func Cut(text string, marks []Mark) []Piece {
	bounds := append(make([]int, 0, 2*len(marks)+2), 0, len(text))
	for _, m := range marks {
		bounds = append(bounds, m.Span.Start, m.Span.End)
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)

	if text == "" {
		return nil
	}
	pieces := make([]Piece, 0, len(bounds))
	var open []Mark
	for i, start := range bounds[:len(bounds)-1] {
		end := bounds[i+1]
		open = slices.DeleteFunc(open, func(m Mark) bool { return m.Span.End <= start })
		for len(marks) > 0 && marks[0].Span.Start <= start {
			open = append(open, marks[0])
			marks = marks[1:]
		}
		p := Piece{Text: text[start:end]}
		shortest := len(text) + 1
		for _, m := range open {
			if length := m.Span.End - m.Span.Start; length < shortest {
				p.Tone, shortest = m.Tone, length
			}
			if m.Span.End == end && !slices.Contains(p.Names, m.Name) {
				p.Names = append(p.Names, m.Name)
			}
		}
		pieces = append(pieces, p)
	}
	return pieces
}
