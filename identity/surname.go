package identity

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed surnames.tsv
var surnamesText string

// surnameTable holds the surnames in simplified characters, with their share of
// the population, 0 to 1.
type surnameTable struct {
	single   map[rune]float64
	compound map[[2]rune]float64
}

var surnames = sync.OnceValue(func() *surnameTable {
	t := &surnameTable{map[rune]float64{}, map[[2]rune]float64{}}
	for fields := range tableRows(surnamesText) {
		r, n := utf8.DecodeRuneInString(fields[0])
		percent, _ := strconv.ParseFloat(fields[1], 64)
		if n == len(fields[0]) {
			t.single[r] = percent / 100
		} else {
			second, _ := utf8.DecodeRuneInString(fields[0][n:])
			t.compound[[2]rune{r, second}] = percent / 100
		}
	}
	return t
})

// tableRows yields the fields of each row of a tab-separated text; an empty line
// and one that begins with # is no row.
func tableRows(text string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// rareSurname is the share of a surname that is not in the table. Some 14,000
// surnames under 0.01 percent hold less than 4 percent of the population
// (China Information News, 2007-09-06): 0.0003 percent each.
const rareSurname = 3e-6

// SurnameLen returns how many of the first runes of r are a surname of the
// table, in simplified or traditional characters: 2 for a compound one such as
// 欧阳, else 1, and 0 where there is none. It does not allocate.
func SurnameLen(r []rune) int {
	if len(r) == 0 {
		return 0
	}
	t, first := surnames(), Simplified(r[0])
	if len(r) > 1 {
		if _, ok := t.compound[[2]rune{first, Simplified(r[1])}]; ok {
			return 2
		}
	}
	if _, ok := t.single[first]; ok {
		return 1
	}
	return 0
}

// SurnameShare returns the share of the population, 0 to 1, that has the surname
// at the start of r; for a surname that is not in the table, what a rare one
// has; 0 for no runes. Source and year are in the head of surnames.tsv.
func SurnameShare(r []rune) float64 {
	t := surnames()
	switch SurnameLen(r) {
	case 2:
		return t.compound[[2]rune{Simplified(r[0]), Simplified(r[1])}]
	case 1:
		return t.single[Simplified(r[0])]
	}
	if len(r) == 0 {
		return 0
	}
	return rareSurname
}
