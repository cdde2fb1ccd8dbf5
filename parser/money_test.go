package parser

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
)

func TestMoneyJSON(t *testing.T) {
	at := Found{Text: "80元", Span: Span{3, 8}}
	rows := []struct {
		name string
		in   Money
		want string
	}{
		{
			"exact", Money{Found: at, Fen: 8000, Role: RolePenalty, Precision: PrecisionExact},
			`{"fen":8000,"text":"80元","span":[3,8],"role":"penalty","precision":"exact"}`,
		},
		{
			"zero is an amount", Money{Found: at, Role: RoleTotal, Precision: PrecisionExact},
			`{"fen":0,"text":"80元","span":[3,8],"role":"total","precision":"exact"}`,
		},
		{
			"range", Money{Found: at, Fen: 8000, MaxFen: 9000, Role: RoleTotal, Precision: PrecisionRange},
			`{"fen":8000,"max_fen":9000,"text":"80元","span":[3,8],"role":"total","precision":"range"}`,
		},
		{
			"masked", Money{Found: at, Role: RoleTotal, Precision: PrecisionMasked},
			`{"text":"80元","span":[3,8],"role":"total","precision":"masked"}`,
		},
		{
			"zero value", Money{},
			`{"fen":0,"text":"","span":[0,0],"role":"","precision":""}`,
		},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got, err := json.Marshal(row.in)
			require.NoError(t, err)
			assert.Equal(t, row.want, string(got))
			var back Money
			require.NoError(t, json.Unmarshal(got, &back))
			assert.Equal(t, row.in, back)
		})
	}
}

func TestMoneyJSONInNotice(t *testing.T) {
	m := Money{Found: Found{"80元", Span{3, 8}}, Fen: 8000, Role: RoleTotal, Precision: PrecisionExact}
	n := Notice{Kind: KindOverdue, Amount: &m, Amounts: []Money{m}}
	data, err := json.Marshal(n)
	require.NoError(t, err)
	var back Notice
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, n, back)
}

func TestMoneyUnmarshalRefuses(t *testing.T) {
	for _, in := range []string{`"80元"`, `{"fen":"8000"}`, `{"fen":80.5}`, `{"span":[2,1]}`, `{"fen":99999999999999999999}`} {
		m := Money{Fen: 1}
		err := json.Unmarshal([]byte(in), &m)
		require.ErrorIs(t, err, errMoney)
		assert.NotContains(t, err.Error(), "8", "the error holds nothing of the input")
		assert.Equal(t, Money{Fen: 1}, m, "what is refused changes nothing")
	}
}

func TestMoneyPassesOverUnknownKeys(t *testing.T) {
	var m Money
	require.NoError(t, json.Unmarshal([]byte(`{"fen":5,"currency":"x","precision":"hourly"}`), &m))
	assert.Equal(t, Money{Fen: 5, Precision: "hourly"}, m)
}

func TestMoneyHides(t *testing.T) {
	m := Money{Found: Found{"80元", Span{3, 8}}, Fen: 8000}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		assert.NotContains(t, fmt.Sprintf(verb, m), "80", verb)
		assert.NotContains(t, fmt.Sprintf(verb, &m), "80", verb)
	}
}

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
		r := foldNumber(s)
		a, end := readAmount(r, 0)
		require.Equal(t, amount{fen: fen, precision: PrecisionExact, marked: true}, a, "form %d of %d fen", k, fen)
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
		f.Add(strings.Replace(row.in, "|", "", 1), int64(k*k*k))
	}
	for k, text := range corpus.Texts(f) {
		f.Add(text, int64(k*k*k))
	}
	f.Fuzz(func(t *testing.T, text string, fen int64) {
		r := foldNumber(text)
		for i := range r {
			checkAmount(t, r, i)
		}
		checkWritten(t, (fen&maxInt64)%largestFen)
	})
}

// checkAmount asserts what holds of an amount read anywhere.
func checkAmount(t *testing.T, r []rune, i int) {
	a, end := readAmount(r, i)
	again, againEnd := readAmount(r, i)
	require.True(t, a == again && end == againEnd, "the same twice")
	require.True(t, i <= end && end <= len(r), "within the text")
	require.True(t, 0 <= a.fen && a.fen <= largestFen && a.maxFen <= largestFen, "bounds")
	require.Equal(t, a.precision == PrecisionRange, a.maxFen > 0)
	require.True(t, a.maxFen == 0 || a.fen < a.maxFen, "a range goes upwards")
	switch {
	case end == i || a.foreign:
		require.Equal(t, amount{foreign: a.foreign}, a, "no amount has no value")
	case a.precision == "" || a.precision == PrecisionMasked:
		require.Zero(t, a.fen, "no value")
	}
	for _, c := range r[i:end] {
		require.True(t, c != '*' || a.precision == PrecisionMasked || a.precision == "" || a.foreign, "what touches a mask is not exact")
	}
}
