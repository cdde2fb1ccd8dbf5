// Package runes says what the characters of a folded text are, and has what
// every reader of such a text needs: sets, a trie, steps over digits and blanks,
// and the reader of the embedded tables.
//
// A folded text has lower-case ASCII letters, ASCII digits and, of each
// punctuation mark that has several widths, one: ! : ( ) [ ] ~ ¥ are half width,
// ， 。 ； ？ 、 are as Chinese text has them, and stars of any sort are *. No code
// beyond package fold meets another form; a test holds it to that.
package runes

// At returns r[i], or 0 beyond either end.
func At(r []rune, i int) rune {
	if uint(i) >= uint(len(r)) {
		return 0
	}
	return r[i]
}

// IsDigit reports whether c is an ASCII digit.
func IsDigit(c rune) bool { return '0' <= c && c <= '9' }

// IsLetter reports whether c is an ASCII letter; a folded one is lower case.
func IsLetter(c rune) bool { return 'a' <= c && c <= 'z' }

// IsAlnum reports whether c is an ASCII letter or digit.
func IsAlnum(c rune) bool { return IsLetter(c) || IsDigit(c) }

// IsHan reports whether c is a Chinese character.
func IsHan(c rune) bool {
	return IsCommonHan(c) || c == '〇' || 0x3400 <= c && c <= 0x4DBF || 0x20000 <= c && c <= 0x323AF
}

// IsCommonHan reports whether c is a Chinese character of Unicode's first block.
func IsCommonHan(c rune) bool { return 0x4E00 <= c && c <= 0x9FFF }

// IsWord reports whether c is part of words or numbers.
func IsWord(c rune) bool { return IsHan(c) || IsAlnum(c) }

// IsDash reports whether c is a hyphen or a dash.
func IsDash(c rune) bool {
	switch c {
	case '-', '‐', '‑', '–', '—', '−':
		return true
	}
	return false
}

// DigitAt reports whether r[i] is an ASCII digit.
func DigitAt(r []rune, i int) bool { return uint(i) < uint(len(r)) && IsDigit(r[i]) }

// LetterAt reports whether r[i] is an ASCII letter.
func LetterAt(r []rune, i int) bool { return IsLetter(At(r, i)) }

// AlnumAt reports whether r[i] is an ASCII letter or digit.
func AlnumAt(r []rune, i int) bool { return IsAlnum(At(r, i)) }

// HanAt reports whether r[i] is a Chinese character.
func HanAt(r []rune, i int) bool { return IsHan(At(r, i)) }
