package segment

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./gen

// plainBin is the dictionary as the plain engine reads it; see gen for its
// layout.
//
//go:embed data/plain.bin
var plainBin []byte

// minDouble is cppjieba's logarithm of zero.
const minDouble = -3.14e+100

// unit is a node of the double array: the child of node n under code c is
// unit n.base+c, if its check is n.
type unit struct {
	base, check uint32
	weight      float64 // log probability of the word that ends here; 0: none
}

// rung is a frequency of the user dictionary with its weight. Frequencies are
// put on a ladder whose logarithms lie so close to a float64 that every
// machine's log gives the same one.
type rung struct {
	freq   uint32
	weight float64
}

// tables is the dictionary, the lexicon and the HMM, decoded.
type tables struct {
	codes  []uint16     // of each rune of the BMP; 0: in no word
	units  []unit       // unit 0 is the root
	min    float64      // weight of a character that is no word
	emit   [][4]float64 // HMM, by code; log probabilities in thousandths
	start  [4]float64
	trans  [4][4]float64
	total  uint64 // words in jieba's corpus
	ladder []rung
	floor  int // index in ladder of the least rung of a word to be cut whole
}

var embedded = sync.OnceValue(decodeTables)

// decoder reads little-endian numbers from the front of b.
type decoder struct{ b []byte }

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

func decodeTables() *tables {
	d := decoder{plainBin}
	t := &tables{codes: make([]uint16, 1<<16), total: uint64(d.u32()), floor: int(d.u32()), min: d.f64()}
	for i := range t.start {
		t.start[i] = d.f64()
	}
	for i := range t.trans {
		for j := range t.trans[i] {
			t.trans[i][j] = d.f64()
		}
	}
	t.ladder = make([]rung, d.u32())
	for i := range t.ladder {
		t.ladder[i] = rung{d.u32(), d.f64()}
	}
	t.emit = make([][4]float64, d.u32())
	for code := range t.emit {
		t.codes[d.u16()] = uint16(code)
		for state := range t.emit[code] {
			t.emit[code][state] = minDouble
			if v := d.u16(); v > 0 {
				t.emit[code][state] = -float64(v)
			}
		}
	}
	weights := make([]float64, d.u32())
	for i := range weights {
		weights[i] = d.f64()
	}
	t.units = make([]unit, d.u32())
	for i := range t.units {
		t.units[i] = unit{d.u32(), d.u32(), weights[d.u16()]}
	}
	return t
}

// code returns the code of r, 0 if no word holds it.
func (t *tables) code(r rune) uint16 {
	if uint32(r) >= uint32(len(t.codes)) {
		return 0
	}
	return t.codes[r]
}

// child returns the unit under unit n by code c, 0 if there is none.
func (t *tables) child(n uint32, c uint16) uint32 {
	next := t.units[n].base + uint32(c)
	if c == 0 || next >= uint32(len(t.units)) || t.units[next].check != n {
		return 0
	}
	return next
}

// rungOf returns the lowest rung that is not under freq occurrences in jieba's
// corpus.
func rungOf(freq uint64) rung {
	t := embedded()
	scaled := freq << 30 / t.total
	for _, r := range t.ladder {
		if uint64(r.freq) >= scaled {
			return r
		}
	}
	return t.ladder[len(t.ladder)-1]
}

// wholeRung returns the rung at which word is cut whole: over the best way to
// cut it in parts, not under the frequency the dictionary gives it, and not
// under the floor, at which a domain word wins against common neighbours.
func wholeRung(word string) rung {
	t := embedded()
	over := t.split(word)
	for _, r := range t.ladder[t.floor:] {
		if r.weight > over {
			return r
		}
	}
	return t.ladder[len(t.ladder)-1]
}

// split returns the weight of the best path over word, the word as a whole
// included.
func (t *tables) split(word string) float64 {
	best := make([]float64, 1, utf8.RuneCountInString(word)+1)
	codes := make([]uint16, 0, cap(best)-1)
	for _, r := range word {
		codes = append(codes, t.code(r))
	}
	best = best[:len(codes)+1]
	for i := len(codes) - 1; i >= 0; i-- {
		best[i] = best[i+1] + t.min
		n := uint32(0)
		for j := i; j < len(codes); j++ {
			if n = t.child(n, codes[j]); n == 0 {
				break
			}
			if w := t.units[n].weight; w != 0 {
				if j == i {
					best[i] = best[i+1] + w
				}
				best[i] = max(best[i], best[j+1]+w)
			}
		}
	}
	return best[0]
}
