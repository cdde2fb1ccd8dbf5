package identity

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNames(t *testing.T) {
	for _, row := range readTable(t, "names.tsv", 3, 100) {
		in, want, why := row[0], row[1], row[2]
		t.Run(why, func(t *testing.T) {
			n, err := ParseName(in)
			if err != nil {
				assert.True(t, n.IsZero())
				assert.Equal(t, want, describe(t, err))
				return
			}
			surname := n.Surname()
			if surname == "" {
				surname = "-"
			}
			got := strings.Join([]string{n.Reveal(), n.Sex().String(), surname, MaskName(in)}, " ")
			assert.Equal(t, want, got)

			text, err := n.MarshalText()
			require.NoError(t, err)
			var again Name
			require.NoError(t, again.UnmarshalText(text))
			assert.Equal(t, n, again, "the text reads back")
		})
	}
}

func TestSurnames(t *testing.T) {
	last, compound, total, count := "", 0, 0.0, 0
	for f := range tableRows(surnamesText) {
		require.Len(t, f, 3)
		require.Less(t, last, f[0], "sorted, each once")
		last = f[0]
		runes := []rune(f[0])
		if len(runes) == 2 {
			compound++
		}
		require.Equal(t, len(runes), SurnameLen(append(runes, '明')))
		require.Contains(t, []string{"census", "rank", "rare"}, f[2])
		total += SurnameShare(runes)
		count++
	}
	assert.GreaterOrEqual(t, count-compound, 400)
	assert.GreaterOrEqual(t, compound, 60)
	assert.InDelta(t, 0.98, total, 0.02, "the rest have surnames in no table")

	assert.Equal(t, 0, SurnameLen(nil))
	assert.Equal(t, 0, SurnameLen([]rune("客户")))
	assert.Equal(t, 1, SurnameLen([]rune("陳大文")))
	assert.Equal(t, 2, SurnameLen([]rune("歐陽修")))
	assert.Equal(t, 1, SurnameLen([]rune("欧")))
	assert.Zero(t, SurnameShare(nil))
	assert.Equal(t, rareSurname, SurnameShare([]rune("魑")))
}

func TestSurnameLenDoesNotAllocate(t *testing.T) {
	runes := []rune("歐陽修")
	assert.Zero(t, testing.AllocsPerRun(100, func() { SurnameLen(runes) }))
}

func TestTraditional(t *testing.T) {
	last := ""
	for f := range tableRows(traditionalText) {
		require.Len(t, f, 2)
		require.Less(t, last, f[0])
		last = f[0]
		to := Simplified([]rune(f[0])[0])
		require.Equal(t, f[1], string(to))
		require.Equal(t, to, Simplified(to), "what is simplified stays")
	}
	assert.Equal(t, 'x', Simplified('x'))
	assert.Equal(t, '乾', Simplified('乾'))
}
