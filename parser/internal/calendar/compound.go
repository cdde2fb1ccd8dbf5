package calendar

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/compounds.tsv
var compoundTable string

// sense is what a word that begins like a unit says about the number before it.
type sense uint8

const (
	nothing    sense = iota // no such word, or one that makes no difference: 25日上方
	otherWord               // the number counts nothing: 3日元
	dayOfMonth              // the number is a day of the month: 25日前
)

// compounds are the words of data/compounds.tsv.
type compounds struct {
	words *runes.Trie
	says  []sense // by the word's value in the trie, less one
}

var loadCompounds = sync.OnceValue(func() *compounds { return newCompounds(compoundTable) })

func newCompounds(table string) *compounds {
	const name = "compounds.tsv"
	var c compounds
	var words [][]rune
	for line, cells := range tsv.Rows(name, table, 3) {
		var says sense
		switch cells[1] {
		case "word":
			says = otherWord
		case "day":
			says = dayOfMonth
		case "length":
			says = nothing
		default:
			tsv.Broken(name, line, "unknown sense")
		}
		words, c.says = append(words, []rune(cells[0])), append(c.says, says)
	}
	c.words = runes.NewTrie(words)
	return &c
}

// senseAt returns what the word that begins at i, with the last character of a unit,
// says about the number before it.
func senseAt(r []rune, i int) sense {
	c := loadCompounds()
	value, _ := c.words.Longest(r, i)
	if value == 0 {
		return nothing
	}
	return c.says[value-1]
}
