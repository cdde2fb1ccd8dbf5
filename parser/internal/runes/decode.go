package runes

// OfThree returns the rune that the first three bytes of s encode in UTF-8, as those of
// Chinese characters do: s[0]>>4 must be 0xE. Unlike utf8.DecodeRuneInString it is
// inlined.
func OfThree(s string) rune {
	return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F)
}
