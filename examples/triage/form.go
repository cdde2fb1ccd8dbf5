package main

import (
	"bufio"
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/examples/internal/sheet"
)

// form is how a file holds its messages.
type form string

// The forms, in the words of -format.
const (
	formAuto  form = "auto"  // by the first line of each file
	formCSV   form = "csv"   // a table of named columns
	formJSONL form = "jsonl" // one JSON object a line
	formText  form = "text"  // one message a line
	formXML   form = "xml"   // a backup of the Android app "SMS Backup & Restore"
)

var forms = []form{formAuto, formCSV, formJSONL, formText, formXML}

// parseForm reads a word of -format.
func parseForm(word string) (form, error) {
	if f := form(word); slices.Contains(forms, f) {
		return f, nil
	}
	return "", fmt.Errorf("-format is one of %s", strings.Join(strings.Fields(strings.Trim(fmt.Sprint(forms), "[]")), ", "))
}

// xmlStarts begin what is taken for XML.
var xmlStarts = []string{"<?xml", "<!--", "<smses", "<sms ", "<mms "}

// formOf recognises the form of a file by its first line that is not empty,
// which is not taken.
func formOf(r *bufio.Reader, columns sheet.Columns) form {
	first := firstLine(r)
	switch {
	case bytes.HasPrefix(first, []byte("{")):
		return formJSONL
	case slices.ContainsFunc(xmlStarts, func(s string) bool { return bytes.HasPrefix(first, []byte(s)) }):
		return formXML
	case columns.Fits(string(first)):
		return formCSV
	}
	return formText
}

// tableNamed reports whether a file's name is that of a table.
func tableNamed(file string) bool {
	extension := strings.ToLower(filepath.Ext(file))
	return extension == ".csv" || extension == ".tsv"
}

// firstLine returns the first line that is not empty, as far as it fits the
// reader, and waits for no more.
func firstLine(r *bufio.Reader) []byte {
	for {
		next, _ := r.Peek(r.Buffered())
		next = bytes.TrimLeft(next, " \t\r\n")
		if line, _, ended := bytes.Cut(next, []byte("\n")); ended || r.Buffered() == r.Size() {
			return line
		}
		if _, err := r.Peek(r.Buffered() + 1); err != nil {
			return next
		}
	}
}
