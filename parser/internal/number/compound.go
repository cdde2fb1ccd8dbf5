package number

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/compounds.tsv
var compoundTable string

// compoundWords are the words of data/compounds.tsv.
type compoundWords struct {
	words   *runes.Trie
	divided []bool // by the word's value in the trie, less one
}

var loadCompounds = sync.OnceValue(func() *compoundWords { return newCompounds(compoundTable) })

func newCompounds(table string) *compoundWords {
	const name = "compounds.tsv"
	var c compoundWords
	var words [][]rune
	for line, cells := range tsv.Rows(name, table, 3) {
		switch cells[1] {
		case "any", "divided":
		default:
			tsv.Broken(name, line, "unknown place")
		}
		words, c.divided = append(words, []rune(cells[0])), append(c.divided, cells[1] == "divided")
	}
	c.words = runes.NewTrie(words)
	return &c
}

//go:embed data/addends.tsv
var addendTable string

// loadAddends returns the words of data/addends.tsv.
var loadAddends = sync.OnceValue(func() *runes.Trie { return newAddends(addendTable) })

func newAddends(table string) *runes.Trie {
	var words [][]rune
	for _, cells := range tsv.Rows("addends.tsv", table, 2) {
		words = append(words, []rune(cells[0]))
	}
	return runes.NewTrie(words)
}

// compoundAt reports whether the character at i begins a word that is not part of an
// amount: 元旦, 三角债, 整个. Callers have checked that it may be part of one.
func compoundAt(r []rune, i int) bool {
	c := loadCompounds()
	value, _ := c.words.Longest(r, i)
	return value != 0 && !c.divided[value-1]
}

// dividedCompoundAt is compoundAt for a character that a mark or the end of a line
// divides from the number before it.
func dividedCompoundAt(r []rune, i int) bool {
	value, _ := loadCompounds().words.Longest(r, i)
	return value != 0
}

// IsUnit reports whether c after digits counts yuan or ten thousands.
func IsUnit(c rune) bool { return isYuan(c) || hanUnit(c) >= tenThousand }

// UnitGoesOn reports whether right, on the line after left, begins with a unit of the
// number at the end of left: 3000 and 元整, 叁仟 and 元.
func UnitGoesOn(left, right []rune) bool {
	last, first, next := runes.At(left, len(left)-1), runes.At(right, 0), runes.At(right, 1)
	switch digit := runes.IsDigit(last); {
	case isYuan(first):
		return (digit || hanUnit(last) > 0) && !dividedCompoundAt(right, 0)
	case hanUnit(first) > 10:
		return digit && (isYuan(next) || !runes.IsHan(next))
	}
	return false
}
