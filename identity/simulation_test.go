package identity

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/internal/tsv"
)

const people100k = 100_000

// town draws people: surnames by share, regions evenly from the list, birth
// dates of adults evenly, given names from a short list, so that people share
// more of them than real ones do.
type town struct {
	rnd      *rand.Rand
	surnames []string
	upTo     []float64
	codes    []int32
}

const givenRunes = "明国文华建军平志伟东海强晓生光林小民永杰金福祥清春玉秀英丽红芳梅兰霞燕静敏娟艳琴婷慧佳雪倩欣怡子涵浩宇轩梓博思雨辰诗"

func newTown(t testing.TB) *town {
	table, err := os.ReadFile("../internal/surnames/surnames.tsv")
	require.NoError(t, err)
	w := &town{rnd: rand.New(rand.NewPCG(2026, 11)), codes: people().codes}
	sum := 0.0
	for _, f := range tsv.Rows("surnames.tsv", string(table), 3) {
		_, share := surnames.Find([]rune(f[0]))
		sum += share
		w.surnames = append(w.surnames, f[0])
		w.upTo = append(w.upTo, sum)
	}
	return w
}

type person struct {
	surname, given string
	id             ID
}

func (p person) profile() Profile { return Profile{Name: p.surname + p.given, ID: p.id} }

func (w *town) surname() string {
	i, _ := slices.BinarySearch(w.upTo, w.rnd.Float64()*w.upTo[len(w.upTo)-1])
	return w.surnames[i]
}

func (w *town) person() person {
	given := []rune(givenRunes)
	p := person{surname: w.surname()}
	for range 1 + min(w.rnd.IntN(7), 1) {
		p.given += string(given[w.rnd.IntN(len(given))])
	}
	day := time.Date(1946, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, w.rnd.IntN(60*365))
	y, m, d := day.Date()
	body := uint64(w.codes[w.rnd.IntN(len(w.codes))])*100_000_000 + uint64(y*10_000+int(m)*100+d)
	p.id = ID{body*1000 + w.rnd.Uint64N(1000)}
	return p
}

// shownID are forms in which at least 8 digits show.
var shownID = []struct{ head, tail int }{{4, 4}, {6, 4}, {6, 2}, {6, 3}, {10, 4}, {12, 2}, {5, 3}, {3, 6}, {14, 0}, {8, 4}}

// shownName writes a name in one of the forms of real messages.
func (w *town) shownName(p person) Name {
	given := []rune(p.given)
	forms := []string{
		p.surname + strings.Repeat("*", len(given)),
		p.surname + "*",
		p.surname + strings.Repeat("某", len(given)),
		"*" + string(given),
		p.surname + p.given,
		p.surname + titleOf(p.id),
	}
	if len(given) == 2 {
		forms = append(forms, p.surname+"*"+string(given[1]))
	}
	if utf8.RuneCountInString(p.surname) == 2 {
		forms[3] = "**" + string(given)
	}
	n, err := ParseName(forms[w.rnd.IntN(len(forms))])
	if err != nil {
		panic(err)
	}
	return n
}

func titleOf(id ID) string { return canonicalTitle[id.Sex()] }

func (w *town) claim(p person) Claim {
	form := shownID[w.rnd.IntN(len(shownID))]
	return Claim{Name: w.shownName(p), ID: p.id.Mask(form.head, form.tail)}
}

// spoil makes one shown character of the name or of the number wrong, or swaps
// two that differ.
func (w *town) spoil(c Claim) Claim {
	if w.rnd.IntN(2) == 0 {
		runes := []rune(c.Name.text)
		shown := shownPlaces(runes)
		i := shown[w.rnd.IntN(len(shown))]
		switch {
		case i > 0 && runes[i-1] != hidden && runes[i-1] != runes[i] && w.rnd.IntN(4) == 0:
			runes[i-1], runes[i] = runes[i], runes[i-1]
		case i == 0:
			for old := runes[0]; runes[0] == old; {
				runes[0] = []rune(w.surname())[0]
			}
		default:
			for old := runes[i]; runes[i] == old; {
				runes[i] = []rune(givenRunes)[w.rnd.IntN(50)]
			}
		}
		c.Name.text = string(runes)
		return c
	}
	d := []rune(string(c.ID.cells[:]))
	shown := shownPlaces(d)
	i := shown[w.rnd.IntN(len(shown))]
	if i > 0 && d[i-1] != hidden && d[i-1] != d[i] && d[i] != 'X' && w.rnd.IntN(4) == 0 {
		d[i-1], d[i] = d[i], d[i-1]
	} else {
		for old := d[i]; d[i] == old; {
			d[i] = '0' + rune(w.rnd.IntN(10))
		}
	}
	for i, r := range d {
		c.ID.cells[i] = byte(r)
	}
	return c
}

func shownPlaces(runes []rune) (list []int) {
	for i, r := range runes {
		if r != hidden {
			list = append(list, i)
		}
	}
	return list
}

// neighbour is a stranger with the surname and the shown region of p, but not
// the tail.
func (w *town) neighbour(p person, c Claim) person {
	for {
		q := w.person()
		q.surname = p.surname
		q.id.body = p.id.body/1e11*1e11 + q.id.body%1e11
		own, shown := q.id.digits(), c.ID.cells
		for i := idLength - 1; i >= 6 && shown[i] != hidden; i-- {
			if shown[i] != own[i] {
				return q
			}
		}
	}
}

func TestSimulation(t *testing.T) {
	w := newTown(t)
	groups := []struct {
		name string
		draw func() (Claim, Profile)
		bits []float64
	}{
		{name: "the person, no error", draw: func() (Claim, Profile) {
			p := w.person()
			return w.claim(p), p.profile()
		}},
		{name: "the person, one character wrong", draw: func() (Claim, Profile) {
			p := w.person()
			return w.spoil(w.claim(p)), p.profile()
		}},
		{name: "a stranger", draw: func() (Claim, Profile) {
			return w.claim(w.person()), w.person().profile()
		}},
		{name: "a stranger, same surname and region", draw: func() (Claim, Profile) {
			p := w.person()
			c := w.claim(p)
			for c.ID.cells[idLength-1] == hidden { // no tail to differ
				c = w.claim(p)
			}
			return c, w.neighbour(p, c).profile()
		}},
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%-36s %8s %8s %8s %8s %8s\n", "100,000 of each", "1 %", "median", "99 %", "over 0", "over 10")
	over := func(bits []float64, limit float64) int {
		i, _ := slices.BinarySearch(bits, limit)
		for i < len(bits) && bits[i] == limit && limit == 0 {
			i++
		}
		return len(bits) - i
	}
	for i := range groups {
		g := &groups[i]
		for range people100k {
			c, p := g.draw()
			g.bits = append(g.bits, Compare(c, p).Bits)
		}
		slices.Sort(g.bits)
		fmt.Fprintf(&table, "%-36s %+8.1f %+8.1f %+8.1f %8d %8d\n", g.name,
			g.bits[people100k/100], g.bits[people100k/2], g.bits[people100k-people100k/100], over(g.bits, 0), over(g.bits, 10))
	}
	t.Log("\n" + table.String())
	require.Len(t, groups[0].bits, people100k)
	assert.Equal(t, people100k, over(groups[0].bits, 0), "without error: always above 0")
	assert.GreaterOrEqual(t, over(groups[1].bits, 0), people100k*90/100, "with one error: above 0 in 90 of 100")
	assert.Less(t, over(groups[2].bits, 10), people100k/20_000, "strangers: +10 in fewer than 1 in 20,000")
	assert.LessOrEqual(t, over(groups[3].bits, -0.05), people100k/100, "neighbours: below 0 in 99 of 100")
}
