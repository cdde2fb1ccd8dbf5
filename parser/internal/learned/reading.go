package learned

import (
	"slices"
	"sync"

	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Reading is what the model makes of one message. Get one with [Read], and release it.
type Reading struct {
	model   *model
	Scores  [outputs]int32
	symbols []symbol
	starts  []int32 // of the symbols, in runes
	hits    []hit
	seen    []uint64  // bit i: row i of the model is among hits
	counted []uint64  // the facts that have occurred
	byRune  []float32 // see Pieces
	visit   func(hash uint32)
}

// hit is a feature of the message that has a row in the model.
type hit struct{ row, from, to int32 } // from and to in runes; equal if it is of the message as a whole

// longest is the length of the longest piece of text that is a feature, in symbols.
const longest = 3

var readings = sync.Pool{New: func() any { return new(Reading) }}

// Read scores l by the built-in model.
func Read(l *scan.Line, t *Text, f *Facts) *Reading {
	r := readings.Get().(*Reading)
	r.model, r.visit = load(), nil
	if n := (len(r.model.hashes) + 63) / 64; len(r.seen) != n {
		r.seen = make([]uint64, n)
	}
	r.Scores = r.model.bias
	r.features(l, t, f)
	return r
}

// Visit calls f with the hash of each feature of l, some more than once.
func Visit(l *scan.Line, t *Text, facts *Facts, f func(hash uint32)) {
	r := Reading{visit: f}
	r.features(l, t, facts)
}

// Release forgets the message and lets r be reused. r must not be used afterwards.
func (r *Reading) Release() {
	clear(r.symbols)
	for _, h := range r.hits {
		r.seen[h.row>>6] = 0
	}
	clear(r.hits)
	r.hits, r.counted = r.hits[:0], r.counted[:0]
	readings.Put(r)
}

func (r *Reading) features(l *scan.Line, t *Text, f *Facts) {
	r.read(l, t)
	r.pieces()
	r.facts(l, f)
}

// pieces adds the pieces of text as features.
func (r *Reading) pieces() {
	for i := range r.symbols {
		h := uint64(0)
		for j := i; j < len(r.symbols) && j < i+longest; j++ {
			h = mix(h, uint64(r.symbols[j]))
			r.hit(h, r.starts[i], r.starts[j+1])
		}
	}
}

// count adds a feature, and another where it occurs again.
func (r *Reading) count(h uint64, from, to int32) {
	if slices.Contains(r.counted, h) {
		r.hit(mix(h, 2), from, to)
		return
	}
	r.counted = append(r.counted, h)
	r.hit(h, from, to)
}

// hit adds the feature with hash h, once.
func (r *Reading) hit(h uint64, from, to int32) {
	id := uint32(h >> 32)
	if r.visit != nil {
		r.visit(id)
		return
	}
	row := r.model.find(id)
	if row < 0 || r.seen[row>>6]>>(row&63)&1 != 0 {
		return
	}
	r.seen[row>>6] |= 1 << (row & 63)
	w := &r.model.weights[row]
	for k := range r.Scores {
		r.Scores[k] += int32(w[k])
	}
	r.hits = append(r.hits, hit{row, from, to})
}
