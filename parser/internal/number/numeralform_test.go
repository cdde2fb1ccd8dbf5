package number

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// The signs of hanText, from 0 to 9, then 十, 百, 千, 万, 亿.
const (
	smallSigns   = "零一二三四五六七八九十百千万亿"
	capitalSigns = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
)

// hanText writes n < 10^12 as a number of units: 10304 is 一万零三百零四.
func hanText(n int64, signs string) string {
	s := []rune(signs)
	if n == 0 {
		return string(s[0])
	}
	var out []rune
	gap := false
	for p := 11; p >= 0; p-- {
		d := n / power10(p) % 10
		if d == 0 {
			gap = gap || len(out) > 0
		} else {
			if gap {
				out = append(out, s[0])
			}
			out = append(out, s[d])
			if p%4 > 0 {
				out = append(out, s[9+p%4])
			}
			gap = false
		}
		if p%4 == 0 && p > 0 && n/power10(p)%10000 > 0 {
			out = append(out, s[12+p/4])
		}
	}
	return string(out)
}

// digitText writes n digit by digit: 二〇二六.
func digitText(n int64) string {
	signs := []rune("〇一二三四五六七八九")
	var out []rune
	for _, c := range strconv.FormatInt(n, 10) {
		out = append(out, signs[c-'0'])
	}
	return string(out)
}

// grouped writes n in groups of three.
func grouped(n int64, sep string) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}

// writtenNumbers writes 0 <= n < 10^12 in the forms that read back as n.
func writtenNumbers(n int64) []string {
	forms := []string{
		strconv.FormatInt(n, 10), grouped(n, ","), grouped(n, "，"),
		hanText(n, smallSigns), hanText(n, capitalSigns),
	}
	if n > 99 {
		forms = append(forms, digitText(n))
	}
	if n%100 == 0 {
		forms = append(forms, fmt.Sprintf("%d.%02d万", n/10000, n/100%100))
	}
	return forms
}

func TestReadNumberRoundTrip(t *testing.T) {
	numbers := []int64{0, 1, 9, 10, 11, 19, 20, 99, 100, 101, 110, 999, 1000, 1001, 1010, 1100, 9999, 10000, 10001, 10010,
		100000, 100100, 1000001, 10000000, 10010010, 99999999, 100000000, 100000001, 100010000, 999999999999}
	for n := int64(7); n < 1e11; n = n*3 + 11 {
		numbers = append(numbers, n)
	}
	for _, n := range numbers {
		for _, s := range writtenNumbers(n) {
			r := readertest.Fold(s)
			got, end := Read(r, 0)
			assert.Equal(t, len(r), end, s)
			assert.Equal(t, Decimal{coef: n}, got.Value, s)
		}
	}
}

// TestNumbersGrowth reads runs that are hard on numbers from every start.
func TestNumbersGrowth(t *testing.T) {
	readertest.CheckRuns(t, amountReader)
}

// readers are those whose cost is measured. Neither has a reach: a run of digits
// is read to its end.
var readers = []readertest.Named{
	{Name: "number", Read: func(r []rune, i int) int { _, end := Read(r, i); return end }},
	{Name: "amount", Read: amountReader},
}

func amountReader(r []rune, i int) int {
	_, end := ReadAmount(r, i)
	return end
}

func BenchmarkReaders(b *testing.B) { readertest.Bench(b, readers) }

func FuzzNumeral(f *testing.F) {
	for k, row := range numberRows {
		f.Add(strings.Replace(row.In, "|", "", 1), int64(k*k*k))
	}
	for k, text := range corpus.Texts(f) {
		f.Add(text, int64(k*k*k))
	}
	f.Fuzz(func(t *testing.T, text string, n int64) {
		r := readertest.Fold(text)
		for i := range r {
			checkNumber(t, r, i)
		}
		n = (n & maxInt64) % 1e12
		for k, s := range writtenNumbers(n) {
			r := readertest.Fold(s)
			got, end := Read(r, 0)
			require.True(t, end == len(r) && got.Value == Decimal{coef: n}, "form %d of %d", k, n)
		}
	})
}

// checkNumber asserts what holds of a number read anywhere.
func checkNumber(t *testing.T, r []rune, i int) {
	n, end := Read(r, i)
	again, againEnd := Read(r, i)
	require.True(t, n == again && end == againEnd, "the same twice")
	require.True(t, i <= end && end <= len(r), "within the text")
	require.True(t, n.Value.coef >= 0 && n.Max.coef >= 0 && n.Value.Scale <= maxDigits, "no number is negative")
	require.Equal(t, n.Value, n.Value.trim(), "one form for each value")
	require.Equal(t, n.Ranged, n.Value.Less(n.Max), "a range goes upwards")
	if n.Masked || n.Invalid || end == i {
		require.True(t, n.Value == Decimal{} && n.Max == Decimal{}, "no value")
	}
}
