package readertest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oracles is the directory of other projects' test tables, next to the checkout, as
// seen from a package of parser/internal.
const oracles = "../../../../shared/oracles"

// Oracle reads a table of another project into v. Such tables have licences of their
// own and are not part of this project: if they are not next to the checkout, the test
// is skipped.
func Oracle(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(oracles, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		t.Skip("the tables of other projects are not part of this one, and are not next to the checkout")
	}
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, v))
}

// Tally counts the rows of a table that are read as the table says. Rows in skip are
// known to differ, each for the reason given there.
type Tally struct {
	t           *testing.T
	equal, rows int
	skip        map[string]string
	differ      map[string]bool
}

// NewTally returns a tally without rows.
func NewTally(t *testing.T, skip map[string]string) *Tally {
	return &Tally{t: t, skip: skip, differ: map[string]bool{}}
}

// Row counts a row and asserts that it is equal, or is in skip and differs.
func (c *Tally) Row(id string, equal bool, got any) {
	c.t.Helper()
	c.rows++
	if equal {
		c.equal++
		assert.NotContains(c.t, c.skip, id, "it is equal now")
		return
	}
	c.differ[id] = true
	assert.Contains(c.t, c.skip, id, "row differs: %v", got)
}

// Report asserts that there are rows, and that at least the given part of them is
// equal.
func (c *Tally) Report(least float64) {
	c.t.Helper()
	c.t.Logf("%d of %d rows equal, %d differ with a reason", c.equal, c.rows, len(c.differ))
	assert.GreaterOrEqual(c.t, float64(c.equal)/float64(c.rows), least)
	assert.Positive(c.t, c.rows)
}
