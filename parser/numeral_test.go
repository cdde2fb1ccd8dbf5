package parser

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/internal/growth"
)

// showNumber writes what readNumber reads at i.
func showNumber(r []rune, i int) string {
	n, end := readNumber(r, i)
	switch {
	case end == i:
		return "none"
	case n.masked:
		return string(r[i:end]) + ": masked"
	case n.invalid:
		return string(r[i:end]) + ": invalid"
	}
	s := string(r[i:end]) + ": " + showDecimal(n.value)
	if n.ranged {
		s += "-" + showDecimal(n.max)
	}
	if n.approx {
		s += " about"
	}
	return s
}

func showDecimal(d decimal) string {
	if d.scale == 0 {
		return strconv.FormatInt(d.coef, 10)
	}
	return fmt.Sprintf("%d.%0*d", d.whole(), d.scale, d.fraction(d.scale))
}

var numberRows = []numberRow{
	{"digits", "|1234", "1234: 1234", ""},
	{"fraction", "|1234.50", "1234.50: 1234.5", ""},
	{"a point at the end", "|1234.", "1234: 1234", ""},
	{"groups", "|1,234,567.8", "1,234,567.8: 1234567.8", ""},
	{"groups that are none", "|1,23", "1: 1", ""},
	{"a group too long", "|1,2345", "1: 1", ""},
	{"a first group too long", "|1234,567", "1234: 1234", ""},
	{"a zero in front", "|007", "007: 7", ""},
	{"a version", "|1.2.3", "1.2.3: invalid", ""},
	{"eighteen digits", "|123456789012345678", "123456789012345678: 123456789012345678", ""},
	{"nineteen digits", "|1234567890123456789", "1234567890123456789: invalid", ""},
	{"many zeros in front", "|0000000000000000000001", "0000000000000000000001: 1", ""},
	{"a long fraction", "|0.1234567890123456789", "0.1234567890123456789: invalid", ""},
	{"万 and a fraction", "|1.5万", "1.5万: 15000", ""},
	{"百万", "|2百万", "2百万: 2000000", ""},
	{"千万 and a fraction", "|1.2千万", "1.2千万: 12000000", ""},
	{"万亿 and a fraction", "|1.25万亿", "1.25万亿: 1250000000000", ""},
	{"a fraction too large", "|9999999999999999.5万亿", "9999999999999999.5万亿: invalid", ""},
	{"a fraction, then more", "|1.5万三千", "1.5万: 15000", "nobody writes it so"},

	{"one", "|一", "一: 1", ""},
	{"zero", "|零", "零: 0", ""},
	{"ten", "|十", "十: 10", ""},
	{"fifteen", "|十五", "十五: 15", ""},
	{"twenty", "|二十", "二十: 20", ""},
	{"230", "|二百三十", "二百三十: 230", ""},
	{"314", "|三百十四", "三百十四: 314", ""},
	{"406", "|四百零六", "四百零六: 406", ""},
	{"6010", "|六千零十", "六千零十: 6010", ""},
	{"40017", "|四万零十七", "四万零十七: 40017", ""},
	{"sections", "|三千二百五十万六千七百八十九", "三千二百五十万六千七百八十九: 32506789", ""},
	{"亿", "|六亿零三", "六亿零三: 600000003", ""},
	{"亿 and 万", "|二亿五千万", "二亿五千万: 250000000", ""},
	{"万 before 亿", "|三万二千亿", "三万二千亿: 3200000000000", ""},
	{"万亿", "|七万亿", "七万亿: 7000000000000", ""},
	{"兆", "|两兆三亿", "两兆三亿: 2000300000000", ""},
	{"too large", "|九千万亿亿", "九千万亿亿: invalid", ""},
	{"tenths of 百", "|三百二", "三百二: 320", ""},
	{"tenths of 千", "|三千七百二", "三千七百二: 3720", ""},
	{"tenths of 万", "|二十万三", "二十万三: 203000", ""},
	{"tenths and a unit of time", "|三千五天", "三千: 3000", ""},
	{"百 in front", "|百二", "百二: 120", ""},
	{"百 alone", "|百分", "none", ""},
	{"two units in front", "|百十二", "none", ""},
	{"units upwards", "|六十千", "六十: 60", ""},
	{"two numbers", "|二十二三十", "二十: 20", "what is wrong behind a unit is left"},
	{"the same unit twice", "|三万五万", "三万: 30000", ""},
	{"capitals", "|陆拾贰万叁仟", "陆拾贰万叁仟: 623000", ""},
	{"廿", "|廿三", "廿三: 23", ""},
	{"卅 within", "|二百卅六", "二百卅六: 236", ""},
	{"digit by digit", "|二〇二六", "二〇二六: 2026", ""},
	{"digit by digit and 万", "|一五〇万", "一五〇万: 1500000", ""},
	{"digit by digit and 千", "|五一千", "none", ""},
	{"Chinese and Arabic digits", "|三5000", "none", ""},
	{"个亿", "|三个亿", "三个亿: 300000000", ""},
	{"个, counted", "|两个月", "两: 2", ""},

	{"mixed", "|3千5百", "3千5百: 3500", ""},
	{"mixed, larger", "|8万3千6百", "8万3千6百: 83600", ""},
	{"mixed, digits behind", "|2百05", "2百05: 205", ""},
	{"mixed, 零", "|3千零40", "3千零40: 3040", ""},
	{"mixed, Chinese behind Arabic", "|30万五千", "30万五千: 305000", ""},
	{"mixed, too many digits behind", "|1万50000", "1万: 10000", ""},
	{"mixed, a fraction behind", "|1万2.5", "1万: 10000", ""},

	{"point", "|三点一四", "三点一四: 3.14", ""},
	{"point and 万", "|三点五万", "三点五万: 35000", ""},
	{"point behind digits", "|一八五点二", "一八五点二: 185.2", ""},
	{"point behind neighbours", "|一二点三", "一二点三: 12.3", "digit by digit, no range"},
	{"point and Arabic digits", "|二百点45", "二百点45: 200.45", ""},
	{"o'clock", "|三点五十", "三: 3", ""},
	{"o'clock, Arabic", "|八点30", "八: 8", ""},
	{"minutes", "|十二点零五分", "十二: 12", ""},
	{"point at the end", "|三点", "三: 3", ""},
	{"两 behind the point", "|四点两", "四: 4", ""},

	{"range", "|五六百", "五六百: 500-600", ""},
	{"range of 三五", "|三五千", "三五千: 3000-5000", ""},
	{"range of 十", "|二三十", "二三十: 20-30", ""},
	{"range behind 十", "|十七八", "十七八: 17-18", ""},
	{"range behind 百", "|一百五六", "一百五六: 150-160", ""},
	{"range within", "|一千五六百", "一千五六百: 1500-1600", ""},
	{"range of units", "|七八万", "七八万: 70000-80000", ""},
	{"range alone", "|三四", "三四: 3-4", ""},
	{"no range", "|七五", "七五: 75", ""},

	{"十几", "|十几", "十几: 10 about", ""},
	{"几十", "|几十", "几十: 10 about", ""},
	{"几十万", "|几十万", "几十万: 100000 about", ""},
	{"数百万", "|数百万", "数百万: 1000000 about", ""},
	{"数 of a word", "|数据", "none", ""},
	{"四十几万", "|四十几万", "四十几万: 400000 about", ""},
	{"零几万", "|三百零几万", "三百零几万: 3000000 about", ""},
	{"余万", "|三百余万", "三百余万: 3000000 about", ""},
	{"余万 behind digits", "|300余万", "300余万: 3000000 about", ""},
	{"余 alone", "|300余", "300: 300", "what follows 余 decides"},

	{"spaces", "|三百 五 十 六", "三百 五 十 六: 356", ""},
	{"spaces and units", "|6 万2 千", "6 万2 千: 62000", ""},
	{"space before a date", "|三千 五月一日", "三千: 3000", "五 is not of it"},
	{"space between amounts", "|三千 500", "三千: 3000", ""},
	{"mask", "|1**4", "1**4: masked", ""},
	{"mask and units", "|1**万", "1**万: masked", ""},
	{"mask behind Chinese", "|三千**", "三千**: masked", ""},
	{"no number", "|元", "none", ""},
	{"nothing", "|", "none", ""},
}

func TestReadNumber(t *testing.T) {
	for _, row := range numberRows {
		t.Run(row.name, func(t *testing.T) {
			r, i := atBar(t, row.in)
			assert.Equal(t, row.want, showNumber(r, i), row.why)
		})
	}
}

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
			r := foldNumber(s)
			got, end := readNumber(r, 0)
			assert.Equal(t, len(r), end, s)
			assert.Equal(t, decimal{coef: n}, got.value, s)
		}
	}
}

// longRuns are inputs of which each start could look far ahead.
var longRuns = []string{
	"1", "一", "零", "万", "五六", "*", "1*", "1,", "1 111 ", "1,111", "1.", "1-", "一到", "余万", "1x", "几", "十 ", "1万", "一千", "¥", "¥ ", "人民币",
	"半个", "1年", "1个月", "第", "m1-", "三点", "1点",
}

// TestNumbersGrowth reads such runs from every start.
func TestNumbersGrowth(t *testing.T) {
	for _, run := range longRuns {
		growth.Linear(t, run, []string{"numbers"}, func(size int) []time.Duration {
			r := foldNumber(growth.Fill(run, size))
			return growth.Time(func() { readEverywhere(r) })
		})
	}
}

// readEverywhere reads at every start that a caller would try.
func readEverywhere(r []rune) {
	for i := 0; i < len(r); {
		if isAlnumAt(r, i-1) && isAlnumAt(r, i) {
			i++
			continue
		}
		if _, end := readDuration(r, i); end > i {
			i = end
			continue
		}
		_, end := readAmount(r, i)
		i = max(i+1, end)
	}
}

func FuzzNumeral(f *testing.F) {
	for k, row := range numberRows {
		f.Add(strings.Replace(row.in, "|", "", 1), int64(k*k*k))
	}
	for _, row := range durationRows {
		f.Add(strings.Replace(row.in, "|", "", 1), int64(1))
	}
	for k, text := range corpus.Texts(f) {
		f.Add(text, int64(k*k*k))
	}
	f.Fuzz(func(t *testing.T, text string, n int64) {
		r := foldNumber(text)
		for i := range r {
			checkNumber(t, r, i)
			checkDuration(t, r, i)
		}
		n = (n & maxInt64) % 1e12
		for k, s := range writtenNumbers(n) {
			r := foldNumber(s)
			got, end := readNumber(r, 0)
			require.True(t, end == len(r) && got.value == decimal{coef: n}, "form %d of %d", k, n)
		}
	})
}

// checkNumber asserts what holds of a number read anywhere.
func checkNumber(t *testing.T, r []rune, i int) {
	n, end := readNumber(r, i)
	again, againEnd := readNumber(r, i)
	require.True(t, n == again && end == againEnd, "the same twice")
	require.True(t, i <= end && end <= len(r), "within the text")
	require.True(t, n.value.coef >= 0 && n.max.coef >= 0 && n.value.scale <= maxDigits, "no number is negative")
	require.Equal(t, n.value, n.value.trim(), "one form for each value")
	require.Equal(t, n.ranged, n.value.less(n.max), "a range goes upwards")
	if n.masked || n.invalid || end == i {
		require.True(t, n.value == decimal{} && n.max == decimal{}, "no value")
	}
}

// checkDuration asserts what holds of a duration read anywhere.
func checkDuration(t *testing.T, r []rune, i int) {
	d, end := readDuration(r, i)
	again, againEnd := readDuration(r, i)
	require.True(t, d == again && end == againEnd, "the same twice")
	require.True(t, i <= end && end <= len(r), "within the text")
	require.Equal(t, end == i, d == duration{}, "nothing is read where nothing stands")
	require.Equal(t, end > i, d.unit != durationNone && d.precision != "")
	require.True(t, 0 <= d.n && d.n <= largestCount && 0 <= d.days && 0 <= d.months, "bounds")
	require.Equal(t, d.precision == PrecisionRange, d.max > 0)
	require.True(t, d.max == 0 || d.n < d.max, "a range goes upwards")
}
