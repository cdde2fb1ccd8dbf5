// Package scan reads a text into a line: its words, and the tokens that mean
// something to the parser, in clauses.
package scan

import (
	"sync"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

// Tables are what a text is read with.
type Tables struct {
	Words   *segment.Segmenter
	Cues    *lexicon.Cues
	Lenders *lexicon.Lenders
}

// Line is a message in words and tokens. It is read-only once Read has made it; the
// next Read uses its memory again.
//
// Its tokens are in order of their start. Of the words that begin at one place the
// longest counts, one with the edges of words on both sides before others, and it
// hides what begins within it; shapes do likewise. A cue with gaps hides nothing and
// is hidden by nothing: it stands before the token that begins with it.
type Line struct {
	fold.Text
	Body       int      // where the runes behind the first signatures begin
	Signatures [][2]int // runes within their brackets, in order
	Tokens     []Token
	Amounts    []number.Amount
	Durations  []calendar.Duration
	Dates      []calendar.Date

	tables *Tables
	plain  []byte  // the folded text
	ends   []int32 // of the words, in bytes of plain
	starts []bool  // starts[i]: a word begins at Runes[i]
	at     []int32 // at[i] is the first token, phrases aside, that begins at Runes[i] or behind it

	last             int   // the last token, phrases aside, -1 if there is none
	clause, sentence int32 // while it is made
}

// Read reads text, which is UTF-8, into l.
func (l *Line) Read(t *Tables, text string) {
	l.Cut(t, text)
	l.frame()
	l.scan()
	l.index()
}

// Cut reads the words of text into l, and nothing else.
func (l *Line) Cut(t *Tables, text string) {
	l.tables = t
	l.Fold(text, t.Cues.Pairs)
	l.cut()
}

// maxKept is the capacity in runes over which a line is not used again.
const maxKept = 8 << 10

var lines = sync.Pool{New: func() any { return new(Line) }}

// Get returns a line to read into.
func Get() *Line { return lines.Get().(*Line) }

// Release gives l back, and leaves nothing of its text in it.
func (l *Line) Release() {
	l.Clear()
	clear(l.plain)
	if cap(l.Runes) <= maxKept {
		lines.Put(l)
	}
}

// index notes for each rune the first token, phrases aside, that begins at it or
// behind it.
func (l *Line) index() {
	n := len(l.Runes) + 1
	if cap(l.at) < n {
		l.at = make([]int32, 2*n)
	}
	l.at = l.at[:n]
	next := int32(len(l.Tokens))
	i := n - 1
	for k := len(l.Tokens) - 1; k >= 0; k-- {
		t := &l.Tokens[k]
		t.next = next
		if t.Phrase {
			continue
		}
		for ; i > int(t.Start); i-- {
			l.at[i] = next
		}
		next = int32(k)
	}
	for ; i >= 0; i-- {
		l.at[i] = next
	}
}

// From returns the first token that begins at rune i or behind it, len(l.Tokens) if
// there is none. Phrases are passed over, as Prev and Next do.
func (l *Line) From(i int) int { return int(l.at[min(i, len(l.Runes))]) }

// Prev returns the token before k, -1 if there is none.
func (l *Line) Prev(k int) int {
	if k == len(l.Tokens) {
		return l.last
	}
	return int(l.Tokens[k].prev)
}

// Next returns the token behind k, which is -1 for the first one; len(l.Tokens) if there
// is none.
func (l *Line) Next(k int) int {
	if k < 0 {
		return l.From(0)
	}
	return int(l.Tokens[k].next)
}

// EndingAt returns the token that ends before rune i, -1 if none does.
func (l *Line) EndingAt(i int) int {
	k := l.Prev(l.From(i))
	if k < 0 || int(l.Tokens[k].End) != i {
		return -1
	}
	return k
}

// TokenAt returns the token that begins at rune i or behind it, nil if there is none.
func (l *Line) TokenAt(i int) *Token {
	if k := l.From(i); k < len(l.Tokens) {
		return &l.Tokens[k]
	}
	return nil
}

// Rune returns the rune at i, 0 beyond either end.
func (l *Line) Rune(i int) rune { return runes.At(l.Runes, i) }

// HasAt reports whether word stands at rune i.
func (l *Line) HasAt(i int, word string) bool { return runes.HasAt(l.Runes, i, word) }

// Contains reports whether r is one of the runes of t.
func (l *Line) Contains(t *Token, r rune) bool {
	for _, c := range l.Runes[t.Start:t.End] {
		if c == r {
			return true
		}
	}
	return false
}
