package scan

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:generate go run ../constants -bits Context -prefix Target=Beside -out contextnames.go data/context_names.tsv

// Target is what the words of contexts.tsv stand beside.
type Target uint8

// Context is a set of what words say of the target beside which they stand. The zero
// Context is empty.
type Context uint64

// Has reports whether c has one of the bits.
func (c Context) Has(bits Context) bool { return c&bits != 0 }

// clauseEdge stands in a word for the beginning or the end of a clause.
const clauseEdge = '^'

// neighbour is what a word says at a place.
type neighbour struct {
	reach  int  // runes that may stand between it and the target
	blanks bool // or up to two blanks
	over   bool // the end of a clause, but not of a sentence, may be among them
	says   Context
	none   bool // it hides the shorter words that it begins with, or ends with before the target
	stop   bool // no word beyond it counts
}

// side is the words that are looked for on one side of a target. Those before it are
// spelled backwards.
type side struct {
	words      *runes.Trie
	neighbours [][]neighbour // by the value of the word, less one
	edge       int32         // the node of words that begin, or end before the target, with the edge of a clause; 0: none
	reach      int           // the greatest
	blanks     bool          // some word may stand behind blanks
	over       bool          // some word counts beyond the clause
}

// sides are the words around a target.
type sides struct{ before, after, at side }

// look returns what the words beyond rune i say, where step is 1 those from i on,
// and where it is -1 those before i; and the rune at which a word says one of until,
// beyond which it does not look, -1 if none does.
func (s *side) look(r []rune, i, step int, until Context) (found Context, at int) {
	first := i + min(step, 0)
	if s.blanks && runes.At(r, first) == ' ' {
		if p := skipBlanks(r, first, step); uint(p) < uint(len(r)) && s.mayMatch(r, p, step) {
			if found, _ = s.match(r, p, step, -1, false); found.Has(until) {
				return found, p
			}
		}
	}
	over := false // the end of the clause is passed
	for d, p := 0, first; d <= s.reach && uint(p) < uint(len(r)); d, p = d+1, p+step {
		stop := false
		if s.mayMatch(r, p, step) {
			var says Context
			says, stop = s.match(r, p, step, d, over)
			found |= says
			if says.Has(until) {
				return found, p
			}
		}
		if d == s.reach {
			break
		}
		over = over || endsClause(r, p)
		if stop || over && !s.over || runes.EndsSentence(r[p]) {
			break
		}
	}
	return found, -1
}

// mayMatch reports whether a word may stand at r[p].
func (s *side) mayMatch(r []rune, p, step int) bool {
	return s.words.Root(r[p]) != 0 || s.edge != 0 && runes.EndsClause(runes.At(r, p-step))
}

// endsClause reports whether the rune at p ends a clause; the comma of 1,234 does not.
func endsClause(r []rune, p int) bool {
	return runes.EndsClause(r[p]) && !(runes.DigitAt(r, p-1) && runes.DigitAt(r, p+1))
}

// counts reports whether n counts d runes from its target, or, where d is -1, behind
// blanks; over reports that the end of a clause stands between.
func (n *neighbour) counts(d int, over bool) bool {
	if d < 0 {
		return n.blanks
	}
	return d <= n.reach && (n.over || !over)
}

// match returns what the words at r[p] say, of those that count d runes from the target.
func (s *side) match(r []rune, p, step, d int, over bool) (says Context, stop bool) {
	m := matching{side: s, d: d, over: over}
	m.walk(s.words.Root(r[p]), r, p+step, step)
	if s.edge != 0 && runes.EndsClause(runes.At(r, p-step)) {
		m.walk(s.words.Next(s.edge, r[p]), r, p+step, step)
	}
	return m.says, m.stop
}

// matching gathers what the words at one rune say.
type matching struct {
	*side
	d    int
	over bool
	says Context
	stop bool
}

// walk takes the words that go on from node with the runes from p on.
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

// take takes what the word says that ends at node.
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

// skipBlanks moves i over up to two blanks.
func skipBlanks(r []rune, i, step int) int {
	for range 2 {
		if runes.At(r, i) == ' ' {
			i += step
		}
	}
	return i
}

// Before returns what the words before rune i say of a target that begins there.
func (l *Line) Before(t Target, i int) Context {
	c, _ := loadContexts()[t].before.look(l.Runes, i, -1, 0)
	return c
}

// After returns what the words from rune i on say of a target that ends there.
func (l *Line) After(t Target, i int) Context {
	c, _ := loadContexts()[t].after.look(l.Runes, i, 1, 0)
	return c
}

// At returns what the words say with which a target at rune i begins.
func (l *Line) At(t Target, i int) Context {
	c, _ := loadContexts()[t].at.look(l.Runes, i, 1, 0)
	return c
}

// Find returns the rune from i on at which a word says one of the bits of a target that
// ends at i, -1 if none does.
func (l *Line) Find(t Target, i int, bits Context) int {
	_, at := loadContexts()[t].after.look(l.Runes, i, 1, bits)
	return at
}

// target returns what the words of contexts.tsv may say of t.
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
