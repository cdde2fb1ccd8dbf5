package lexicon

import (
	_ "embed"
	"iter"
	"math/bits"
	"strings"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
)

//go:generate go run ../constants -bits Sense,Mention -columns 6 -out sensenames.go data/senses.tsv

//go:embed data/senses.tsv
var senseTable string

// Sense is a set of the senses of cue words, which the parser looks for. The zero Sense
// is empty.
type Sense uint64

// Mention is a set of the threats, asks and signals that cue words make, which a notice
// lists. The zero Mention is empty.
type Mention uint64

// Meaning is everything that a cue says. The zero Meaning says nothing.
type Meaning struct {
	Senses   Sense
	Mentions Mention
	Role     Role // of an amount next to it
	Added    bool // a cue of the caller; the models do not know its words
}

// Group is the list of a notice that a mention belongs to.
type Group uint8

// The groups, in the order of their names in senses.tsv.
const (
	Ask Group = iota
	Signal
	Threat
)

// mention is a row of senses.tsv of type Mention.
type mention struct {
	group Group
	word  string // the type in the notice
}

// senses is the content of senses.tsv.
type senses struct {
	byName   map[string]Meaning
	mentions []mention           // by the number of the bit
	all      [Threat + 1]Mention // by group
	names    [2][]string         // of the senses and the mentions, by the number of the bit
	hits     [2][]string         // their texts that have a cue with it
	gate     Meaning             // the senses and mentions that make a message worth reading
}

var allSenses = lazy.New(func() *senses {
	tsv.MustMatch("senses.tsv", senseTable, 6, generatedFrom)
	return newSenses(senseTable)
})

func newSenses(table string) *senses {
	const name = "senses.tsv"
	groups := map[string]Group{"ask": Ask, "signal": Signal, "threat": Threat}
	s := &senses{byName: map[string]Meaning{"none": {}}}
	sense := Sense(1)
	for line, cells := range tsv.Rows(name, table, 6) {
		var m Meaning
		switch cells[0] {
		case "Mention":
			prefix, word, _ := strings.Cut(cells[1], ":")
			group, ok := groups[prefix]
			if !ok {
				tsv.Broken(name, line, "unknown group")
			}
			m.Mentions = 1 << len(s.mentions)
			s.mentions = append(s.mentions, mention{group, word})
			s.all[group] |= m.Mentions
			s.names[1], s.hits[1] = append(s.names[1], cells[1]), append(s.hits[1], cells[4])
		case "Sense":
			m.Senses, sense = sense, sense<<1
			s.names[0], s.hits[0] = append(s.names[0], cells[1]), append(s.hits[0], cells[4])
		}
		if m == (Meaning{}) {
			tsv.Broken(name, line, "unknown type, or no bit is left")
		}
		s.byName[cells[1]] = m
		if isMarked(name, line, cells[3], "yes") {
			s.gate = s.gate.join(m)
		}
	}
	return s
}

// Of returns the mentions of m that belong to group g.
func (m Mention) Of(g Group) Mention { return m & allSenses.Get().all[g] }

// Next returns m without its first mention, and the group and the word of that mention.
// m must not be empty.
func (m Mention) Next() (rest Mention, g Group, word string) {
	first := &allSenses.Get().mentions[bits.TrailingZeros64(uint64(m))]
	return m & (m - 1), first.group, first.word
}

// SenseNames returns the names of the senses, in the order of their bits.
func SenseNames() []string { return allSenses.Get().names[0] }

// MentionNames returns the names of the mentions, in the order of their bits.
func MentionNames() []string { return allSenses.Get().names[1] }

// Example yields texts that say what m says, one for each of its senses and mentions.
func (m Meaning) Example() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, set := range [2]uint64{uint64(m.Senses), uint64(m.Mentions)} {
			for ; set != 0; set &= set - 1 {
				if !yield(allSenses.Get().hits[i][bits.TrailingZeros64(set)]) {
					return
				}
			}
		}
	}
}

// meaningOf returns the meaning of a word in the second column of cues.tsv.
func meaningOf(word string) (Meaning, bool) {
	if name, ok := strings.CutPrefix(word, "role:"); ok {
		role := RoleOf(name)
		return Meaning{Role: role}, role != 0
	}
	m, ok := allSenses.Get().byName[word]
	return m, ok
}

// join returns m together with n. If both have a role, that of n stays.
func (m Meaning) join(n Meaning) Meaning {
	m.Senses |= n.Senses
	m.Mentions |= n.Mentions
	if n.Role != 0 {
		m.Role = n.Role
	}
	m.Added = m.Added || n.Added
	return m
}

// opens reports whether a cue with meaning m makes a message worth reading.
func (m Meaning) opens() bool {
	gate := &allSenses.Get().gate
	return m.Senses&gate.Senses != 0 || m.Mentions&gate.Mentions != 0 || m.Role != 0 && m.Role.row().gate
}
