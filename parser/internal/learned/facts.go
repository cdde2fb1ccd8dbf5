package learned

import (
	"math/bits"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Fact is something that the finders say about a message as a whole. The constants are
// bits of a set; factNames has the names by which the model knows them.
type Fact uint32

// The facts, in the order of factNames.
const (
	HasOverdue    Fact = 1 << iota // it says how long a debt is past due
	HasDue                         // it says when a debt falls due
	HasName                        // it names the debtor
	HasID                          // it gives an ID number of the debtor
	HasPhone                       // it gives the debtor's phone number
	HasLender                      // it says who sends it
	KnownLender                    // the table of lenders has who sends it
	SignsAsLender                  // a signature ends as lenders' names do
	SpeaksToOther                  // it speaks to somebody other than the debtor
	HasCallback                    // it gives a number to call back
	HasURL                         // it gives a link
	HasAccount                     // it gives an account or a number of a file
	HasOwed                        // an amount may be owed
	HasCredit                      // an amount is money that the reader has paid beyond what was owed
)

var factNames = [...]string{
	"overdue", "due", "name", "id", "phone", "lender", "known_lender", "signs_as_lender", "third_party", "callback", "url", "account", "owed", "credit",
}

// Facts are what the finders say about a message.
type Facts struct {
	Fact
	Mentions lexicon.Mention // the threats, asks and signals of the notice
	Roles    uint32          // bit r: an amount has role r
}

// The groups of facts, which keep equal names apart. Two small values may still be one
// feature (a kind of token and a length are, twice), in training as in reading.
const (
	ofFact uint64 = 1 + iota
	ofSense
	ofPhraseSense
	ofMention
	ofFound
	ofRole
	ofSumRole
	ofKind
	ofUnit
	ofLeft
	ofRight
	ofAssertion
	ofLength
	ofPair
)

// nameHashes are the hashes of the names of facts, by the number of their bit.
type nameHashes struct {
	senses, mentions, contexts [64]uint64
	roles                      [32]uint64
	facts                      [len(factNames)]uint64
}

var names = lazy.New(func() *nameHashes {
	n := new(nameHashes)
	fill(n.senses[:], lexicon.SenseNames())
	fill(n.mentions[:], lexicon.MentionNames())
	fill(n.contexts[:], scan.ContextNames())
	fill(n.facts[:], factNames[:])
	for r := range lexicon.Roles() {
		n.roles[r] = hashOf(lexicon.Role(r).Name())
	}
	return n
})

func fill(hashes []uint64, names []string) {
	for i, name := range names {
		hashes[i] = hashOf(name)
	}
}

// hashOf returns the hash of a name, by FNV-1a.
func hashOf(name string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 0x100000001b3
	}
	return h
}

// mix returns the hash of what h is the hash of, followed by v.
func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// facts adds the facts of l as features.
func (r *Reading) facts(l *scan.Line, f *Facts) {
	n := names.Get()
	for x := uint32(f.Fact); x != 0; x &= x - 1 {
		r.note(mix(ofFact, n.facts[bits.TrailingZeros32(x)]), nowhere)
	}
	for x := uint64(f.Mentions); x != 0; x &= x - 1 {
		r.note(mix(ofFound, n.mentions[bits.TrailingZeros64(x)]), nowhere)
	}
	for x := f.Roles; x != 0; x &= x - 1 {
		r.note(mix(ofSumRole, n.roles[bits.TrailingZeros32(x)]), nowhere)
	}
	r.note(mix(ofLength, uint64(bits.Len(uint(len(l.Runes))))), nowhere)
	var last *scan.Token
	before := uint64(0)
	for k := range l.Tokens {
		t := &l.Tokens[k]
		if t.Kind == scan.Cue && !t.HasMeaning() {
			continue
		}
		state := stateOf(l, k)
		code := r.token(l, t, state)
		if t.Phrase {
			continue
		}
		if last != nil {
			r.pair(last, t, before, code, state)
		}
		last, before = t, code
	}
}

// token adds the facts about t as features and returns a hash of all of them.
func (r *Reading) token(l *scan.Line, t *scan.Token, state uint64) (code uint64) {
	n := names.Get()
	at := r.placeOf(t.Start, t.End)
	if t.Kind != scan.Cue {
		code = mix(ofKind, uint64(t.Kind))
		if t.Kind == scan.Duration {
			code = mix(mix(ofUnit, code), uint64(unitOf(l, t)))
		}
		r.note(code, at)
	}
	senses := ofSense
	if t.Phrase {
		senses = ofPhraseSense
	}
	for x := uint64(t.Senses); x != 0; x &= x - 1 {
		h := mix(senses, n.senses[bits.TrailingZeros64(x)])
		code ^= h
		r.count(h, at)
	}
	for x := uint64(t.Mentions); x != 0; x &= x - 1 {
		h := mix(ofMention, n.mentions[bits.TrailingZeros64(x)])
		code ^= h
		r.count(h, at)
	}
	if t.Role != 0 {
		h := mix(ofRole, n.roles[t.Role])
		code ^= h
		r.count(h, at)
	}
	if state != 0 {
		code = mix(code, state)
		r.count(mix(ofAssertion, code), at)
		for x := uint64(t.Senses); x != 0; x &= x - 1 {
			r.count(mix(mix(ofAssertion, n.senses[bits.TrailingZeros64(x)]), state), at)
		}
	}
	for x := uint64(t.Left); x != 0; x &= x - 1 {
		r.note(mix(mix(ofLeft, n.contexts[bits.TrailingZeros64(x)]), uint64(t.Kind)), at)
	}
	for x := uint64(t.Right); x != 0; x &= x - 1 {
		r.note(mix(mix(ofRight, n.contexts[bits.TrailingZeros64(x)]), uint64(t.Kind)), at)
	}
	return code
}

// pair adds the neighbours t and u, whose hashes are given, as a feature. state is that of
// u.
func (r *Reading) pair(t, u *scan.Token, first, second, state uint64) {
	apart := uint64(0)
	switch {
	case t.Sentence != u.Sentence:
		apart = 2
	case t.Clause != u.Clause:
		apart = 1
	}
	h := mix(mix(mix(ofPair, first), second), apart)
	at := r.placeOf(t.Start, u.End)
	r.note(h, at)
	n := names.Get()
	for x := uint64(t.Senses); x != 0; x &= x - 1 {
		one := mix(mix(ofPair, n.senses[bits.TrailingZeros64(x)]), apart)
		for y := uint64(u.Senses); y != 0; y &= y - 1 {
			r.note(mix(mix(one, n.senses[bits.TrailingZeros64(y)]), state), at)
		}
	}
}

// stateOf tells a lateness or a payment that is stated as a fact from one that is not, and
// from anything else.
func stateOf(l *scan.Line, k int) uint64 {
	switch t := &l.Tokens[k]; {
	case !t.SaysOverdue() && !t.Has(lexicon.Repaid|lexicon.Disbursed):
		return 0
	case l.IsAsserted(k):
		return 1
	}
	return 2
}
