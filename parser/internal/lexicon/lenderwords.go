package lexicon

import (
	_ "embed"
	"slices"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/lender_words.tsv
var lenderWordTable string

// LenderUse is a use of words in or next to lenders' names, as lender_words.tsv
// describes it.
type LenderUse uint8

// The uses, in the order of lenderUses.
const (
	Addressee LenderUse = iota
	AfterLender
	LenderAside
	BeforeLender
	LenderBrand
	Carrier
	LenderCredit
	Device
	LenderEnding
	Generic
	LenderLead
	LoneSender
	NoLender
	NotLenderHead
	NotLenderPlace
	OwnLead
	LenderParticle
	LenderProduct
	Remark
	SenderEnding
	SentenceWord
	Signer
	LenderStaff
	SignatureTitle
)

// lenderUses are the uses by their names in the table.
var lenderUses = [...]string{
	"addressee", "after", "aside", "before", "brand", "carrier", "credit", "device", "ending", "generic", "lead", "lone", "nobody", "not_head", "not_in_place", "own", "particle",
	"product", "remark", "sender", "sentence", "signer", "staff", "title",
}

// lenderWords are the words of one use, spelled forward and backward.
type lenderWords struct{ forward, backward *runes.Trie }

// allLenderWords are the words of each use, by use.
var allLenderWords = lazy.New(func() *[]lenderWords { return new(newLenderWords(lenderWordTable)) })

// LoadLenderWords reads the table, which otherwise the first lookup does.
func LoadLenderWords() { allLenderWords.Get() }

func newLenderWords(table string) []lenderWords {
	const name = "lender_words.tsv"
	var forward, backward [len(lenderUses)][][]rune
	for line, cells := range tsv.Rows(name, table, 2) {
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
}

// At returns the end of the longest word of the use that begins at r[i], or i if there
// is none.
func (u LenderUse) At(r []rune, i int) (end int) {
	words := (*allLenderWords.Get())[u].forward
	if i >= len(r) || !words.Begins(r[i]) {
		return i
	}
	_, end = words.Longest(r, i)
	return end
}

// EndingAt returns the start of the longest word of the use that ends before r[i], or i
// if there is none.
func (u LenderUse) EndingAt(r []rune, i int) (start int) {
	_, start = (*allLenderWords.Get())[u].backward.LongestBefore(r, i)
	return start
}

// NamesCredit reports whether the name of a known institution says that it lends: 借呗,
// 某某贷.
func NamesCredit(name []rune) bool {
	for i := range name {
		if LenderCredit.At(name, i) > i {
			return true
		}
	}
	return false
}
