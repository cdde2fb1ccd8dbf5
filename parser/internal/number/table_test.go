package number

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// TestPrecisionTable walks the table: each word says what its row does of the
// amount beside it.
func TestPrecisionTable(t *testing.T) {
	for _, cells := range readertest.Table(t, precisionTable, 3, 1) {
		assert.Contains(t, []string{"before", "after"}, cells[0])
		want := Precision(cells[2])
		assert.Contains(t, []Precision{About, AtLeast, AtMost, Exact}, want)
		text := "欠款" + cells[1] + "|3000元，"
		if cells[0] == "after" {
			text = "欠款|3000元" + cells[1] + "，"
		}
		r, i := readertest.AtBar(t, text)
		a, _ := ReadAmount(r, i)
		assert.Equal(t, want, a.Precision, cells)
	}
}

// TestCurrencyTable walks the table: each name makes an amount of the number
// before it or after it, of yuan or of another currency.
func TestCurrencyTable(t *testing.T) {
	for _, cells := range readertest.Table(t, currencyTable, 2, 1) {
		sort, word := cells[0], cells[1]
		assert.Contains(t, []string{"yuan", "foreign"}, sort)
		for _, text := range []string{word + "300", word + " 300.50", "300" + word, "3千" + word} {
			r := readertest.Fold(text)
			a, end := ReadAmount(r, 0)
			assert.Equal(t, len(r), end, text)
			assert.Equal(t, sort == "foreign", a.foreign, text)
			assert.Equal(t, sort == "yuan", a.Marked, text)
		}
	}
}

// TestCompoundTable walks the table: in its sample each word is no part of the
// number before it, which the sign that the word begins with, alone, would be.
func TestCompoundTable(t *testing.T) {
	for _, cells := range readertest.Table(t, compoundTable, 2, 0) {
		word, sample := []rune(cells[0]), cells[1]
		before, _, ok := strings.Cut(sample, cells[0])
		require.True(t, ok, sample)
		i := strings.IndexFunc(before, func(c rune) bool { return runes.IsDigit(c) })
		require.GreaterOrEqual(t, i, 0, sample)
		from, at := len([]rune(before[:i])), len([]rune(before))
		assert.LessOrEqual(t, amountReader([]rune(sample), from), at, sample)
		sign := word[:1]
		if sign[0] == '一' {
			sign = word[:2] // 一分
		}
		assert.Greater(t, amountReader([]rune(before+string(sign)), from), at, "%s without the word", sample)
	}
}
