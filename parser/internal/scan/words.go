package scan

import (
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// hanBytes is how many bytes a common Chinese character takes in UTF-8.
const hanBytes = 3

// cut cuts the folded text into words.
func (l *Line) cut() {
	l.plain, l.ends = l.plain[:0], l.ends[:0]
	for _, r := range l.Runes {
		if runes.IsCommonHan(r) {
			l.plain = append(l.plain, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
		} else {
			l.plain = utf8.AppendRune(l.plain, r)
		}
	}
	if cap(l.starts) < len(l.Runes) {
		l.starts = make([]bool, 2*len(l.Runes))
	}
	l.starts = l.starts[:len(l.Runes)]
	clear(l.starts)
	l.ends = l.tables.Words.CutValid(l.ends, string(l.plain))
	word, begin, at := 0, int32(0), int32(0)
	for i, r := range l.Runes {
		if at == begin {
			l.starts[i] = true
			begin = l.ends[word]
			word++
		}
		if runes.IsCommonHan(r) {
			at += hanBytes
		} else {
			at += int32(utf8.RuneLen(r))
		}
	}
}

// Words returns the number of words of the text. Walking it by WordEnd may give fewer.
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

// IsBoundary reports whether there is a word boundary before rune i. Between a Latin
// letter or digit and another character there always is.
func (l *Line) IsBoundary(i int) bool {
	if i <= 0 || i >= len(l.Runes) || l.starts[i] {
		return true
	}
	return runes.IsAlnum(l.Runes[i-1]) != runes.IsAlnum(l.Runes[i])
}

// Knows reports whether l.Runes[i:j] is a word of the dictionary.
func (l *Line) Knows(i, j int) bool { return l.tables.Words.Knows(l.Runes[i:j]) }
