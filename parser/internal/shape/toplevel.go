package shape

import (
	_ "embed"
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/internal/tsv"
)

//go:embed data/tld.txt
var tldTable string

// topLevel returns the top-level domains of data/tld.txt.
var topLevel = sync.OnceValue(func() map[string]bool { return newTopLevel(tldTable) })

func newTopLevel(table string) map[string]bool {
	set := make(map[string]bool)
	for _, cells := range tsv.Rows("tld.txt", table, 1) {
		set[cells[0]] = true
	}
	return set
}

// isTopLevel reports whether r[i:end] is a known top-level domain or an encoded Chinese
// one.
func isTopLevel(r []rune, i, end int) bool {
	var buf [64]byte
	b := buf[:0]
	for _, c := range r[i:end] {
		if len(b) > 60 {
			return false
		}
		b = utf8.AppendRune(b, c)
	}
	return topLevel()[string(b)] || len(b) > 4 && string(b[:4]) == "xn--"
}
