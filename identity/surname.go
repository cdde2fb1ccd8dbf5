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

// surnameTable holds the surnames in simplified characters.
type surnameTable struct {
	first    [0xA000 - 0x4E00]uint16 // for each common character: its place in single
	single   []singleSurname         // 0: no surname begins so
	compound map[[2]rune]float64     // share of the population, 0 to 1
}

// place returns where a surname that begins with r has its place in t.first,
// -1 if none can.
func (t *surnameTable) place(r rune) int {
	if i := int(r) - 0x4E00; i >= 0 && i < len(t.first) {
		return i
	}
	return -1
}

type singleSurname struct {
	share float64 // 0: only the first character of compound ones
	leads bool    // compound ones begin with it
}

var surnames = sync.OnceValue(func() *surnameTable {
	t := &surnameTable{single: make([]singleSurname, 1), compound: map[[2]rune]float64{}}
	for fields := range tableRows(surnamesText) {
		first, n := utf8.DecodeRuneInString(fields[0])
		percent, _ := strconv.ParseFloat(fields[1], 64)
		at := &t.first[t.place(first)]
		if *at == 0 {
			*at = uint16(len(t.single))
			t.single = append(t.single, singleSurname{})
		}
		s := &t.single[*at]
		if n == len(fields[0]) {
			s.share = percent / 100
		} else {
			second, _ := utf8.DecodeRuneInString(fields[0][n:])
			t.compound[[2]rune{first, second}] = percent / 100
			s.leads = true
		}
	}
	return t
})

// surnameOf returns the length of the surname at the start of r and its share.
func surnameOf(r []rune) (n int, share float64) {
	if len(r) == 0 {
		return 0, 0
	}
	t, first := surnames(), Simplified(r[0])
	s := singleSurname{}
	if i := t.place(first); i >= 0 {
		s = t.single[t.first[i]]
	}
	if s.leads && len(r) > 1 {
		if share, ok := t.compound[[2]rune{first, Simplified(r[1])}]; ok {
			return 2, share
		}
	}
	if s.share > 0 {
		return 1, s.share
	}
	return 0, rareSurname
}

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
	n, _ := surnameOf(r)
	return n
}

// SurnameShare returns the share of the population, 0 to 1, that has the surname
// at the start of r; for a surname that is not in the table, what a rare one
// has; 0 for no runes. Source and year are in the head of surnames.tsv.
func SurnameShare(r []rune) float64 {
	_, share := surnameOf(r)
	return share
}
