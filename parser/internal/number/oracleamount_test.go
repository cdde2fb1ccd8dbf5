package number

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

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
func (row jioRow) agrees(a Amount) bool {
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
		return a.Precision == ""
	case a.Precision == Range:
		return a.Fen == lo && a.MaxFen == hi
	}
	want := map[string]Precision{
		"accurate": Exact, "blur": About, "blur+": AtLeast, "blur-": AtMost,
	}
	return a.Fen == lo && a.Precision == want[row.Expected.Definition]
}

func TestOracleNumberJioNLP(t *testing.T) {
	c := readertest.NewTally(t, map[string]string{
		"amount 25": "近 before an amount is about: it may be a little more as well",
		"text 3":    "k names no currency: without a word such as 欠款 before it a number is no money",
	})
	var table []jioRow
	readertest.Oracle(t, "jionlp/test_money_parser.json", &table)
	for k, row := range table {
		var last Amount
		pieces := eachAmount(row.Input, func(a Amount, _ string) { last = a })
		c.Row(fmt.Sprint("amount ", k), pieces == 1 && row.agrees(last), last)
	}
	var texts []struct {
		Input    string
		Expected []struct{ Text string }
	}
	readertest.Oracle(t, "jionlp/test_money_extractor.json", &texts)
	for k, row := range texts {
		var want, got []string
		for _, e := range row.Expected {
			want = append(want, string(readertest.Fold(e.Text)))
		}
		eachAmount(row.Input, func(a Amount, text string) {
			if a.Marked || a.foreign {
				got = append(got, text)
			}
		})
		c.Row(fmt.Sprint("text ", k), assert.ObjectsAreEqual(want, got), got)
	}
	c.Report(0.95)
}

// eachAmount reads all amounts of text from left to right and counts them.
func eachAmount(text string, visit func(a Amount, text string)) (n int) {
	r := readertest.Fold(text)
	for i := 0; i < len(r); {
		if runes.AlnumAt(r, i-1) && runes.AlnumAt(r, i) {
			i++
			continue
		}
		a, end := ReadAmount(r, i)
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

// TestOracleNumberProbes reads the amount after each word for a debt.
func TestOracleNumberProbes(t *testing.T) {
	var probes struct{ Amount [][2]string }
	readertest.Oracle(t, "probes/probes.json", &probes)
	c := readertest.NewTally(t, nil)
	for k, row := range probes.Amount {
		var all []Amount
		eachAmount(row[0], func(a Amount, _ string) { all = append(all, a) })
		require.NotEmpty(t, all, "row %d", k)
		a, kind, first := all[0], row[1], 0.0
		for _, f := range strings.FieldsFunc(kind, func(c rune) bool { return !runes.IsDigit(c) && c != '.' }) {
			first, _ = strconv.ParseFloat(f, 64)
			break
		}
		equal := a.Fen == int64(math.Round(first*100))
		switch {
		case strings.HasSuffix(kind, "amounts"):
			equal = len(all) == int(first)
		case kind == "range":
			equal = a.Precision == Range
		case strings.HasPrefix(kind, "range"):
			equal = equal && a.Precision == Range
		case strings.HasPrefix(kind, "approx"):
			equal = equal && a.Precision == About
		case kind == "masked":
			equal = a.Precision == Masked
		default:
			equal = equal && a.Precision == Exact
		}
		c.Row(fmt.Sprint("amount ", k), equal && (strings.HasSuffix(kind, "amounts") || len(all) == 1), all)
	}
	c.Report(0.95)
}
