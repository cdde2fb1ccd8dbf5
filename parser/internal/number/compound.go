package number

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/compounds.tsv
var compoundTable string

// compounds returns the words of data/compounds.tsv.
var compounds = sync.OnceValue(func() *runes.Trie { return newCompounds(compoundTable) })

func newCompounds(table string) *runes.Trie {
	var words [][]rune
	for _, cells := range tsv.Rows("compounds.tsv", table, 2) {
		words = append(words, []rune(cells[0]))
	}
	return runes.NewTrie(words)
}

// compoundAt reports whether the character at i begins a word that is not part of an
// amount: 元旦, 三角债, 整个. Callers have checked that it may be part of one.
func compoundAt(r []rune, i int) bool {
	value, _ := compounds().Longest(r, i)
	return value != 0
}
