package lexicon

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/gate.tsv
var gateTable string

//go:embed data/demands.tsv
var demandTable string

// Opening is how far a gate opens for a message.
type Opening uint8

// The openings.
const (
	Shut      Opening = iota // nothing in it is worth reading
	ForFields                // it wants something of the reader, but is not about a debt
	ForDebt                  // it may be about a debt
)

// Gate tells in one pass over a message, without folding all of it, whether it is worth
// reading. It adds up the weights of its characters and pairs of neighbours, each once.
// Some words open it whatever the sum: words for being late, words of the caller, and
// words in disguise.
type Gate struct {
	*scale
	words *runes.Trie     // those that open it by themselves
	debts int32           // values in words up to this one open it for a debt, others for fields
	first [1 << 10]uint64 // bit r: such a word may begin with the source's rune r < 1<<16
}

// scale is what gate.tsv says.
type scale struct {
	class   [1 << 16]uint16 // of a rune: 0 if it is passed over, else unknown or the number of a character in the table
	single  []uint16        // by class: the number of the character's row, from 1, or 0
	keys    []uint32        // of pairs, at their hash or after it
	rows    []uint16        // of those pairs
	weights [][2]int8       // by row: for a debt, for fields
	bias    [2]int32
}

// unknown is the class of characters that are not in the table.
const unknown = 1

// maxPieces is the greatest number of rows of gate.tsv.
const maxPieces = 1 << 13

// pairSlots is the number of slots for pairs: twice the greatest number of rows.
const pairSlots = 2 * maxPieces

// loadScale returns the content of gate.tsv.
var loadScale = sync.OnceValue(func() *scale { return newScale(gateTable) })

func newScale(table string) *scale {
	const name = "gate.tsv"
	s := &scale{keys: make([]uint32, pairSlots), rows: make([]uint16, pairSlots), single: make([]uint16, unknown+1), weights: make([][2]int8, 1)}
	classes := new([1 << 16]uint16)
	classOf := func(c rune) uint16 {
		if classes[c] == 0 {
			classes[c] = uint16(len(s.single))
			s.single = append(s.single, 0)
		}
		return classes[c]
	}
	for line, cells := range tsv.Rows(name, table, 3) {
		piece := []rune(cells[0])
		weights := [2]int8{weightIn(name, line, cells[1]), weightIn(name, line, cells[2])}
		row := uint16(len(s.weights))
		switch {
		case len(s.weights) == maxPieces:
			tsv.Broken(name, line, "too many rows")
		case cells[0] == "bias":
			s.bias = [2]int32{int32(weights[0]) * biasUnit, int32(weights[1]) * biasUnit}
			continue
		case slices.ContainsFunc(piece, func(c rune) bool { return c >= 1<<16 }):
			tsv.Broken(name, line, "a character beyond the first plane")
		case len(piece) == 1:
			s.single[classOf(piece[0])] = row
		case len(piece) == 2:
			s.add(pairKey(classOf(piece[0]), classOf(piece[1])), row)
		default:
			tsv.Broken(name, line, "neither a character nor a pair")
		}
		s.weights = append(s.weights, weights)
	}
	fold.FirstPlane(func(r, plain rune, same bool) {
		if c, ok := gateSymbol(r, plain, same); ok {
			s.class[r] = max(classes[c], unknown)
		}
	})
	return s
}

// biasUnit is the unit of the biases in gate.tsv, as a multiple of the unit of the
// weights.
const biasUnit = 2

// weightIn returns the weight that a cell holds.
func weightIn(table string, line int, cell string) int8 {
	w, err := strconv.ParseInt(cell, 10, 8)
	if err != nil || w == math.MinInt8 {
		tsv.Broken(table, line, "a weight is -127 to 127")
	}
	return int8(w)
}

// gateSymbol returns what r, which is folded to plain, is to the gate: itself, or 0 for
// any digit. ok is false if it is passed over: a letter, a blank, a separator, or
// something invisible. same is as in fold.FirstPlane; if it is not known, it may be
// false.
func gateSymbol(r, plain rune, same bool) (c rune, ok bool) {
	if !same {
		if _, shows := fold.Plain(r); !shows {
			return 0, false
		}
	}
	switch {
	case runes.IsHan(plain) && plain < 1<<16:
		return plain, true
	case runes.IsDigit(plain):
		return '0', true
	case plain <= ' ', plain >= 1<<16, runes.IsLetter(plain):
		return 0, false
	case !same && (fold.IsSeparator(r) || fold.IsSeparator(plain)):
		return 0, false
	}
	return plain, true
}

// pairKey returns the key of a pair of classes, which is never zero.
func pairKey(a, b uint16) uint32 { return uint32(a)<<16 | uint32(b) }

// slotOf returns the first slot of a pair.
func slotOf(key uint32) uint32 { return key * 0x9E3779B1 >> (32 - 14) }

// add puts the row of a pair in its slot.
func (s *scale) add(key uint32, row uint16) {
	at := slotOf(key)
	for s.keys[at] != 0 {
		at = (at + 1) % pairSlots
	}
	s.keys[at], s.rows[at] = key, row
}

// pair returns the row of a pair, or 0.
func (s *scale) pair(key uint32) uint16 {
	for at := slotOf(key); ; at = (at + 1) % pairSlots {
		switch s.keys[at] {
		case key:
			return s.rows[at]
		case 0:
			return 0
		}
	}
}

// classOf returns the class of r.
func (s *scale) classOf(r rune) uint16 {
	if r < 1<<16 {
		return s.class[r]
	}
	plain, shows := fold.Plain(r)
	if !shows || plain >= 1<<16 {
		return 0
	}
	return s.class[plain]
}

// NewGate returns a gate that is also opened by the caller's rows whose meaning makes a
// message worth reading. Phrases do not open it, nor do single characters unless they
// mean a debt.
func NewGate(rows []CueRow) *Gate {
	var words [][]rune
	for _, row := range rows {
		if len(row.Parts) > 1 || !row.opens() {
			continue
		}
		for _, word := range row.Parts[0] {
			if len(word) > 1 || row.Senses&Debt != 0 {
				words = append(words, word)
			}
		}
	}
	words = append(words, disguised()...)
	words = append(words, latenesses()...)
	g := &Gate{scale: loadScale(), words: runes.NewTrie(append(words, demands()...)), debts: int32(len(words))}
	fold.FirstPlane(func(r, plain rune, _ bool) {
		if g.words.Root(plain) != 0 {
			g.first[r>>6] |= 1 << (r & 63)
		}
	})
	return g
}

// leastLateness is the length, in runes, of the shortest word of lateness that opens the
// gate by itself: 已逾期 does; 逾期 alone may also say that points lapse.
const leastLateness = 3

// latenesses returns the words of the embedded table that open the gate because they say
// that a debt is past due.
func latenesses() (words [][]rune) {
	for _, row := range BuiltinCues() {
		if len(row.Parts) > 1 || row.Senses&Overdue == 0 {
			continue
		}
		for _, word := range row.Parts[0] {
			if len(word) >= leastLateness {
				words = append(words, word)
			}
		}
	}
	return words
}

// disguised returns the disguised spellings of the words of the embedded table that make
// a message worth reading.
func disguised() (words [][]rune) {
	var plain [][]rune
	for _, row := range BuiltinCues() {
		if len(row.Parts) == 1 && row.opens() {
			plain = append(plain, row.Parts[0]...)
		}
	}
	t := runes.NewTrie(plain)
	for _, w := range fold.Spellings() {
		if _, end := t.Longest(w.Plain, 0); end > 1 {
			words = append(words, w.Written)
		}
	}
	return words
}

// demands returns the words of demands.tsv.
var demands = sync.OnceValue(func() (words [][]rune) {
	for _, cells := range tsv.Rows("demands.tsv", demandTable, 2) {
		words = append(words, []rune(cells[0]))
	}
	return words
})

// Open reports how far text, which must be UTF-8, opens the gate.
func (g *Gate) Open(text string) Opening {
	var seen [maxPieces / 64]uint64
	sum := balance{sums: g.bias}
	before := uint16(0)
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		switch {
		case r < utf8.RuneSelf:
		case r>>4 == 0xE:
			r, n = runes.OfThree(text[i:i+3]), 3
		default:
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if r >= 1<<16 || g.first[r>>6]>>(r&63)&1 != 0 {
			switch g.at(text[i:]) {
			case ForDebt:
				return ForDebt
			case ForFields:
				sum.demands = true
			}
		}
		i += n
		class := g.classOf(r)
		if class == 0 || class == before {
			continue
		}
		if class != unknown {
			g.weigh(g.single[class], &seen, &sum)
			if before > unknown {
				g.weigh(g.pair(pairKey(before, class)), &seen, &sum)
			}
		}
		before = class
	}
	return sum.opening()
}

// balance is what the pieces of a message add up to.
type balance struct {
	demands bool // a word opens the gate for fields
	sums    [2]int32
	speak   [2]int32 // of the weights above zero
}

// leastSpeaks is the least sum of the weights above zero that opens the gate: a text
// without the table's characters says nothing.
const leastSpeaks = 8

func (b *balance) opening() Opening {
	switch {
	case b.sums[0] >= 0 && b.speak[0] >= leastSpeaks:
		return ForDebt
	case b.demands || b.sums[1] >= 0 && b.speak[1] >= leastSpeaks:
		return ForFields
	}
	return Shut
}

// weigh adds the weights of a row unless it has been seen.
func (s *scale) weigh(row uint16, seen *[maxPieces / 64]uint64, sum *balance) {
	if row == 0 || seen[row>>6]>>(row&63)&1 != 0 {
		return
	}
	seen[row>>6] |= 1 << (row & 63)
	w := &s.weights[row]
	for k := range w {
		sum.sums[k] += int32(w[k])
		sum.speak[k] += max(int32(w[k]), 0)
	}
}

// at returns how far the words that begin text open the gate. Within a word, invisible
// characters and a few separators are skipped.
func (g *Gate) at(text string) (opening Opening) {
	node, broken := int32(0), 0
	for i, r := range text {
		r, shows := fold.Plain(r)
		switch {
		case !shows && i == 0:
			return opening
		case !shows:
			continue
		}
		next := g.words.Root(r)
		if i > 0 {
			next = g.words.Next(node, r)
		}
		switch {
		case next != 0:
			node, broken = next, 0
		case i > 0 && fold.IsSeparator(r) && broken < fold.MaxSeparators:
			broken++
			continue
		default:
			return opening
		}
		switch v := int32(g.words.Value(node)); {
		case v == 0:
		case v <= g.debts:
			return ForDebt
		default:
			opening = ForFields
		}
	}
	return opening
}
