package runes_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

func TestRows(t *testing.T) {
	const table = "# head\n\na\tb\n\n# remark\nc\t\n"
	var lines []int
	var rows [][]string
	for line, cells := range runes.Rows("t.tsv", table, 2) {
		lines, rows = append(lines, line), append(rows, cells)
	}
	assert.Equal(t, []int{3, 6}, lines)
	assert.Equal(t, [][]string{{"a", "b"}, {"c", ""}}, rows)

	for line := range runes.Rows("t.tsv", table+"broken", 2) {
		assert.Equal(t, 3, line)
		break // what stands behind is not read
	}
	for range runes.Rows("t.tsv", "# head\n\n", 2) {
		t.Fatal("a row of an empty table")
	}
	for _, cells := range runes.Rows("t.tsv", "a\tb", 2) {
		assert.Equal(t, []string{"a", "b"}, cells, "the last line may have no end")
	}
}

func TestWords(t *testing.T) {
	assert.Equal(t, [][]rune{[]rune("逾期"), []rune("b")}, runes.Words("t.txt", "# head\n逾期\nb\n"))
	assert.Empty(t, runes.Words("t.txt", ""))
}

// TestBrokenTable reads tables that break the rule of their columns: the panic
// names the table and the line, and shows nothing of the row.
func TestBrokenTable(t *testing.T) {
	const secret = "何秋水"
	for _, row := range []struct {
		text    string
		columns int
		want    string
	}{
		{secret, 2, "parser: embedded table t.tsv, line 1: 1 columns, not 2"},
		{"# head\na\tb\n" + secret + "\t\t\n", 2, "parser: embedded table t.tsv, line 3: 3 columns, not 2"},
		{secret + "\r\n", 3, "parser: embedded table t.tsv, line 1: 1 columns, not 3"},
		{"a\tb\n " + secret, 2, "parser: embedded table t.tsv, line 2: 1 columns, not 2"},
	} {
		assert.PanicsWithValue(t, row.want, func() {
			for range runes.Rows("t.tsv", row.text, row.columns) { // as far as the broken row
			}
		})
		assert.False(t, strings.ContainsAny(row.want, secret))
	}
	assert.PanicsWithValue(t, "parser: embedded table t.txt, line 2: 2 columns, not 1", func() {
		runes.Words("t.txt", "a\n"+secret+"\t\n")
	})
	assert.PanicsWithValue(t, "parser: embedded table t.tsv, line 7: unknown sort", func() {
		runes.Broken("t.tsv", 7, "unknown sort")
	})
}
