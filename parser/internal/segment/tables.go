package segment

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
)

//go:generate go run ./gen

// plainBin is jieba's part of the dictionary as the plain engine reads it; see
// gen for its layout.
//
//go:embed data/plain.bin
var plainBin []byte

// minDouble is cppjieba's logarithm of zero.
const minDouble = -3.14e+100

// tables is what a plain engine cuts by: words with their weights, and the HMM.
type tables struct {
	trie
	codes  []uint32     // of each rune; 0: in no word
	min    float64      // weight of a character that is no word
	emit   [][4]float64 // HMM, by code; log probabilities in thousandths
	start  [4]float64
	trans  [4][4]float64
	total  uint64 // words in jieba's corpus
	ladder []rung
	floor  int // index in ladder of the least rung of a word to be cut whole
}

// newTables returns the tables of a file such as plainBin with room for more
// words, each of which is yet to be added.
func newTables(file []byte, more []string) *tables {
	d := decoder{file}
	defer func() {
		if err := recover(); err != nil {
			panic(fmt.Sprintf("segment: plain.bin, byte %d: %v", len(file)-len(d.b), err))
		}
	}()
	t := &tables{codes: make([]uint32, 1<<16), total: uint64(d.u32()), floor: int(d.u32()), min: d.f64()}
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
	t.emit = make([][4]float64, d.count(10))
	for code := range t.emit {
		t.codes[d.u16()] = uint32(code)
		for state := range t.emit[code] {
			t.emit[code][state] = minDouble
			if v := d.u16(); v > 0 {
				t.emit[code][state] = -float64(v)
			}
		}
	}
	weights := make([]float64, d.count(8))
	for i := range weights {
		weights[i] = d.f64()
	}
	n := d.count(5)
	left := (len(d.b) - 5*n) / 2 // characters after the first of a word
	later := left
	for _, word := range more {
		for i, r := range word {
			t.encode(r)
			if i > 0 {
				later++
			}
		}
	}
	t.trie = newTrie(len(t.emit), later)
	var codes []uint32
	for range n {
		weight := weights[d.u16()]
		codes = codes[:0]
		for range d.u8() {
			c := uint32(d.u16())
			if c == 0 || c >= t.first {
				panic("no such character")
			}
			codes = append(codes, c)
		}
		if left -= len(codes) - 1; left < 0 {
			panic("cut short")
		}
		t.add(codes, weight)
	}
	if len(d.b) > 0 {
		panic("more than the tables")
	}
	return t
}

// encode gives r a code if it has none.
func (t *tables) encode(r rune) {
	if t.code(r) != 0 {
		return
	}
	if int(r) >= len(t.codes) {
		t.codes = append(t.codes, make([]uint32, int(r)+1-len(t.codes))...)
	}
	t.codes[r] = uint32(len(t.emit))
	t.emit = append(t.emit, [4]float64{minDouble, minDouble, minDouble, minDouble})
}

// code returns the code of r, 0 if no word holds it.
func (t *tables) code(r rune) uint32 {
	if uint32(r) >= uint32(len(t.codes)) {
		return 0
	}
	return t.codes[r]
}

// addWords adds words for which newTables made room.
func (t *tables) addWords(entries []entry) {
	var codes []uint32
	for _, e := range entries {
		codes = codes[:0]
		for _, r := range e.word {
			codes = append(codes, t.code(r))
		}
		t.add(codes, e.rung.weight)
	}
}

// decoder reads little-endian numbers from the front of b.
type decoder struct{ b []byte }

func (d *decoder) u8() uint8 {
	v := d.b[0]
	d.b = d.b[1:]
	return v
}

func (d *decoder) u16() uint16 {
	v := binary.LittleEndian.Uint16(d.b)
	d.b = d.b[2:]
	return v
}

func (d *decoder) u32() uint32 {
	v := binary.LittleEndian.Uint32(d.b)
	d.b = d.b[4:]
	return v
}

func (d *decoder) f64() float64 {
	v := binary.LittleEndian.Uint64(d.b)
	d.b = d.b[8:]
	return math.Float64frombits(v)
}

// count reads how many items follow, of size bytes or more each.
func (d *decoder) count(size int) int {
	n := int(d.u32())
	_ = d.b[:n*size]
	return n
}
