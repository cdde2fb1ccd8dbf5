package inbox

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

const mailHead = "Date: Mon, 2 Mar 2026 10:15:00 +0800\nMIME-Version: 1.0\n"

// unreadable is the error of a mail.
const unreadable = "the mail cannot be read: it has no plain text, or is not encoded as it says"

// mails are mails that hold a message.
var mails = []struct {
	name, in string
	want     got
}{
	{"plain", mailHead + "\n好\n的\n", got{text: "好\n的"}},
	{"base64", mailHead + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\n5aW9\n55qE\n", got{text: "好的"}},
	{"quoted-printable, GBK", mailHead + "Content-Type: text/plain; charset=\"gb2312\"\nContent-Transfer-Encoding: quoted-printable\n\n=BA=C3=\n=B5=C4\n", got{text: "好的"}},
	{"GBK as it is", mailHead + "Content-Type: text/plain; charset=GBK\nContent-Transfer-Encoding: 8bit\n\n" + gbk("您已逾期3天") + "\n", got{text: "您已逾期3天"}},
	{"GBK that is not named", mailHead + "\n" + gbk("您已逾期3天") + "\n", got{text: "您已逾期3天"}},
	{"parts", mailHead + "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: image/png\n\n8812\n--a\nContent-Type: multipart/alternative; boundary=\"b\"\n\n" +
		"--b\nContent-Type: text/html\n\n<p>秘\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n5aW9\n--b--\n--a--\n", got{text: "好"}},
	{"SMS Backup+", mailHead + "From: 甲 <8812@sms-backup-plus.local>\nX-smssync-address: 106\nX-smssync-type: 1\nX-smssync-date: 1772417700000\n\n好", got{text: "好", sender: "106"}},
	{"a sender that is not UTF-8", mailHead + "X-smssync-address: 106\xef\n\n好", got{bad: jsonl.ErrorNotUTF8().Message}},
	{"SMS Backup+, sent", mailHead + "X-smssync-address: 106\nX-smssync-type: 2\n\n好", got{text: "好", sender: "106", leftOut: jsonl.NotReceived}},
	{"from a number", mailHead + "From: \"a\" <+8613800000000@example.com>\n\n好", got{text: "好", sender: "+8613800000000"}},
	{"from a person", mailHead + "From: a8812@example.com\n\n好", got{text: "好"}},
	{"HTML alone", mailHead + "Content-Type: text/html\n\n<p>秘8812", got{bad: unreadable}},
	{"parts without a text", mailHead + "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: image/png\n\n8812\n--a--\n", got{bad: unreadable}},
	{"parts that do not end", mailHead + "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: image/png\n\n8812", got{bad: unreadable}},
	{"no base64", mailHead + "Content-Transfer-Encoding: base64\n\n秘8812", got{bad: unreadable}},
	{"a transfer encoding of its own", mailHead + "Content-Transfer-Encoding: x-uuencode\n\n秘8812", got{bad: unreadable}},
	{"a charset of its own", mailHead + "Content-Type: text/plain; charset=秘8812\n\n秘8812", got{bad: unreadable}},
	{"a type that is none", mailHead + "Content-Type: 秘;;;8812\n\n秘8812", got{bad: unreadable}},
	{"not of its charset", mailHead + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nusM=\n", got{bad: unreadable}},
}

func gbk(text string) string {
	encoded, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		panic(err) // of a text above
	}
	return encoded
}

func TestMail(t *testing.T) {
	for _, c := range mails {
		t.Run(c.name, func(t *testing.T) {
			c.want.number = 1
			for _, in := range []string{c.in, strings.ReplaceAll(c.in, "\n", "\r\n")} {
				all, err := read(t, "in", strings.NewReader(in), Options{})
				require.NoError(t, err)
				for i := range all {
					all[i].text = strings.ReplaceAll(all[i].text, "\r\n", "\n")
				}
				assert.Equal(t, []got{c.want}, all)
			}
		})
	}
	all, err := read(t, "a.eml", strings.NewReader("秘8812"), Options{})
	require.NoError(t, err)
	assert.Equal(t, []got{{number: 1, bad: unreadable}}, all)
}

func TestMailTime(t *testing.T) {
	at := time.Date(2026, 3, 2, 10, 15, 0, 0, field.China)
	for in, want := range map[string]time.Time{
		mailHead + "\n好": at,
		mailHead + "X-smssync-date: 1772417760000\n\n好": at.Add(time.Minute),
		"MIME-Version: 1.0\n\n好":                        {},
		"MIME-Version: 1.0\nDate: 明天\n\n好":              {},
	} {
		f, err := Open("in", strings.NewReader(in), Options{})
		require.NoError(t, err)
		for e := range f.Entries() {
			i, bad := e.Item()
			require.Nil(t, bad)
			assert.True(t, i.ReceivedAt.Equal(want), in)
			assert.Equal(t, strings.Contains(in, "明天"), i.Untimed)
		}
	}
}
