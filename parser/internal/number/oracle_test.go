package number

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// wholeNumber reads all of s as one number, with a sign.
func wholeNumber(s string) (float64, bool) {
	r := readertest.Fold(s)
	sign := 1.0
	if c := runes.At(r, 0); c == '负' || c == '-' {
		sign, r = -1, r[1:]
	}
	n, end := Read(r, 0)
	if end == 0 || end != len(r) || n.Invalid || n.Masked {
		return 0, false
	}
	return sign * float64(n.Value.coef) / math.Pow10(n.Value.Scale), true
}

// wholeYuan reads all of s as one amount, in fen.
func wholeYuan(s string) (int64, bool) {
	r := readertest.Fold(s)
	sign := int64(1)
	if runes.At(r, 0) == '负' {
		sign, r = -1, r[1:]
	}
	a, end := ReadAmount(r, 0)
	return sign * a.Fen, end == len(r) && a.Precision != ""
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
	readertest.Oracle(t, "cn2an/cn2an_test.json", &table)
	c := readertest.NewTally(t, map[string]string{
		"direct row 3": "folding makes 幺, which traditional text has in 甚麼, the character 么 first",
	})
	for part, rows := range []map[string]float64{table.Strict, table.Normal, table.Smart} {
		for k, in := range slices.Sorted(maps.Keys(rows)) {
			id, want := fmt.Sprint(part, " row ", k), rows[in]
			if strings.ContainsAny(in, "元圆") {
				fen, ok := wholeYuan(in)
				c.Row(id, ok && fen == int64(math.Round(want*100)), fen)
				continue
			}
			got, ok := wholeNumber(in)
			c.Row(id, ok && math.Abs(got-want) <= 1e-12*math.Abs(want), got)
		}
	}
	for k, in := range slices.Sorted(maps.Keys(table.Direct)) {
		want, err := strconv.ParseFloat(table.Direct[in], 64)
		require.NoError(t, err)
		got, ok := wholeNumber(in)
		c.Row(fmt.Sprint("direct row ", k), ok && got == want, got)
	}
	for k, in := range append(table.Errors, table.Bad...) {
		got, ok := wholeNumber(in)
		c.Row(fmt.Sprint("error row ", k), !ok, got)
	}
	c.Report(0.95)
}

func TestOracleNumberAn2cn(t *testing.T) {
	var table struct {
		Input map[string][4]string `json:"input_data"`
	}
	readertest.Oracle(t, "cn2an/an2cn_test.json", &table)
	c := readertest.NewTally(t, nil)
	for arabic, forms := range table.Input {
		want, err := strconv.ParseFloat(arabic, 64)
		require.NoError(t, err)
		for k, in := range forms {
			id := fmt.Sprintf("%s form %d", arabic, k)
			if k == 2 {
				fen, ok := wholeYuan(in)
				fits := math.Abs(want) <= largestFen/100
				c.Row(id, ok == fits && (!fits || fen == int64(math.Trunc(want*100+math.Copysign(1e-6, want)))), fen)
				continue
			}
			got, ok := wholeNumber(in)
			c.Row(id, ok && math.Abs(got-want) <= 1e-12*math.Abs(want), got)
		}
	}
	c.Report(0.95)
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
	readertest.Oracle(t, "recognizers-text/NumberModel.json", &table)
	c := readertest.NewTally(t, map[string]string{
		"304": "a zero before a unit stands for nothing: it is a number of its own",
		"305": "as 304",
	})
	for k, row := range table {
		if !row.concerns() {
			continue
		}
		r := readertest.Fold(row.Input)
		equal, all := true, []string(nil)
		for _, res := range row.Results {
			want, err := strconv.ParseFloat(res.Resolution.Value, 64)
			require.NoError(t, err)
			i, sign := res.Start, 1.0
			if c := runes.At(r, i); c == '负' || c == '-' {
				sign, i = -1, i+1
			}
			n, end := Read(r, i)
			if v := runes.SkipSpaces(r, VagueEnd(r, runes.SkipSpaces(r, end))); n.composed && end < v && end <= res.End {
				end = v
			}
			got := sign * float64(n.Value.coef) / math.Pow10(n.Value.Scale)
			all = append(all, fmt.Sprint(got, " ", i, "-", end))
			equal = equal && math.Abs(got-want) <= 1e-12*math.Abs(want) && end == res.End+1
		}
		c.Row(strconv.Itoa(k), equal, all)
	}
	c.Report(0.95)
}
