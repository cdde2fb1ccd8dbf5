package surnames

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestTable(t *testing.T) {
	last, compound, total, count := "", 0, 0.0, 0
	for _, f := range tsv.Rows("surnames.tsv", surnamesTable, 3) {
		require.Len(t, f, 3)
		require.Less(t, last, f[0], "sorted, each once")
		last = f[0]
		runes := []rune(f[0])
		if len(runes) == 2 {
			compound++
		}
		n, share := Find(append(runes, '明'))
		require.Equal(t, len(runes), n)
		require.Contains(t, []string{"census", "rank", "rare"}, f[2])
		total += share
		count++
	}
	assert.GreaterOrEqual(t, count-compound, 400)
	assert.GreaterOrEqual(t, compound, 60)
	assert.InDelta(t, 0.98, total, 0.02, "the rest have surnames in no table")
}

func TestBrokenTable(t *testing.T) {
	read := tsvtest.Reading(newTable)
	const character, share = "a surname is one or two common characters", "a share is above 0 and at most 100"
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"surnames.tsv", "王\t7.1\tcensus\n李\t7.0", "2 columns, not 3", read},
		{"surnames.tsv", "王\t7.1\tcensus\n\t7.0\tcensus", character, read},
		{"surnames.tsv", "Li\t7.0\tcensus", character, read},
		{"surnames.tsv", "欧x\t0.1\trank", character, read},
		{"surnames.tsv", "欧阳修\t0.1\trank", character, read},
		{"surnames.tsv", "𠮷\t0.1\trare", character, read},
		{"surnames.tsv", "王\t7.1%\tcensus", share, read},
		{"surnames.tsv", "王\t\tcensus", share, read},
		{"surnames.tsv", "王\t0\tcensus", share, read},
		{"surnames.tsv", "王\t101\tcensus", share, read},
		{"surnames.tsv", "王\tNaN\tcensus", share, read},
	})
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		in    string
		n     int
		share float64
	}{
		{"", 0, 0},
		{"客户", 0, rare},
		{"魑", 0, rare},
		{"王", 1, 0.0710},
		{"褚", 1, 0.00046},
		{"張三丰", 1, 0.0642},
		{"陳大文", 1, 0.0426},
		{"欧", 1, 0.0011},
		{"歐陽修", 2, 0.00079},
	} {
		n, share := Find([]rune(c.in))
		assert.Equal(t, c.n, n, c.in)
		assert.InDelta(t, c.share, share, 1e-9, c.in)
		assert.Equal(t, n, Len([]rune(c.in)), c.in)
	}
}

func TestFindDoesNotAllocate(t *testing.T) {
	runes := []rune("歐陽修")
	assert.Zero(t, testing.AllocsPerRun(100, func() { Find(runes) }))
}

func TestGrowth(t *testing.T) {
	for _, piece := range []string{"张", "欧阳", "*", "a"} {
		growth.Linear(t, piece, []string{"find"}, func(size int) []time.Duration {
			runes := []rune(growth.Fill(piece, size))
			return growth.Time(func() { Find(runes) })
		})
	}
}
