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
	spare     []feature // the memory of noted, while message uses it
	known     *leads    // tells which features the model may have; others are not noted
	spans     []span    // of features that are not pieces of text
	message   tally
	candidate tally    // see Choose
	counted   []uint64 // the facts that have occurred
	leading   uint64   // bit i: the hash of one of these leads with the bits of i
	shares
}

// longest is the length of the longest piece of text that is a feature, in symbols.
const longest = 3

var readings = sync.Pool{New: func() any { return new(Reading) }}

// Read scores l for the kinds, a scam, and what it threatens and asks for.
func Read(l *scan.Line, t *Text, f *Facts) *Reading {
	r := readings.Get().(*Reading)
	m := loadMessage().model
	r.message.begin(m)
	r.known = m.leads
	r.features(l, t, f)
	r.message.sum(r.noted)
	r.noted = r.spare
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
		f(r.noted[i].hash())
	}
}

// Release forgets the message and lets r be reused. r must not be used afterwards.
func (r *Reading) Release() {
	clear(r.symbols)
	clear(r.starts)
	clear(r.spans)
	r.spans = r.spans[:0]
	r.noted, r.spare = r.message.end(), r.noted
	clear(r.counted)
	r.counted, r.leading = r.counted[:0], 0
	clear(r.shares)
	if max(cap(r.noted), cap(r.spare)) <= maxKept {
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

// text adds the pieces of text as features. Threats and asks have weights only for
// these: if cues were features for them too, the model would learn little else.
func (r *Reading) text() {
	list := r.room(longest * len(r.symbols))
	known, rest := r.known, r.symbols
	n, at := len(r.noted), place(0)
	for ; len(rest) >= longest; rest, at = rest[1:], at+1<<2 { // the loop below, without its inner loop
		h := mix(0, uint64(rest[0]))
		n += known.put(&list[n], h, at+1)
		h = mix(h, uint64(rest[1]))
		n += known.put(&list[n], h, at+2)
		h = mix(h, uint64(rest[2]))
		n += known.put(&list[n], h, at+3)
	}
	for ; len(rest) > 0; rest, at = rest[1:], at+1<<2 {
		h := uint64(0)
		for k, s := range rest {
			h = mix(h, uint64(s))
			n += known.put(&list[n], h, at+place(k+1))
		}
	}
	r.noted = list[:n]
}

// room returns noted with room for n more features, and for the one that put writes
// beyond the end.
func (r *Reading) room(n int) []feature {
	return slices.Grow(r.noted, n+1)[:len(r.noted)+n+1]
}

// note adds the feature with hash h.
func (r *Reading) note(h uint64, at place) {
	n := len(r.noted)
	if n == cap(r.noted) {
		r.noted = slices.Grow(r.noted, 1)
	}
	r.noted = r.noted[:n+r.known.put(&r.noted[:n+1][n], h, at)]
}

// count adds a feature; if it occurs again, another feature.
func (r *Reading) count(h uint64, at place) {
	bit := uint64(1) << (h >> 58)
	if r.leading&bit != 0 && slices.Contains(r.counted, h) {
		r.note(mix(h, 2), at)
		return
	}
	r.leading |= bit
	r.counted = append(r.counted, h)
	r.note(h, at)
}
