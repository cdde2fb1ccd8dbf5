package parser

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/precision.tsv
var precisionTable string

//go:embed data/currencies.tsv
var currencyTable string

// precisionWords holds the words of data/precision.tsv; those before a number
// are reversed, so that they are looked up from its start leftwards.
type precisionWords struct {
	before, after         *trie
	beforeMean, afterMean []Precision // by the value of the word, less one
}

// loadPrecision reads the table, which a test proves to be sound.
var loadPrecision = sync.OnceValue(func() *precisionWords {
	var w precisionWords
	var before, after [][]rune
	for line := range tableRows(precisionTable) {
		side, rest, _ := strings.Cut(line, "\t")
		word, mean, _ := strings.Cut(rest, "\t")
		runes := []rune(word)
		if side == "before" {
			slices.Reverse(runes)
			before, w.beforeMean = append(before, runes), append(w.beforeMean, Precision(mean))
		} else {
			after, w.afterMean = append(after, runes), append(w.afterMean, Precision(mean))
		}
	}
	w.before, w.after = newTrie(before), newTrie(after)
	return &w
})

// tableRows yields the rows of an embedded table.
func tableRows(table string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimSuffix(line, "\n")
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// precisionBefore returns what the word that ends at i says of the number that
// begins there: at_least for 超过. Without such a word it is "".
func precisionBefore(r []rune, i int) Precision {
	for range 2 {
		if runeAt(r, i-1) == ' ' {
			i--
		}
	}
	w := loadPrecision()
	var value int32
	for node, j := w.before.root(runeAt(r, i-1)), i-2; node != 0; j-- {
		if v := w.before.nodes[node].value; v != 0 {
			value = v
		}
		node = w.before.next(node, runeAt(r, j))
	}
	return precisionOf(w.beforeMean, value)
}

// precisionAfter returns what the word at end says of the number before it:
// at_most for 以内.
func precisionAfter(r []rune, end int) Precision {
	w := loadPrecision()
	value, _ := w.after.longest(r, skipSpaces(r, end))
	return precisionOf(w.afterMean, value)
}

// precisionOf returns the precision of a word by its value, "" where there is
// none or where the word only looks like one.
func precisionOf(means []Precision, value int32) Precision {
	if value == 0 || means[value-1] == PrecisionExact {
		return ""
	}
	return means[value-1]
}

// precisionAround returns the precision of the plain number r[i:end], given
// what its own signs say: 余 in 2000余元. A bound is stronger than 约.
func precisionAround(r []rune, i, end int, own Precision) Precision {
	found := PrecisionExact
	for _, p := range [...]Precision{own, precisionBefore(r, i), precisionAfter(r, end)} {
		switch p {
		case PrecisionAtLeast, PrecisionAtMost:
			return p
		case PrecisionAbout:
			found = p
		}
	}
	return found
}

// vagueEnd returns the end of 余, 多, 几, 来 or + behind a number, else i: 2000余,
// 10多, 1000+.
func vagueEnd(r []rune, i int) int {
	next := runeAt(r, i+1)
	switch runeAt(r, i) {
	case '几':
		return i + 1
	case '余':
		if next != '额' && next != '款' && next != '下' {
			return i + 1
		}
	case '多':
		if next != '少' && next != '次' && next != '笔' {
			return i + 1
		}
	case '来':
		switch next {
		case '元', '块', '天', '个', '万', '亿', '期', '年', '日':
			return i + 1
		}
	case '+':
		if !isDigit(next) && !isLetter(next) {
			return i + 1
		}
	}
	return i
}

// currency is what a currency's name says of the amount beside it.
type currency uint8

const (
	currencyNone currency = iota
	currencyYuan
	currencyForeign
)

// currencyWords holds the words of data/currencies.tsv.
type currencyWords struct {
	words *trie
	sort  []currency // by the value of the word, less one
}

// loadCurrencies reads the table, which a test proves to be sound.
var loadCurrencies = sync.OnceValue(func() *currencyWords {
	var c currencyWords
	var words [][]rune
	for line := range tableRows(currencyTable) {
		sort, word, _ := strings.Cut(line, "\t")
		words = append(words, []rune(word))
		if sort == "yuan" {
			c.sort = append(c.sort, currencyYuan)
		} else {
			c.sort = append(c.sort, currencyForeign)
		}
	}
	c.words = newTrie(words)
	return &c
})

// readCurrency reads the name or the sign of a currency at i; end == i where
// there is none. Letters of a name do not go on: rmbs is none.
func readCurrency(r []rune, i int) (c currency, end int) {
	t := loadCurrencies()
	value, end := t.words.longest(r, i)
	if value == 0 || isLetter(runeAt(r, end-1)) && isLetter(runeAt(r, end)) ||
		isLetter(r[i]) && isLetter(runeAt(r, i-1)) {
		return currencyNone, i
	}
	return t.sort[value-1], end
}
