package scan

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// cut cuts the folded text into words.
func (l *Line) cut() {
	l.ends = l.tables.Words.CutRunes(l.ends[:0], l.Runes)
	l.starts = slices.Grow(l.starts[:0], len(l.Runes))[:len(l.Runes)]
	clear(l.starts)
	begin := int32(0)
	for _, end := range l.ends {
		l.starts[begin] = true
		begin = end
	}
}

// Words returns the number of words of the text. Walking them by WordEnd may give
// fewer.
func (l *Line) Words() int { return len(l.ends) }

// WordEnd returns the end of the word that begins at rune i. Words made from one
// character of the source count as one.
func (l *Line) WordEnd(i int) int {
	for i++; i < len(l.Runes) && (!l.starts[i] || l.Start[i] < l.End[i-1]); i++ {
	}
	return i
}

// StartsWord reports whether a word begins at rune i, which must be in range.
func (l *Line) StartsWord(i int) bool { return l.starts[i] }

// IsBoundary reports whether there is a word boundary before rune i. There always is
// one between a Latin letter or digit and another character.
func (l *Line) IsBoundary(i int) bool {
	if i <= 0 || i >= len(l.Runes) || l.starts[i] {
		return true
	}
	return runes.IsAlnum(l.Runes[i-1]) != runes.IsAlnum(l.Runes[i])
}

// Knows reports whether l.Runes[i:j] is a word of the dictionary.
func (l *Line) Knows(i, j int) bool { return l.tables.Words.Knows(l.Runes[i:j]) }
