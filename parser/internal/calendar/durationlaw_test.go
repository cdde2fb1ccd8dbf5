package calendar

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// TestNumbersGrowth reads runs that are hard on numbers from every start, as
// durations and, where they are none, as amounts.
func TestNumbersGrowth(t *testing.T) {
	readertest.CheckRuns(t, durationReader, func(r []rune, i int) int {
		_, end := number.ReadAmount(r, i)
		return end
	})
}

func durationReader(r []rune, i int) int {
	_, end := ReadDuration(r, i)
	return end
}

func FuzzDuration(f *testing.F) {
	for _, row := range durationRows {
		f.Add(strings.Replace(row.In, "|", "", 1))
	}
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := readertest.Fold(text)
		for i := range r {
			checkDuration(t, r, i)
		}
	})
}

// checkDuration asserts what holds of a duration read anywhere.
func checkDuration(t *testing.T, r []rune, i int) {
	d, end := ReadDuration(r, i)
	again, againEnd := ReadDuration(r, i)
	require.True(t, d == again && end == againEnd, "the same twice")
	require.True(t, i <= end && end <= len(r), "within the text")
	require.Equal(t, end == i, d == Duration{}, "nothing is read where nothing stands")
	require.Equal(t, end > i, d.Unit != NoUnit && d.Precision != "")
	require.True(t, 0 <= d.N && d.N <= largestCount && 0 <= d.Days && 0 <= d.Months, "bounds")
	require.Equal(t, d.Precision == number.Range, d.Max > 0)
	require.True(t, d.Max == 0 || d.N < d.Max, "a range goes upwards")
}

// TestOracleProbes reads the days after 逾期.
func TestOracleProbes(t *testing.T) {
	var probes struct{ Days []string }
	readertest.Oracle(t, "probes/probes.json", &probes)
	c := readertest.NewTally(t, nil)
	for k, in := range probes.Days {
		r := readertest.Fold(in)
		found := 0
		for i := 0; i < len(r); i++ {
			if d, end := ReadDuration(r, i); end > i && !runes.AlnumAt(r, i-1) && end == len(r) && d.Precision != "" {
				found++
				break
			}
		}
		want := 1
		if strings.Contains(in, "月") && strings.HasPrefix(in, "自") {
			want = 0 // since a date
		}
		c.Row("days "+strconv.Itoa(k), found == want, found)
	}
	c.Report(0.95)
}
