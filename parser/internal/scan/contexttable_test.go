package scan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// isOf says which tokens are of a target. The others have no token of their own
// for certain: ‹…› marks them in the texts of contexts.tsv.
var isOf = map[Target]func(*Token) bool{
	BesideCard:     func(t *Token) bool { return t.Kind == Card },
	BesideDate:     func(t *Token) bool { return t.Kind == Date },
	BesideDay:      func(t *Token) bool { return t.Has(lexicon.Day) },
	BesideDenial:   func(t *Token) bool { return t.Has(lexicon.Not) },
	BesideDue:      func(t *Token) bool { return t.Has(lexicon.Due) },
	BesideLateness: isBeside(BesideLateness),
	BesidePhone:    func(t *Token) bool { return t.Kind == Phone },
	BesideRelation: func(t *Token) bool { return t.Has(lexicon.Relation) },
	BesideSum:      isBeside(BesideSum),
	BesideTail:     func(t *Token) bool { return t.Kind == Tail },
	BesideTerm:     func(t *Token) bool { return t.Kind == Cue && t.Role != 0 || t.IsSum() },
	BesideTime:     isBeside(BesideTime),
}

func isBeside(target Target) func(*Token) bool {
	return func(t *Token) bool {
		is, ok := t.target()
		return ok && is == target
	}
}

// places returns the targets of a row in one of its texts, and the line.
func (row *contextRow) places(t *testing.T, text string) (l *Line, places [][2]int) {
	t.Helper()
	is := isOf[row.target]
	before, rest, marked := strings.Cut(text, "‹")
	require.Equal(t, is == nil, marked, "%s: the target is marked where it is no token", text)
	if is == nil {
		piece, after, ok := strings.Cut(rest, "›")
		require.True(t, ok, text)
		l, start := read(before+piece+after), len(readertest.Fold(before))
		return l, [][2]int{{start, start + len(readertest.Fold(piece))}}
	}
	l = read(text)
	for k := range l.Tokens {
		if t := &l.Tokens[k]; is(t) {
			places = append(places, [2]int{int(t.Start), int(t.End)})
		}
	}
	return l, places
}

// lookAt returns what all say of a target of the row at a place.
func (row *contextRow) lookAt(l *Line, all []sides, place [2]int) Context {
	s, i, step := &all[row.target].after, place[1], 1
	switch row.side {
	case "before":
		s, i, step = &all[row.target].before, place[0], -1
	case "at":
		s, i = &all[row.target].at, place[0]
	}
	found, _ := s.look(l.Runes, i, step, 0)
	return found
}

// TestContextRows reads the texts of contexts.tsv. A row that says something says it
// of a target of its hit, by itself and among the others, and by itself of none of its
// miss. A row that says none or stop makes a difference in its hit, and none in its
// miss.
func TestContextRows(t *testing.T) {
	rows := readContexts(contextTable)
	all := newSides(rows)
	for i, row := range rows {
		others := newSides(slices.Delete(slices.Clone(rows), i, i+1))
		alone := newSides(rows[i : i+1])
		applies := func(l *Line, place [2]int) bool {
			among := row.lookAt(l, all, place)
			if row.none || row.stop {
				return among != row.lookAt(l, others, place)
			}
			return row.lookAt(l, alone, place) == row.says && among&row.says == row.says
		}
		t.Run(fmt.Sprintf("%d %s", i, row.words[0]), func(t *testing.T) {
			l, places := row.places(t, row.hit)
			assert.True(t, slices.ContainsFunc(places, func(p [2]int) bool { return applies(l, p) }), "hit: %s %v", row.hit, places)
			l, places = row.places(t, row.miss)
			assert.NotEmpty(t, places, "miss: no target in %s", row.miss)
			assert.False(t, slices.ContainsFunc(places, func(p [2]int) bool {
				return applies(l, p) || !row.none && !row.stop && row.lookAt(l, alone, p) != 0
			}), "miss: %s", row.miss)
		})
	}
}

// TestContextTable checks that the table is as its head says. Each word says what its
// row does where it is right next to the target, whatever other rows have.
func TestContextTable(t *testing.T) {
	readertest.Table(t, contextTable, 7, 4)
	rows := readContexts(contextTable)
	all, silent := newSides(rows), newSides(slices.DeleteFunc(slices.Clone(rows), func(row contextRow) bool { return row.none }))
	seen := map[string]bool{}
	for _, row := range rows {
		assert.True(t, slices.IsSorted(row.words), "%s: words are sorted", row.words)
		for _, word := range row.words {
			key := fmt.Sprint(row.target, row.side, row.says, row.none, row.stop, word)
			assert.False(t, seen[key], "%s: says so twice", word)
			seen[key] = true
			r := []rune(strings.ReplaceAll(word, "^", "，"))
			l := &Line{}
			l.Runes = slices.Concat([]rune("甲"), r, []rune("甲"))
			place := [2]int{0, 1}
			if row.side == "before" {
				place = [2]int{len(r) + 1, len(r) + 2}
			}
			if row.side == "at" {
				place[0] = 1
			}
			says := row.lookAt(l, all, place)
			assert.Equal(t, row.says, says&row.says, "%s: does not say so", word)
			assert.Equal(t, row.none, says != row.lookAt(l, silent, place), "%s: hides what it begins or ends with", word)
		}
	}
	for name, target := range loadContextNames().targets {
		assert.True(t, slices.ContainsFunc(rows, func(row contextRow) bool { return row.target == target }), "%s: no row", name)
	}
}

// TestContextsAsked compares context_names.tsv with the rows and the code: a row says each
// of its words, and the code asks for it.
func TestContextsAsked(t *testing.T) {
	readertest.Table(t, contextNameTable, 3, 1)
	var said Context
	for _, row := range readContexts(contextTable) {
		said |= row.says
	}
	for name, context := range loadContextNames().contexts {
		assert.True(t, said.Has(context), "%s: no row says so", name)
	}
	used := readertest.Used(t, "scan", "contextnames.go")
	contexts, _ := readertest.Constants(t, "contextnames.go", "Context")
	targets, _ := readertest.Constants(t, "contextnames.go", "Target")
	for _, name := range append(contexts, targets...) {
		assert.True(t, used[name], "%s: nothing asks for it", name)
	}
}

// TestCaret has a ^ in a text: it is not the edge of a clause that the table means.
func TestCaret(t *testing.T) {
	for _, row := range []struct {
		target Target
		text   string // behind the target
		says   Context
	}{
		{BesideCharge, "^余额3元", BalanceLeft},
		{BesideDate, "还^谢谢", DueBy},
	} {
		l := &Line{}
		l.Runes = readertest.Fold(strings.ReplaceAll(row.text, "^", "，"))
		assert.True(t, l.After(row.target, 0).Has(row.says), "%s", string(l.Runes))
		l.Runes = readertest.Fold(row.text)
		assert.Contains(t, string(l.Runes), "^", "it is not folded")
		assert.False(t, l.After(row.target, 0).Has(row.says), "%s", row.text)
	}
}
