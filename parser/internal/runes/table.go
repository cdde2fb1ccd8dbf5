package runes

import (
	"fmt"
	"iter"
	"strings"
)

// Rows yields the rows of an embedded table with their lines: tab-separated
// columns, without comments (#) and empty lines. A row that has not as many
// columns as the table is broken.
func Rows(table, text string, columns int) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		n := 0
		for line := range strings.Lines(text) {
			n++
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			cells := strings.Split(line, "\t")
			if len(cells) != columns {
				Broken(table, n, fmt.Sprintf("%d columns, not %d", len(cells), columns))
			}
			if !yield(n, cells) {
				return
			}
		}
	}
}

// Words returns the only column of a table.
func Words(table, text string) [][]rune {
	var words [][]rune
	for _, cells := range Rows(table, text, 1) {
		words = append(words, []rune(cells[0]))
	}
	return words
}

// Broken panics: an embedded table breaks a rule. It is a fault of the build, and
// of no message.
func Broken(table string, line int, rule string) {
	panic(fmt.Sprintf("parser: embedded table %s, line %d: %s", table, line, rule))
}
