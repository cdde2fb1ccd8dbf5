package number

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// writtenAmounts writes an amount in the forms that read back as it.
func writtenAmounts(fen int64) []string {
	yuan, cents := fen/100, fen%100
	two := fmt.Sprintf(".%02d", cents)
	signs := []rune(capitalSigns)
	capital := hanText(yuan, capitalSigns) + "元"
	small := fmt.Sprintf("%d元", yuan)
	if cents >= 10 {
		capital += string(signs[cents/10]) + "角"
		small += fmt.Sprintf("%d角", cents/10)
	} else if cents > 0 {
		capital += "零"
	}
	if cents%10 > 0 {
		capital += string(signs[cents%10]) + "分"
		small += fmt.Sprintf("%d分", cents%10)
	}
	if cents == 0 {
		capital += "整"
	}
	return []string{
		fmt.Sprint(yuan, two, "元"), grouped(yuan, ",") + two + "元", grouped(yuan, "，") + two + "块",
		grouped(yuan, " ") + two + "元", fmt.Sprint("¥", yuan, two), "¥ " + grouped(yuan, ",") + two,
		fmt.Sprint("RMB", yuan, two), fmt.Sprint("CNY ", yuan, two), fmt.Sprint("人民币", yuan, two, "元整"),
		fmt.Sprint(yuan, two, "人民币"), capital, "人民币" + capital, small,
	}
}

func checkWritten(t *testing.T, fen int64) {
	t.Helper()
	for k, s := range writtenAmounts(fen) {
		r := readertest.Fold(s)
		a, end := ReadAmount(r, 0)
		require.Equal(t, Amount{Fen: fen, Precision: Exact, Marked: true}, a, "form %d of %d fen", k, fen)
		require.Equal(t, len(r), end, "form %d of %d fen", k, fen)
	}
}

func TestReadAmountRoundTrip(t *testing.T) {
	for _, fen := range []int64{0, 1, 9, 10, 11, 99, 100, 101, 110, 1000, 100000, 1000000, 1000001, 10000000, 12345678, largestFen} {
		checkWritten(t, fen)
	}
	for fen := int64(7); fen < largestFen; fen = fen*2 + 13 {
		checkWritten(t, fen)
	}
}

func FuzzMoney(f *testing.F) {
	for k, row := range amountRows {
		f.Add(strings.Replace(row.In, "|", "", 1), int64(k*k*k))
	}
	for k, text := range corpus.Texts(f) {
		f.Add(text, int64(k*k*k))
	}
	f.Fuzz(func(t *testing.T, text string, fen int64) {
		r := readertest.Fold(text)
		for i := range r {
			checkAmount(t, r, i)
		}
		checkWritten(t, (fen&maxInt64)%largestFen)
	})
}

// checkAmount asserts what holds of an amount read anywhere.
func checkAmount(t *testing.T, r []rune, i int) {
	a, end := ReadAmount(r, i)
	again, againEnd := ReadAmount(r, i)
	require.True(t, a == again && end == againEnd, "the same twice")
	require.True(t, i <= end && end <= len(r), "within the text")
	require.True(t, 0 <= a.Fen && a.Fen <= largestFen && a.MaxFen <= largestFen, "bounds")
	require.Equal(t, a.Precision == Range, a.MaxFen > 0)
	require.True(t, a.MaxFen == 0 || a.Fen < a.MaxFen, "a range goes upwards")
	switch {
	case end == i || a.foreign:
		require.Equal(t, Amount{foreign: a.foreign}, a, "no amount has no value")
	case a.Precision == "" || a.Precision == Masked:
		require.Zero(t, a.Fen, "no value")
	}
	for _, c := range r[i:end] {
		require.True(t, c != '*' || a.Precision == Masked || a.Precision == "" || a.foreign, "what touches a mask is not exact")
	}
}
