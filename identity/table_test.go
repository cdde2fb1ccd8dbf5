package identity

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
)

// readTable returns the rows of a table in testdata, unquoted; want is the
// fewest it may have, unique its inputs by the first columns.
func readTable(t testing.TB, name string, columns, want int) (rows [][]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	for _, row := range tsv.Rows(name, string(text), columns) {
		for i, f := range row {
			if strings.HasPrefix(f, `"`) {
				row[i], err = strconv.Unquote(f)
				require.NoError(t, err)
			}
		}
		require.NotEmpty(t, row[columns-1], "each row says why it is there")
		rows = append(rows, row)
	}
	require.GreaterOrEqual(t, len(rows), want)
	return rows
}

// describe renders an error as the tables do.
func describe(t testing.TB, err error) string {
	t.Helper()
	var p *ParseError
	require.ErrorAs(t, err, &p)
	return fmt.Sprintf("!%s@%d", p.Rule, p.Offset)
}

func TestIDs(t *testing.T) {
	for _, row := range readTable(t, "ids.tsv", 4, 150) {
		kind, in, want, why := row[0], row[1], row[2], row[3]
		t.Run(kind+" "+why, func(t *testing.T) {
			if kind == "id" {
				assert.Equal(t, want, renderID(t, in))
			} else {
				assert.Equal(t, want, renderMask(t, in))
			}
		})
	}
}

func renderID(t testing.TB, in string) string {
	id, err := ParseID(in)
	if err != nil {
		assert.True(t, id.IsZero())
		return describe(t, err)
	}
	y, m, d := id.BirthDate()
	r := id.Region()
	listed := "unknown"
	if r.Known {
		listed = "known"
	}
	name := r.Name
	if name == "" {
		name = "-"
	}
	return fmt.Sprintf("%s %04d-%02d-%02d %s %s %s", id.Reveal(), y, m, d, id.Sex(), name, listed)
}

func renderMask(t testing.TB, in string) string {
	m, err := ParseMaskedID(in)
	if err != nil {
		assert.True(t, m.IsZero())
		return describe(t, err)
	}
	again, err := ParseMaskedID(m.Reveal())
	require.NoError(t, err)
	assert.Equal(t, m, again, "the canonical form reads back")
	switch n := m.Candidates(); n {
	case 0:
		return m.Reveal() + " impossible"
	case 1:
		return m.Reveal() + " unique"
	}
	return m.Reveal() + " possible"
}

func TestNoErrorHoldsItsInput(t *testing.T) {
	for _, row := range readTable(t, "ids.tsv", 4, 150) {
		for _, parse := range []func(string) error{
			func(s string) error { _, err := ParseID(s); return err },
			func(s string) error { _, err := ParseMaskedID(s); return err },
			func(s string) error { _, err := ParsePhone(s); return err },
		} {
			var p *ParseError
			if err := parse(row[1]); errors.As(err, &p) {
				assert.Equal(t, fmt.Sprintf("identity: %s: %s at byte %d", p.What, p.Rule, p.Offset), err.Error())
				assert.LessOrEqual(t, p.Offset, len(row[1]))
			}
		}
	}
}
