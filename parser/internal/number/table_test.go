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
	for _, cells := range readertest.Table(t, compoundTable, 3, 0) {
		word, sample := []rune(cells[0]), cells[2]
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

// TestAddendTable walks the table: each word, and no other, makes a + add something.
func TestAddendTable(t *testing.T) {
	for _, cells := range readertest.Table(t, addendTable, 2, 0) {
		word, sample := cells[0], cells[1]
		before, _, ok := strings.Cut(sample, "+"+word)
		require.True(t, ok, sample)
		at := len([]rune(before))
		for _, text := range []string{sample, before + "+" + word, before + "+ " + word} {
			assert.Equal(t, at, VagueEnd([]rune(text), at), text)
		}
		assert.Equal(t, at, amountReader([]rune(sample), 0), sample)
		assert.Equal(t, at+1, VagueEnd([]rune(before+"+的"+word), at), word)
	}
}

// TestDividedUnit has numbers with a mark between them and 元, and words that begin with
// 元 and are never yuan there.
func TestDividedUnit(t *testing.T) {
	for text, want := range map[string]string{
		"欠|3000，元借款":   "3000，元",
		"欠|3000、元借款":   "3000、元",
		"欠|3000，元月5日前": "3000",
		"欠|3000，元月底前":  "3000",
		"欠|3000，元旦前":   "3000",
		"欠|3000，元老客户":  "3000",
		"欠|3000元月底前":   "3000元",
		"欠|3000元首付":    "3000元",
		"欠|3000元老账":    "3000元",
		"欠|3000元旦前":    "3000",
	} {
		r, i := readertest.AtBar(t, text)
		_, end := ReadAmount(r, i)
		assert.Equal(t, want, string(r[i:end]), text)
	}
}

// TestUnitGoesOn has lines with a line after each.
func TestUnitGoesOn(t *testing.T) {
	for text, want := range map[string]bool{
		"3000\n元": true, "3000\n元整": true, "3000\n圆": true, "300\n块": true, "叁仟\n元": true, "3\n万元": true, "3\n万圆": true, "3\n千，": true, "2\n亿元": true,
		"3000\n元旦": false, "3000\n元月": false, "3000\n元老": false, "元\n元": false, "3\n万一": false, "三\n万元": false, "3\n十": false, "3\n期": false, "3\n": false, "\n元": false,
	} {
		left, right, _ := strings.Cut(text, "\n")
		assert.Equal(t, want, UnitGoesOn([]rune(left), []rune(right)), text)
	}
	for _, c := range "元圆块万亿" {
		assert.True(t, IsUnit(c), string(c))
	}
	for _, c := range "千百角天期" {
		assert.False(t, IsUnit(c), string(c))
	}
}
