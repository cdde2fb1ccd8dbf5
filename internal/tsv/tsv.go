// Package tsv reads the tab-separated tables that are embedded beside the packages
// that use them.
package tsv

import (
	"iter"
	"strings"
)

// Rows yields the fields of each row of a table. An empty line and one that begins
// with # are no rows. The tables are the project's own, so that nothing is checked:
// a test of each says that its rows are whole.
func Rows(table string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}
