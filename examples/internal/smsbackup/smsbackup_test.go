package smsbackup

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// all reads a backup to its end.
func all(t testing.TB, r io.Reader) (entries []Entry, err error) {
	t.Helper()
	for e, readErr := range Read(r) {
		require.NoError(t, err, "an error is the last")
		if err = readErr; err == nil {
			entries = append(entries, e)
		}
	}
	return entries, err
}

const head = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<!--File Created By the app's serializer-->
<?xml-stylesheet type="text/xsl" href="sms.xsl"?>
<smses count="1" backup_set="b" backup_date="1772414130000" type="full">
`

const smsStart = `<sms protocol="0" address="1069" date="1772414130000" type="1" subject="null" `

// at is 1772414130000.
var at = time.Date(2026, 3, 2, 9, 15, 30, 0, field.China)

func TestRead(t *testing.T) {
	const line = 5 // behind head
	picture := strings.Repeat("iVBORw0KGgo", 3<<20/10)
	for _, c := range []struct {
		name, in string // in head and </smses>
		want     []Entry
	}{
		{"none", "", nil},
		{"one", smsStart + `body="【某某金融】您已逾期3天" toa="null" read="1" readable_date="Mar 2, 2026" contact_name="(Unknown)" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "【某某金融】您已逾期3天", Sender: "1069", ReceivedAt: at}}}}},
		{"references", smsStart + `body="&quot;A&amp;B&quot;&#10;&lt;c&gt;&#x9;&apos;" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "\"A&B\"\n<c>\t'", Sender: "1069", ReceivedAt: at}}}}},
		{"emoji in halves", smsStart + `body="好&#55357;&#56832;的&#xD83D;&#xDE00;&#55357;&#56832;" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "好😀的😀😀", Sender: "1069", ReceivedAt: at}}}}},
		{"emoji whole", smsStart + `body="好😀&#128512;" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "好😀😀", Sender: "1069", ReceivedAt: at}}}}},
		{"halves of none", smsStart + `body="&#55357;好&#56832;&#55357;&#65;&#56832;&#55357;" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "\ufffd好\ufffd\ufffdA\ufffd\ufffd", Sender: "1069", ReceivedAt: at}}}}},
		{"no characters", smsStart + "body=\"a&#0;b&#x1b;c&#65535;d\x00e\x1bf&#1114112;\" />",
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffd", Sender: "1069", ReceivedAt: at}}}}},
		{"lines", smsStart + "body=\"a\" />\n\n" + smsStart + "\n body=\"b\" />\n" + smsStart + `body="c" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a", Sender: "1069", ReceivedAt: at}}}, {Line: line + 2, Item: jsonl.Item{Message: dunsms.Message{Text: "b", Sender: "1069", ReceivedAt: at}}}, {Line: line + 4, Item: jsonl.Item{Message: dunsms.Message{Text: "c", Sender: "1069", ReceivedAt: at}}}}},
		{"all on one line", smsStart + `body="a"/>` + smsStart + `body="b"></sms>`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a", Sender: "1069", ReceivedAt: at}}}, {Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "b", Sender: "1069", ReceivedAt: at}}}}},
		{"little is known", `<sms body="a" /><sms body="b" address="null" date="0"/><sms body="" date="null"/>`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a"}}}, {Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "b"}}}, {Line: line, Item: jsonl.Item{LeftOut: jsonl.NoText}}}},
		{"empty, and its date is bad", `<sms body="" date="x"/>`, []Entry{{Line: line, Item: jsonl.Item{Untimed: true, LeftOut: jsonl.NoText}}}},
		{"sent, a draft", `<sms address="1" date="1" type="2" body="a" /><sms type="3" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a", Sender: "1"}, LeftOut: jsonl.NotReceived}}, {Line: line, Item: jsonl.Item{LeftOut: jsonl.NotReceived}}}},
		{"no body", smsStart + `/>`, []Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Sender: "1069", ReceivedAt: at}}, Problem: NoBody}}},
		{"no date", `<sms body="a" date="秘8812" />`, []Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a"}, Untimed: true}}}},
		{"a date beyond all", `<sms body="a" date="253402300800000" />`, []Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a"}, Untimed: true}}}},
		{"calls", `<call number="1" duration="3" /><sms body="a" />`, []Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a"}}}}},

		{"MMS with text", `<mms date="1772414130000" msg_box="1" address="1069">
<parts><part seq="-1" ct="application/smil" text="&lt;smil/&gt;" /><part seq="0" ct="image/jpeg" text="null" data="iVBORw0KGgo=" />
<part ct="text/plain" text="甲&#55357;&#56832;" /><part ct="text/plain" text="乙" /></parts>
<addrs><addr address="13800000000" type="151" /><addr address="106900" type="137" /></addrs></mms><sms body="a" />`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "甲😀\n乙", Sender: "1069", ReceivedAt: at}}}, {Line: line + 3, Item: jsonl.Item{Message: dunsms.Message{Text: "a"}}}}},
		{"MMS, its sender among its parts", `<mms msg_box="1"><parts><part ct="text/plain" text="甲"/></parts><addrs><addr address="106900" type="137" /></addrs></mms>`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "甲", Sender: "106900"}}}}},
		{"MMS of pictures", `<mms msg_box="1"><parts><part ct="image/jpeg" data="` + picture + `" /></parts></mms><sms body="a" />`,
			[]Entry{{Line: line, Item: jsonl.Item{LeftOut: jsonl.NoText}}, {Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "a"}}}}},
		{"MMS sent", `<mms msg_box="2"><parts><part ct="text/plain" text="甲" /></parts></mms>`,
			[]Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "甲"}, LeftOut: jsonl.NotReceived}}}},
		{"MMS empty", `<mms msg_box="1"/>`, []Entry{{Line: line, Item: jsonl.Item{LeftOut: jsonl.NoText}}}},
		{"MMS with a bad date", `<mms date="x"><part ct="text/plain" text="甲" /></mms>`, []Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "甲"}, Untimed: true}}}},
		{"parts outside an MMS", `<part ct="text/plain" text="甲" /><addr type="137" address="1" /></mms>`, nil},

		{"not XML", smsStart + "body=\"a < b\" />\n" + smsStart + `body="c" />`,
			[]Entry{{Line: line, Problem: NotXML}, {Line: line + 1, Item: jsonl.Item{Message: dunsms.Message{Text: "c", Sender: "1069", ReceivedAt: at}}}}},
		{"not XML, twice on a line", `<sms body=a /><sms body="b" /><sms body="&秘8812;" /><sms body="c" />`,
			[]Entry{{Line: line, Problem: NotXML}, {Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "b"}}}, {Line: line, Problem: NotXML}, {Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "c"}}}}},
		{"not UTF-8", "<sms body=\"\xc4\xe3\" /><sms body=\"c\" />",
			[]Entry{{Line: line, Problem: NotXML}, {Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "c"}}}}},
		{"not XML within an MMS", `<mms><part ct=x /></mms><sms body="c" />`,
			[]Entry{{Line: line, Problem: NotXML}, {Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "c"}}}}},
		{"an MMS that does not end", `<mms><part ct="text/plain" text="甲" /><sms body="c" />`, []Entry{{Line: line, Item: jsonl.Item{Message: dunsms.Message{Text: "c"}}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := head + c.in + "\n</smses>"
			got, err := all(t, strings.NewReader(in))
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			if len(in) > 10_000 {
				return
			}
			got, err = all(t, iotest.OneByteReader(strings.NewReader(in)))
			require.NoError(t, err)
			assert.Equal(t, c.want, got, "byte by byte")
		})
	}
}

// A backup that is cut anywhere gives the complete messages and then an error that says so.
func TestCut(t *testing.T) {
	whole := head + smsStart + "body=\"甲\" />\n" + smsStart + "body=\"乙&#55357;&#56832;\" />\n</smses>\n"
	for n := len(head); n < len(whole)-len("\n"); n++ {
		entries, err := all(t, strings.NewReader(whole[:n]))
		require.NoError(t, err)
		require.NotEmpty(t, entries)
		last := entries[len(entries)-1]
		assert.Equal(t, EndEarly, last.Problem, "%d", n)
		for i, e := range entries[:len(entries)-1] {
			assert.Equal(t, []string{"甲", "乙😀"}[i], e.Text)
		}
	}
}

func TestNoBackup(t *testing.T) {
	for _, in := range []string{"", " ", "秘8812", `<?xml version="1.0"?>`, `<html><body/></html>`, `<!DOCTYPE html><html/>`, `<秘8812`, `<calls count="1"/>`} {
		entries, err := all(t, strings.NewReader(in))
		assert.Empty(t, entries)
		assert.ErrorIs(t, err, ErrNotBackup, in)
	}
	entries, err := all(t, strings.NewReader(`<?xml version="1.0" encoding="GBK"?><sms body="甲"/>`))
	require.NoError(t, err)
	assert.Equal(t, []Entry{{Line: 1, Item: jsonl.Item{Message: dunsms.Message{Text: "甲"}}}}, entries, "what is declared does not count, and a part of a backup is read")
}

// A file that fails ends with its error, after what was read.
func TestReadError(t *testing.T) {
	fails := errors.New("fails")
	for in, want := range map[string]int{"": 0, head[:9]: 0, head: 0, head + `<sms body="a"/><sms bo`: 1, head + `<sms a <`: 0} {
		entries, err := all(t, io.MultiReader(strings.NewReader(in), iotest.ErrReader(fails)))
		assert.ErrorIs(t, err, fails)
		assert.Len(t, entries, want)
	}
}

// The loop over entries may end early.
func TestStop(t *testing.T) {
	for range Read(strings.NewReader(`<smses><sms body="a"/><sms body="b"/>`)) {
		break
	}
}

// FuzzRead asserts that any bytes are read to their end, in the order of their
// lines; and that any text, written as Android writes it, is read back.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "好😀", `<sms body="a"/>`, `<Message><Body>a</Body></Message>`, `<Message><Body>`, `"'<>&;`, "&#55357;&#56832;", "\x00\ufffe", "]]>", "<!--", "<![CDATA[", "<?xml encoding='x'?>", "</smses>", "<mms><part ct=\"text/plain\" text=\"a\"/>", "\xed\xa0\xbd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		entries, err := all(t, strings.NewReader("<smses>\n"+s+"\n"+`<sms body="last"/></smses>`))
		if err != nil {
			t.Fatal("bytes in memory cannot fail")
		}
		line := 0
		for _, e := range entries {
			if e.Line < line {
				t.Fatal("entries are out of order")
			}
			line = e.Line
		}
		entries, err = all(t, strings.NewReader("<smses><sms body=\""+androidEscape(s)+"\"/></smses>"))
		if err != nil || len(entries) != 1 || entries[0].Problem != "" {
			t.Fatal("a message was lost")
		}
		if entries[0].Text != plain(s) {
			t.Fatal("a message was changed")
		}
	})
}
