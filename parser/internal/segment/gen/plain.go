package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
	"unicode/utf8"
)

// encode writes the tables of the plain engine, little-endian:
//
//	u32 words in jieba's corpus, u32 floor (index of a rung), f64 least weight
//	f64[4] start, f64[4][4] transition
//	u32 n, n rungs: u32 freq, f64 weight
//	u32 n, n codes: u16 rune, u16[4] emission (negated; 0: none); code 0 is no rune
//	u32 n, n f64 weights of words
//	u32 n, n words: u16 index of weight, u8 n, u16[n] codes
func encode(d *dict, m *hmm, ladder []entry) (string, error) {
	runes := codeOrder(d.entries, m)
	var weights []float64
	for _, e := range d.entries {
		weights = append(weights, e.weight)
	}
	slices.Sort(weights)
	weights = slices.Compact(weights)
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
	codes := map[rune]uint16{}
	for i, r := range runes {
		codes[r] = uint16(i)
	}
	b = le.AppendUint32(b, uint32(len(d.entries)))
	for _, e := range d.entries {
		i, _ := slices.BinarySearch(weights, e.weight)
		b = le.AppendUint16(b, uint16(i))
		b = append(b, byte(utf8.RuneCountInString(e.word)))
		for _, r := range e.word {
			b = le.AppendUint16(b, codes[r])
		}
	}
	return string(b), nil
}

// codeOrder returns the characters by code: those in most words first, so that
// what is looked up most lies together. Code 0 is no character.
func codeOrder(words []entry, m *hmm) []rune {
	count := map[rune]int{}
	for _, emit := range m.emit {
		for r := range emit {
			count[r] += 0
		}
	}
	for _, e := range words {
		for _, r := range e.word {
			count[r]++
		}
	}
	runes := slices.SortedFunc(maps.Keys(count), func(a, b rune) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return slices.Insert(runes, 0, 0)
}
