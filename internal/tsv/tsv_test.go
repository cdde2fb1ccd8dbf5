package tsv

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name, table string
		want        [][]string
	}{
		{"no table", "", nil},
		{"comments and empty lines", "# head\n\n#\t#\n", nil},
		{"fields", "a\tb\nc\n", [][]string{{"a", "b"}, {"c"}}},
		{"an empty field counts", "\tb\t\n", [][]string{{"", "b", ""}}},
		{"blanks belong to the field", " a \tb \n", [][]string{{" a ", "b "}}},
		{"a # further on is no comment", "a#\t#b\n", [][]string{{"a#", "#b"}}},
		{"line ends of Windows, and none at the end", "a\tb\r\n\r\nc", [][]string{{"a", "b"}, {"c"}}},
	} {
		assert.Equal(t, c.want, slices.Collect(Rows(c.table)), c.name)
	}
	for range Rows("a\nb\n") {
		break // a reader may stop
	}
}
