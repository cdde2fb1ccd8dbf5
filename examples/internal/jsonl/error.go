// Package jsonl reads messages and writes answers as JSON Lines, in the form that
// the programs of examples/ share.
package jsonl

import "fmt"

// Code says what is wrong with a line.
type Code string

// The codes. Those of other forms are for programs that answer them as JSON
// Lines, too.
const (
	BadJSON      Code = "bad_json"
	BadCSV       Code = "bad_csv"
	BadEML       Code = "bad_eml"
	BadVMSG      Code = "bad_vmsg"
	BadXML       Code = "bad_xml"
	NotUTF8      Code = "not_utf8"
	TooLong      Code = "too_long"
	BadRecipient Code = "bad_recipient"
)

// Error is what is wrong with a line. Its message names keys of ours, and
// holds nothing of the line.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
}

func badJSON(message string) *Error { return &Error{BadJSON, message} }

// ErrorTooLong is the error of a line that is too long.
func ErrorTooLong() *Error {
	return &Error{TooLong, fmt.Sprintf("the line is longer than %d bytes", MaxLine)}
}

// ErrorNotUTF8 is the error of a line that is not in the encoding of its file.
func ErrorNotUTF8() *Error {
	return &Error{NotUTF8, "the line has bytes that are no characters of the file's encoding"}
}
