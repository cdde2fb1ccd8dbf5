package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/parser"
)

var tableWidths = []int{40, 80, 200}

// TestTable compares tables with testdata.
func TestTable(t *testing.T) {
	phone, err := os.ReadFile("testdata/phone.xml")
	require.NoError(t, err)
	wide := `{"text":"【甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳金融】您的借款1***.56元已逾期3天，请还款。"}` + "\n" + "{}\n" +
		`{"text":"【某某金融】您欠款约3000元，已逾期3天，请尽快还款。"}` + "\n" + `{"text":"【某某金融】您欠款99999999999元，已逾期3天，请尽快还款。"}` + "\n"
	var b strings.Builder
	for _, width := range tableWidths {
		for _, lang := range langs {
			s := settings{output: outputTable, lang: lang, screen: screen{width: width}}
			head := string(rendererOf(s, nil).head())
			characters, _ := answers(t, s, wide)
			s.form = inbox.XML
			s.me, err = readRecipient("testdata/me.json")
			require.NoError(t, err)
			messages, _ := answers(t, s, string(phone))
			fmt.Fprintf(&b, "%s\n%s%s%s\n", strings.Repeat("-", width), head, messages, characters)
		}
	}
	golden(t, "table.golden", b.String())
}

// TestTableFits holds for every case: no line is longer than the screen, and nothing moves the
// cursor.
func TestTableFits(t *testing.T) {
	data, err := os.ReadFile("../../testdata/cases.jsonl")
	require.NoError(t, err)
	for _, lang := range langs {
		checker := &dunsms.Checker{Lang: lang}
		var tables []*table
		for width := leastWidth; width < 240; width += 8 {
			for _, matters := range []bool{false, true} {
				tables = append(tables, newTable(screen{width: width}, lang, matters))
			}
		}
		for l := range strings.Lines(string(data)) {
			var m dunsms.Message
			require.NoError(t, json.Unmarshal([]byte(l), &m))
			r, err := checker.Check(m)
			require.NoError(t, err)
			for _, table := range tables {
				row, err := table.message(m, r)
				require.NoError(t, err)
				checkRows(t, table, string(row))
			}
		}
		const evil = "한국𠮷😀👨‍👩‍👧e\u0301\u0301☎️\x1b[2J\u202e\t\r\n\u009b１２甲乙丙丁"
		for _, table := range tables {
			checkRows(t, table, string(table.head()))
			cells := map[string]cell{}
			for _, key := range []string{"line", "matter", "verdict", "messages", "lender", "sum", "now"} {
				cells[key] = cell{text: strings.Repeat(evil, 5)}
			}
			checkRows(t, table, string(table.row(cells)))
			checkRows(t, table, string(table.row(nil)))
		}
	}
}

func checkRows(t *testing.T, of *table, rows string) {
	t.Helper()
	require.True(t, strings.HasSuffix(rows, "\n"))
	for row := range strings.Lines(rows) {
		row = strings.TrimSuffix(row, "\n")
		require.LessOrEqual(t, width(row), of.width, "a screen of %d columns", of.width)
		require.Equal(t, -1, strings.IndexFunc(row, func(r rune) bool { return !unicode.IsGraphic(r) }))
		require.Equal(t, strings.TrimRight(row, " "), row)
	}
}

// TestTablesAlign: the content of a column begins, or ends, where its heading does.
func TestTablesAlign(t *testing.T) {
	for _, lang := range langs {
		of := newTable(screen{width: 200}, lang, false)
		head := strings.TrimSuffix(string(of.head()), "\n")
		out, _ := answers(t, settings{output: outputTable, lang: lang, screen: of.screen}, `{"text":"【青禾消费金融】您欠款2,340.00元，已逾期3天，请尽快还款。"}`)
		for name, value := range map[string]string{of.column("lender"): "青禾消费金融"} {
			assert.Equal(t, width(before(t, head, name)), width(before(t, out, value)))
		}
		for name, value := range map[string]string{of.column("sum"): "2,340.00", of.column("line"): "1"} {
			assert.Equal(t, width(before(t, head, name)+name), width(before(t, out, value)+value))
		}
	}
}

func before(t *testing.T, line, piece string) string {
	t.Helper()
	head, _, found := strings.Cut(line, piece)
	require.True(t, found, piece)
	return head
}

// A sum is never cut, and one that is not exact is marked.
func TestSumText(t *testing.T) {
	for _, c := range []struct {
		m    parser.Money
		want string
	}{
		{parser.Money{Fen: 123456, Precision: parser.PrecisionExact}, "1,234.56"},
		{parser.Money{Fen: 300000, Precision: parser.PrecisionAbout}, "~3,000.00"},
		{parser.Money{Fen: 300000, Precision: parser.PrecisionAtLeast}, ">=3,000.00"},
		{parser.Money{Fen: 300000, Precision: parser.PrecisionAtMost}, "<=3,000.00"},
		{parser.Money{Fen: 300000, MaxFen: 400000, Precision: parser.PrecisionRange}, ">=3,000.00"},
		{parser.Money{Found: parser.Found{Text: "1***.56元"}, Precision: parser.PrecisionMasked}, "1***.56元"},
	} {
		assert.Equal(t, c.want, sumText(&c.m))
	}
	assert.Equal(t, "…", column{width: 14, whole: true}.cut("99,999,999,999.00"))
}

func TestCutAt(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		head  string
	}{
		{"", 3, ""}, {"abc", 2, "ab"}, {"abc", 3, "abc"}, {"一二", 3, "一"}, {"一二", 1, ""}, {"e\u0301e", 1, "e\u0301"}, {"👨‍👩‍👧a", 2, "👨‍👩‍👧"}, {"👨‍👩‍👧a", 1, ""},
	} {
		head, rest := cutAt(c.in, c.limit)
		assert.Equal(t, c.head, head)
		assert.Equal(t, c.in, head+rest)
	}
}

// sgr is a change of colour.
var sgr = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestColours colours words and nothing else, each up to its end.
func TestColours(t *testing.T) {
	const in = `{"text":"【某某】您好，我是公安，您涉嫌洗钱，请把钱转到安全账户6222020200112233445"}` + "\n{}\n"
	plain, _ := answers(t, settings{output: outputTable, lang: remedy.Chinese, screen: screen{width: 80}}, in)
	coloured, _ := answers(t, settings{output: outputTable, lang: remedy.Chinese, screen: screen{width: 80, colours: true}}, in)
	assert.NotEqual(t, plain, coloured)
	assert.Equal(t, plain, sgr.ReplaceAllString(coloured, ""))
	assert.Equal(t, 2*strings.Count(coloured, "\x1b[0m"), strings.Count(coloured, "\x1b["))
}
