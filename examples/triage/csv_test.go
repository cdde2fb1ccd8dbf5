package main

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/inbox"
)

// csvOf returns the table of an input, with its head.
func csvOf(t *testing.T, s settings, names, in string) string {
	t.Helper()
	var err error
	s.output = outputCSV
	s.fields, err = parseFields(names)
	require.NoError(t, err)
	out, _ := answers(t, s, in)
	return string(rendererOf(s, nil).head()) + out
}

// allFields names every column.
var allFields = strings.Join(fieldNames(fields), ",")

// checkCSV asserts that the table of an input has a row for each answer, and that nothing in it
// is taken for a formula.
func checkCSV(t *testing.T, in string) {
	t.Helper()
	full, _ := answers(t, settings{}, in)
	rows, err := csv.NewReader(strings.NewReader(csvOf(t, settings{}, allFields, in))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+strings.Count(full, "\n"))
	for _, row := range rows {
		require.Len(t, row, len(fields))
		for i, value := range row {
			if first := strings.TrimLeft(value, " \u3000"); fields[i].foreign && first != "" {
				require.NotContains(t, "=+-@＝＋－＠\t\n", string([]rune(first)[0]), "a formula in %s", fields[i].name)
			}
			require.Equal(t, -1, strings.IndexFunc(value, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) }), "a control character in %s", fields[i].name)
		}
	}
}

// TestCSV compares tables with testdata, and reads those of all messages.
func TestCSV(t *testing.T) {
	phone, err := os.ReadFile("testdata/phone.xml")
	require.NoError(t, err)
	var b strings.Builder
	for _, c := range []struct {
		names string
		s     settings
		in    string
	}{
		{"", settings{form: inbox.XML, lang: remedy.Chinese}, string(phone)},
		{"line, verdict,amount,text", settings{form: inbox.XML, bom: true}, string(phone)},
		{"line,error,now", settings{lang: remedy.English}, `{"text":"【某某金融】您已逾期3天，请还款100元。"}` + "\n" + `{"id":"8812"}` + "\n"},
		{"id,lender,sender,urls,text,line", settings{}, `{"id":"=1+1","sender":"+8613800000000","text":"@甲, \"乙\"\n【=cmd】您已逾期3天\u001b[31m，请还款100元 http://t.cn/a1 。"}` + "\n"},
	} {
		b.WriteString(csvOf(t, c.s, c.names, c.in) + "\n")
	}
	golden(t, "csv.golden", b.String())
	for i, in := range inputs(t) {
		if !leftOut(i) {
			checkCSV(t, in)
		}
	}
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "青禾": "青禾", "1-2": "1-2", "'=1": "'=1",
		"=1+1": "'=1+1", "+86": "'+86", "-1": "'-1", "@a": "'@a", "\tx": "'\tx", "\nx": "'\nx", "\rx": "·x",
		" =1": "' =1", "\u3000＝1": "'\u3000＝1", "＋1": "'＋1", "－1": "'－1", "＠a": "'＠a",
		"a\x00b\x1b[2Jc\u009bd\te": "a·b·[2Jc·d\te",
	} {
		assert.Equal(t, want, harmless(in), "%q", in)
	}
}
