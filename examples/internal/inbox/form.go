package inbox

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/examples/internal/sheet"
)

// Form is how a file holds its messages.
type Form string

// The forms, in the words of -format.
const (
	Auto  Form = "auto"  // by the beginning of each file
	CSV   Form = "csv"   // a table of named columns
	EML   Form = "eml"   // one mail
	JSON  Form = "json"  // a JSON array, or JSON objects of several lines
	JSONL Form = "jsonl" // one JSON object a line
	Text  Form = "text"  // one message a line
	VMSG  Form = "vmsg"  // as phones of MediaTek, Nokia and others write
	XML   Form = "xml"   // a backup of "SMS Backup & Restore" or of Windows Phone
)

var forms = []Form{Auto, CSV, EML, JSON, JSONL, Text, VMSG, XML}

// ParseForm reads a word of -format.
func ParseForm(word string) (Form, error) {
	if f := Form(word); slices.Contains(forms, f) {
		return f, nil
	}
	return "", fmt.Errorf("-format must be one of %s", strings.Join(strings.Fields(strings.Trim(fmt.Sprint(forms), "[]")), ", "))
}

// xmlStarts are the beginnings of what is taken for XML.
var xmlStarts = []string{"<?xml", "<!--", "<smses", "<sms ", "<mms ", "<ArrayOfMessage"}

// formOf recognises the form of a file by its first non-empty line. If that looks like no form,
// the extension of the name decides: the rows of a table must never be taken for messages.
func formOf(first []byte, name string, columns sheet.Columns) Form {
	line := string(bytes.TrimSpace(first))
	switch {
	case line == "{", arrayStarts(line):
		return JSON
	case strings.HasPrefix(line, "{"):
		return JSONL
	case slices.ContainsFunc(xmlStarts, func(s string) bool { return strings.HasPrefix(line, s) }):
		return XML
	case begins(line, "BEGIN:VMSG"):
		return VMSG
	case columns.Fits(string(first)):
		return CSV
	case line == "":
		return Text
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv":
		return CSV
	case ".vmg", ".vmsg":
		return VMSG
	}
	return Text
}

// isEML reports whether a file is named like a mail.
func isEML(name string) bool { return strings.EqualFold(filepath.Ext(name), ".eml") }

// arrayStarts reports whether a line begins a JSON array of objects. A message may also begin with
// [: [某某金融]您已逾期.
func arrayStarts(line string) bool {
	rest, ok := strings.CutPrefix(line, "[")
	rest = strings.TrimSpace(rest)
	return ok && (rest == "" || rest[0] == '{' || rest[0] == ']')
}

// begins reports whether s begins with prefix, ignoring case.
func begins(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
