package calendar

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/tsv"
)

// TestUnitGoesOn has lines with a line after each.
func TestUnitGoesOn(t *testing.T) {
	for text, want := range map[string]bool{
		"逾期3\n天": true, "逾期3\n天，": true, "逾期3\n天内": true, "2026\n年3月": true, "3\n月5日": true,
		"逾期3\n天数": false, "逾期3\n天:": false, "3\n天津": false, "2026\n年度": false, "3\n月供": false,
		"三\n天": false, "3\n": false, "\n天": false, "3\n内": false,
	} {
		left, right, _ := strings.Cut(text, "\n")
		assert.Equal(t, want, UnitGoesOn([]rune(left), []rune(right)), text)
	}
}

// TestAfterUnitTable walks the table: after each character, and in each hit and no miss,
// the unit goes on.
func TestAfterUnitTable(t *testing.T) {
	last := ""
	for _, cells := range tsv.Rows("after_units.tsv", afterUnitTable, 4) {
		assert.Less(t, last, cells[0], "rows are sorted")
		last = cells[0]
		all := strings.Split(cells[1], "|")
		assert.True(t, slices.IsSorted(all), cells[0])
		assert.Contains(t, all, string([]rune(cells[2])[1]), cells[0])
		for _, c := range all {
			assert.True(t, UnitGoesOn([]rune("3"), []rune("天"+c)), c)
		}
		assert.True(t, UnitGoesOn([]rune("3"), []rune(cells[2])), cells[2])
		assert.False(t, UnitGoesOn([]rune("3"), []rune(cells[3])), cells[3])
	}
}
