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
//	u32 n, n f64 weights; the first is 0: no word
//	u32 n, n codes: u16 rune, u16 index of weight, u16[4] emission (negated; 0: none); code 0 is no rune
//	u32 n, n nodes of words of more than one rune: u32 parent, u16 code, u16 index of weight
//
// A parent is the code of a word's first rune, or the number of codes plus the
// index of a node before.
func encode(d *dict, m *hmm, ladder []entry) (string, error) {
	runes := codeOrder(d.entries, m)
	weights := []float64{0}
	for _, e := range d.entries {
		weights = append(weights, e.weight)
	}
	slices.Sort(weights[1:])
	weights = slices.Compact(weights)
	if len(runes) > math.MaxUint16 || len(weights) > math.MaxUint16 {
		return "", fmt.Errorf("%d characters and %d weights are too many", len(runes), len(weights))
	}
	le := binary.LittleEndian
	var b []byte
	f64 := func(x float64) { b = le.AppendUint64(b, math.Float64bits(x)) }
	indexOf := func(weight float64) uint16 {
		i, _ := slices.BinarySearch(weights[1:], weight)
		return uint16(i + 1)
	}
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
	b = le.AppendUint32(b, uint32(len(weights)))
	for _, w := range weights {
		f64(w)
	}
	ones, nodes := makeNodes(d.entries, runes)
	b = le.AppendUint32(b, uint32(len(runes)))
	for _, r := range runes {
		b = le.AppendUint16(b, uint16(r))
		b = le.AppendUint16(b, indexOf(cmp.Or(ones[r], d.min)))
		for _, emit := range m.emit {
			b = le.AppendUint16(b, emit[r])
		}
	}
	b = le.AppendUint32(b, uint32(len(nodes)))
	for _, n := range nodes {
		b = le.AppendUint32(b, n.parent)
		b = le.AppendUint16(b, n.code)
		if n.weight == 0 {
			b = le.AppendUint16(b, 0)
		} else {
			b = le.AppendUint16(b, indexOf(n.weight))
		}
	}
	return string(b), nil
}

// node is a node of the trie of words of more than one rune.
type node struct {
	parent uint32
	code   uint16
	weight float64 // 0: no word ends here
}

// makeNodes returns the weights of the words of one rune, and the nodes of the others. The nodes of
// the most frequent words come first, because they are then found first.
func makeNodes(words []entry, runes []rune) (ones map[rune]float64, nodes []node) {
	codes := map[rune]uint16{}
	for i, r := range runes {
		codes[r] = uint16(i)
	}
	ones = map[rune]float64{}
	index := map[string]uint32{} // of nodes, by the word so far
	for _, e := range slices.Backward(words) {
		first, size := utf8.DecodeRuneInString(e.word)
		if size == len(e.word) {
			ones[first] = e.weight
			continue
		}
		parent := uint32(codes[first])
		var last uint32
		for i, r := range e.word[size:] {
			sofar := e.word[:size+i+utf8.RuneLen(r)]
			at, ok := index[sofar]
			if !ok {
				at = uint32(len(nodes))
				index[sofar] = at
				nodes = append(nodes, node{parent: parent, code: codes[r]})
			}
			parent, last = uint32(len(runes))+at, at
		}
		nodes[last].weight = e.weight
	}
	return ones, nodes
}

// codeOrder returns the characters by code. Those that occur in most words come first, so that what
// is looked up most is close together. Code 0 is not a character.
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
