package learned

import (
	"slices"
	"sync"

	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Reading is what the models make of one message. Get one with [Read], and release it.
type Reading struct {
	symbols   []symbol
	starts    []int32 // of the symbols, in runes
	message   tally
	candidate tally     // see Choose
	counted   []uint64  // the facts that have occurred
	byRune    []float32 // see Pieces
}

// longest is the length of the longest piece of text that is a feature, in symbols.
const longest = 3

var readings = sync.Pool{New: func() any { return new(Reading) }}

// Read scores l for the kinds, a scam, and what it threatens and asks for.
func Read(l *scan.Line, t *Text, f *Facts) *Reading {
	r := readings.Get().(*Reading)
	r.message.begin(loadMessage().model)
	r.features(l, t, f)
	return r
}

// Visit calls f with the hash of each feature of l, some more than once.
func Visit(l *scan.Line, t *Text, facts *Facts, f func(hash uint32)) {
	var r Reading
	r.message.visit = f
	r.features(l, t, facts)
}

// VisitText calls f with the hash of each piece of the text of l, some more than once.
func VisitText(l *scan.Line, t *Text, f func(hash uint32)) {
	var r Reading
	r.message.visit = f
	r.read(l, t)
	r.text()
}

// Release forgets the message and lets r be reused. r must not be used afterwards.
func (r *Reading) Release() {
	clear(r.symbols)
	r.message.end()
	r.counted = r.counted[:0]
	readings.Put(r)
}

func (r *Reading) features(l *scan.Line, t *Text, f *Facts) {
	r.read(l, t)
	r.text()
	r.facts(l, f)
}

// text adds the pieces of text as features. Threats and asks have weights for these
// alone: if cues were features for them, the model would learn little else.
func (r *Reading) text() {
	for i := range r.symbols {
		h := uint64(0)
		for j := i; j < len(r.symbols) && j < i+longest; j++ {
			h = mix(h, uint64(r.symbols[j]))
			r.message.hit(h, r.starts[i], r.starts[j+1])
		}
	}
}

// count adds a feature, and another where it occurs again.
func (r *Reading) count(h uint64, from, to int32) {
	if slices.Contains(r.counted, h) {
		r.message.hit(mix(h, 2), from, to)
		return
	}
	r.counted = append(r.counted, h)
	r.message.hit(h, from, to)
}
