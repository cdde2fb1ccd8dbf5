package matter

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify/internal/phrase"
	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
)

// meaning is a meaning of words in words.tsv.
type meaning uint8

// The meanings, in the order of meaningNames.
const (
	about meaning = iota
	arrears
	broken
	code
	continued
	continues
	debtAfterTail
	debtBeforeTail
	meansAfterTail
	nameEnd
	noCore
	noPromise
	pays
	promised
	settled
	surety
	withdrawn
)

var meaningNames = [...]string{
	"about", "arrears", "broken", "code", "continued", "continues", "debt_after_tail", "debt_before_tail", "means_after_tail",
	"name_end", "no_core", "no_promise", "pays", "promised", "settled", "surety", "withdrawn",
}

//go:embed words.tsv
var wordsTable string

// meant are the words of each meaning, the longest first.
var meant = lazy.New(func() *[len(meaningNames)][]string {
	var all [len(meaningNames)][]string
	for _, w := range *wordsOf("words.tsv", wordsTable, meaningNames[:]) {
		all[w.of] = append(all[w.of], w.text)
	}
	for _, words := range all {
		slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	}
	return &all
})

// words returns the words of a meaning, the longest first.
func words(m meaning) []string { return meant.Get()[m] }

// meanings is a set of meanings, a bit for each.
type meanings uint32

func (set meanings) has(m meaning) bool { return set&(1<<m) != 0 }

// meantIn returns the meanings of which a text contains a word.
func meantIn(text string) (set meanings) {
	meantIndex.Get().Each(text, func(m int) { set |= 1 << m })
	return set
}

var meantIndex = lazy.New(func() *phrase.Index { return indexOf(*wordsOf("words.tsv", wordsTable, meaningNames[:])) })

// indexOf returns the index of words, each with its of.
func indexOf(words []word) *phrase.Index {
	x := new(phrase.Index)
	for _, w := range words {
		x.AddWord(w.of, w.text)
	}
	return x
}

// says reports whether a text contains a word of a meaning.
func says(text string, m meaning) bool {
	return slices.ContainsFunc(words(m), func(w string) bool { return strings.Contains(text, w) })
}

// word is a row of a table of words.
type word struct {
	text string
	of   int
}

// wordsOf reads a table of words, each with one of the strings of in its second column.
func wordsOf(table, text string, of []string) *[]word {
	var words []word
	for line, row := range tsv.Rows(table, text, 2) {
		i := slices.Index(of, row[1])
		if i < 0 {
			tsv.Broken(table, line, "unknown word in the second column")
		}
		words = append(words, word{row[0], i})
	}
	return &words
}
