package segment

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

//go:generate go run ./gen

// plainBin is jieba's part of the dictionary in the form of the plain engine; see gen
// for its layout.
//
//go:embed data/plain.bin
var plainBin []byte

// newTables returns the tables of a file such as plainBin with nodes added for words,
// and those nodes, whose weights are not set. It panics if the file is broken.
func newTables(file []byte, words []string) (t *tables, nodes []uint32) {
	d := decoder{file: file}
	defer func() {
		if err := recover(); err != nil {
			panic(fmt.Sprintf("segment: plain.bin, byte %d: %v", d.at, err))
		}
	}()
	t = &tables{codes: make([]uint32, 1<<16), total: uint64(d.u32()), floor: int(d.u32()), min: d.f64()}
	for i := range t.start {
		t.start[i] = d.f64()
	}
	for i := range t.trans {
		for j := range t.trans[i] {
			t.trans[i][j] = d.f64()
		}
	}
	t.ladder = make([]rung, d.count(12))
	for i := range t.ladder {
		t.ladder[i] = rung{d.u32(), d.f64()}
	}
	_ = t.ladder[t.floor]
	weights := make([]float64, d.count(8))
	for i := range weights {
		weights[i] = d.f64()
	}
	d.characters(t, weights)
	known := uint32(len(t.emit))

	room := d.count(8)
	if d.at+8*room != len(file) {
		panic("more than the tables")
	}
	for _, word := range words {
		for _, r := range word {
			t.encode(r)
			room++
		}
	}
	t.trie = newTrie(room)
	nodes = make([]uint32, len(words))
	for i, word := range words { // first, so that they stand where their keys lead
		nodes[i] = t.addWord(word)
	}
	d.nodes(t, known, weights)
	return t, nodes
}

// characters reads the codes and what is known about each character.
func (d *decoder) characters(t *tables, weights []float64) {
	n := d.count(12)
	t.ones = slices.Grow(t.ones, n+n/16)[:n] // added words may need more
	t.emit = slices.Grow(t.emit, n+n/16)[:n]
	for code := range t.emit {
		t.codes[d.u16()] = uint32(code)
		t.ones[code] = weights[d.u16()]
		for state := range t.emit[code] {
			t.emit[code][state] = minDouble
			if v := d.u16(); v > 0 {
				t.emit[code][state] = -float64(v)
			}
		}
	}
}

// nodes reads the nodes of words of two characters or more, all of known codes.
func (d *decoder) nodes(t *tables, known uint32, weights []float64) {
	nodes := make([]uint32, 0, (len(d.file)-d.at)/8)
	for d.at < len(d.file) {
		parent, code, weight := d.u32(), uint32(d.u16()), weights[d.u16()]
		if code == 0 || code >= known {
			panic("no such character")
		}
		n := t.first(parent)
		if parent >= known {
			n = nodes[parent-known]
		}
		n = t.add(n, code)
		t.trie.nodes[n].weight = weight
		nodes = append(nodes, n)
	}
}

// decoder reads little-endian numbers from a file. It panics at the end of the file.
type decoder struct {
	file []byte
	at   int
}

func (d *decoder) u16() uint16 {
	v := binary.LittleEndian.Uint16(d.file[d.at:])
	d.at += 2
	return v
}

func (d *decoder) u32() uint32 {
	v := binary.LittleEndian.Uint32(d.file[d.at:])
	d.at += 4
	return v
}

func (d *decoder) f64() float64 {
	v := binary.LittleEndian.Uint64(d.file[d.at:])
	d.at += 8
	return math.Float64frombits(v)
}

// count reads a number of items of size bytes that must all follow.
func (d *decoder) count(size int) int {
	n := int(d.u32())
	_ = d.file[d.at : d.at+n*size]
	return n
}
