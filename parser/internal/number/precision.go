package number

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/precision.tsv
var precisionTable string

// Precision says how exactly a number is given. The zero Precision says nothing.
type Precision string

// The precisions, in the words of the tables.
const (
	Exact   Precision = "exact"
	About   Precision = "about"
	AtLeast Precision = "at_least"
	AtMost  Precision = "at_most"
	Range   Precision = "range"
	Masked  Precision = "masked"
)

// precisionWords are the words of data/precision.tsv by side. Those before a number are
// spelled backwards.
type precisionWords struct {
	before, after     *runes.Trie
	beforeIs, afterIs []Precision // by the word's value in the trie, less one
}

var loadPrecision = sync.OnceValue(func() *precisionWords { return newPrecision(precisionTable) })

func newPrecision(table string) *precisionWords {
	const name = "precision.tsv"
	var w precisionWords
	var before, after [][]rune
	for line, cells := range tsv.Rows(name, table, 3) {
		word, p := []rune(cells[1]), Precision(cells[2])
		switch p {
		case Exact, About, AtLeast, AtMost:
		default:
			tsv.Broken(name, line, "unknown precision")
		}
		switch cells[0] {
		case "before":
			slices.Reverse(word)
			before, w.beforeIs = append(before, word), append(w.beforeIs, p)
		case "after":
			after, w.afterIs = append(after, word), append(w.afterIs, p)
		default:
			tsv.Broken(name, line, "unknown side")
		}
	}
	w.before, w.after = runes.NewTrie(before), runes.NewTrie(after)
	return &w
}

// precisionBefore returns what the word that ends before r[i] says about the number at
// i, or "": at_least for 超过.
func precisionBefore(r []rune, i int) Precision {
	for range 2 {
		if runes.At(r, i-1) == ' ' {
			i--
		}
	}
	w := loadPrecision()
	value, _ := w.before.LongestBefore(r, i)
	return precisionOf(w.beforeIs, value)
}

// PrecisionAfter returns what the word at end says about the number before it, or "":
// at_most for 以内.
func PrecisionAfter(r []rune, end int) Precision {
	w := loadPrecision()
	value, _ := w.after.Longest(r, runes.SkipSpaces(r, end))
	return precisionOf(w.afterIs, value)
}

// precisionOf returns the precision of the word with the given value in the trie, or ""
// if there is no word, or only one that looks like one.
func precisionOf(is []Precision, value int32) Precision {
	if value == 0 || is[value-1] == Exact {
		return ""
	}
	return is[value-1]
}

// PrecisionAround returns the precision of the number r[i:end]. own is what its own
// signs say, such as 余 in 2000余元. A bound takes precedence over 约.
func PrecisionAround(r []rune, i, end int, own Precision) Precision {
	found := Exact
	for _, p := range [...]Precision{own, precisionBefore(r, i), PrecisionAfter(r, end)} {
		switch p {
		case AtLeast, AtMost:
			return p
		case About:
			found = p
		}
	}
	return found
}

// VagueEnd returns the end of the 余, 多, 几, 来 or + at i, after a number, or i if
// there is none: 2000余, 10多, 1000+.
func VagueEnd(r []rune, i int) int {
	next := runes.At(r, i+1)
	switch runes.At(r, i) {
	case '几':
		return i + 1
	case '余', '多':
		if !compoundAt(r, i) {
			return i + 1
		}
	case '来':
		switch next {
		case '元', '块', '天', '个', '万', '亿', '期', '年', '日':
			return i + 1
		}
	case '+':
		if !addsAt(r, i) {
			return i + 1
		}
	}
	return i
}

// addsAt reports whether the + at i adds something to the number before it: 1000+30,
// 本金1000+利息30.
func addsAt(r []rune, i int) bool {
	next := runes.SkipSpaces(r, i+1)
	if c := runes.At(r, next); runes.IsAlnum(c) || c == '¥' {
		return true
	}
	value, _ := loadAddends().Longest(r, next)
	return value != 0
}
