package inbox

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// got is what is read of an entry.
type got struct {
	number  int
	text    string
	sender  string
	leftOut jsonl.Reason
	bad     string
}

// read reads a file to its end. What is empty is passed over.
func read(t testing.TB, name string, r io.Reader, o Options) (all []got, err error) {
	t.Helper()
	f, err := Open(name, r, o)
	if err != nil {
		return nil, err
	}
	for e, readErr := range f.Entries() {
		require.NoError(t, err, "an error is the last")
		if err = readErr; err != nil || e.Empty() {
			continue
		}
		i, bad := e.Item()
		g := got{number: e.Number, text: i.Text, sender: i.Sender, leftOut: i.LeftOut}
		if bad != nil {
			g = got{number: e.Number, bad: bad.Message}
		}
		all = append(all, g)
	}
	return all, err
}

func TestFormOf(t *testing.T) {
	for _, c := range []struct {
		in   string
		name string
		want Form
	}{
		{"", "", Text},
		{"\n\n", "a.csv", Text},
		{"您已逾期3天", "", Text},
		{"您已逾期3天", "a.CSV", CSV},
		{"您已逾期3天", "a.tsv", CSV},
		{"您已逾期3天", "a.vmsg", VMSG},
		{"您已逾期3天", "a.eml", EML},
		{"[某某金融]您已逾期3天\n", "", Text},
		{"[\"某某金融\"]", "", Text},
		{"{\"text\":\"\"}", "", JSONL},
		{" \r\n\t{\"a", "a.csv", JSONL},
		{"{\n\"text\":\"\"}", "", JSON},
		{"[{\"text\":\"\"}]", "", JSON},
		{"[\n  {", "", JSON},
		{" [ ]", "", JSON},
		{"<?xml version", "", XML},
		{"\n<smses count=\"1\">", "", XML},
		{"<ArrayOfMessage>", "", XML},
		{"<您已逾期>", "", Text},
		{"begin:vmsg\r\n", "", VMSG},
		{"text,sender\n", "", CSV},
		{"sender\tTEXT\n", "", CSV},
		{"\n短信内容;号码\n", "", CSV},
		{"sep=,\r\n甲", "", CSV},
		{"号码\r短信内容", "", Text},
		{"号码,短信内容\r1,好\r", "", CSV},
		{"sender,received_at\n您已逾期3天,\n", "", Text},
		{"\"text\n", "", Text},
		{"Date: 1\nMIME-Version: 1.0\n\n好", "", EML},
		{"Date: 1\r\nContent-type: text/plain\r\n\r\n好", "", EML},
		{"Date: 1\nFrom: a@example.com\n\n好", "", Text},
		{"Date: 1\n您已逾期\nMIME-Version: 1.0\n\n", "", Text},
		{"Subject: 1\n", "", Text},
		{strings.Repeat(" ", 70_000), "", Text},
		{strings.Repeat("逾", 70_000) + "\ntext", "", Text},
	} {
		for _, r := range []io.Reader{strings.NewReader(c.in), iotest.HalfReader(strings.NewReader(c.in))} {
			f, err := Open(c.name, r, Options{})
			require.NoError(t, err)
			assert.Equal(t, c.want, f.Form, "%.20q", c.in)
		}
	}
}

func TestRefused(t *testing.T) {
	for in, want := range map[string]string{
		"%PDF-1.7\n秘8812":                     "a PDF",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":    "an Office file (.xls, .doc or .msg)",
		"SQLite format 3\x00\x10":             "a database (SQLite)",
		"BZh91AY&SY秘":                         "a bzip2 archive",
		"\xff\xd8\xff\xe0\x00\x10JFIF":        "a picture",
		"PK\x03\x04秘8812":                     "a zip archive in a stream",
		"\x00\x00\x00\x18ftypheic\x00\x00":    "binary data, not text",
		"<HTML><body>秘8812":                   "a web page (HTML)",
		"BEGIN:VCARD\n秘8812":                  "a file of contacts or dates",
		"From a@b.c Mon Mar  2 10:15:00 2026": "a mailbox with several mails",
		gzipped(t, "%PDF-"):                   "a PDF",
		gzipped(t, gzipped(t, "好")):           "an archive within an archive",
		gzipped(t, "PK\x03\x04"):              "an archive within an archive",
	} {
		_, err := read(t, "in", strings.NewReader(in), Options{})
		var refused *Refused
		require.ErrorAs(t, err, &refused, want)
		assert.Equal(t, want, refused.What)
		assert.NotEmpty(t, refused.Do)
		assert.NotRegexp(t, "秘|8812", err.Error())
	}
	for _, in := range []string{"BZh 好", "From 好", "PK", "%PDF"} {
		_, err := read(t, "in", strings.NewReader(in), Options{})
		assert.NoError(t, err, in)
	}
}

// gzipped returns text packed by gzip.
func gzipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	zw := gzip.NewWriter(&b)
	_, err := zw.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, zw.Close())
	return b.String()
}

// An archive is read like its content; one that is cut short gives an error that says so.
func TestGzip(t *testing.T) {
	packed := gzipped(t, "text\n好\n的\n")
	all, err := read(t, "a.csv.gz", strings.NewReader(packed), Options{})
	require.NoError(t, err)
	assert.Equal(t, []got{{number: 2, text: "好"}, {number: 3, text: "的"}}, all)
	all, err = read(t, "a.gz", strings.NewReader(packed+gzipped(t, "了")), Options{})
	require.NoError(t, err)
	assert.Len(t, all, 3)
	for _, in := range []string{packed[:len(packed)-4], packed[:15], packed + "秘"} {
		_, err := read(t, "a.gz", strings.NewReader(in), Options{})
		assert.ErrorIs(t, err, errPacked)
	}
}

// Numbers ascend, also where messages begin on one line.
func TestNumbers(t *testing.T) {
	for in, want := range map[string][]int{
		`[{"text":"a"},{"text":"b"},{"text":"c"}]`:                                   {1, 2, 3},
		"[\n{\"text\":\"a\"},\n\n{\"text\":\"b\"},{\"text\":\"c\"}\n]\n":             {2, 4, 5},
		`<smses><sms body="a"/><sms body="b"/>` + "\n\n" + `<sms body="c"/></smses>`: {1, 2, 3},
		"\n{\"text\":\"a\"}\n\n{\"text\":\"b\"}":                                     {2, 4},
		"text\ra\rb\r":                                                               {2, 3},
	} {
		all, err := read(t, "in", strings.NewReader(in), Options{})
		require.NoError(t, err)
		var numbers []int
		for _, g := range all {
			numbers = append(numbers, g.number)
		}
		assert.Equal(t, want, numbers, in)
	}
}

// TestJSON reads JSON alone, as a pipeline does.
func TestJSON(t *testing.T) {
	for _, in := range []string{`{"text":"好"}`, `[{"text":"好"}]`, "{\n\"text\":\"好\"}", gzipped(t, `{"text":"好"}`)} {
		all, err := read(t, "in", strings.NewReader(in), Options{JSON: true})
		require.NoError(t, err)
		assert.Equal(t, []got{{number: 1, text: "好"}}, all)
	}
	all, err := read(t, "in", strings.NewReader("秘8812\n{}"), Options{JSON: true})
	require.NoError(t, err)
	assert.Equal(t, []got{{number: 1, bad: "the line is not one JSON object"}, {number: 2, bad: "text is missing"}}, all)
	for in, want := range map[string]string{
		"text\n好\n":                      "this is of the form csv, which cannot be read: give it as JSON Lines",
		"<smses/>":                       "this is of the form xml, which cannot be read: give it as JSON Lines",
		"BEGIN:VMSG\n":                   "this is of the form vmsg, which cannot be read: give it as JSON Lines",
		"Date: 1\nMIME-Version: 1.0\n\n": "this is of the form eml, which cannot be read: give it as JSON Lines",
	} {
		_, err := read(t, "in", strings.NewReader(in), Options{JSON: true})
		assert.EqualError(t, err, want)
	}
}

// Lines counts the lines of a whole file, and at least as many as there are entries.
func TestLines(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "好": 1, "好\n": 1, "好\n\n的": 3, "<smses>\n<sms body=\"a\"/>\n</smses>\n": 3, "text\n好\n\n": 3,
		`[{"text":"a"},{"text":"b"},{"text":"c"}]`: 3, "MIME-Version: 1.0\n\n好\n的\n": 4, "BEGIN:VMSG\nEND:VMSG\n": 2,
	} {
		f, err := Open("in", strings.NewReader(in), Options{})
		require.NoError(t, err)
		for _, err := range f.Entries() {
			require.NoError(t, err)
		}
		assert.Equal(t, want, f.Lines(), in)
	}
}

// A file that fails ends with its error, after what was read.
func TestReadError(t *testing.T) {
	fails := errors.New("fails")
	for in, count := range map[string]int{
		"好\n": 1, "text\n好\n": 1, `[{"text":"a"},`: 1, `<smses><sms body="a"/>`: 1, "BEGIN:VMSG\nEND:VMSG\n": 1, "MIME-Version: 1.0\n\n好": 0,
	} {
		all, err := read(t, "in", io.MultiReader(strings.NewReader(in), iotest.ErrReader(fails)), Options{})
		assert.ErrorIs(t, err, fails, in)
		assert.Len(t, all, count, in)
	}
}

// GBK is recognised in every form that is text.
func TestGBK(t *testing.T) {
	for _, in := range []string{"text\n您已逾期3天\n", `[{"text":"您已逾期3天"}]`, `<smses><sms body="您已逾期3天"/></smses>`, "BEGIN:VMSG\nBEGIN:VBODY\n您已逾期3天\nEND:VBODY\nEND:VMSG\n"} {
		encoded, err := simplifiedchinese.GBK.NewEncoder().String(in)
		require.NoError(t, err)
		all, err := read(t, "in", strings.NewReader(encoded), Options{})
		require.NoError(t, err)
		require.Len(t, all, 1)
		assert.Equal(t, "您已逾期3天", all[0].text)
	}
}
