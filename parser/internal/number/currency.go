package number

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/currencies.tsv
var currencyTable string

// currency is the currency of an amount, as far as it matters. Larger values win over
// smaller ones.
type currency uint8

const (
	currencyNone currency = iota
	currencyYuan
	currencyForeign
)

// currencies are the words of data/currencies.tsv.
type currencies struct {
	words *runes.Trie
	of    []currency // by the word's value in the trie, less one
}

var loadCurrencies = sync.OnceValue(func() *currencies { return newCurrencies(currencyTable) })

func newCurrencies(table string) *currencies {
	const name = "currencies.tsv"
	var c currencies
	var words [][]rune
	for line, cells := range tsv.Rows(name, table, 2) {
		switch cells[0] {
		case "yuan":
			c.of = append(c.of, currencyYuan)
		case "foreign":
			c.of = append(c.of, currencyForeign)
		default:
			tsv.Broken(name, line, "unknown sort")
		}
		words = append(words, []rune(cells[1]))
	}
	c.words = runes.NewTrie(words)
	return &c
}

// readCurrency reads the name or the sign of a currency at i. end is i if there is
// none. A name in letters must not be part of a longer word: rmbs is no name.
func readCurrency(r []rune, i int) (_ currency, end int) {
	c := loadCurrencies()
	value, end := c.words.Longest(r, i)
	if value == 0 || runes.IsLetter(runes.At(r, end-1)) && runes.IsLetter(runes.At(r, end)) ||
		runes.IsLetter(r[i]) && runes.IsLetter(runes.At(r, i-1)) {
		return currencyNone, i
	}
	return c.of[value-1], end
}
