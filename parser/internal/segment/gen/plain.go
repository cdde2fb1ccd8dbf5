package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
)

// encode writes the tables of the plain engine, little-endian:
//
//	u32 words in jieba's corpus, u32 floor (index of a rung), f64 least weight
//	f64[4] start, f64[4][4] transition
//	u32 n, n rungs: u32 freq, f64 weight
//	u32 n, n codes: u16 rune, u16[4] emission (negated; 0: none); code 0 is no rune
//	u32 n, n f64 weights; weight 0 is none
//	u32 n, n units of the double array: u32 base, u32 check, u16 index of weight
func encode(d *dict, lexicon []entry, m *hmm, ladder []entry) (string, error) {
	words := map[string]float64{}
	for _, e := range append(slices.Clone(d.entries), lexicon...) {
		words[e.word] = e.weight
	}
	runes := codeOrder(words, m)
	weights := slices.Insert(slices.Compact(slices.Sorted(maps.Values(words))), 0, 0)
	if len(runes) > math.MaxUint16 || len(weights) > math.MaxUint16 {
		return "", fmt.Errorf("%d characters and %d weights are too many", len(runes), len(weights))
	}
	le := binary.LittleEndian
	var b []byte
	f64 := func(x float64) { b = le.AppendUint64(b, math.Float64bits(x)) }
	b = le.AppendUint32(b, uint32(d.total))
	b = le.AppendUint32(b, uint32(floorRung(ladder, d.total)))
	f64(d.min)
	for _, row := range append([][4]float64{m.start}, m.trans[:]...) {
		for _, p := range row {
			f64(p)
		}
	}
	b = le.AppendUint32(b, uint32(len(ladder)))
	for _, r := range ladder {
		b = le.AppendUint32(b, r.freq)
		f64(r.weight)
	}
	b = le.AppendUint32(b, uint32(len(runes)))
	for _, r := range runes {
		b = le.AppendUint16(b, uint16(r))
		for _, emit := range m.emit {
			b = le.AppendUint16(b, emit[r])
		}
	}
	b = le.AppendUint32(b, uint32(len(weights)))
	for _, w := range weights {
		f64(w)
	}
	codes := map[rune]uint32{}
	for i, r := range runes {
		codes[r] = uint32(i)
	}
	units := doubleArray(words, codes)
	b = le.AppendUint32(b, uint32(len(units)))
	for _, u := range units {
		i, _ := slices.BinarySearch(weights[1:], u.weight)
		if u.weight == 0 {
			i = -1
		}
		b = le.AppendUint32(b, u.base)
		b = le.AppendUint32(b, u.check)
		b = le.AppendUint16(b, uint16(i+1))
	}
	return string(b), nil
}

// codeOrder returns the characters by code: those in most words first, so that
// the double array is dense. Code 0 is no character.
func codeOrder(words map[string]float64, m *hmm) []rune {
	count := map[rune]int{}
	for _, emit := range m.emit {
		for r := range emit {
			count[r] += 0
		}
	}
	for word := range words {
		for _, r := range word {
			count[r]++
		}
	}
	runes := slices.SortedFunc(maps.Keys(count), func(a, b rune) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return slices.Insert(runes, 0, 0)
}
