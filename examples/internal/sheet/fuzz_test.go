package sheet

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRows asserts for any table that its rows come in the order of their lines, each with its
// values or a problem; and that what encoding/csv writes is read back, whatever precedes it.
func FuzzRows(f *testing.F) {
	for _, s := range []string{
		"", "你好", "你,\"好\"\n再\r\n见", "\"", "\"\"", "a\"b", "\"a\nb", ",", ",\"", "\t;", "\xc4\xe3", "\n\n", "\"a\"b\n\"c", "\r", "=\"a\"", "=\"", ",=\"a\"\"",
	} {
		f.Add(s, "106")
		f.Add("你好", s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		written := func(values ...string) string {
			var out bytes.Buffer
			w := csv.NewWriter(&out)
			_ = w.Write(values)
			w.Flush()
			return out.String()
		}
		rows, err := all(t, columns, strings.NewReader("text,from\n"+a+"\n"+b+"\n"+written("x"+a, b)))
		if err != nil {
			t.Fatal("a table in memory cannot fail")
		}
		line := 1
		for _, row := range rows {
			if row.Line <= line {
				t.Fatal("rows are out of order")
			}
			line = row.Line
			if (row.Problem == "") == (row.Values == nil) || row.Values != nil && len(row.Values) != len(columns) {
				t.Fatal("neither values nor a problem")
			}
			if !utf8.ValidString(strings.Join(row.Values, "")) {
				t.Fatal("values that are not UTF-8")
			}
		}
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		rows, err = all(t, columns, strings.NewReader("text,from\n"+written("x"+a, b)))
		want := func(s string) string { return plain(strings.ReplaceAll(s, "\r\n", "\n")) } // as encoding/csv does within values
		if err != nil || len(rows) != 1 || len("x"+a+b) < 1000 && rows[0].Values == nil {
			t.Fatal("a row was lost")
		}
		if got := rows[0].Values; got != nil && (got[0] != want("x"+a) || got[1] != want(b)) {
			t.Fatal("a row was changed")
		}
	})
}
