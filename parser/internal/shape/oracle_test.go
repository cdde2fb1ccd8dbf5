package shape

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// foldPlain is what the tables need of folding: ASCII width and case.
func foldPlain(s string) []rune {
	r := []rune(s)
	for i, c := range r {
		switch {
		case 0xFF01 <= c && c <= 0xFF5E && c != '，' && c != '；':
			r[i] = c - 0xFEE0
		}
		if 'A' <= r[i] && r[i] <= 'Z' {
			r[i] += 'a' - 'A'
		}
	}
	return r
}

func TestProbes(t *testing.T) {
	var probes struct{ ID, Phone, URL []string }
	readertest.Oracle(t, "probes/probes.json", &probes)
	for _, in := range probes.ID {
		r := foldPlain(in)
		if at := strings.LastIndexAny(string(r), "尾位"); at >= 0 {
			tail := len(r) - 4
			assert.Equal(t, len(r), ReadIDTail(r, tail), "a tail")
			continue
		}
		assert.Len(t, readertest.Pieces(string(r), readertest.Reader(ReadID).Find), 1, "an ID")
	}
	for k, in := range probes.Phone {
		text := string(foldPlain(in))
		want := []string{strings.TrimPrefix(text, "联系")}
		if strings.Contains(in, "尾号") {
			want = nil
		}
		assert.Equal(t, want, readertest.Pieces(text, readertest.Reader(phoneReader).Find), "phone probe %d", k)
	}
	for k, in := range probes.URL {
		assert.Len(t, readertest.Pieces(string(foldPlain(in)), findLink), 1, "link probe %d", k)
	}
}

// recognized is a row of Recognizers-Text's tables.
type recognized struct {
	Input   string
	Results []struct{ Text string }
}

func (x recognized) want() []string {
	var want []string
	for _, r := range x.Results {
		want = append(want, string(foldPlain(r.Text)))
	}
	return want
}

// linkSkips are the rows of URLModel on which another answer is better here.
var linkSkips = map[int]string{
	34: "27.pm and s7.am are times in messages far more often than links",
	35: "百度.com: a label in Chinese under .com is a working link since 2005",
}

func TestRecognizersLinks(t *testing.T) {
	var rows []recognized
	readertest.Oracle(t, "recognizers-text/URLModel.json", &rows)
	equal := 0
	for k, row := range rows {
		got := readertest.Pieces(string(foldPlain(row.Input)), findLink)
		if assert.ObjectsAreEqual(row.want(), got) {
			equal++
			assert.NotContains(t, linkSkips, k, "row %d needs no skip", k)
			continue
		}
		assert.Contains(t, linkSkips, k, "row %d: want %q, got %q", k, row.want(), got)
	}
	t.Logf("%d of %d equal", equal, len(rows))
	assert.GreaterOrEqual(t, float64(equal), 0.95*float64(len(rows)))
}

// phoneSkips are the mainland rows of PhoneNumberModel on which another answer
// is better here.
var phoneSkips = map[int]string{
	331: "+45-12-34-56-78 is a number of Denmark, and read as one in row 272",
	390: "a hyphen before a mobile number parts it from the name: the colon of row 378 does the same",
}

// mainland matches the numbers of the mainland: mobile, landline with its area
// code, 400, with the country code or without. Local numbers, which only a word
// of calling makes one, are ReadLocalPhone's.
var mainland = regexp.MustCompile(`^(?:((\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|` +
	`((\+|00)?86[- ]?0?|0)(10|2\d|[3-9]\d\d)[- ]?\d{4}[- ]?\d{4}(-\d{1,4})?|400-?\d{3}-?\d{4})$`)

func TestRecognizersPhones(t *testing.T) {
	var rows []recognized
	readertest.Oracle(t, "recognizers-text/PhoneNumberModel.json", &rows)
	equal, total := 0, 0
	for k, row := range rows {
		want := row.want()
		if !allMainland(want) {
			continue
		}
		total++
		got := readertest.Pieces(string(foldPlain(row.Input)), readertest.Reader(phoneReader).Find)
		if assert.ObjectsAreEqual(want, got) {
			equal++
			assert.NotContains(t, phoneSkips, k, "row %d needs no skip", k)
			continue
		}
		assert.Contains(t, phoneSkips, k, "row %d: want %q, got %q", k, want, got)
	}
	t.Logf("%d of %d equal", equal, total)
	assert.GreaterOrEqual(t, float64(equal), 0.95*float64(total))
}

func allMainland(numbers []string) bool {
	for _, n := range numbers {
		if !mainland.MatchString(n) {
			return false
		}
	}
	return true
}
