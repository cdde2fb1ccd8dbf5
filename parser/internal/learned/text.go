package learned

import (
	"slices"
	"sort"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// symbol is a rune, or a number beyond the runes that stands for a whole value.
type symbol uint32

// The symbols that are not runes. Values teach nothing: 500元 and 1,200元 are the same piece
// of text.
const (
	edge   symbol = 0x110000 + iota // the beginning and the end of the text
	digits                          // a run of digits that is not part of something else
	mask                            // a run of masks
	latin                           // a long run of letters
	name                            // the debtor's name
	lender                          // a lender in the table
	added                           // a cue of the caller's, see read
	token                           // token + kind stands for a token of that kind
)

// The symbols of durations, by unit.
const duration = token + 64

// longestLatin is the length of the longest Latin word that is read letter by letter.
const longestLatin = 6

// Text says where a message is read as one symbol, in runes.
type Text struct {
	Name, Lender [2]int // [start, end); empty if there is none, or the lender is not in the table
}

// read fills in the symbols of l. A caller's cue is read as a text with the same meaning,
// because the model does not know the cue's own words.
func (r *Reading) read(l *scan.Line, t *Text) {
	r.symbols, r.starts = r.symbols[:0], r.starts[:0]
	r.add(edge, 0)
	i, past := 0, 0 // past the rune at which the last token begins
	for k := range l.Tokens {
		token := &l.Tokens[k]
		if token.Phrase {
			if token.Added {
				i = r.plain(l, t, i, past)
				r.example(token)
			}
			continue
		}
		start := int(token.Start)
		past = start + 1
		s := symbolOf(l, token)
		if s == 0 {
			continue
		}
		if i = r.plain(l, t, i, start); i > start || t.beginsAt(i) {
			continue
		}
		if s == added {
			r.example(token)
		} else {
			r.add(s, i)
		}
		i = int(token.End)
	}
	r.plain(l, t, i, len(l.Runes))
	r.add(edge, len(l.Runes))
	r.starts = append(r.starts, int32(len(l.Runes)))
}

// beginsAt reports whether the name or the lender begins at rune i.
func (t *Text) beginsAt(i int) bool {
	return i == t.Name[0] && t.Name[1] > i || i == t.Lender[0] && t.Lender[1] > i
}

// plain adds the symbols of runes [i, end), which are in no token or in one that is read
// rune by rune. It returns the end of the last symbol, which may be beyond end.
func (r *Reading) plain(l *scan.Line, t *Text, i, end int) int {
	for i < end {
		if i = r.simple(l, t, i, end); i >= end {
			break
		}
		s, next := symbolAt(l, t, i)
		if s != ' ' {
			r.add(s, i)
		}
		i = next
	}
	return i
}

// firstSimple is the first rune from which on each is a symbol: Chinese characters and
// their punctuation marks.
const firstSimple = 0x3000

// simple adds runes from i on that are symbols, as most are, and returns their end. It
// does for them what symbolAt does.
func (r *Reading) simple(l *scan.Line, t *Text, i, end int) int {
	n, most := len(r.symbols), len(r.symbols)+end-i
	symbols, starts := slices.Grow(r.symbols, end-i)[:most], slices.Grow(r.starts, end-i)[:most]
	for _, c := range l.Runes[i:end] {
		if c < firstSimple || i == t.Name[0] || i == t.Lender[0] {
			break
		}
		symbols[n], starts[n] = symbol(c), int32(i)
		n++
		i++
	}
	r.symbols, r.starts = symbols[:n], starts[:n]
	return i
}

// example adds the symbols of a text with the meaning of t.
func (r *Reading) example(t *scan.Token) {
	for text := range t.Example() {
		for _, c := range text {
			r.add(symbol(c), int(t.Start))
		}
	}
}

func (r *Reading) add(s symbol, at int) {
	r.symbols = append(r.symbols, s)
	r.starts = append(r.starts, int32(at))
}

// symbolAt returns the symbol at rune i, where no token begins, and its end.
func symbolAt(l *scan.Line, t *Text, i int) (s symbol, end int) {
	switch {
	case i == t.Name[0] && t.Name[1] > i:
		return name, t.Name[1]
	case i == t.Lender[0] && t.Lender[1] > i:
		return lender, t.Lender[1]
	}
	c, end := l.Runes[i], i+1
	switch {
	case c == '\n' || c == ' ':
		return ' ', end
	case runes.IsDigit(c):
		return digits, runes.DigitsEnd(l.Runes, end)
	case runes.IsMask(c):
		for l.Rune(end) == c {
			end++
		}
		return mask, end
	case runes.IsLetter(c):
		for runes.LetterAt(l.Runes, end) {
			end++
		}
		if end-i > longestLatin {
			return latin, end
		}
		return symbol(c), i + 1
	}
	return symbol(c), end
}

// symbolOf returns the symbol of t, or 0 if t is read rune by rune.
func symbolOf(l *scan.Line, t *scan.Token) symbol {
	switch t.Kind {
	case scan.Cue:
		if t.Added && t.HasMeaning() {
			return added
		}
		return 0
	case scan.Lender:
		return lender
	case scan.Duration:
		return duration + symbol(unitOf(l, t))
	}
	return token + symbol(t.Kind)
}

func unitOf(l *scan.Line, t *scan.Token) calendar.Unit { return l.Durations[t.Ref].Unit }

// RunesOf returns the runes of l made from bytes [start, end) of its source.
func RunesOf(l *scan.Line, start, end int) [2]int {
	at := func(b int) int {
		return sort.Search(len(l.Start), func(i int) bool { return int(l.Start[i]) >= b })
	}
	return [2]int{at(start), at(end)}
}
