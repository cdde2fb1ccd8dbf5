package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// phoneFiles are the two messages of written, and one that was sent, as phones and
// their apps write them.
var phoneFiles = map[string]string{
	"Fossify Messages": `[{"sub_id":1,"address":"106900000001","body":"【某某金融】您已逾期3天，请还款100元。","date":1772417700000,"date_sent":0,"locked":0,"protocol":"0","read":1,"status":-1,"type":1,"service_center":null,"backupType":"sms"},` +
		`{"sub_id":1,"address":"106900000001","body":"秘8812","date":1772417700000,"type":2,"backupType":"sms"},` +
		`{"creator":"a","ct_t":"b","d_rpt":1,"date":1772417760000,"m_type":132,"msg_box":1,"sub":null,"sub_id":1,"addresses":[{"address":"1","type":151,"charset":106},{"address":"13800000000","type":137,"charset":106}],"parts":[{"ct":"application/smil","text":"<smil/>"},{"ct":"text/plain","text":"好，\"明天\"见😀"}],"backupType":"mms"}]`,
	"SMS Import / Export, indented": "[\n  {\n    \"_id\": \"7\",\n    \"address\": \"106900000001\",\n    \"date\": \"1772417700000\",\n    \"type\": \"1\",\n    \"a_column_of_this_phone\": \"0\",\n    \"body\": \"【某某金融】您已逾期3天，请还款100元。\"\n  },\n" +
		"  {\n    \"_id\": \"8\", \"type\": \"2\", \"body\": \"秘8812\"\n  },\n" +
		"  {\n    \"_id\": \"9\",\n    \"date\": \"1772417760\",\n    \"msg_box\": \"1\",\n    \"__sender_address\": {\"address\": \"13800000000\"},\n    \"__parts\": [\n      {\"ct\": \"text/plain\", \"text\": \"好，\\\"明天\\\"见😀\"}\n    ]\n  }\n]\n",
	"NDJSON": `{"address":"106900000001","body":"【某某金融】您已逾期3天，请还款100元。","date":"1772417700000","type":"1"}
{"address":"13800000000","body":"秘8812","date":"1772417700000","type":"2"}
{"address":"13800000000","body":"好，\"明天\"见😀","date":"1772417760000","type":"1"}
`,
	"SmsForwarder": `{"from":"106900000001","content":"【某某金融】您已逾期3天，请还款100元。","timestamp":"1772417700000","sign":"x"}
{"from":"13800000000","content":"秘8812","timestamp":"1772417700000","type":"sent"}
{"from":"13800000000","content":"好，\"明天\"见😀","timestamp":"1772417760000"}
`,
	"Termux": `[{"threadid":1,"type":"inbox","read":true,"sender":"甲","number":"106900000001","received":"2026-03-02 10:15:00","body":"【某某金融】您已逾期3天，请还款100元。","_id":3},
{"threadid":1,"type":"sent","number":"1","body":"秘8812"},
{"threadid":1,"type":"inbox","number":"13800000000","received":"2026-03-02 10:16:00","body":"好，\"明天\"见😀"}]`,
	"Windows Phone": `<?xml version="1.0" encoding="utf-8"?><ArrayOfMessage xmlns:xsd="http://www.w3.org/2001/XMLSchema"><Message><Recepients /><Body>【某某金融】您已逾期3天，请还款100元。</Body><IsIncoming>true</IsIncoming><IsRead>true</IsRead><Attachments /><LocalTimestamp>134168913000000000</LocalTimestamp><Sender>106900000001</Sender></Message>` +
		`<Message><Recepients><string>1</string></Recepients><Body>秘8812</Body><IsIncoming>false</IsIncoming><LocalTimestamp>134168913000000000</LocalTimestamp><Sender /></Message>` +
		`<Message><Body>好，"明天"见😀</Body><IsIncoming>true</IsIncoming><LocalTimestamp>134168913600000000</LocalTimestamp><Sender>13800000000</Sender></Message></ArrayOfMessage>`,
	"VMSG": vmsg("106900000001", "INBOX", "2026/03/02 10:15:00", "【某某金融】您已逾期3天，请还款100元。") +
		vmsg("1", "SENDBOX", "2026/03/02 10:15:00", "秘8812") + vmsg("13800000000", "INBOX", "2026/03/02 02:16:00 GMT", "好，\"明天\"见😀"),
	"Excel": "sep=;\r类型;号码;时间;短信内容\r接收;=\"106900000001\";2026.03.02 10:15;【某某金融】您已逾期3天，请还款100元。\r" +
		"发送;=\"1\";x;秘8812\r接收;\"=\"\"13800000000\"\"\";2026-3-2 上午10:16:00;\"好，\"\"明天\"\"见😀\"\r",
}

// vmsg returns a message as phones of MediaTek write it.
func vmsg(number, box, date, text string) string {
	var encoded strings.Builder
	for i, b := range []byte(text) {
		if i%20 == 19 {
			encoded.WriteString("=\r\n")
		}
		encoded.WriteString("=" + strings.ToUpper(string("0123456789abcdef"[b>>4])+string("0123456789abcdef"[b&15])))
	}
	return "BEGIN:VMSG\r\nVERSION:1.1\r\nBEGIN:VCARD\r\nTEL:" + number + "\r\nEND:VCARD\r\nBEGIN:VBODY\r\nX-BOX:" + box + "\r\nX-READ:READ\r\nX-SIMID:0\r\n" +
		"X-LOCKED:UNLOCKED\r\nX-TYPE:SMS\r\nDate:" + date + "\r\nSubject;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:" + encoded.String() + "\r\nEND:VBODY\r\nEND:VMSG\r\n"
}

// What phones and their apps write is answered as the same messages are in JSON Lines,
// and so it is when it is packed. What was sent is counted.
func TestPhoneFiles(t *testing.T) {
	want := answersAt(t, written["jsonl"])
	for name, in := range phoneFiles {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, want, answersAt(t, in))
			got := runProgram(t, strings.NewReader(in))
			assert.Contains(t, got.errors, "; 0 bad lines; left out: 1 not received\n")
			assert.NotRegexp(t, "秘|8812", got.out+summaryTimes.ReplaceAllString(got.errors, ""))

			var packed bytes.Buffer
			zw := gzip.NewWriter(&packed)
			_, err := zw.Write([]byte(in))
			require.NoError(t, err)
			require.NoError(t, zw.Close())
			assert.Equal(t, want, answersAt(t, packed.String()))

			file := filepath.Join(t.TempDir(), "a.zip")
			require.NoError(t, os.WriteFile(file, zipOf(t, map[string]string{"messages.txt": in, "data/PART_1": "x", "__MACOSX/._messages.txt": "x"}), 0o600))
			assert.Equal(t, want, answersAt(t, "", file))
		})
	}
}

// zipOf returns a zip archive.
func zipOf(t testing.TB, members map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for name, content := range members {
		w, err := zw.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, zw.Close())
	return b.Bytes()
}

// A mail is one message: its text part, whatever stands around it.
func TestMail(t *testing.T) {
	want := answersAt(t, written["jsonl"])[:1]
	const text = "【某某金融】您已逾期3天，请还款100元。"
	got := answersAt(t, "From: \"106900000001\" <106900000001@sms-backup-plus.local>\r\nDate: Mon, 2 Mar 2026 02:15:00 +0000\r\nMIME-Version: 1.0\r\n"+
		"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"+
		base64.StdEncoding.EncodeToString([]byte(text))+"\r\n--b--\r\n")
	assert.Equal(t, want, got)
}

// A message whose time cannot be read without doubt is not lost: the summary says how many there
// are.
func TestUntimed(t *testing.T) {
	for name, in := range map[string]string{
		"csv":   "text,date\n好,03/01/2026 10:00\n好,3/25/2026 10:00\n好,8812\n好,\n",
		"jsonl": `{"text":"好","received_at":"秘8812"}` + "\n" + `{"text":"好","received_at":["秘"]}` + "\n" + `{"text":"好","date":"0"}` + "\n",
		"xml":   `<smses><sms body="好" date="秘8812"/><sms body="好" date="8812"/><sms body="好" date="0"/></smses>`,
	} {
		got := runProgram(t, strings.NewReader(in))
		assert.Equal(t, exitOK, got.status, name)
		assert.Contains(t, got.errors, "; 0 bad lines; 2 whose time could not be read with certainty\n", name)
		assert.NotRegexp(t, "秘|8812", got.out+summaryTimes.ReplaceAllString(got.errors, ""))
	}
}

// Files that cannot be read are refused by naming what they are and what to do, and never taken
// for text.
func TestRefused(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ in, want string }{
		"a.xlsx": {string(zipOf(t, map[string]string{"[Content_Types].xml": "秘8812", "xl/a.xml": "秘8812"})), "this is an Office file (.xlsx or .docx), which cannot be read: save a table as CSV UTF-8"},
		"b.zip":  {string(zipOf(t, map[string]string{"秘8812.csv": "text\n", "秘8812.txt": "秘8812"})), "this is a zip archive with 2 files that may hold messages, which cannot be read: unpack it"},
		"c.txt":  {"\x89PNG\r\n\x1a\n秘8812", "this is a picture, which cannot be read"},
		"d.txt":  {"\x00\x01\x02\x03秘8812\x04\x05", "this is binary data, not text, which cannot be read"},
		"e.gz":   {"\x1f\x8b秘8812", "the archive is damaged or cut short"},
		"f.html": {"<!DOCTYPE html><p>秘8812", "this is a web page (HTML), which cannot be read"},
		"g.mbox": {"From 秘8812@example.com Mon Mar  2 10:15:00 2026\nSubject: 秘8812\n\n秘8812\n", "this is a mailbox with several mails, which cannot be read"},
	} {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(c.in), 0o600))
		got := runProgram(t, nil, file)
		assert.Equal(t, exitFailed, got.status, name)
		assert.Empty(t, got.out, name)
		assert.Contains(t, got.errors, name+": "+c.want, name)
		assert.NotRegexp(t, "秘|8812|GBK", summaryTimes.ReplaceAllString(got.errors, ""))
	}
	got := runProgram(t, bytes.NewReader(zipOf(t, map[string]string{"a.csv": "text\n好\n"})))
	assert.Contains(t, got.errors, "standard input: this is a zip archive in a stream, which cannot be read")
}

// Flags may come after files.
func TestFlagsBehindFiles(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.jsonl")
	require.NoError(t, os.WriteFile(file, []byte(written["jsonl"]), 0o600))
	want := runProgram(t, nil, "-explain", "-lang", "en", file)
	got := runProgram(t, nil, file, "-explain", "-lang", "en")
	assert.Equal(t, exitOK, got.status, got.errors)
	assert.Equal(t, want.out, got.out)
	assert.Contains(t, got.out, "== Line 1")
}
