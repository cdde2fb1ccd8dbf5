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
var simplified = sync.OnceValue(func() *block { return newSimplified(traditionalTable) })

type block [last - first + 1]uint16

func newSimplified(table string) *block {
	const name = "traditional.tsv"
	t := new(block)
	for line, fields := range tsv.Rows(name, table, 2) {
		from, n := utf8.DecodeRuneInString(fields[0])
		to, m := utf8.DecodeRuneInString(fields[1])
		if n < len(fields[0]) || m < len(fields[1]) || !inBlock(from) || !inBlock(to) {
			tsv.Broken(name, line, "not one character of the block each")
		}
		t[from-first] = uint16(to)
	}
	return t
}

func inBlock(r rune) bool { return first <= r && r <= last }

// Simplified returns the simplified character for a traditional one, and any
// other character as it is. It does not allocate.
func Simplified(r rune) rune {
	if !inBlock(r) {
		return r
	}
	if s := simplified()[r-first]; s != 0 {
		return rune(s)
	}
	return r
}
