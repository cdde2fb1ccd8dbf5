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

// precisionWords are the words of data/precision.tsv by their side; those before a
// number are spelled backwards.
type precisionWords struct {
	before, after     *runes.Trie
	beforeIs, afterIs []Precision // by the value of the word, less one
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

// precisionBefore returns what the word that ends at i says of the number that
// begins there: at_least for 超过. Without such a word it is "".
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

// PrecisionAfter returns what the word at end says of the number before it:
// at_most for 以内.
func PrecisionAfter(r []rune, end int) Precision {
	w := loadPrecision()
	value, _ := w.after.Longest(r, runes.SkipSpaces(r, end))
	return precisionOf(w.afterIs, value)
}

// precisionOf returns the precision of a word by its value, "" where there is
// none or where the word only looks like one.
func precisionOf(is []Precision, value int32) Precision {
	if value == 0 || is[value-1] == Exact {
		return ""
	}
	return is[value-1]
}

// PrecisionAround returns the precision of the plain number r[i:end], given
// what its own signs say: 余 in 2000余元. A bound is stronger than 约.
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

// VagueEnd returns the end of 余, 多, 几, 来 or + behind a number, else i: 2000余,
// 10多, 1000+.
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
		if !runes.IsDigit(next) && !runes.IsLetter(next) {
			return i + 1
		}
	}
	return i
}
