package lexicon

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/lender_words.tsv
var lenderWordTable string

// LenderUse is what a word of lender_words.tsv is for.
type LenderUse uint8

// The uses, in the order of their names, see the table.
const (
	AfterLender LenderUse = iota
	BeforeLender
	LenderCredit
	LenderEnding
	LenderLead
	NoLender
	NotLenderHead
	NotLenderPlace
	LenderParticle
	LenderProduct
	SignatureTitle
)

var lenderUses = [...]string{"after", "before", "credit", "ending", "lead", "nobody", "not_head", "not_in_place", "particle", "product", "title"}

// lenderWords are the words of one use, as they are spelled and backwards.
type lenderWords struct{ forward, backward *runes.Trie }

var loadLenderWords = sync.OnceValue(func() []lenderWords {
	const name = "lender_words.tsv"
	var forward, backward [len(lenderUses)][][]rune
	for line, cells := range tsv.Rows(name, lenderWordTable, 2) {
		use := slices.Index(lenderUses[:], cells[0])
		if use < 0 {
			tsv.Broken(name, line, "unknown use")
		}
		word := []rune(cells[1])
		forward[use] = append(forward[use], word)
		word = slices.Clone(word)
		slices.Reverse(word)
		backward[use] = append(backward[use], word)
	}
	words := make([]lenderWords, len(lenderUses))
	for use := range words {
		words[use] = lenderWords{runes.NewTrie(forward[use]), runes.NewTrie(backward[use])}
	}
	return words
})

// At returns the end of the longest word of the use at r[i:], i if there is none.
func (u LenderUse) At(r []rune, i int) (end int) {
	_, end = loadLenderWords()[u].forward.Longest(r, i)
	return end
}

// EndingAt returns the start of the longest word of the use that ends before r[i], i if
// there is none.
func (u LenderUse) EndingAt(r []rune, i int) (start int) {
	_, start = loadLenderWords()[u].backward.LongestBefore(r, i)
	return start
}

// NamesCredit reports whether a known name says that it lends: 借呗, 某某贷.
func NamesCredit(name []rune) bool {
	for i := range name {
		if LenderCredit.At(name, i) > i {
			return true
		}
	}
	return false
}
