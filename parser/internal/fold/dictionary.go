package fold

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/singles.tsv
var singleTable string

// Knows reports whether word, which has no separators, is a word of a dictionary. A
// separator between two such words hides nothing.
type Knows func(word []rune) bool

// longestWhole is the length of the longest word, in runes, that is looked for next to
// a separator.
const longestWhole = 4

// Load reads the tables now, which otherwise the first text does.
func Load() {
	loadSpellings()
	loadSingles()
}

// loadSingles returns the set of the characters of singles.tsv.
var loadSingles = sync.OnceValue(func() *runes.Set { return newSingles(singleTable) })

// newSingles returns the set of the characters of a table in the form of singles.tsv.
func newSingles(table string) *runes.Set {
	return runes.NewSet(tsv.Characters("singles.tsv", table, 4, 1))
}

// divides reports whether a separator between left and right is between two words: left
// ends with a word and right begins with one, or one of the two does, and no word
// continues over the separator.
func (t *Text) divides(knows Knows, left, right []rune) bool {
	ends, begins := endsWhole(knows, left), beginsWhole(knows, right)
	return ends && begins || (ends || begins) && !t.crosses(knows, left, right, 2)
}

// crosses reports whether a word of least to three runes begins in left and ends in right.
func (t *Text) crosses(knows Knows, left, right []rune, least int) bool {
	const most = 3
	for before := 1; before < min(most, len(left)+1); before++ {
		word := append(t.spare.runes[:0], left[len(left)-before:]...)
		for after := 0; after < min(most-before, len(right)); after++ {
			word = append(word, right[after])
			if len(word) >= least && knows(word) {
				return true
			}
		}
		t.spare.runes = word
	}
	return false
}

// endsLine reports whether a line break that divides left and right ends a line, and is
// not within a word of three characters: 尊敬, 的.
func (t *Text) endsLine(knows Knows, left, right []rune) bool {
	return endsWord(knows, left) && beginsWord(knows, right) || !t.crosses(knows, left, right, 3)
}

// endsWhole reports whether r ends with a word or with a character that is one.
func endsWhole(knows Knows, r []rune) bool {
	return endsWord(knows, r) || len(r) > 0 && loadSingles().Has(r[len(r)-1])
}

// beginsWhole reports whether r begins with a word or with a character that is one.
func beginsWhole(knows Knows, r []rune) bool {
	return beginsWord(knows, r) || len(r) > 0 && loadSingles().Has(r[0])
}

// endsWord reports whether r ends with a word.
func endsWord(knows Knows, r []rune) bool {
	for n := 2; n <= min(longestWhole, len(r)); n++ {
		if knows(r[len(r)-n:]) {
			return true
		}
	}
	return false
}

// beginsWord reports whether r begins with a word.
func beginsWord(knows Knows, r []rune) bool {
	for n := 2; n <= min(longestWhole, len(r)); n++ {
		if knows(r[:n]) {
			return true
		}
	}
	return false
}
