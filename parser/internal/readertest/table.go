package readertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
)

// Table returns the rows of an embedded table. It asserts that they are sorted, that
// the cells of column word are in the form that folding gives them, and that no two
// rows agree up to that column.
func Table(t *testing.T, text string, columns, word int) [][]string {
	t.Helper()
	var rows [][]string
	seen := map[string]bool{}
	for _, cells := range tsv.Rows("table", text, columns) {
		assert.Equal(t, cells[word], string(Fold(cells[word])), "folded")
		key := strings.Join(cells[:word+1], "\t")
		assert.False(t, seen[key], "%s occurs twice", key)
		seen[key] = true
		rows = append(rows, cells)
	}
	require.NotEmpty(t, rows)
	assert.True(t, slices.IsSortedFunc(rows, slices.Compare), "rows are sorted")
	return rows
}
