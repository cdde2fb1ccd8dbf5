// Package scan reads a text into a line: its words, and its tokens in clauses.
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

// Tables are the tables with which a text is read. All fields must be set.
type Tables struct {
	Words   *segment.Segmenter
	Cues    *lexicon.Cues
	Lenders *lexicon.Lenders
}

// Line is a message in words and tokens. It is read-only after Read, and the next Read
// reuses its memory. Before Read it is empty; after Cut it has only words.
//
// Tokens are sorted by start. Of the cue words that begin at one rune the longest wins,
// except that a word with word boundaries at both ends wins over others. The winner hides
// every token that would begin within it, and so does a shape. A phrase, which is a cue
// with gaps, hides nothing and is never hidden: it comes before the other token that
// begins at its first rune.
type Line struct {
	fold.Text
	Body       int      // the rune after the opening signatures
	Signatures [][2]int // the runes between their brackets, as [start, end), in order
	Tokens     []Token
	Amounts    []number.Amount
	Durations  []calendar.Duration
	Dates      []calendar.Date

	tables *Tables
	ends   []int32 // ends of the words
	starts []bool  // starts[i]: a word begins at Runes[i]
	at     []int32 // at[i] is the first token, phrases excluded, that begins at Runes[i] or later

	last             int   // the last token, phrases excluded, or -1
	clause, sentence int32 // counted during the scan
	heading          heading
}

// Read reads text, which must be UTF-8, into l.
func (l *Line) Read(t *Tables, text string) {
	l.Cut(t, text)
	l.frame()
	l.scan()
	l.index()
}

// Cut cuts text, which must be UTF-8, into the words of l, and reads no tokens.
func (l *Line) Cut(t *Tables, text string) {
	l.tables = t
	l.Fold(text, t.Cues.Pairs, t.Words.Knows, units{})
	l.cut()
}

// units are the units of sums and of times.
type units struct{}

func (units) Counts(c rune) bool { return number.IsUnit(c) }

func (units) GoesOn(left, right []rune) bool {
	return number.UnitGoesOn(left, right) || calendar.UnitGoesOn(left, right)
}

// maxKept is the capacity, in runes, of the largest line that is reused.
const maxKept = 8 << 10

var lines = sync.Pool{New: func() any { return new(Line) }}

// Get returns a line to read into. Its contents are undefined before Read or Cut.
func Get() *Line { return lines.Get().(*Line) }

// Release erases what l has of its text, forgets its tables, and lets it be reused. l must
// not be used afterwards.
func (l *Line) Release() {
	l.Clear()
	clear(l.Amounts)
	clear(l.Durations)
	clear(l.Dates)
	l.tables = nil
	if cap(l.Runes) <= maxKept {
		lines.Put(l)
	}
}

// index fills in at, and next of each token.
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

// From returns the first token that begins at rune i or later, len(l.Tokens) if there
// is none. Like Prev and Next it skips phrases.
func (l *Line) From(i int) int { return int(l.at[min(i, len(l.Runes))]) }

// Prev returns the token before k, or -1.
func (l *Line) Prev(k int) int {
	if k == len(l.Tokens) {
		return l.last
	}
	return int(l.Tokens[k].prev)
}

// Next returns the token after k, len(l.Tokens) if there is none. Next(-1) is the first
// token.
func (l *Line) Next(k int) int {
	if k < 0 {
		return l.From(0)
	}
	return int(l.Tokens[k].next)
}

// EndingAt returns the token that ends before rune i, or -1.
func (l *Line) EndingAt(i int) int {
	k := l.Prev(l.From(i))
	if k < 0 || int(l.Tokens[k].End) != i {
		return -1
	}
	return k
}

// TokenAt returns the first token that begins at rune i or later, or nil.
func (l *Line) TokenAt(i int) *Token {
	if k := l.From(i); k < len(l.Tokens) {
		return &l.Tokens[k]
	}
	return nil
}

// Rune returns the rune at i, or 0 if i is out of range.
func (l *Line) Rune(i int) rune { return runes.At(l.Runes, i) }

// HasAt reports whether the runes at i begin with word.
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
