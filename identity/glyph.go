package identity

import "unicode"

// How senders write a digit, a hidden character and a gap without meaning.

// digitOf returns the ASCII digit that r writes, plain or full-width, else 0.
func digitOf(r rune) byte {
	if '0' <= r && r <= '9' {
		return byte(r)
	}
	if '０' <= r && r <= '９' {
		return byte(r-'０') + '0'
	}
	return 0
}

// isX reports whether r is the letter that stands for a check digit of ten, or
// for a hidden character.
func isX(r rune) bool { return r == 'X' || r == 'x' || r == 'Ｘ' || r == 'ｘ' }

// isStar reports whether r always stands for a hidden character. The letter x
// is not among them: it may be a check digit.
func isStar(r rune) bool {
	switch r {
	case '*', '＊', '∗', '⁎', '✱', '﹡', '×', '✕', '╳', '●', '○', '◯', '〇', '■', '□', '•', '·', '・', '‧', '∙',
		'…', '⋯', '~', '～', '〜', '#', '＃', '_', '＿', '?', '？':
		return true
	}
	return false
}

// isBlank reports whether r is a space or shows nothing at all.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || '\u200b' <= r && r <= '\u200f' || r == '\u2060' || r == '\ufeff'
}
