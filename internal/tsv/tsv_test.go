package tsv_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/tsv"
)

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name, table string
		lines       []int
		want        [][]string
	}{
		{"no table", "", nil, nil},
		{"comments and empty lines", "# head\n\n#\t#\n", nil, nil},
		{"cells", "a\tb\nc\td\n", []int{1, 2}, [][]string{{"a", "b"}, {"c", "d"}}},
		{"lines of rows", "# head\n\na\tb\n\n# remark\nc\td\n", []int{3, 6}, [][]string{{"a", "b"}, {"c", "d"}}},
		{"an empty cell counts", "\tb\na\t\n", []int{1, 2}, [][]string{{"", "b"}, {"a", ""}}},
		{"blanks belong to the cell", " a \tb \n", []int{1}, [][]string{{" a ", "b "}}},
		{"a # further on is no comment", "a#\t#b\n", []int{1}, [][]string{{"a#", "#b"}}},
		{"line ends of Windows, and none at the end", "a\tb\r\n\r\nc\td", []int{1, 3}, [][]string{{"a", "b"}, {"c", "d"}}},
	} {
		var lines []int
		var rows [][]string
		for line, cells := range tsv.Rows("t.tsv", c.table, 2) {
			lines, rows = append(lines, line), append(rows, cells)
		}
		assert.Equal(t, c.lines, lines, c.name)
		assert.Equal(t, c.want, rows, c.name)
	}
	for range tsv.Rows("t.tsv", "a\tb\nbroken", 2) {
		break // what comes after is not read
	}
}
