package scan

import (
	"unicode"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:generate go run ../constants -bits Context -prefix Target=Beside -out contextnames.go data/context_names.tsv

// Target is a kind of token or word that the words of contexts.tsv are next to.
type Target uint8

// Context is a set of facts that words state about the target next to them. The zero
// Context is empty.
type Context uint64

// Has reports whether c has one of the bits.
func (c Context) Has(bits Context) bool { return c&bits != 0 }

// clauseEdge stands in the trie for the beginning or the end of a clause, which the table
// writes as ^. It is no character, so that it never equals a ^ in a text.
const clauseEdge = unicode.MaxRune + 1

// neighbour is what a word says about a target, and where it has to be.
type neighbour struct {
	reach  int  // it may also be across up to two spaces
	spaces bool // the reach may include the end of a clause, but not of a sentence
	over   bool // they may include the end of a clause, but not of a sentence
	says   Context
	none   bool // it says nothing, and hides the shorter words that it begins with, or ends with if it comes before the target
	stop   bool // no word farther away counts
}

// side holds the words on one side of a target. Words before a target are spelled
// backwards.
type side struct {
	words      *runes.Trie
	neighbours [][]neighbour // by the word's value in the trie, less one
	edge       int32         // the node of clauseEdge as first character of a word, 0 if no word has it there
	reach      int           // the greatest reach of a word
	spaces     bool          // some word counts across spaces
	over       bool          // some word counts beyond the end of the clause
	beside     bool          // all words are right beside the target, and none has an edge, as for most targets
}

// sides are the words around a target and at its start.
type sides struct{ before, after, at side }

// look returns what the words say that begin at r[i] or later if step is 1, or that end
// before r[i] or earlier if step is -1. It stops at a word that says one of until, and
// returns the rune at which that word was found, or -1.
func (s *side) look(r []rune, i, step int, until Context) (found Context, at int) {
	first := i + min(step, 0)
	if step < 0 && runes.At(r, first) == '\n' {
		first--
	}
	if s.beside && !(uint(first) < uint(len(r)) && s.words.Begins(r[first])) {
		return 0, -1
	}
	if found, at = s.acrossSpaces(r, first, step); found.Has(until) {
		return found, at
	}
	over := false // the clause has ended
	for d, p := 0, first; d <= s.reach && uint(p) < uint(len(r)); d, p = d+1, p+step {
		c := r[p]
		if s.mayMatch(r, p, step) {
			says, stop := s.match(r, p, step, d, over)
			found |= says
			if says.Has(until) {
				return found, p
			}
			if stop {
				break
			}
		}
		if d == s.reach || runes.IsCommonHan(c) {
			continue
		}
		over = over || endsClause(r, p)
		if over && !s.over || runes.EndsSentence(c) {
			break
		}
	}
	return found, -1
}

// acrossSpaces returns what words say across one or two spaces, from r[first] on, that
// separate them from the target; at is the rune behind the spaces.
func (s *side) acrossSpaces(r []rune, first, step int) (found Context, at int) {
	at = first
	if !s.spaces {
		return 0, at
	}
	for at != first+2*step && runes.At(r, at) == ' ' {
		at += step
	}
	if at != first && uint(at) < uint(len(r)) && s.mayMatch(r, at, step) {
		found, _ = s.match(r, at, step, -1, false)
	}
	return found, at
}

// mayMatch reports whether a word may begin at r[p], judging by that rune. p must be in
// range.
func (s *side) mayMatch(r []rune, p, step int) bool {
	return s.words.Begins(r[p]) || s.edge != 0 && runes.EndsClause(runes.At(r, p-step))
}

// endsClause reports whether r[p] ends a clause. The comma of 1,234 does not.
func endsClause(r []rune, p int) bool {
	return runes.EndsClause(r[p]) && !(runes.DigitAt(r, p-1) && runes.DigitAt(r, p+1))
}

// counts reports whether n counts at a distance of d runes from the target, or across
// spaces if d is -1. over is set if the clause ends between them.
func (n *neighbour) counts(d int, over bool) bool {
	if d < 0 {
		return n.spaces
	}
	return d <= n.reach && (n.over || !over)
}

// match returns what the words at r[p] say, if they count at a distance of d runes.
// stop is set if no word farther away counts.
func (s *side) match(r []rune, p, step, d int, over bool) (says Context, stop bool) {
	m := matching{side: s, d: d, over: over}
	m.walk(s.words.Root(r[p]), r, p+step, step)
	if s.edge != 0 && runes.EndsClause(runes.At(r, p-step)) {
		m.walk(s.words.Next(s.edge, r[p]), r, p+step, step)
	}
	return m.says, m.stop
}

// matching collects what the words at one rune say.
type matching struct {
	*side
	d    int
	over bool
	says Context
	stop bool
}

// walk takes every word that goes on from node with the runes from p on.
func (m *matching) walk(node int32, r []rune, p, step int) {
	for node != 0 {
		m.take(node)
		c := runes.At(r, p)
		if runes.EndsClause(c) {
			if edge := m.words.Next(node, clauseEdge); edge != 0 {
				m.take(edge)
			}
		}
		node, p = m.words.Next(node, c), p+step
	}
}

// take adds what the word that ends at node says.
func (m *matching) take(node int32) {
	v := m.words.Value(node)
	if v == 0 {
		return
	}
	for i := range m.neighbours[v-1] {
		switch n := &m.neighbours[v-1][i]; {
		case !n.counts(m.d, m.over):
		case n.none:
			m.says = 0
		default:
			m.says, m.stop = m.says|n.says, m.stop || n.stop
		}
	}
}

// Before returns what the words before rune i say about a target that begins there.
func (l *Line) Before(t Target, i int) Context {
	c, _ := (*contexts.Get())[t].before.look(l.Runes, i, -1, 0)
	return c
}

// After returns what the words from rune i on say about a target that ends there.
func (l *Line) After(t Target, i int) Context {
	c, _ := (*contexts.Get())[t].after.look(l.Runes, i, 1, 0)
	return c
}

// At returns what the words that a target begins with, at rune i, say about it.
func (l *Line) At(t Target, i int) Context {
	c, _ := (*contexts.Get())[t].at.look(l.Runes, i, 1, 0)
	return c
}

// Find returns the rune of the first word, from i on, that says one of the bits about a
// target that ends at i, or -1.
func (l *Line) Find(t Target, i int, bits Context) int {
	_, at := (*contexts.Get())[t].after.look(l.Runes, i, 1, bits)
	return at
}

// target returns what t is as a target, if it is one whose contexts each token carries.
func (t *Token) target() (target Target, ok bool) {
	switch t.Kind {
	case Amount, Number:
		return BesideSum, true
	case Duration:
		return BesideTime, true
	case Date:
		return BesideDate, true
	case Cue:
		return BesideLateness, t.SaysOverdue() || t.Senses&(lexicon.Repaid|lexicon.Disbursed) != 0
	}
	return 0, false
}
