package fold

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/singles.tsv
var singleTable string

// Dictionary knows words. Between two of them a separator hides nothing.
type Dictionary interface {
	// Knows reports whether a word consists of the runes, which have no separators.
	Knows(word []rune) bool
}

// longestWhole is the length of the longest word, in runes, that is looked for next to
// a separator.
const longestWhole = 4

// loadSingles returns the set of the characters of singles.tsv.
var loadSingles = sync.OnceValue(func() *runes.Set { return newSingles(singleTable) })

// newSingles returns the set of the characters of a table in the form of singles.tsv.
func newSingles(table string) *runes.Set {
	const name = "singles.tsv"
	var all strings.Builder
	for line, cells := range tsv.Rows(name, table, 4) {
		for c := range strings.SplitSeq(cells[1], "|") {
			if len([]rune(c)) != 1 {
				tsv.Broken(name, line, "not a single character")
			}
			all.WriteString(c)
		}
	}
	return runes.NewSet(all.String())
}

// divides reports whether a separator between left and right is between two words of d:
// one ends with left and one begins with right, or one of both does, and no word goes on
// over the separator.
func (t *Text) divides(d Dictionary, left, right []rune) bool {
	ends, begins := endsWhole(d, left), beginsWhole(d, right)
	return ends && begins || (ends || begins) && !t.crosses(d, left, right, 2)
}

// crosses reports whether a word of least to three runes begins in left and ends in right.
func (t *Text) crosses(d Dictionary, left, right []rune, least int) bool {
	const most = 3
	for before := 1; before < min(most, len(left)+1); before++ {
		word := append(t.spare.runes[:0], left[len(left)-before:]...)
		for after := 0; after < min(most-before, len(right)); after++ {
			word = append(word, right[after])
			if len(word) >= least && d.Knows(word) {
				return true
			}
		}
		t.spare.runes = word
	}
	return false
}

// endsLine reports whether a line break that divides left and right ends a line, and is
// not within a word of three characters: 尊敬, 的.
func (t *Text) endsLine(d Dictionary, left, right []rune) bool {
	return endsWord(d, left) && beginsWord(d, right) || !t.crosses(d, left, right, 3)
}

// endsWhole reports whether r ends with a word or with a character that is one.
func endsWhole(d Dictionary, r []rune) bool {
	return endsWord(d, r) || len(r) > 0 && loadSingles().Has(r[len(r)-1])
}

// beginsWhole reports whether r begins with a word or with a character that is one.
func beginsWhole(d Dictionary, r []rune) bool {
	return beginsWord(d, r) || len(r) > 0 && loadSingles().Has(r[0])
}

// endsWord reports whether r ends with a word of d.
func endsWord(d Dictionary, r []rune) bool {
	for n := 2; n <= min(longestWhole, len(r)); n++ {
		if d.Knows(r[len(r)-n:]) {
			return true
		}
	}
	return false
}

// beginsWord reports whether r begins with a word of d.
func beginsWord(d Dictionary, r []rune) bool {
	for n := 2; n <= min(longestWhole, len(r)); n++ {
		if d.Knows(r[:n]) {
			return true
		}
	}
	return false
}
