package inbox

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzOpen asserts for any file that it is refused, or read to its end with ascending numbers and
// texts in UTF-8; and that as the text of a .vmsg file or a mail it is read back.
func FuzzOpen(f *testing.F) {
	for _, c := range vmsgFiles {
		f.Add([]byte(c.in))
	}
	for _, c := range mails {
		f.Add([]byte(c.in))
	}
	for _, s := range []string{
		"", "好", "[{\"text\":\"好\"}]", "[\n{", "{\n}", "text\r好\r", "sep=;\ntext\n", "<ArrayOfMessage><Message><Body>好</Body></Message>",
		"\x1f\x8b", "PK\x03\x04", "\x00\x01\x02\x03\x04\x05\x06\x07", gzipped(f, "好"), "=\r\n", "--a--",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, form := range forms {
			file, err := Open("in", bytes.NewReader(data), Options{Form: form})
			if err != nil {
				continue
			}
			last := 0
			for e, err := range file.Entries() {
				if err != nil {
					continue
				}
				if e.Number <= last || e.Size < 0 {
					t.Fatal("numbers do not ascend")
				}
				last = e.Number
				if i, bad := e.Item(); bad == nil && !e.Empty() && !utf8.ValidString(i.Text+i.Sender+i.ID) {
					t.Fatal("a message that is not UTF-8")
				}
			}
			if file.Lines() < last {
				t.Fatal("fewer lines than entries")
			}
		}
		text := strings.Trim(string(data), " \t\r\n")
		if !utf8.ValidString(text) || text == "" || strings.TrimSpace(text) != text || len(text) > maxText {
			return
		}
		encoded := base64.StdEncoding.EncodeToString([]byte(text))
		for _, in := range []string{
			"BEGIN:VMSG\nBEGIN:VBODY\nTEXT;CHARSET=UTF-8;ENCODING=BASE64:" + encoded + "\nEND:VBODY\nEND:VMSG\n",
			mailHead + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + encoded,
		} {
			all, err := read(t, "in", strings.NewReader(in), Options{})
			if err != nil || len(all) != 1 || all[0].text != text {
				t.Fatal("a text is changed on its way")
			}
		}
	})
}
