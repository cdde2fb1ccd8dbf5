package scan

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/context_names.tsv
var contextNameTable string

//go:embed data/contexts.tsv
var contextTable string

// contextNames are the rows of context_names.tsv by name.
type contextNames struct {
	targets  map[string]Target
	contexts map[string]Context
	inOrder  []string // of the contexts, by the number of the bit
}

var loadContextNames = sync.OnceValue(func() *contextNames {
	tsv.MustMatch("context_names.tsv", contextNameTable, 3, generatedFrom)
	return newContextNames(contextNameTable)
})

func newContextNames(table string) *contextNames {
	n := &contextNames{targets: map[string]Target{}, contexts: map[string]Context{}}
	for line, cells := range tsv.Rows("context_names.tsv", table, 3) {
		switch cells[0] {
		case "Context":
			if len(n.contexts) == 64 {
				tsv.Broken("context_names.tsv", line, "no bit is left")
			}
			n.contexts[cells[1]] = 1 << len(n.contexts)
			n.inOrder = append(n.inOrder, cells[1])
		case "Target":
			n.targets[cells[1]] = Target(len(n.targets))
		default:
			tsv.Broken("context_names.tsv", line, "unknown type")
		}
	}
	return n
}

// ContextNames returns the names of the contexts, in the order of their bits.
func ContextNames() []string { return loadContextNames().inOrder }

// contextRow is a row of contexts.tsv.
type contextRow struct {
	target Target
	side   string
	words  []string
	neighbour
	hit, miss string
}

// readContexts returns the rows of a table in the form of contexts.tsv.
func readContexts(table string) []contextRow {
	const name = "contexts.tsv"
	var rows []contextRow
	names := loadContextNames()
	for line, cells := range tsv.Rows(name, table, 7) {
		target, ok := names.targets[cells[0]]
		if !ok {
			tsv.Broken(name, line, "unknown target")
		}
		row := contextRow{target: target, side: cells[1], words: strings.Split(cells[4], "|"), hit: cells[5], miss: cells[6]}
		switch {
		case row.side != "before" && row.side != "after" && row.side != "at":
			tsv.Broken(name, line, "unknown side")
		case !row.setPlace(cells[2]):
			tsv.Broken(name, line, "unknown place")
		}
		for say := range strings.SplitSeq(cells[3], ",") {
			switch says, ok := names.contexts[say]; {
			case say == "none":
				row.none = true
			case say == "stop":
				row.stop = true
			case !ok:
				tsv.Broken(name, line, "unknown context")
			default:
				row.says |= says
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// setPlace reads the column of the place, such as "beside", "near", "clause 5" or
// "sentence 16", and reports whether it is valid.
func (row *contextRow) setPlace(s string) bool {
	where, reach, _ := strings.Cut(s, " ")
	switch where {
	case "beside", "near":
		row.spaces = where == "near"
		return reach == ""
	case "clause", "sentence":
		n, err := strconv.ParseUint(reach, 10, 6)
		row.reach, row.over = int(n), where == "sentence"
		return err == nil
	}
	return false
}

// contexts are the words around each target, by target.
var contexts = lazy.New(func() *[]sides { return new(newSides(readContexts(contextTable))) })

// newSides returns the words around each target, by target.
func newSides(rows []contextRow) []sides {
	all := make([]sides, len(loadContextNames().targets))
	words := map[*side][][]rune{}
	for _, row := range rows {
		s := &all[row.target].after
		switch row.side {
		case "before":
			s = &all[row.target].before
		case "at":
			s = &all[row.target].at
		}
		s.reach, s.spaces, s.over = max(s.reach, row.reach), s.spaces || row.spaces, s.over || row.over
		for _, word := range row.words {
			w := []rune(word)
			for i, c := range w {
				if c == '^' {
					w[i] = clauseEdge
				}
			}
			if row.side == "before" {
				slices.Reverse(w)
			}
			i := slices.IndexFunc(words[s], func(v []rune) bool { return slices.Equal(v, w) })
			if i < 0 {
				i = len(words[s])
				words[s], s.neighbours = append(words[s], w), append(s.neighbours, nil)
			}
			s.neighbours[i] = append(s.neighbours[i], row.neighbour)
		}
	}
	for i := range all {
		for _, s := range [...]*side{&all[i].before, &all[i].after, &all[i].at} {
			s.words = runes.NewTrie(words[s])
			s.edge = s.words.Root(clauseEdge)
			s.beside = s.reach == 0 && !s.spaces && s.edge == 0
		}
	}
	return all
}
