package tsv_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/tsv"
)

// TestBrokenTable reads tables that break the rule of their columns: the panic
// names the table and the line, and shows nothing of the row.
func TestBrokenTable(t *testing.T) {
	const secret = "何秋水"
	for _, row := range []struct {
		text    string
		columns int
		want    string
	}{
		{secret, 2, "dunsms: embedded table t.tsv, line 1: 1 columns, not 2"},
		{"# head\na\tb\n" + secret + "\t\t\n", 2, "dunsms: embedded table t.tsv, line 3: 3 columns, not 2"},
		{secret + "\r\n", 3, "dunsms: embedded table t.tsv, line 1: 1 columns, not 3"},
		{"a\tb\n " + secret, 2, "dunsms: embedded table t.tsv, line 2: 1 columns, not 2"},
	} {
		assert.PanicsWithValue(t, row.want, func() {
			for range tsv.Rows("t.tsv", row.text, row.columns) { // as far as the broken row
			}
		})
		assert.False(t, strings.ContainsAny(row.want, secret))
	}
	assert.PanicsWithValue(t, "dunsms: embedded table t.tsv, line 7: unknown sort", func() {
		tsv.Broken("t.tsv", 7, "unknown sort")
	})
}
