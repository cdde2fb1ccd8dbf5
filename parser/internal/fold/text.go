// Package fold normalizes the characters of a message, and keeps a map back to the
// bytes each was made from.
package fold

// Text is a normalized message, with a map back to the source. It is read-only after
// Fold, and the next Fold reuses its memory. The zero Text is empty.
//
// Folding makes full-width ASCII, and enclosed and mathematical letters and digits,
// plain; ASCII letters lower case; and traditional characters simplified. It drops
// invisible characters, removes separators and line breaks within words, and replaces
// disguised spellings by the words they stand for. One \n stands for the line breaks and
// blanks between two lines. The punctuation marks ， ； ？ 。 and 、 keep the form of Chinese
// text, which carries meaning: '，' never becomes an ASCII comma.
type Text struct {
	Source   string    // the message as given
	Runes    []rune    // folded
	Start    []int32   // Runes[i] was made from Source[Start[i]:End[i]]
	End      []int32   // dropped bytes lie between End[i] and Start[i+1]
	Evasions []Evasion // how the sender may have hidden words, sorted by way and start

	seen  marks // those of its characters
	spare struct {
		runes      []rune
		start, end []int32
	}
}

// Fold sets t to the normalized source, which must be UTF-8. Separators are removed
// between characters that pairs holds; knows tells words apart, and units tells the
// units of numbers.
func (t *Text) Fold(source string, pairs *Pairs, knows Knows, units Units) {
	t.characters(source)
	t.lines(units)
	t.join(pairs, knows)
	t.respell(loadSpellings(), knows)
	t.mergeEvasions()
}

// Word returns a word of a table in the form that folding gives it, each character by
// itself. It overwrites t, and the next call overwrites the word.
func (t *Text) Word(word string) []rune {
	t.characters(word)
	return t.Runes
}

// Clear erases the text and keeps the memory for the next.
func (t *Text) Clear() {
	t.Source = ""
	clear(t.Runes)
	clear(t.spare.runes)
}

// Span returns the range of bytes of Source that Runes[i:j] was made from; i < j.
func (t *Text) Span(i, j int) (start, end int) { return int(t.Start[i]), int(t.End[j-1]) }
