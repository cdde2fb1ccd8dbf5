package learned

import (
	"slices"
	"sync"

	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Reading is what the models make of one message. Get one with [Read], and release it.
type Reading struct {
	symbols   []symbol
	starts    []int32   // of the symbols, in runes
	noted     []feature // of the message, or of a candidate, some more than once
	known     *index    // what is no feature of it is not noted
	message   tally
	candidate tally    // see Choose
	counted   []uint64 // the facts that have occurred
	shares    []int64  // see spread
}

// longest is the length of the longest piece of text that is a feature, in symbols.
const longest = 3

var readings = sync.Pool{New: func() any { return new(Reading) }}

// Read scores l for the kinds, a scam, and what it threatens and asks for.
func Read(l *scan.Line, t *Text, f *Facts) *Reading {
	r := readings.Get().(*Reading)
	m := loadMessage().model
	r.message.begin(m)
	r.known = &m.index
	r.features(l, t, f)
	r.message.sum(r.noted)
	return r
}

// Visit calls f with the hash of each feature of l, some more than once.
func Visit(l *scan.Line, t *Text, facts *Facts, f func(hash uint32)) {
	r := Reading{known: every()}
	r.features(l, t, facts)
	r.visit(f)
}

// VisitText calls f with the hash of each piece of the text of l, some more than once.
func VisitText(l *scan.Line, t *Text, f func(hash uint32)) {
	r := Reading{known: every()}
	r.read(l, t)
	r.text()
	r.visit(f)
}

func (r *Reading) visit(f func(hash uint32)) {
	for i := range r.noted {
		f(r.noted[i].hash)
	}
}

// Release forgets the message and lets r be reused. r must not be used afterwards.
func (r *Reading) Release() {
	clear(r.symbols)
	clear(r.starts)
	r.noted = r.noted[:0]
	r.message.end()
	clear(r.counted)
	r.counted = r.counted[:0]
	clear(r.shares)
	if cap(r.noted) <= maxKept {
		readings.Put(r)
	}
}

// maxKept is the capacity, in features, of the largest Reading that is reused.
const maxKept = 32 << 10

func (r *Reading) features(l *scan.Line, t *Text, f *Facts) {
	r.read(l, t)
	r.text()
	r.facts(l, f)
}

// text adds the pieces of text as features. Threats and asks have weights for these
// alone: if cues were features for them, the model would learn little else.
func (r *Reading) text() {
	list, known := r.noted, r.known
	for i := range r.symbols {
		h := uint64(0)
		for j := i; j < len(r.symbols) && j < i+longest; j++ {
			h = mix(h, uint64(r.symbols[j]))
			list = known.append(list, h, r.starts[i], r.starts[j+1])
		}
	}
	r.noted = list
}

// note adds the feature with hash h.
func (r *Reading) note(h uint64, from, to int32) { r.noted = r.known.append(r.noted, h, from, to) }

// count adds a feature, and another where it occurs again.
func (r *Reading) count(h uint64, from, to int32) {
	if slices.Contains(r.counted, h) {
		r.note(mix(h, 2), from, to)
		return
	}
	r.counted = append(r.counted, h)
	r.note(h, from, to)
}
