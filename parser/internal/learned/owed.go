package learned

import (
	"math/bits"
	"sort"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Sum is an amount of a message, as the model of what is owed takes it.
type Sum struct {
	Token int          // its number among the tokens
	Role  lexicon.Role // as the rules give it
	Rank  int8         // see roles.tsv
	Bare  bool         // a number that the rules take for none
	Exact bool         // neither about, nor at least or most, nor a range
	Fen   int64
}

// The groups of features of sums, which keep equal hashes apart.
const (
	ofOwnRole uint64 = 100 + iota
	ofOtherRole
	ofRank
	ofPlace
	ofSize
	ofForm
	ofBefore
	ofAfter
	ofCueBefore
	ofCueAfter
	ofContextLeft
	ofContextRight
	ofMessage
)

// near is how many sums before and after one are compared with it, so that the time for
// each is bounded.
const near = 8

// window is how many symbols before and after a sum are looked at.
const window = 8

// rankWeight is how much a sum is behind, in units of the model, for each rank;
// neverOwed is the rank of those that are never owed by the rules.
const (
	rankWeight = 16
	neverOwed  = lexicon.Unranked + 1
)

// behind returns how much s is behind for its rank: a total goes before a part, whatever
// they are next to.
func (s *Sum) behind() int32 {
	if s.Rank == lexicon.NeverOwed {
		return rankWeight * neverOwed
	}
	return rankWeight * int32(s.Rank)
}

// Owed returns the index in sums of the one that is owed, or -1. kind is the index in
// Kinds of the message's.
func (r *Reading) Owed(l *scan.Line, sums []Sum, kind int) int {
	best, most := -1, int32(0)
	for i := range sums {
		r.owed.begin(loadOwed())
		r.sum(l, sums, i, kind)
		if s := r.owed.score(0, false) - sums[i].behind(); s > most {
			best, most = i, s
		}
		r.owed.end()
	}
	return best
}

// VisitSum calls f with the hash of each feature of sums[i], some more than once.
func VisitSum(l *scan.Line, t *Text, sums []Sum, i, kind int, f func(hash uint32)) {
	var r Reading
	r.read(l, t)
	r.owed.visit = f
	r.sum(l, sums, i, kind)
}

// sum adds the features of sums[i].
func (r *Reading) sum(l *scan.Line, sums []Sum, i, kind int) {
	s, n := &sums[i], names()
	t := &l.Tokens[s.Token]
	add := func(group uint64, v uint64) { r.owed.hit(mix(group, v), 0, 0) }
	role := n.roles[s.Role]
	add(ofOwnRole, role)
	add(ofMessage, mix(role, uint64(kind)))
	add(ofRank, uint64(uint8(s.Rank)))
	form := uint64(t.Kind)
	if s.Bare {
		form |= 1 << 8
	}
	if s.Exact {
		form |= 1 << 9
	}
	add(ofForm, form)
	larger, smaller, others := 0, 0, 0
	for k := max(i-near, 0); k < len(sums) && k <= i+near; k++ {
		switch o := &sums[k]; {
		case k == i:
			continue
		case o.Bare && !s.Bare:
			continue
		case o.Fen > s.Fen:
			larger++
		case o.Fen < s.Fen:
			smaller++
		}
		others++
		side := uint64(0)
		if k < i {
			side = 1
		}
		add(ofOtherRole, mix(mix(role, n.roles[sums[k].Role]), side))
	}
	add(ofSize, uint64(min(larger, 3)<<4|min(smaller, 3)))
	add(ofPlace, uint64(min(i, 4)<<4|min(others, 4)))
	add(ofPlace, mix(role, uint64(min(others, 2))))
	add(ofSize, uint64(256+bits.Len64(uint64(max(s.Fen, 0))/100)))
	for x := uint64(t.Left); x != 0; x &= x - 1 {
		add(ofContextLeft, n.contexts[bits.TrailingZeros64(x)])
	}
	for x := uint64(t.Right); x != 0; x &= x - 1 {
		add(ofContextRight, n.contexts[bits.TrailingZeros64(x)])
	}
	r.cueBeside(l, l.Prev(s.Token), s.Token, ofCueBefore)
	r.cueBeside(l, l.Next(s.Token), s.Token, ofCueAfter)
	at := sort.Search(len(r.symbols), func(j int) bool { return r.starts[j] >= t.Start })
	r.around(at, -1, ofBefore)
	after := sort.Search(len(r.symbols), func(j int) bool { return r.starts[j] >= t.End })
	r.around(after-1, 1, ofAfter)
}

// cueBeside adds what the neighbour at k of a sum means.
func (r *Reading) cueBeside(l *scan.Line, k, sum int, group uint64) {
	if k < 0 || k >= len(l.Tokens) {
		r.owed.hit(group, 0, 0)
		return
	}
	t, n := &l.Tokens[k], names()
	apart := uint64(0)
	if t.Clause != l.Tokens[sum].Clause {
		apart = 1
	}
	r.owed.hit(mix(mix(group, uint64(t.Kind)), apart), 0, 0)
	for x := uint64(t.Senses); x != 0; x &= x - 1 {
		r.owed.hit(mix(mix(group, n.senses[bits.TrailingZeros64(x)]), apart), 0, 0)
	}
	if t.Role != 0 {
		r.owed.hit(mix(mix(group, n.roles[t.Role]), apart), 0, 0)
	}
}

// around adds the pieces of text on one side of the symbol at i: those next to it with
// their place, those farther away without.
func (r *Reading) around(i, step int, group uint64) {
	for d := 1; d <= window; d++ {
		j := i + d*step
		if j < 0 || j >= len(r.symbols) {
			return
		}
		h := group
		for n := 0; n < longest; n++ {
			k := j + n*step
			if k < 0 || k >= len(r.symbols) || n >= window-d+1 {
				break
			}
			h = mix(h, uint64(r.symbols[k]))
			r.owed.hit(h, 0, 0)
			if d == 1 {
				r.owed.hit(mix(h, 1), 0, 0)
			}
		}
	}
}
