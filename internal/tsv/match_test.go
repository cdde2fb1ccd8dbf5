package tsv_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/tsv"
)

// TestMustMatch has tables that constants were made from, and tables that have changed
// since.
func TestMustMatch(t *testing.T) {
	names := []string{"Sense bill", "Sense debt"}
	assert.NotPanics(t, func() { tsv.MustMatch("t.tsv", "# head\nSense\tbill\nSense\tdebt\n", 2, names) })
	for table, want := range map[string]string{
		"Sense\tbill\n": "line 1",
		"Sense\tbill\nSense\tcard\nSense\tdebt\n":  "line 2",
		"# head\nSense\tdebt\nSense\tbill\n":       "line 2",
		"Sense\tbill\nMention\tdebt\n":             "line 2",
		"Sense\tbill\nSense\tdebt\n\nSense\tdue\n": "line 4",
		"": "line 0",
	} {
		assert.PanicsWithValue(t, "dunsms: embedded table t.tsv, "+want+": the constants were made from other rows: run go generate",
			func() { tsv.MustMatch("t.tsv", table, 2, names) })
	}
}
