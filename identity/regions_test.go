package identity

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPackedRegionsAreFresh(t *testing.T) {
	assert.Less(t, len(regionsPacked), 80_000)
	text, err := os.ReadFile("regions.csv")
	require.NoError(t, err)
	r, err := gzip.NewReader(bytes.NewReader(regionsPacked))
	require.NoError(t, err)
	packed, err := io.ReadAll(r)
	require.NoError(t, err)
	var rows strings.Builder
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "#") {
			rows.WriteString(line)
		}
	}
	assert.Equal(t, rows.String(), string(packed), "go generate brings them together")
}

func TestRegionRows(t *testing.T) {
	rows := regionRows()
	require.Len(t, rows, 8110)
	for i, r := range rows {
		require.GreaterOrEqual(t, r.code, int32(110000))
		require.LessOrEqual(t, r.first, r.last+1, "a name may have held for less than a calendar year")
		require.NotEmpty(t, r.name)
		if i > 0 {
			before := rows[i-1]
			require.True(t, before.code < r.code || before.code == r.code && before.first < r.first, "sorted")
		}
	}
	assert.Empty(t, regionName(320219, 1990))
	assert.Equal(t, "湘潭市", regionName(430300, 1981))
	assert.Equal(t, "邵阳市", regionName(430300, 1983), "of two in one year the one that begins later")
	assert.Equal(t, "湘潭市", regionName(430300, 1984))
}

// The chances of what can be shown of a region add up.
func TestRegionChances(t *testing.T) {
	p := people()
	sum := 0.0
	for _, province := range provincesByTrial() {
		sum += p.region([]byte{'0' + byte(province/10), '0' + byte(province%10), hidden, hidden, hidden, hidden})
	}
	assert.InDelta(t, 1, sum, 0.01)
	ten := 0.0
	for d := byte('0'); d <= '9'; d++ {
		ten += p.region([]byte{'1', '1', '0', '1', '0', d})
	}
	assert.InDelta(t, p.region([]byte{'1', '1', '0', '1', '0', hidden}), ten, 1e-9)
	assert.Equal(t, 1.0, p.region([]byte("******")))
	assert.Positive(t, p.region([]byte("999999")))

	years := 0.0
	for y := firstBirthYear; y <= lastBirthYear; y++ {
		years += p.birthYear([]byte{'0' + byte(y/1000), '0' + byte(y/100%10), '0' + byte(y/10%10), '0' + byte(y%10)})
	}
	assert.InDelta(t, 1, years, 1e-9)
	assert.InDelta(t, 1, p.birthYear([]byte("19**"))+p.birthYear([]byte("20**")), 0.01)
}
