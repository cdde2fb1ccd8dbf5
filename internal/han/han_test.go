package han

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
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

func TestSimplifiedDoesNotAllocate(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() { Simplified('陳') }))
}
