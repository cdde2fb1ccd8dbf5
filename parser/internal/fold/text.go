// Package fold gives each character of a message one form, and keeps a map back
// to the bytes it was made from.
package fold

import "slices"

// Text is a message as the stages after folding read it: one form of each
// character, and a map back to the caller's bytes. It is read-only once Fold has
// made it; the next Fold uses its memory again.
//
// Folding makes full-width ASCII, enclosed and mathematical letters and digits
// plain, ASCII letters lower case, and traditional characters simplified; it
// drops what does not show, takes out what breaks a word, and writes words plain
// that are spelled to pass a filter. Of punctuation ， ； ？ 。 and 、 keep the form
// of Chinese text, which carries meaning: '，' is never a plain comma.
type Text struct {
	Source   string    // as given
	Runes    []rune    // folded
	Start    []int32   // Start[i] is the byte of Source at which what Runes[i] was made from begins
	End      []int32   // End[i] is the byte after it; what was looked through lies between End[i] and Start[i+1]
	Evasions []Evasion // how the sender may have hidden words, in order of way and place

	simplified int  // characters that only simplified text has
	gap        bool // a separator stands somewhere
	spare      struct {
		runes      []rune
		start, end []int32
	}
}

// Fold folds source. The words of pairs are put together again where something
// breaks them.
func (t *Text) Fold(source string, pairs Pairs) {
	t.characters(source)
	t.join(pairs)
	t.respell(loadSpellings())
	t.mergeEvasions()
}

// Word returns a word of a table as it stands in a folded text, each character
// folded by itself. t is then the text of that word.
func (t *Text) Word(word string) []rune {
	t.characters(word)
	return slices.Clone(t.Runes)
}

// Clear forgets the text, and keeps the memory for the next.
func (t *Text) Clear() {
	t.Source = ""
	clear(t.Runes)
	clear(t.spare.runes)
}

// Span returns the bytes of Source that Runes[i:j] were made from, i < j.
func (t *Text) Span(i, j int) (start, end int) { return int(t.Start[i]), int(t.End[j-1]) }
