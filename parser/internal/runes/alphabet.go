// Package runes classifies the characters of a folded text, and has what every reader
// of such a text needs: sets, tries, and steps over digits and spaces.
//
// A folded text has lower-case ASCII letters, ASCII digits, and one form of each
// punctuation mark that comes in several widths: ! : ( ) [ ] ~ ¥ are half width, ， 。
// ； ？ 、 are as in Chinese text, and stars of any sort are *. No code above package
// fold sees another form; a test ensures it.
package runes

// At returns r[i], or 0 if i is out of range.
func At(r []rune, i int) rune {
	if uint(i) >= uint(len(r)) {
		return 0
	}
	return r[i]
}

// IsDigit reports whether c is an ASCII digit.
func IsDigit(c rune) bool { return '0' <= c && c <= '9' }

// IsLetter reports whether c is a lower-case ASCII letter. Folded text has no others.
func IsLetter(c rune) bool { return 'a' <= c && c <= 'z' }

// IsAlnum reports whether c is a lower-case ASCII letter or an ASCII digit.
func IsAlnum(c rune) bool { return IsLetter(c) || IsDigit(c) }

// IsHan reports whether c is a Chinese character.
func IsHan(c rune) bool {
	return IsCommonHan(c) || c == '〇' || 0x3400 <= c && c <= 0x4DBF || 0x20000 <= c && c <= 0x323AF
}

// IsCommonHan reports whether c is in Unicode's block of common Chinese characters, CJK
// Unified Ideographs.
func IsCommonHan(c rune) bool { return 0x4E00 <= c && c <= 0x9FFF }

// IsWord reports whether c is part of a word or a number: a Chinese character, a letter
// or a digit.
func IsWord(c rune) bool { return IsHan(c) || IsAlnum(c) }

// IsDash reports whether c is a hyphen or a dash.
func IsDash(c rune) bool {
	switch c {
	case '-', '‐', '‑', '–', '—', '―', '−', '─':
		return true
	}
	return false
}

// IsComma reports whether c is a comma, of Chinese text or half width.
func IsComma(c rune) bool { return c == ',' || c == '，' }

// IsMiddleDot reports whether c is a dot at half height: 1·5, 阿依古丽·买买提.
func IsMiddleDot(c rune) bool {
	if c < 0x80 {
		return false
	}
	switch c {
	case '·', '•', '・', '‧', '˙', '∙', '⋅':
		return true
	}
	return false
}

// IsListMark reports whether c comes between the items of a list: 本金/利息.
func IsListMark(c rune) bool {
	switch c {
	case '、', '/', '+', '|', '&', '\\':
		return true
	}
	return false
}

// IsGreek reports whether c is a Greek letter. Folding leaves those that look like no
// Latin one.
func IsGreek(c rune) bool { return 0x370 <= c && c <= 0x3FF }

// DigitAt reports whether r[i] is an ASCII digit.
func DigitAt(r []rune, i int) bool { return uint(i) < uint(len(r)) && IsDigit(r[i]) }

// LetterAt reports whether r[i] is an ASCII letter.
func LetterAt(r []rune, i int) bool { return IsLetter(At(r, i)) }

// AlnumAt reports whether r[i] is an ASCII letter or digit.
func AlnumAt(r []rune, i int) bool { return IsAlnum(At(r, i)) }

// HanAt reports whether r[i] is a Chinese character.
func HanAt(r []rune, i int) bool { return IsHan(At(r, i)) }
