package parser

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// rowsOf returns the rows of an embedded table.
func rowsOf(table string) []string { return slices.Collect(tableRows(table)) }

// checkTable asserts that a table is sorted, has no row twice, n columns, and
// words as they stand after folding.
func checkTable(t *testing.T, table string, n int) {
	t.Helper()
	rows := rowsOf(table)
	assert.True(t, slices.IsSorted(rows), "rows are sorted")
	seen := map[string]bool{}
	for _, row := range rows {
		cells := strings.Split(row, "\t")
		if !assert.Len(t, cells, n, row) {
			continue
		}
		assert.Equal(t, cells[1], string(foldNumber(cells[1])), "folded")
		key := cells[0] + "\t" + cells[1]
		assert.False(t, seen[key], "%s stands twice", key)
		seen[key] = true
	}
	assert.NotEmpty(t, rows)
}

func TestPrecisionTable(t *testing.T) {
	checkTable(t, precisionTable, 3)
	for _, row := range rowsOf(precisionTable) {
		cells := strings.Split(row, "\t")
		assert.Contains(t, []string{"before", "after"}, cells[0])
		mean := Precision(cells[2])
		assert.Contains(t, []Precision{PrecisionAbout, PrecisionAtLeast, PrecisionAtMost, PrecisionExact}, mean)
		text := "欠款" + cells[1] + "|3000元，"
		if cells[0] == "after" {
			text = "欠款|3000元" + cells[1] + "，"
		}
		r, i := atBar(t, text)
		a, _ := readAmount(r, i)
		assert.Equal(t, mean, a.precision, row)
	}
}

func TestCurrencyTable(t *testing.T) {
	checkTable(t, currencyTable, 2)
	for _, row := range rowsOf(currencyTable) {
		sort, word, _ := strings.Cut(row, "\t")
		assert.Contains(t, []string{"yuan", "foreign"}, sort)
		for _, text := range []string{word + "300", word + " 300.50", "300" + word, "3千" + word} {
			r := foldNumber(text)
			a, end := readAmount(r, 0)
			assert.Equal(t, len(r), end, text)
			assert.Equal(t, sort == "foreign", a.foreign, text)
			assert.Equal(t, sort == "yuan", a.marked, text)
		}
	}
}
