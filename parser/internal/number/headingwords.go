package number

import (
	_ "embed"
	"strconv"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/headings.tsv
var headingTable string

// headingKind is the kind of a word of headings.tsv.
type headingKind uint8

const (
	headingAccount headingKind = iota
	headingForeign
	headingLabel
	headingPlace
	headingRemark
	headingUnits
	headingKinds // how many there are
)

// headingWords are the words of data/headings.tsv, by kind.
type headingWords struct {
	words [headingKinds]*runes.Trie
	fen   []int64 // of the units, by the word's value in the trie, less one
}

var loadHeadings = sync.OnceValue(func() *headingWords { return newHeadings(headingTable) })

func newHeadings(table string) *headingWords {
	const name = "headings.tsv"
	var h headingWords
	var words [headingKinds][][]rune
	for line, cells := range tsv.Rows(name, table, 4) {
		var kind headingKind
		switch cells[0] {
		case "account":
			kind = headingAccount
		case "foreign":
			kind = headingForeign
		case "label":
			kind = headingLabel
		case "place":
			kind = headingPlace
		case "remark":
			kind = headingRemark
		case "unit":
			fen, err := strconv.ParseInt(cells[2], 10, 64)
			if err != nil || fen <= 0 {
				tsv.Broken(name, line, "no worth in fen")
			}
			kind, h.fen = headingUnits, append(h.fen, fen)
		default:
			tsv.Broken(name, line, "unknown kind")
		}
		words[kind] = append(words[kind], []rune(cells[1]))
	}
	for kind := range words {
		h.words[kind] = runes.NewTrie(words[kind])
	}
	return &h
}

// headingAt returns the end of the longest word of the kind at i, or i if there is none.
func headingAt(r []rune, i int, kind headingKind) (end int) {
	_, end = loadHeadings().words[kind].Longest(r, i)
	return end
}

// headingUnit reads a unit at i. end is i if there is none.
func headingUnit(r []rune, i int) (fen int64, end int) {
	h := loadHeadings()
	value, end := h.words[headingUnits].Longest(r, i)
	if value == 0 || runes.LetterAt(r, end-1) && runes.AlnumAt(r, end) {
		return 0, i
	}
	return h.fen[value-1], end
}

// HeadingBegins yields the words that a heading begins with: the names of currencies, and
// the words that introduce a currency or a unit.
func HeadingBegins(yield func(word []rune) bool) {
	for _, cells := range tsv.Rows("headings.tsv", headingTable, 4) {
		if (cells[0] == "label" || cells[0] == "place" || cells[0] == "foreign") && !yield([]rune(cells[1])) {
			return
		}
	}
	for _, cells := range tsv.Rows("currencies.tsv", currencyTable, 2) {
		if !yield([]rune(cells[1])) {
			return
		}
	}
}
