package parser

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// foldNumber folds a row of a table.
func foldNumber(s string) []rune {
	var f folded
	f.fold(s)
	return f.runes
}

// wholeNumber reads all of s as one number, with a sign.
func wholeNumber(s string) (float64, bool) {
	r := foldNumber(s)
	sign := 1.0
	if c := runeAt(r, 0); c == '负' || c == '-' {
		sign, r = -1, r[1:]
	}
	n, end := readNumber(r, 0)
	if end == 0 || end != len(r) || n.invalid || n.masked {
		return 0, false
	}
	return sign * float64(n.value.coef) / math.Pow10(n.value.scale), true
}

// wholeYuan reads all of s as one amount, in fen.
func wholeYuan(s string) (int64, bool) {
	r := foldNumber(s)
	sign := int64(1)
	if runeAt(r, 0) == '负' {
		sign, r = -1, r[1:]
	}
	a, end := readAmount(r, 0)
	return sign * a.fen, end == len(r) && a.precision != ""
}

// tally counts the rows of a table that we read as it does. Rows listed in skip
// are known to differ, each for its reason.
type tally struct {
	t           *testing.T
	equal, rows int
	skip        map[string]string
	differ      map[string]bool
}

func newTally(t *testing.T, skip map[string]string) *tally {
	return &tally{t: t, skip: skip, differ: map[string]bool{}}
}

func (c *tally) row(id string, equal bool, got any) {
	c.rows++
	if equal {
		c.equal++
		assert.NotContains(c.t, c.skip, id, "it is equal now")
		return
	}
	c.differ[id] = true
	assert.Contains(c.t, c.skip, id, "row differs: %v", got)
}

func (c *tally) report(least float64) {
	c.t.Logf("%d of %d rows equal, %d differ with a reason", c.equal, c.rows, len(c.differ))
	assert.GreaterOrEqual(c.t, float64(c.equal)/float64(c.rows), least)
	assert.Positive(c.t, c.rows)
}

func TestOracleNumberCn2an(t *testing.T) {
	var table struct {
		Strict map[string]float64 `json:"strict_data_dict"`
		Normal map[string]float64 `json:"normal_data_dict"`
		Smart  map[string]float64 `json:"smart_data_dict"`
		Direct map[string]string  `json:"direct_data_dict"`
		Errors []string           `json:"error_smart_datas"`
		Bad    []string           `json:"error_normal_datas"`
	}
	readOracle(t, "cn2an/cn2an_test.json", &table)
	c := newTally(t, map[string]string{
		"direct row 3": "folding makes 幺, which traditional text has in 甚麼, the character 么 first",
	})
	for part, rows := range []map[string]float64{table.Strict, table.Normal, table.Smart} {
		for k, in := range slices.Sorted(maps.Keys(rows)) {
			id, want := fmt.Sprint(part, " row ", k), rows[in]
			if strings.ContainsAny(in, "元圆") {
				fen, ok := wholeYuan(in)
				c.row(id, ok && fen == int64(math.Round(want*100)), fen)
				continue
			}
			got, ok := wholeNumber(in)
			c.row(id, ok && math.Abs(got-want) <= 1e-12*math.Abs(want), got)
		}
	}
	for k, in := range slices.Sorted(maps.Keys(table.Direct)) {
		want, err := strconv.ParseFloat(table.Direct[in], 64)
		require.NoError(t, err)
		got, ok := wholeNumber(in)
		c.row(fmt.Sprint("direct row ", k), ok && got == want, got)
	}
	for k, in := range append(table.Errors, table.Bad...) {
		got, ok := wholeNumber(in)
		c.row(fmt.Sprint("error row ", k), !ok, got)
	}
	c.report(0.95)
}

func TestOracleNumberAn2cn(t *testing.T) {
	var table struct {
		Input map[string][4]string `json:"input_data"`
	}
	readOracle(t, "cn2an/an2cn_test.json", &table)
	c := newTally(t, nil)
	for arabic, forms := range table.Input {
		want, err := strconv.ParseFloat(arabic, 64)
		require.NoError(t, err)
		for k, in := range forms {
			id := fmt.Sprintf("%s form %d", arabic, k)
			if k == 2 {
				fen, ok := wholeYuan(in)
				fits := math.Abs(want) <= largestFen/100
				c.row(id, ok == fits && (!fits || fen == int64(math.Trunc(want*100+math.Copysign(1e-6, want)))), fen)
				continue
			}
			got, ok := wholeNumber(in)
			c.row(id, ok && math.Abs(got-want) <= 1e-12*math.Abs(want), got)
		}
	}
	c.report(0.95)
}

// recognizedNumber is a row of Recognizers-Text's numbers.
type recognizedNumber struct {
	Input   string
	Results []struct {
		Text       string
		Resolution struct{ Value string }
		Start, End int
	}
}

// concerns reports whether the row is one for the numeral reader: each of its
// results has a Chinese numeral and is no fraction, power, dozen or half. A row
// without a result asks whether a numeral is a word, which later stages say.
func (x recognizedNumber) concerns() bool {
	for _, res := range x.Results {
		if strings.ContainsAny(res.Text, "分又/^打半eE") || !strings.ContainsFunc(res.Text, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
			return false
		}
	}
	return len(x.Results) > 0
}

func TestOracleNumberRecognizers(t *testing.T) {
	var table []recognizedNumber
	readOracle(t, "recognizers-text/NumberModel.json", &table)
	c := newTally(t, map[string]string{
		"304": "a zero before a unit stands for nothing: it is a number of its own",
		"305": "as 304",
	})
	for k, row := range table {
		if !row.concerns() {
			continue
		}
		r := foldNumber(row.Input)
		equal, all := true, []string(nil)
		for _, res := range row.Results {
			want, err := strconv.ParseFloat(res.Resolution.Value, 64)
			require.NoError(t, err)
			i, sign := res.Start, 1.0
			if c := runeAt(r, i); c == '负' || c == '-' {
				sign, i = -1, i+1
			}
			n, end := readNumber(r, i)
			if v := skipSpaces(r, vagueEnd(r, skipSpaces(r, end))); n.composed && end < v && end <= res.End {
				end = v
			}
			got := sign * float64(n.value.coef) / math.Pow10(n.value.scale)
			all = append(all, fmt.Sprint(got, " ", i, "-", end))
			equal = equal && math.Abs(got-want) <= 1e-12*math.Abs(want) && end == res.End+1
		}
		c.row(strconv.Itoa(k), equal, all)
	}
	c.report(0.95)
}

// jioRow is a row of JioNLP's amounts of money.
type jioRow struct {
	Input    string
	Expected struct {
		Num        any // of a range both ends
		Case       string
		Definition string
	}
}

// agrees reports whether a is what the row wants: of a foreign currency that
// it is one, of a vague range (十几, 几十万) its lower end, of more than
// largestFen nothing.
func (row jioRow) agrees(a amount) bool {
	var ends [2]float64
	switch num := row.Expected.Num.(type) {
	case string:
		ends[0], _ = strconv.ParseFloat(num, 64)
	case []any:
		ends[0], _ = strconv.ParseFloat(num[0].(string), 64)
		ends[1], _ = strconv.ParseFloat(num[1].(string), 64)
	}
	lo, hi := int64(math.Round(ends[0]*100)), int64(math.Round(ends[1]*100))
	switch {
	case row.Expected.Case != "元":
		return a.foreign
	case max(lo, hi) > largestFen:
		return a.precision == ""
	case a.precision == PrecisionRange:
		return a.fen == lo && a.maxFen == hi
	}
	want := map[string]Precision{
		"accurate": PrecisionExact, "blur": PrecisionAbout, "blur+": PrecisionAtLeast, "blur-": PrecisionAtMost,
	}
	return a.fen == lo && a.precision == want[row.Expected.Definition]
}

func TestOracleNumberJioNLP(t *testing.T) {
	c := newTally(t, map[string]string{
		"amount 25": "近 before an amount is about: it may be a little more as well",
		"text 3":    "k names no currency: without a word such as 欠款 before it a number is no money",
	})
	var table []jioRow
	readOracle(t, "jionlp/test_money_parser.json", &table)
	for k, row := range table {
		var last amount
		pieces := eachAmount(row.Input, func(a amount, _ string) { last = a })
		c.row(fmt.Sprint("amount ", k), pieces == 1 && row.agrees(last), last)
	}
	var texts []struct {
		Input    string
		Expected []struct{ Text string }
	}
	readOracle(t, "jionlp/test_money_extractor.json", &texts)
	for k, row := range texts {
		var want, got []string
		for _, e := range row.Expected {
			want = append(want, string(foldNumber(e.Text)))
		}
		eachAmount(row.Input, func(a amount, text string) {
			if a.marked || a.foreign {
				got = append(got, text)
			}
		})
		c.row(fmt.Sprint("text ", k), assert.ObjectsAreEqual(want, got), got)
	}
	c.report(0.95)
}

// eachAmount reads all amounts of text from left to right and counts them.
func eachAmount(text string, visit func(a amount, text string)) (n int) {
	r := foldNumber(text)
	for i := 0; i < len(r); {
		if isAlnumAt(r, i-1) && isAlnumAt(r, i) {
			i++
			continue
		}
		a, end := readAmount(r, i)
		if end == i {
			i++
			continue
		}
		visit(a, string(r[i:end]))
		i = end
		n++
	}
	return n
}

// TestOracleNumberProbes reads the amount after each word for a debt, and the
// days after 逾期.
func TestOracleNumberProbes(t *testing.T) {
	var probes struct {
		Amount [][2]string
		Days   []string
	}
	readOracle(t, "probes/probes.json", &probes)
	c := newTally(t, nil)
	for k, row := range probes.Amount {
		var all []amount
		eachAmount(row[0], func(a amount, _ string) { all = append(all, a) })
		require.NotEmpty(t, all, "row %d", k)
		a, kind, first := all[0], row[1], 0.0
		for _, f := range strings.FieldsFunc(kind, func(c rune) bool { return !isDigit(c) && c != '.' }) {
			first, _ = strconv.ParseFloat(f, 64)
			break
		}
		equal := a.fen == int64(math.Round(first*100))
		switch {
		case strings.HasSuffix(kind, "amounts"):
			equal = len(all) == int(first)
		case kind == "range":
			equal = a.precision == PrecisionRange
		case strings.HasPrefix(kind, "range"):
			equal = equal && a.precision == PrecisionRange
		case strings.HasPrefix(kind, "approx"):
			equal = equal && a.precision == PrecisionAbout
		case kind == "masked":
			equal = a.precision == PrecisionMasked
		default:
			equal = equal && a.precision == PrecisionExact
		}
		c.row(fmt.Sprint("amount ", k), equal && (strings.HasSuffix(kind, "amounts") || len(all) == 1), all)
	}
	for k, in := range probes.Days {
		r := foldNumber(in)
		found := 0
		for i := 0; i < len(r); i++ {
			if d, end := readDuration(r, i); end > i && !isAlnumAt(r, i-1) && end == len(r) && d.precision != "" {
				found++
				break
			}
		}
		want := 1
		if strings.Contains(in, "月") && strings.HasPrefix(in, "自") {
			want = 0 // since a date
		}
		c.row(fmt.Sprint("days ", k), found == want, found)
	}
	c.report(0.95)
}
