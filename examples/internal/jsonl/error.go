// Package jsonl reads messages and writes answers as JSON Lines, in the form that
// the programs of examples/ share.
package jsonl

import "fmt"

// Code says what is wrong with a line.
type Code string

// The codes. Those of other forms are for programs that also answer such files in JSON Lines.
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

// Error is what is wrong with a line. Its message may name a key, one of the line itself only as
// far as nameOf does, and quotes nothing else of the line.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`

	keyless string // Message without the line's own key; "" if it names none
}

// Keyless returns the error without the name of an unknown key, if its message has one: that key
// comes from the line and may be anything.
func (e *Error) Keyless() *Error {
	if e.keyless == "" {
		return e
	}
	return &Error{Code: e.Code, Message: e.keyless}
}

func badJSON(message string) *Error { return &Error{Code: BadJSON, Message: message} }

// ErrorTooLong is the error of a line that is too long.
func ErrorTooLong() *Error {
	return &Error{Code: TooLong, Message: fmt.Sprintf("the line is longer than %d bytes", MaxLine)}
}

// ErrorNotUTF8 is the error of a line that is not in the encoding of its file.
func ErrorNotUTF8() *Error {
	return &Error{Code: NotUTF8, Message: "the line has bytes that are not valid in the file's encoding"}
}
