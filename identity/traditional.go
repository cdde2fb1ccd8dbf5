package identity

import (
	_ "embed"
	"sync"
	"unicode/utf8"
)

//go:embed traditional.tsv
var traditionalText string

// The block of characters that the table covers.
const (
	firstHan = 0x4e00
	lastHan  = 0x9fff
)

// traditional holds the simplified character, or 0, for each of the block.
var traditional = sync.OnceValue(func() *[lastHan - firstHan + 1]uint16 {
	t := new([lastHan - firstHan + 1]uint16)
	for fields := range tableRows(traditionalText) {
		from, _ := utf8.DecodeRuneInString(fields[0])
		to, _ := utf8.DecodeRuneInString(fields[1])
		t[from-firstHan] = uint16(to)
	}
	return t
})

// Simplified returns the simplified character for a traditional one, and any
// other character as it is. Names are compared through it. It does not allocate.
func Simplified(r rune) rune {
	if r < firstHan || r > lastHan {
		return r
	}
	if s := traditional()[r-firstHan]; s != 0 {
		return rune(s)
	}
	return r
}
