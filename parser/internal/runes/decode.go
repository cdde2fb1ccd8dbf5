package runes

import "unicode/utf8"

// First returns the first rune of s and its width in bytes. s must be valid UTF-8 and
// not empty. It is faster than utf8.DecodeRuneInString for Chinese characters.
func First(s string) (r rune, n int) {
	switch c := s[0]; {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c>>4 == 0xE && len(s) >= 3:
		return rune(c&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}
