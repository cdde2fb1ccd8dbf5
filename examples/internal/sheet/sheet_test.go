package sheet

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var columns = Columns{
	{Name: "text", Headers: []string{"text", "短信内容"}, Needed: true},
	{Name: "sender", Headers: []string{"sender", "from"}},
}

// all reads a table to its end.
func all(t testing.TB, c Columns, r io.Reader) (rows []Row, err error) {
	t.Helper()
	for row, e := range c.Rows(r) {
		require.NoError(t, err, "an error is the last")
		if err = e; err == nil {
			rows = append(rows, row)
		}
	}
	return rows, err
}

func TestRows(t *testing.T) {
	long := strings.Repeat("逾", MaxRow/3+1)
	for _, c := range []struct {
		name, in string
		want     []Row
	}{
		{"plain", "text,from\n你好,106\n", []Row{{2, []string{"你好", "106"}, ""}}},
		{"other order, other columns", "id,from,短信内容\n1,106,你好\n", []Row{{2, []string{"你好", "106"}, ""}}},
		{"a column that is not there", "text\n你好\n", []Row{{2, []string{"你好", ""}, ""}}},
		{"two headers that mean the same", "短信内容,text\n你好,106\n", []Row{{2, []string{"106", ""}, ""}}},
		{"case and spaces of headers", " Text , FROM\n你好,106\n", []Row{{2, []string{"你好", "106"}, ""}}},
		{"not ended", "text\n你好", []Row{{2, []string{"你好", ""}, ""}}},
		{"CR LF", "text,from\r\n你好,106\r\n好,107\r\n", []Row{{2, []string{"你好", "106"}, ""}, {3, []string{"好", "107"}, ""}}},
		{"tabs", "text\tfrom\n你,好\t106\n", []Row{{2, []string{"你,好", "106"}, ""}}},
		{"semicolons", "text;from\n你,好;106\n", []Row{{2, []string{"你,好", "106"}, ""}}},
		{"quoted", "text,from\n\"你,\"\"好\"\"\",106\n", []Row{{2, []string{`你,"好"`, "106"}, ""}}},
		{"two lines in a value", "text,from\n\"你\r\n好\",106\n好,107\n", []Row{{2, []string{"你\n好", "106"}, ""}, {4, []string{"好", "107"}, ""}}},
		{"empty lines", "\n\r\ntext,from\n\n你好,106\n\r\n\n好,107\n\n", []Row{{5, []string{"你好", "106"}, ""}, {8, []string{"好", "107"}, ""}}},
		{"lines of blanks", " \n\t\r\ntext,from\n  \n你好,106\n \t \n好,107\n ", []Row{{5, []string{"你好", "106"}, ""}, {7, []string{"好", "107"}, ""}}},
		{"a row of tabs", "\t\ntext\tfrom\n\t\n \n好\t107\n", []Row{{3, []string{"", ""}, ""}, {5, []string{"好", "107"}, ""}}},
		{"trailing separators", "text,from\n你好,106,,\n", []Row{{2, []string{"你好", "106"}, ""}}},
		{"short, and what is missing is not read", "text,from,x\n你好,106\n", []Row{{2, []string{"你好", "106"}, ""}}},
		{"headers alone", "text,from\n", nil},

		{"formulas", "text,from\n你好,=\"106\"\n=\"你,=\"\"好\"\"\",\"=\"\"107\"\"\"\n", []Row{{2, []string{"你好", "106"}, ""}, {3, []string{`你,="好"`, "107"}, ""}}},
		{"formulas, two lines in a value", "text,from\r\n\"你,=\"\"a\"\"\r\n好\",=\"106\"\r\n=\"\",=\"107\"", []Row{{2, []string{"你,=\"a\"\n好", "106"}, ""}, {4, []string{"", "107"}, ""}}},
		{"formulas as headers", "=\"text\",=\"from\"\n你好,106\n", []Row{{2, []string{"你好", "106"}, ""}}},
		{"a formula of no text", "text,from\n你好,=1+1\n", []Row{{2, []string{"你好", "=1+1"}, ""}}},
		{"a formula behind an error", "text,from\n\"你\"好,106\n好,=\"107\"\n", []Row{{2, nil, NotCSV}, {3, []string{"好", "107"}, ""}}},
		{"a separator named", "sep=;\r\ntext;from\r\n你,好;106\r\n", []Row{{3, []string{"你,好", "106"}, ""}}},
		{"a separator named in quotes", "\"SEP=|\"\ntext|from\n你,好|106\n", []Row{{3, []string{"你,好", "106"}, ""}}},
		{"a tab named", "sep=\t\ntext\tfrom\n\t\n", []Row{{3, []string{"", ""}, ""}}},

		{"too few", "from,text\n106\n107,好\n", []Row{{2, nil, TooFewValues}, {3, []string{"好", "107"}, ""}}},
		{"too many", "text,from\n你,好,106\n好,107\n", []Row{{2, nil, TooManyValues}, {3, []string{"好", "107"}, ""}}},
		{"a quotation mark within", "text,from\n你\"好,106\n好,107\n", []Row{{2, nil, NotCSV}, {3, []string{"好", "107"}, ""}}},
		{"more after a quoted value", "text,from\n\"你\"好,106\n好,107\n", []Row{{2, nil, NotCSV}, {3, []string{"好", "107"}, ""}}},
		{"never closed", "text,from\n\"你,106\n好,107\n再见,108", []Row{{2, nil, NotCSV}, {3, []string{"好", "107"}, ""}, {4, []string{"再见", "108"}, ""}}},
		{"never closed, twice", "text,from\n\"你,106\n好,107\n\"你,109\n再见,108", []Row{{2, nil, NotCSV}, {3, []string{"好", "107"}, ""}, {4, nil, NotCSV}, {5, []string{"再见", "108"}, ""}}},
		{"closed too late", "text,from\n\"你,106\n好,107\n\"再\",108\n再,108\n", []Row{{2, nil, NotCSV}, {3, []string{"好", "107"}, ""}, {4, []string{"再", "108"}, ""}, {5, []string{"再", "108"}, ""}}},
		{"not UTF-8", "text,from\n\xc4\xe3,106\n好,107\n", []Row{{2, nil, NotUTF8}, {3, []string{"好", "107"}, ""}}},
		{"a long line", "text,from\n" + long + ",106\n好,107\n", []Row{{2, nil, TooLong}, {3, []string{"好", "107"}, ""}}},
		{"a line much longer", "text,from\n" + long + long + long + ",106\n好,107\n", []Row{{2, nil, TooLong}, {3, []string{"好", "107"}, ""}}},
		{"a long line, the last", "text,from\n好,107\n" + long + long, []Row{{2, []string{"好", "107"}, ""}, {3, nil, TooLong}}},
		{"never closed, long", "text,from\n\"你,106\n好,107\n" + long + ",1\n再见,108", []Row{{2, nil, TooLong}, {3, []string{"好", "107"}, ""}, {4, nil, TooLong}, {5, []string{"再见", "108"}, ""}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := all(t, columns, strings.NewReader(c.in))
			require.NoError(t, err)
			assert.Equal(t, c.want, rows)
			if len(c.in) < 1000 {
				rows, err = all(t, columns, iotest.OneByteReader(strings.NewReader(c.in)))
				require.NoError(t, err)
				assert.Equal(t, c.want, rows, "byte by byte")
			}
		})
	}
}

// A table that cannot be read at all says which columns it needs, and nothing of
// itself: its first line may be a message.
func TestHeaders(t *testing.T) {
	for _, c := range []struct{ name, in, columns, want string }{
		{name: "empty", in: "", want: "the table is empty"},
		{name: "empty lines", in: "\n\r\n", want: "the table is empty"},
		{name: "a separator alone", in: "sep=;\n", want: "the table is empty"},
		{name: "a separator and no headers", in: "sep=;\n秘8812;106\n", want: "the first line has no column for text"},
		{name: "no headers", in: "秘8812,106\n", want: "the first line has no column for text"},
		{name: "another header", in: "秘8812,from\n", columns: "text=body", want: "the first line has no column for text"},
		{name: "a header asked for is needed", in: "text,秘8812\n", columns: "sender=号码", want: "no column for sender"},
		{name: "twice", in: "text,text\n", want: "same header"},
		{name: "not CSV", in: "\"text\n秘8812\n", want: "no column for text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			mapped, err := columns.Map(c.columns)
			require.NoError(t, err)
			rows, err := all(t, mapped, strings.NewReader(c.in))
			assert.Empty(t, rows)
			require.ErrorContains(t, err, c.want)
			assert.NotRegexp(t, "秘|8812", err.Error())
			line, _, _ := strings.Cut(c.in, "\n")
			assert.Equal(t, strings.HasPrefix(line, "sep="), mapped.Fits(line))
		})
	}
	assert.True(t, columns.Fits("from;短信内容"))
}

func TestMap(t *testing.T) {
	mapped, err := columns.Map("text=body, sender=from whom")
	require.NoError(t, err)
	rows, err := all(t, mapped, strings.NewReader("text,body,From Whom\n甲,乙,106\n"))
	require.NoError(t, err)
	assert.Equal(t, []Row{{2, []string{"乙", "106"}, ""}}, rows)

	mapped, err = columns.Map("sender=")
	require.NoError(t, err)
	rows, err = all(t, mapped, strings.NewReader("text,sender\n甲,106\n"))
	require.NoError(t, err)
	assert.Equal(t, []Row{{2, []string{"甲", ""}, ""}}, rows, "what the flag says is not there is not read")

	assert.Equal(t, []string{"text", "短信内容"}, columns[0].Headers, "the columns themselves are as they were")
	for flag, want := range map[string]string{
		"body":             "-columns must be a list such as text=HEADER; the columns are text, sender",
		"text=a,秘=8812":    "the columns are text, sender",
		"text=a,text=8812": "-columns gives text twice",
		",":                "-columns must be a list",
	} {
		_, err := columns.Map(flag)
		require.ErrorContains(t, err, want)
		assert.NotRegexp(t, "秘|8812", err.Error())
	}
}

// A file that fails ends with its error, after what was read.
func TestReadError(t *testing.T) {
	fails := errors.New("fails")
	for in, count := range map[string]int{"": 0, "te": 0, "text\n": 0, "text\n你\n": 1, "text\n你\n\"好": 1, "text\n\n": 0} {
		rows, err := all(t, columns, io.MultiReader(strings.NewReader(in), iotest.ErrReader(fails)))
		assert.Len(t, rows, count, "%q", in)
		assert.ErrorIs(t, err, fails, "%q", in)
	}
}

// The loop over rows may end early.
func TestStop(t *testing.T) {
	for range columns.Rows(strings.NewReader("text\n\"a\nb\nc\n")) {
		break
	}
}
