package inbox

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/field"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// vmsgFiles are files of messages by phones of several makers.
var vmsgFiles = []struct {
	name, in string
	want     []got
}{
	{"MediaTek", "BEGIN:VMSG\r\nVERSION:1.1\r\nBEGIN:VCARD\r\nTEL:106\r\nEND:VCARD\r\nBEGIN:VBODY\r\nX-BOX:INBOX\r\nX-TYPE:SMS\r\nDate:2026/03/02 10:15:00\r\n" +
		"Subject;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E5=A5=BD=\r\n=E7=9A=84 a=3Db\r\nEND:VBODY\r\nEND:VMSG\r\n",
		[]got{{number: 1, text: "好的 a=b", sender: "106"}}},
	{"Nokia, cards and envelopes", "BEGIN:VMSG\nX-IRMC-BOX:INBOX\nX-NOK-DT:20260302T021500Z\nBEGIN:VCARD\nN:甲\nTEL:106\nEND:VCARD\nBEGIN:VENV\nBEGIN:VCARD\nTEL:8812\nEND:VCARD\n" +
		"BEGIN:VENV\nBEGIN:VBODY\nDate:02.03.2026 10:15:00\n您好：\nhttp://a.cn/b\n\n再见\nEND:VBODY\nEND:VENV\nEND:VENV\nEND:VMSG\n",
		[]got{{number: 1, text: "您好：\nhttp://a.cn/b\n\n再见", sender: "106"}}},
	{"TEXT, GBK", "BEGIN:VMSG\nBEGIN:VBODY\nTEXT;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=BA=C3\nEND:VBODY\nEND:VMSG\n", []got{{number: 1, text: "好"}}},
	{"no charset", "BEGIN:VMSG\nBEGIN:VBODY\nTEXT;ENCODING=QUOTED-PRINTABLE:=C4=FA=D2=D1=D3=E2=C6=DA\nEND:VBODY\nEND:VMSG\n", []got{{number: 1, text: "您已逾期"}}},
	{"base64", "BEGIN:VMSG\nBEGIN:VBODY\nX-BODY-CONTENTS;ENCODING=BASE64:5aW9\nEND:VBODY\nEND:VMSG\n", []got{{number: 1, text: "好"}}},
	{"sent", "BEGIN:VMSG\nBEGIN:VBODY\nX-BOX:SENDBOX\nSubject:秘\nEND:VBODY\nEND:VMSG\nBEGIN:VMSG\nX-MESSAGE-TYPE:SUBMIT\nEND:VMSG\n",
		[]got{{number: 1, text: "秘", leftOut: jsonl.NotReceived}, {number: 7, leftOut: jsonl.NotReceived}}},
	{"without text", "BEGIN:VMSG\nBEGIN:VBODY\nSubject:\nEND:VBODY\nEND:VMSG\n", []got{{number: 1, leftOut: jsonl.NoText}}},
	{"no quoted-printable", "BEGIN:VMSG\nBEGIN:VBODY\nSubject;ENCODING=QUOTED-PRINTABLE:秘\x018812\nEND:VBODY\nEND:VMSG\nBEGIN:VMSG\nBEGIN:VBODY\nTEXT:好\nEND:VBODY\nEND:VMSG\n",
		[]got{{number: 1, bad: string(vmsgText)}, {number: 6, text: "好"}}},
	{"no charset of that name", "BEGIN:VMSG\nBEGIN:VBODY\nSubject;CHARSET=秘8812:好\nEND:VBODY\nEND:VMSG\n", []got{{number: 1, bad: string(vmsgText)}}},
	{"not of its charset", "BEGIN:VMSG\nBEGIN:VBODY\nSubject;CHARSET=UTF-16;ENCODING=BASE64:5aW\nEND:VBODY\nEND:VMSG\n", []got{{number: 1, bad: string(vmsgText)}}},
	{"a line that is not UTF-8", "BEGIN:VMSG\nBEGIN:VBODY\n好\n\xff\x80\nEND:VBODY\nEND:VMSG\nBEGIN:VMSG\nBEGIN:VCARD\nTEL:\xff\nEND:VCARD\nEND:VMSG\nBEGIN:VMSG\nX-BOX:SENDBOX\nBEGIN:VBODY\n\xff\nEND:VBODY\nEND:VMSG\n",
		[]got{{number: 1, bad: jsonl.ErrorNotUTF8().Message}, {number: 7, bad: jsonl.ErrorNotUTF8().Message}, {number: 12, bad: jsonl.ErrorNotUTF8().Message}}},
	{"cut short", "BEGIN:VMSG\nBEGIN:VBODY\nTEXT:秘\nEND:VBODY\n", []got{{number: 1, bad: string(vmsgEnd)}}},
	{"cut short, the next is whole", "BEGIN:VMSG\nBEGIN:VBODY\nTEXT:秘\nBEGIN:VMSG\nBEGIN:VBODY\nTEXT:好\nEND:VBODY\nEND:VMSG\n",
		[]got{{number: 1, bad: string(vmsgEnd)}, {number: 4, text: "好"}}},
	{"a value that goes on to the end", "BEGIN:VMSG\nBEGIN:VBODY\nTEXT;ENCODING=QUOTED-PRINTABLE:a=\n", []got{{number: 1, bad: string(vmsgEnd)}}},
	{"lines of no message", "BEGIN:VMSG\nEND:VMSG\nEND:VMSG\n秘\n", []got{{number: 1, leftOut: jsonl.NoText}}},
}

func TestVMSG(t *testing.T) {
	for _, c := range vmsgFiles {
		t.Run(c.name, func(t *testing.T) {
			all, err := read(t, "in", strings.NewReader(c.in), Options{})
			require.NoError(t, err)
			assert.Equal(t, c.want, all)
		})
	}
	_, err := read(t, "秘8812.vmsg", strings.NewReader("秘8812"), Options{})
	assert.ErrorIs(t, err, errNoVMSG)
}

// The time is that of the message, by any of its properties.
func TestVMSGTime(t *testing.T) {
	at := time.Date(2026, 3, 2, 10, 15, 0, 0, field.China)
	for date, ok := range map[string]bool{"Date:2026/03/02 10:15:00": true, "Date:2026/03/02 02:15:00 GMT": true, "X-NOK-DT:20260302T021500Z": true, "Date:2026.3.2.10.15.0": false} {
		f, err := Open("in", strings.NewReader("BEGIN:VMSG\n"+date+"\nBEGIN:VBODY\nTEXT:好\nEND:VBODY\nEND:VMSG\n"), Options{})
		require.NoError(t, err)
		for e := range f.Entries() {
			i, bad := e.Item()
			require.Nil(t, bad)
			assert.Equal(t, ok, !i.Untimed, date)
			assert.Equal(t, ok, i.ReceivedAt.Equal(at), date)
		}
	}
}
