package main

import (
	"bytes"
	"cmp"
	"errors"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

func init() { register.Combiner3[table, row, table](&firstFn{}) }

// row is a row of a table with its rank.
type row struct {
	Rank []int64 // greater ranks come first
	Line []byte  // JSON, with its line end
}

func newRow(v any, rank ...int64) (row, error) {
	out, err := jsonl.Encode(v)
	if err != nil {
		return row{}, errors.New("a row of a table cannot be written")
	}
	return row{rank, out}, nil
}

// before orders rows by rank, and those of equal rank by their content, so that the order is the
// same in each run.
func (r row) before(other row) int {
	return cmp.Or(slices.Compare(other.Rank, r.Rank), bytes.Compare(r.Line, other.Line))
}

// table is some rows.
type table struct{ Rows []row }

// firstFn keeps the first rows of a table, in order.
type firstFn struct{ Rows int }

// AddInput adds a row.
func (fn *firstFn) AddInput(t table, r row) table {
	t.Rows = append(t.Rows, r)
	if len(t.Rows) >= 2*fn.Rows {
		return fn.ExtractOutput(t)
	}
	return t
}

// MergeAccumulators keeps the first rows of both.
func (fn *firstFn) MergeAccumulators(a, b table) table {
	return fn.ExtractOutput(table{slices.Concat(a.Rows, b.Rows)})
}

// ExtractOutput sorts the rows and drops the excess.
func (fn *firstFn) ExtractOutput(t table) table {
	slices.SortFunc(t.Rows, row.before)
	t.Rows = slices.Delete(t.Rows, min(fn.Rows, len(t.Rows)), len(t.Rows))
	return t
}
