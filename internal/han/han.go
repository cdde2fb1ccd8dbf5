// Package han knows the characters of Chinese writing.
package han

import (
	_ "embed"
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/internal/tsv"
)

//go:embed traditional.tsv
var traditionalTable string

// The block of characters that the table covers.
const (
	first = 0x4e00
	last  = 0x9fff
)

// simplified holds the simplified character, or 0, for each of the block.
var simplified = sync.OnceValue(func() *[last - first + 1]uint16 {
	t := new([last - first + 1]uint16)
	for _, fields := range tsv.Rows("traditional.tsv", traditionalTable, 2) {
		from, _ := utf8.DecodeRuneInString(fields[0])
		to, _ := utf8.DecodeRuneInString(fields[1])
		t[from-first] = uint16(to)
	}
	return t
})

// Simplified returns the simplified character for a traditional one, and any
// other character as it is. It does not allocate.
func Simplified(r rune) rune {
	if r < first || r > last {
		return r
	}
	if s := simplified()[r-first]; s != 0 {
		return rune(s)
	}
	return r
}
