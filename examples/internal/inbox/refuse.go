package inbox

import (
	"bytes"
	"regexp"
	"sync"
)

// Refused is the error for a file of a kind that is not read. It quotes nothing of the file.
type Refused struct {
	What string // the file is
	Do   string // so that it can be read
}

// Error implements error.
func (r *Refused) Error() string { return "this is " + r.What + ", which cannot be read: " + r.Do }

const (
	unpackIt = "unpack it and give the files inside"
	typeIt   = "type or paste its text into a file, one message a line"
)

// signatures are the beginnings of files that are not text, sorted.
var signatures = []struct {
	start string
	Refused
}{
	{"%PDF-", Refused{"a PDF", typeIt}},
	{"(\xb5/\xfd", Refused{"a zstd archive", unpackIt}},
	{"7z\xbc\xaf'\x1c", Refused{"a 7-Zip archive", unpackIt}},
	{"ANDROID BACKUP\n", Refused{"a backup of adb", "export the messages with an app such as SMS Backup & Restore"}},
	{"BZh", Refused{"a bzip2 archive", unpackIt}},
	{"GIF8", Refused{"a picture", typeIt}},
	{"PK\x05\x06", Refused{"an empty zip archive", "give the files themselves"}},
	{"Rar!\x1a\a", Refused{"a RAR archive", unpackIt}},
	{"SQLite format 3\x00", Refused{"a database (SQLite)", "export its messages as CSV or JSON"}},
	{"bplist0", Refused{"an Apple property list", "export the messages as CSV or text"}},
	{`{\rtf`, Refused{"a document (RTF)", "save it as plain text"}},
	{"\x89PNG", Refused{"a picture", typeIt}},
	{"\xd0\xcf\x11\xe0", Refused{"an Office file (.xls, .doc or .msg)", "save a table as CSV UTF-8, a document or a mail as plain text"}},
	{"\xfd7zXZ\x00", Refused{"an xz archive", unpackIt}},
	{"\xff\xd8\xff", Refused{"a picture", typeIt}},
}

// refuse returns the error for a file that begins with start, or nil.
func refuse(start []byte) error {
	for _, s := range signatures {
		if bytes.HasPrefix(start, []byte(s.start)) && (s.start != "BZh" || bytes.HasPrefix(start[min(4, len(start)):], []byte("1AY&SY"))) {
			return &s.Refused
		}
	}
	return nil
}

// mailbox matches the line before each mail in a file of several.
var mailbox = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^From \S+ {1,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} .{1,40}$`)
})

// refuseText returns the error for a file that is text but, by its first line, in a form of other
// programs, or nil.
func refuseText(first []byte) error {
	line := string(bytes.TrimSpace(first))
	switch {
	case begins(line, "<!doctype html"), begins(line, "<html"):
		return &Refused{"a web page (HTML)", "save it as plain text"}
	case begins(line, "BEGIN:VCARD"), begins(line, "BEGIN:VCALENDAR"):
		return &Refused{"a file of contacts or dates", "export the messages"}
	case mailbox().MatchString(line):
		return &Refused{"a mailbox with several mails", "save each mail as .eml"}
	}
	return nil
}
