package identity

import (
	"strings"
	"unicode/utf8"
)

// MaskName returns name with each character but those of a surname hidden:
// 张三丰 is 张**, 欧阳明 is 欧阳*. A name with a dot, in Latin letters or without a
// surname of the table, and a surname alone, are hidden whole; so is all that is
// no name. A title is dropped. Blanks and dots are not counted.
func MaskName(name string) string {
	n, err := ParseName(name)
	if err != nil {
		return strings.Repeat("*", min(utf8.RuneCountInString(name), maxName))
	}
	runes := []rune(n.text)
	keep := 0
	if n.Surname() != "" && !n.SurnameOnly() {
		keep = SurnameLen(runes)
	}
	return string(runes[:keep]) + strings.Repeat("*", len(runes)-keep)
}
