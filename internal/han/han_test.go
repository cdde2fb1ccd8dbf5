package han

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestTraditional(t *testing.T) {
	last := ""
	for _, f := range tsv.Rows("traditional.tsv", traditionalTable, 2) {
		require.Len(t, f, 2)
		require.Less(t, last, f[0])
		last = f[0]
		to := Simplified([]rune(f[0])[0])
		require.Equal(t, f[1], string(to))
		require.Equal(t, to, Simplified(to), "what is simplified stays")
	}
	assert.Equal(t, '陈', Simplified('陳'))
	assert.Equal(t, 'x', Simplified('x'))
	assert.Equal(t, '乾', Simplified('乾'), "it may also stand for itself")
}

func TestBrokenTable(t *testing.T) {
	read := tsvtest.Reading(newSimplified)
	const rule = "not one character of the block each"
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"traditional.tsv", "丟\t丢\n並", "1 columns, not 2", read},
		{"traditional.tsv", "丟\t丢\nx\t并", rule, read},
		{"traditional.tsv", "並\tx", rule, read},
		{"traditional.tsv", "並\t", rule, read},
		{"traditional.tsv", "\t并", rule, read},
		{"traditional.tsv", "並亂\t并", rule, read},
		{"traditional.tsv", "並\t并乱", rule, read},
		{"traditional.tsv", "並\t𠮷", rule, read},
	})
}

func TestSimplifiedDoesNotAllocate(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() { Simplified('陳') }))
}
