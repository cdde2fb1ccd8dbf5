package scan

import (
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// hanBytes is how many bytes a common Chinese character takes in UTF-8.
const hanBytes = 3

// cut finds where words begin.
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
	l.ends = l.tables.Words.Cut(l.ends, string(l.plain))
	i, at := 0, int32(0)
	for _, end := range l.ends {
		l.starts[i] = true
		for at < end {
			if runes.IsCommonHan(l.Runes[i]) {
				at += hanBytes
			} else {
				at += int32(utf8.RuneLen(l.Runes[i]))
			}
			i++
		}
	}
}

// Words returns how many words the text has, at most.
func (l *Line) Words() int { return len(l.ends) }

// WordEnd returns the end of the word at rune i. Words that were made from one
// character of the source are one.
func (l *Line) WordEnd(i int) int {
	for i++; i < len(l.Runes) && (!l.starts[i] || l.Start[i] < l.End[i-1]); i++ {
	}
	return i
}

// StartsWord reports whether a word begins at rune i, which is one of the text.
func (l *Line) StartsWord(i int) bool { return l.starts[i] }

// IsBoundary reports whether a word ends before rune i. In Latin text it is the edge
// of the letters or digits that counts.
func (l *Line) IsBoundary(i int) bool {
	if i <= 0 || i >= len(l.Runes) || l.starts[i] {
		return true
	}
	return runes.IsAlnum(l.Runes[i-1]) != runes.IsAlnum(l.Runes[i])
}

// Knows reports whether runes[i:j] are a word of the dictionary.
func (l *Line) Knows(i, j int) bool { return l.tables.Words.Knows(l.Runes[i:j]) }
