// Package surnames knows Chinese surnames and how many people have them.
package surnames

import (
	_ "embed"
	"slices"
	"strconv"

	"github.com/dunsms/dunsms/internal/han"
	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
)

//go:embed surnames.tsv
var surnamesTable string

// Load reads the table, which otherwise the first Find does.
func Load() { embedded.Get() }

// table holds the surnames; the compound ones are in simplified characters.
type table struct {
	first    [0xA000 - 0x4E00]uint16 // the index in single of each common character, or of its simplified form
	single   []single                // at 0: no surname begins with the character
	compound map[[2]rune]float64     // share of the population, 0 to 1
}

type single struct {
	share float64 // 0: it only begins compound surnames
	leads bool    // compound surnames begin with it
}

// index returns the index of r in t.first, -1 if no surname can begin with it.
func (t *table) index(r rune) int {
	if i := int(r) - 0x4E00; i >= 0 && i < len(t.first) {
		return i
	}
	return -1
}

var embedded = lazy.New(func() *table { return newTable(surnamesTable) })

func newTable(text string) *table {
	const name = "surnames.tsv"
	t := &table{single: make([]single, 1), compound: map[[2]rune]float64{}}
	for line, fields := range tsv.Rows(name, text, 3) {
		surname := []rune(fields[0])
		if len(surname) < 1 || len(surname) > 2 || slices.ContainsFunc(surname, func(r rune) bool { return t.index(r) < 0 }) {
			tsv.Broken(name, line, "a surname is one or two common characters")
		}
		percent, err := strconv.ParseFloat(fields[1], 64)
		if err != nil || !(percent > 0 && percent <= 100) { // NaN is not a share either
			tsv.Broken(name, line, "a share is above 0 and at most 100")
		}
		at := &t.first[t.index(surname[0])]
		if *at == 0 {
			*at = uint16(len(t.single))
			t.single = append(t.single, single{})
		}
		s := &t.single[*at]
		if len(surname) == 1 {
			s.share = percent / 100
		} else {
			t.compound[[2]rune(surname)] = percent / 100
			s.leads = true
		}
	}
	for i := range t.first {
		if plain := han.Simplified(rune(0x4E00 + i)); plain != rune(0x4E00+i) {
			t.first[i] = t.first[t.index(plain)]
		}
	}
	return t
}

// rare is the share of a surname that is not in the table. Some 14,000 surnames, each
// under 0.01 percent, are those of less than 4 percent of the population (China
// Information News, 2007-09-06): 0.0003 percent each.
const rare = 3e-6

// Len returns how many of the first runes of r are a surname of the table, in
// simplified or traditional characters: 2 for a compound one such as 欧阳, else 1, or 0
// if there is none. It does not allocate.
func Len(r []rune) int {
	n, _ := Find(r)
	return n
}

// Find returns the length of the surname at the start of r, like [Len], and the share
// of the population, 0 to 1, that has it. If r begins with no surname of the table,
// the share is that of a rare one; for no runes it is 0. Source and year are in the
// head of surnames.tsv.
func Find(r []rune) (n int, share float64) {
	if len(r) == 0 {
		return 0, 0
	}
	t, s := embedded.Get(), single{}
	if i := t.index(r[0]); i >= 0 {
		s = t.single[t.first[i]]
	}
	if s.leads && len(r) > 1 {
		if share, ok := t.compound[[2]rune{han.Simplified(r[0]), han.Simplified(r[1])}]; ok {
			return 2, share
		}
	}
	if s.share > 0 {
		return 1, s.share
	}
	return 0, rare
}
