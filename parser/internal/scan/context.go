package scan

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:generate go run ../constants -bits Context -prefix Target=Beside -out says.go data/says.tsv

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
	reach      int           // the greatest
	over       bool          // some word counts beyond the clause
}

// sides are the words around a target.
type sides struct{ before, after, at side }

// look returns what the words beyond rune i say, where step is 1 those from i on,
// and where it is -1 those before i; and the rune at which a word says one of until,
// beyond which it does not look, -1 if none does.
func (s *side) look(r []rune, i, step int, until Context) (found Context, at int) {
	first := i + min(step, 0)
	if blanks := skipBlanks(r, first, step); blanks != first && uint(blanks) < uint(len(r)) {
		if found, _ = s.match(r, blanks, step, func(n *neighbour) bool { return n.blanks }); found.Has(until) {
			return found, blanks
		}
	}
	over := false // the end of the clause is passed
	for d, p := 0, first; d <= s.reach && uint(p) < uint(len(r)); d, p = d+1, p+step {
		says, stop := s.match(r, p, step, func(n *neighbour) bool { return d <= n.reach && (n.over || !over) })
		found |= says
		if says.Has(until) {
			return found, p
		}
		over = over || endsClause(r, p)
		if stop || over && !s.over || runes.EndsSentence(r[p]) {
			break
		}
	}
	return found, -1
}

// endsClause reports whether the rune at p ends a clause; the comma of 1,234 does not.
func endsClause(r []rune, p int) bool {
	return runes.EndsClause(r[p]) && !(runes.DigitAt(r, p-1) && runes.DigitAt(r, p+1))
}

// match returns what the words at r[p] say, of those that may stand there.
func (s *side) match(r []rune, p, step int, may func(*neighbour) bool) (says Context, stop bool) {
	take := func(node int32) {
		v := s.words.Value(node)
		if v == 0 {
			return
		}
		for i := range s.neighbours[v-1] {
			switch n := &s.neighbours[v-1][i]; {
			case !may(n):
			case n.none:
				says = 0
			default:
				says, stop = says|n.says, stop || n.stop
			}
		}
	}
	walk := func(node int32, q int) {
		for node != 0 {
			take(node)
			c := runes.At(r, q)
			if runes.EndsClause(c) {
				if edge := s.words.Next(node, clauseEdge); edge != 0 {
					take(edge)
				}
			}
			if uint(q) >= uint(len(r)) {
				return
			}
			node, q = s.words.Next(node, c), q+step
		}
	}
	walk(s.words.Root(r[p]), p+step)
	if edge := s.words.Root(clauseEdge); edge != 0 && runes.EndsClause(runes.At(r, p-step)) {
		walk(s.words.Next(edge, r[p]), p+step)
	}
	return says, stop
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
