package runes

// OfThree returns the rune of the three bytes that s begins with, as Chinese characters
// have them: s[0]>>4 is 0xE. It is decoded in line, which utf8.DecodeRuneInString is not.
func OfThree(s string) rune {
	return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F)
}
