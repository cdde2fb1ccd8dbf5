package identity

import (
	_ "embed"
	"sync"
	"unicode/utf8"
)

//go:embed traditional.tsv
var traditionalText string

var traditional = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{}
	for fields := range tableRows(traditionalText) {
		from, _ := utf8.DecodeRuneInString(fields[0])
		to, _ := utf8.DecodeRuneInString(fields[1])
		m[from] = to
	}
	return m
})

// Simplified returns the simplified character for a traditional one, and any
// other character as it is. Names are compared through it. It does not allocate.
func Simplified(r rune) rune {
	if r < 0x4e00 || r > 0x9fff {
		return r
	}
	if s, ok := traditional()[r]; ok {
		return s
	}
	return r
}
