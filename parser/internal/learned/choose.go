package learned

import (
	"math/bits"
	"sort"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Choice is what is chosen among the candidates of a message. Each Choice has a model.
type Choice uint8

// The choices.
const (
	Owed Choice = iota // the amount that is owed
	Days               // the days that the debt is past due
	choices
)

// Candidate is a value of a message that may be chosen, in the form that a model takes.
type Candidate struct {
	Token int          // its index among the tokens
	Role  lexicon.Role // of an amount, according to the rules
	Rank  int8         // according to the rules, from 0 for the best; of amounts see roles.tsv
	Bare  bool         // a number that is not of this kind according to the rules
	Exact bool         // not about, at least, at most or a range
	Value int64        // in hundredths, of a yuan or a day
}

// groupShift makes groups and their values, most of which are small, differ in other
// bits.
const groupShift = 40

// The groups of features of candidates, which keep equal hashes apart.
const (
	ofOwnRole uint64 = (100 + iota) << groupShift
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
	ofOwnText
)

// noNeighbour stands for the kind of a neighbour that is not there.
const noNeighbour = 1 << 8

// near is how many candidates before and after one are compared with it, which bounds the
// time for each.
const near = 8

// window is how many symbols before and after a candidate are looked at.
const window = 8

// mostOwn is how many runes of a duration are looked at.
const mostOwn = 8

// rankWeight is how much a candidate is behind for each rank, in units of the model;
// neverOwed is the rank of candidates that are never owed according to the rules.
const (
	rankWeight = 16
	neverOwed  = lexicon.Unranked + 1
)

// behind returns how much c is behind because of its rank: a total goes before a part,
// whatever they are next to.
func (c *Candidate) behind() int32 {
	if c.Rank == lexicon.NeverOwed {
		return rankWeight * neverOwed
	}
	return rankWeight * int32(c.Rank)
}

// Choose returns the index in list of the candidate that is chosen, or -1. kind is the
// index in Kinds of the message's kind.
func (r *Reading) Choose(what Choice, l *scan.Line, list []Candidate, kind int) int {
	if len(list) == 0 {
		return -1
	}
	m := loadChoices()[what]
	best, most := -1, int32(0)
	for i := range list {
		r.candidate.begin(m)
		r.known = m.leads
		r.candidateFeatures(l, list, i, kind)
		r.candidate.sum(r.noted)
		if s := r.candidate.score(0, false) - list[i].behind(); s > most {
			best, most = i, s
		}
		r.noted = r.candidate.end()
	}
	return best
}

// VisitCandidate calls f with the hash of each feature of list[i], some more than once.
func VisitCandidate(l *scan.Line, t *Text, list []Candidate, i, kind int, f func(hash uint32)) {
	r := Reading{known: every()}
	r.read(l, t)
	r.candidateFeatures(l, list, i, kind)
	r.visit(f)
}

// candidateFeatures adds the features of list[i].
func (r *Reading) candidateFeatures(l *scan.Line, list []Candidate, i, kind int) {
	c, n := &list[i], names.Get()
	t := &l.Tokens[c.Token]
	add := func(group uint64, v uint64) { r.note(mix(group, v), nowhere) }
	role := n.roles[c.Role]
	add(ofOwnRole, role)
	add(ofMessage, mix(role, uint64(kind)))
	add(ofRank, uint64(uint8(c.Rank)))
	form := uint64(t.Kind)
	if c.Bare {
		form |= 1 << 8
	}
	if c.Exact {
		form |= 1 << 9
	}
	add(ofForm, form)
	larger, smaller, others := 0, 0, 0
	for k := max(i-near, 0); k < len(list) && k <= i+near; k++ {
		switch o := &list[k]; {
		case k == i:
			continue
		case o.Bare && !c.Bare:
			continue
		case o.Value > c.Value:
			larger++
		case o.Value < c.Value:
			smaller++
		}
		others++
		side := uint64(0)
		if k < i {
			side = 1
		}
		add(ofOtherRole, mix(mix(role, n.roles[list[k].Role]), side))
	}
	add(ofSize, uint64(min(larger, 3)<<4|min(smaller, 3)))
	add(ofPlace, uint64(min(i, 4)<<4|min(others, 4)))
	add(ofPlace, mix(role, uint64(min(others, 2))))
	add(ofSize, uint64(256+bits.Len64(uint64(max(c.Value, 0))/100)))
	for x := uint64(t.Left); x != 0; x &= x - 1 {
		add(ofContextLeft, n.contexts[bits.TrailingZeros64(x)])
	}
	for x := uint64(t.Right); x != 0; x &= x - 1 {
		add(ofContextRight, n.contexts[bits.TrailingZeros64(x)])
	}
	if t.Kind == scan.Duration {
		for k := t.Start; k < t.End && k < t.Start+mostOwn; k++ {
			if own := l.Runes[k]; !runes.IsDigit(own) {
				add(ofOwnText, uint64(own))
			}
		}
	}
	r.cueBeside(l, l.Prev(c.Token), c.Token, ofCueBefore)
	r.cueBeside(l, l.Next(c.Token), c.Token, ofCueAfter)
	at := sort.Search(len(r.symbols), func(j int) bool { return r.starts[j] >= t.Start })
	r.around(at, -1, ofBefore)
	after := sort.Search(len(r.symbols), func(j int) bool { return r.starts[j] >= t.End })
	r.around(after-1, 1, ofAfter)
}

// cueBeside adds as features what the neighbour at k of a candidate means.
func (r *Reading) cueBeside(l *scan.Line, k, candidate int, group uint64) {
	if k < 0 || k >= len(l.Tokens) {
		r.note(mix(group, noNeighbour), nowhere)
		return
	}
	t, n := &l.Tokens[k], names.Get()
	apart := uint64(0)
	if t.Clause != l.Tokens[candidate].Clause {
		apart = 1
	}
	r.note(mix(mix(group, uint64(t.Kind)), apart), nowhere)
	for x := uint64(t.Senses); x != 0; x &= x - 1 {
		r.note(mix(mix(group, n.senses[bits.TrailingZeros64(x)]), apart), nowhere)
	}
	if t.Role != 0 {
		r.note(mix(mix(group, n.roles[t.Role]), apart), nowhere)
	}
}

// around adds the pieces of text on one side of the symbol at i, of those next to it also
// the place.
func (r *Reading) around(i, step int, group uint64) {
	known, symbols, list, noted := r.known, r.symbols, r.room(window*longest+longest), len(r.noted)
	for d := 1; d <= window; d++ {
		h := group
		k := i + d*step
		for n := min(longest, window-d+1); n > 0 && uint(k) < uint(len(symbols)); n-- {
			h = mix(h, uint64(symbols[k]))
			noted += known.put(&list[noted], h, nowhere)
			if d == 1 {
				noted += known.put(&list[noted], mix(h, 1), nowhere)
			}
			k += step
		}
	}
	r.noted = list[:noted]
}
