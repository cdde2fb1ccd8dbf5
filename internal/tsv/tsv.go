// Package tsv reads the tab-separated tables that are embedded beside the packages
// that use them.
package tsv

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"
)

// Rows yields the rows of an embedded table with their lines, from 1. Empty lines and
// lines that begin with # are skipped. A row with another number of columns than the
// table breaks it.
func Rows(table, text string, columns int) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		const atOnce = 64 // rows whose cells share memory
		n := 0
		var free []string
		for line := range strings.Lines(text) {
			n++
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if has := strings.Count(line, "\t") + 1; has != columns {
				Broken(table, n, fmt.Sprintf("%d columns, not %d", has, columns))
			}
			if len(free) == 0 {
				free = make([]string, atOnce*columns)
			}
			cells := free[:columns:columns]
			free = free[columns:]
			for i := range columns - 1 {
				cells[i], line, _ = strings.Cut(line, "\t")
			}
			cells[columns-1] = line
			if !yield(n, cells) {
				return
			}
		}
	}
}

// Characters returns the characters of a column, from 0. Each cell has one or more,
// separated by |; a cell with anything else breaks its table.
func Characters(table, text string, columns, column int) string {
	var all strings.Builder
	for line, cells := range Rows(table, text, columns) {
		for c := range strings.SplitSeq(cells[column], "|") {
			if utf8.RuneCountInString(c) != 1 {
				Broken(table, line, "not a single character")
			}
			all.WriteString(c)
		}
	}
	return all.String()
}

// MustMatch panics unless the rows of a table are the types and names, written "Type
// name", from which constants were generated, in that order.
func MustMatch(table, text string, columns int, names []string) {
	const rule = "the constants were made from other rows: run go generate"
	last := 0
	for line, cells := range Rows(table, text, columns) {
		last = line
		if len(names) == 0 || names[0] != cells[0]+" "+cells[1] {
			Broken(table, line, rule)
		}
		names = names[1:]
	}
	if len(names) > 0 {
		Broken(table, last, rule)
	}
}

// Broken panics because an embedded table breaks a rule. That is a fault of the build,
// not of any input, and the message shows nothing of the row.
func Broken(table string, line int, rule string) {
	panic(fmt.Sprintf("dunsms: embedded table %s, line %d: %s", table, line, rule))
}
