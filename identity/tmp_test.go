package identity

import (
	"fmt"
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	w := newTown()
	save := append([]struct{ head, tail int }{}, shownID...)
	for _, f := range save {
		shownID = shownID[:0]
		shownID = append(shownID, f)
		names := func(p person) Name {
			n, _ := ParseName(p.surname + strings.Repeat("*", len([]rune(p.given))))
			if w.rnd.IntN(3) == 0 {
				n, _ = ParseName(p.surname + "*")
			}
			if w.rnd.IntN(5) == 0 {
				n, _ = ParseName(p.surname + titleOf(p.id))
			}
			return n
		}
		var ok, err1, str, nb, nb0, zero int
		N := 20000
		for range N {
			p := w.person()
			c := w.claim(p)
			c.Name = names(p)
			if Compare(c, p.profile()).Bits > 0 {
				ok++
			}
			if Compare(w.spoil(c), p.profile()).Bits > 0 {
				err1++
			}
			if Compare(c, w.person().profile()).Bits >= 10 {
				str++
			}
			if f.tail > 0 {
				if b := Compare(c, w.neighbour(p, c).profile()).Bits; b > 0 {
					nb++
				} else if b == 0 {
					nb0++
				}
			}
			_ = zero
		}
		fmt.Println(f, "true", float64(ok)/float64(N), "err1", float64(err1)/float64(N), "stranger10", str, "neigh>0", float64(nb)/float64(N), nb0)
	}
	shownID = append(shownID[:0], save...)
}
func BenchmarkCompareX(b *testing.B) {
	w := newTown()
	var cs []Claim
	var ps []Profile
	for range 64 {
		p := w.person()
		cs = append(cs, w.claim(p))
		ps = append(ps, w.person().profile())
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Compare(cs[i&63], ps[i&63])
		i++
	}
}
func BenchmarkParseIDX(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseID("110101199003074514")
	}
}
func BenchmarkMaskedX(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseMaskedID("1101**********4514")
	}
}
func BenchmarkNameX(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ParseName("张三丰")
	}
}
