package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// written are the same two messages in each form.
var written = map[inbox.Form]string{
	inbox.JSONL: `{"text":"【某某金融】您已逾期3天，请还款100元。","sender":"106900000001","received_at":"2026-03-02T10:15:00+08:00"}
{"text":"好，\"明天\"见😀","sender":"13800000000","received_at":"2026-03-02T10:16:00+08:00"}
`,
	inbox.CSV: `编号,短信内容,发送号码,接收时间
,【某某金融】您已逾期3天，请还款100元。,106900000001,2026-03-02 10:15
,"好，""明天""见😀",13800000000,2026/3/2 10:16:00
`,
	inbox.XML: `<?xml version="1.0" encoding="UTF-8"?><smses count="2">
<sms address="106900000001" date="1772417700000" type="1" body="【某某金融】您已逾期3天，请还款100元。"/>
<sms address="13800000000" date="1772417760000" type="1" body="好，&quot;明天&quot;见&#55357;&#56832;"/>
</smses>
`,
}

// The form and the encoding of a file are recognised, and make no difference to
// the answers but for the line.
func TestForms(t *testing.T) {
	want := answersAt(t, written[inbox.JSONL], "-format", "jsonl")
	require.Len(t, want, 2)
	for f, text := range written {
		assert.Equal(t, want, answersAt(t, text, "-format", string(f)))
		for name, e := range map[string]encoding.Encoding{
			"UTF-8": unicode.UTF8, "UTF-8 with a mark": unicode.UTF8BOM, "GB18030": simplifiedchinese.GB18030,
			"UTF-16LE": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16BE": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
			"UTF-16LE without a mark": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		} {
			t.Run(string(f)+", "+name, func(t *testing.T) {
				in, err := e.NewEncoder().String(text)
				require.NoError(t, err)
				assert.Equal(t, want, answersAt(t, in))
			})
		}
	}
}

// answersAt runs the program and returns its answers without their lines, which
// have to ascend.
func answersAt(t *testing.T, in string, args ...string) (all []string) {
	t.Helper()
	got := runProgram(t, strings.NewReader(in), args...)
	require.Equal(t, exitOK, got.status, got.errors)
	last := 0
	for l := range strings.Lines(got.out) {
		var head struct{ Line int }
		require.NoError(t, json.Unmarshal([]byte(l), &head))
		require.Greater(t, head.Line, last)
		last = head.Line
		all = append(all, strings.Replace(l, fmt.Sprintf(`"line":%d,`, head.Line), "", 1))
	}
	return all
}

// -columns names the headers of a table, and implies that the input is a table.
func TestColumns(t *testing.T) {
	in := "甲,乙,丙\n106900770011,您已逾期3天,林问渠\n"
	got := answersAt(t, in, "-columns", "text=乙,sender=甲,name=丙")
	require.Len(t, got, 1)
	assert.Contains(t, got[0], `"kind":"overdue"`)
	assert.Contains(t, got[0], `"comparison":`)
	assert.Contains(t, got[0], `"SENDER_NAMELESS"`)
}

// A file that is named like a table is not read as one message a line if its headers are unknown.
func TestTableOfUnknownHeaders(t *testing.T) {
	dir := t.TempDir()
	const in = "秘8812,来自\n您已逾期3天,1069\n"
	for _, name := range []string{"a.csv", "a.TSV"} {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(in), 0o600))
		got := runProgram(t, nil, file)
		assert.Equal(t, exitFailed, got.status)
		assert.Empty(t, got.out)
		assert.Contains(t, got.errors, "the first line has no column for text: use -columns text=HEADER to say which it is")
		assert.NotRegexp(t, "秘|8812", strings.ReplaceAll(got.errors, dir, "")) // whose number may be anything
		got = runProgram(t, nil, "-columns", "text=秘8812", file)
		assert.Equal(t, exitOK, got.status, got.errors)
		got = runProgram(t, nil, "-format", "text", file)
		assert.Equal(t, exitOK, got.status, got.errors)
		assert.Equal(t, 2, strings.Count(got.out, "\n"))

		require.NoError(t, os.WriteFile(file, []byte(written[inbox.JSONL]), 0o600))
		assert.Equal(t, exitOK, runProgram(t, nil, file).status, "another form is recognised")
		require.NoError(t, os.WriteFile(file, []byte("\n"), 0o600))
		assert.Equal(t, exitOK, runProgram(t, nil, file).status, "nothing is no table")
	}
	file := filepath.Join(dir, "a.txt")
	require.NoError(t, os.WriteFile(file, []byte(in), 0o600))
	assert.Equal(t, exitOK, runProgram(t, nil, file).status)
}

// badRows are rows that are answered with an error. 秘 and 8812 stand for what is
// private in them.
var badRows = []struct {
	name    string
	form    inbox.Form
	in      string
	line    int
	code    jsonl.Code
	message string
}{
	{"quotation mark", inbox.CSV, "text\n\"秘8812\"8812\n好\n", 2, jsonl.BadCSV, "the row is not CSV: a quotation mark is not closed, not doubled or not at the start of a value"},
	{"too many values", inbox.CSV, "text\n秘8812,8812\n好\n", 2, jsonl.BadCSV, "the row has more values than the table has columns: a value with a separator needs quotation marks"},
	{"too few values", inbox.CSV, "id,text\n\n秘8812\n1,好\n", 3, jsonl.BadCSV, "the row has too few values"},
	{"name", inbox.CSV, "text,name\n秘,\"秘\n8812\"\n好,\n", 2, jsonl.BadRecipient, "name: bad character"},
	{"ID number", inbox.CSV, "text,id_number\n秘,8812\n好,\n", 2, jsonl.BadRecipient, "id_number: bad length"},
	{"phone", inbox.CSV, "text,phone\n秘,秘8812\n好,\n", 2, jsonl.BadRecipient, "phone: bad character"},
	{"not UTF-8", inbox.CSV, "text,短信\n秘8812\xff\n好,\n", 2, jsonl.NotUTF8, "the row has bytes that are not valid in the file's encoding"},
	{"too long", inbox.CSV, "text\n" + strings.Repeat("秘8812", jsonl.MaxLine/7+1) + "\n好\n", 2, jsonl.TooLong, "the row is longer than 1048576 bytes"},
	{"not XML", inbox.XML, "<smses>\n<sms body=\"秘<8812\"/>\n<sms body=\"好\"/></smses>", 2, jsonl.BadXML, "the element is not XML"},
	{"no body", inbox.XML, "<smses>\n<sms address=\"8812\"/>\n<sms body=\"好\"/></smses>", 2, jsonl.BadXML, "body is missing"},
}

func TestBadRows(t *testing.T) {
	for _, c := range badRows {
		t.Run(c.name, func(t *testing.T) {
			out, sum := answers(t, settings{form: c.form}, c.in)
			assert.Equal(t, 1, sum.bad)
			bad, rest, _ := strings.Cut(out, "\n")
			var a jsonl.Answer
			require.NoError(t, json.Unmarshal([]byte(bad), &a))
			assert.Equal(t, jsonl.Answer{V: 1, Line: c.line, Error: &jsonl.Error{Code: c.code, Message: c.message}}, a)
			assert.Contains(t, rest, `"kind":"other"`, "the rest goes on")
			assert.NotRegexp(t, "秘|8812", out)
			out, _ = answers(t, settings{form: c.form, output: outputExplain}, c.in)
			assert.NotRegexp(t, "秘|8812", out)
			assert.Contains(t, out, c.message[:12])
		})
	}
	got := runProgram(t, strings.NewReader("<smses>\n<sms body=\"好\"/>\n<sms bo"))
	assert.Equal(t, exitBadLines, got.status)
	assert.Contains(t, got.out, `{"v":1,"line":3,"error":{"code":"bad_xml","message":"the file ends before its last element is closed"}}`)
}

// Lines are numbered through files of several forms, too.
func TestFormsAreNumberedThrough(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for _, f := range []inbox.Form{inbox.XML, inbox.CSV, inbox.JSONL} {
		files = append(files, filepath.Join(dir, string(f)))
		require.NoError(t, os.WriteFile(files[len(files)-1], []byte(written[f]), 0o600))
	}
	got := runProgram(t, nil, files...)
	require.Equal(t, 0, got.status, got.errors)
	for i, l := range strings.Split(strings.TrimSpace(got.out), "\n") {
		assert.Contains(t, l, fmt.Sprintf(`"line":%d,`, []int{2, 3, 6, 7, 8, 9}[i]))
	}
}

// -recipient is the recipient of messages that name none.
func TestRecipientFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "me.json")
	outcomes := func(data, in string) (all []string) {
		require.NoError(t, os.WriteFile(file, []byte(data), 0o600))
		for _, a := range answersAt(t, in, "-recipient", file) {
			var r dunsms.Report
			require.NoError(t, json.Unmarshal([]byte(a), &r))
			all = append(all, r.Comparison.Outcome.String())
		}
		return all
	}
	const me = `{"name":"王小明","id_number":"110101199003070011"}`
	const in = "text,name\n【云杉小贷】王*明（身份证尾号0011），您的借款已逾期3天。,\n【云杉小贷】王*明，您的借款已逾期3天。,李四方\n"
	assert.Equal(t, []string{"agree", "disagree"}, outcomes(me, in))
	assert.Equal(t, []string{"agree", "disagree"}, outcomes("\ufeff"+me+"\r\n", in))
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(me)
	require.NoError(t, err)
	assert.Equal(t, []string{"agree", "disagree"}, outcomes(gbk, in))

	for data, want := range map[string]string{
		"":                       "not a single JSON object",
		"秘8812":                  "not a single JSON object",
		`["秘8812"]`:              "recipient is not an object",
		`{"秘8812":1}`:            "a key of recipient is unknown; the known keys are id_number, name, phones",
		`{"name":8812}`:          "recipient.name is not a string",
		`{"id_number":"秘8812"}`:  "recipient.id_number: bad",
		`{"phones":["秘8812"]}`:   "recipient.phones: bad character",
		`{"name":"` + "\xff8812": "not a single JSON object",
	} {
		require.NoError(t, os.WriteFile(file, []byte(data), 0o600))
		got := runProgram(t, strings.NewReader(in), "-recipient", file)
		assert.Equal(t, exitFailed, got.status, want)
		assert.Contains(t, got.errors, want)
		assert.Empty(t, got.out)
		assert.NotRegexp(t, "秘|8812", got.errors)
	}
}

// -only answers a kind or a verdict of its words, and bad lines; all are counted.
func TestOnly(t *testing.T) {
	data, err := os.ReadFile("../../testdata/sms/sample.jsonl")
	require.NoError(t, err)
	in := string(data) + "{}\n"
	for flag, want := range map[string][]string{
		"":                        {"1", "2", "3", "4", "5", "6", "7", "8", ""},
		"reminder":                {"5", ""},
		"reminder,receipt":        {"5", "6", ""},
		"scam":                    {"2", "3", "7", ""},
		"scam, reminder":          {"2", "3", "5", "7", ""},
		"overdue,scam":            {"1", "2", "3", "4", "7", "8", ""},
		"identity_theft":          {""},
		"not_a_notice,scam,scam ": {"2", "3", "5", "6", "7", ""},
	} {
		t.Run(flag, func(t *testing.T) {
			got := runProgram(t, strings.NewReader(in), "-only", flag)
			assert.Equal(t, exitBadLines, got.status)
			var ids []string
			for l := range strings.Lines(got.out) {
				var a jsonl.Answer
				require.NoError(t, json.Unmarshal([]byte(l), &a))
				ids = append(ids, a.ID)
			}
			assert.Equal(t, want, ids)
			assert.Contains(t, got.errors, "8 messages in ")
			if len(ids) < 9 {
				assert.Contains(t, got.errors, fmt.Sprintf("; 1 bad line; %d answered\n", len(ids)-1))
			}
		})
	}
	for _, flag := range []string{"秘", "overdue,", "overdue scam", "Scam"} {
		got := runProgram(t, strings.NewReader(in), "-only", flag)
		assert.Equal(t, exitFailed, got.status)
		assert.Equal(t, "triage: -only must be a list of kinds (overdue, reminder, receipt, other) and verdicts (genuine, mistake, identity_theft, scam, undetermined, not_a_notice)\n", got.errors)
	}
}
