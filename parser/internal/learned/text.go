package learned

import (
	"sort"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// symbol is a rune, or a number beyond the runes that stands for a whole value.
type symbol uint32

// The symbols that are no runes. Values teach nothing: 500元 and 1,200元 are the same
// piece of text.
const (
	edge   symbol = 0x110000 + iota // the beginning and the end of the text
	digits                          // a run of digits that is nothing else
	mask                            // a run of masks
	latin                           // a long run of letters
	name                            // the debtor's name
	lender                          // a lender in the table
	added                           // a cue of the caller's, see read
	token                           // token + kind is a token of that kind
)

// The symbols of durations, by unit.
const duration = token + 64

// longestLatin is the length of the longest Latin word that is read letter by letter.
const longestLatin = 6

// Text is what of a message is read as symbols, in runes.
type Text struct {
	Name, Lender [2]int // [start, end), empty where there is none, or the lender is not in the table
}

// read fills in the symbols of l. A cue of the caller's is read as a text that says what
// it says, because the model does not know its own words.
func (r *Reading) read(l *scan.Line, t *Text) {
	r.symbols, r.starts = r.symbols[:0], r.starts[:0]
	r.add(edge, 0)
	k := 0
	for i := 0; i < len(l.Runes); {
		for ; k < len(l.Tokens) && (l.Tokens[k].Phrase || int(l.Tokens[k].Start) < i); k++ {
			if l.Tokens[k].Phrase && l.Tokens[k].Added {
				r.example(&l.Tokens[k])
			}
		}
		s, end := symbolAt(l, t, i, k)
		switch {
		case s == added:
			r.example(&l.Tokens[k])
		case s != ' ':
			r.add(s, i)
		}
		i = end
	}
	r.add(edge, len(l.Runes))
	r.starts = append(r.starts, int32(len(l.Runes)))
}

// example adds the symbols of a text that says what t says.
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

// symbolAt returns the symbol at rune i, and its end. k is the first token that begins
// at i or later.
func symbolAt(l *scan.Line, t *Text, i, k int) (s symbol, end int) {
	switch {
	case i == t.Name[0] && t.Name[1] > i:
		return name, t.Name[1]
	case i == t.Lender[0] && t.Lender[1] > i:
		return lender, t.Lender[1]
	}
	if k < len(l.Tokens) && int(l.Tokens[k].Start) == i {
		if s := symbolOf(l, &l.Tokens[k]); s != 0 {
			return s, int(l.Tokens[k].End)
		}
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

// RunesOf returns the runes of l that bytes [start, end) of its source were made into.
func RunesOf(l *scan.Line, start, end int) [2]int {
	at := func(b int) int {
		return sort.Search(len(l.Start), func(i int) bool { return int(l.Start[i]) >= b })
	}
	return [2]int{at(start), at(end)}
}
