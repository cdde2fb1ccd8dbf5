package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Answer is the JSON that answers a line: a dunsms.Report, with tokens if asked for and without
// the comparison if nothing is known of the recipient, or an error.
type Answer struct {
	V          int                  `json:"v"`
	Line       int                  `json:"line"`
	ID         string               `json:"id,omitempty"`
	Notice     any                  `json:"notice,omitempty"` // *parser.Notice or WithTokens
	Comparison *identity.Comparison `json:"comparison,omitempty"`
	Assessment *classify.Assessment `json:"assessment,omitempty"`
	Breaches   []conduct.Breach     `json:"breaches,omitempty"`
	Steps      []remedy.Step        `json:"steps,omitempty"`
	Error      *Error               `json:"error,omitempty"`
}

// WithTokens is a notice that shows its tokens.
type WithTokens struct {
	*parser.Notice
	Tokens []parser.Token `json:"tokens"`
}

// Check checks the message of the line with that number.
func Check(c *dunsms.Checker, number int, m dunsms.Message) (*dunsms.Report, *Error) {
	r, err := c.Check(m)
	switch {
	case errors.Is(err, parser.ErrTooLong):
		return nil, &Error{Code: TooLong, Message: err.Error()}
	case err != nil:
		return nil, &Error{Code: NotUTF8, Message: err.Error()}
	}
	r.Line = number
	return r, nil
}

// AnswerOf returns the answer with the content of r.
func AnswerOf(m dunsms.Message, r *dunsms.Report, tokens bool) Answer {
	a := Answer{
		V: r.V, Line: r.Line, ID: r.ID, Notice: &r.Notice,
		Assessment: &r.Assessment, Breaches: r.Breaches, Steps: r.Steps,
	}
	if tokens {
		a.Notice = WithTokens{&r.Notice, r.Notice.Tokens}
	}
	if HasRecipient(m) {
		a.Comparison = &r.Comparison
	}
	return a
}

// ErrorAnswer returns the answer to a line that was not read. Id is the ID of its message, if
// known.
func ErrorAnswer(number int, id string, bad *Error) Answer {
	return Answer{V: dunsms.ReportVersion, Line: number, ID: id, Error: bad}
}

// Encode returns the JSON of v as one line. & and < are not escaped, so that people can read
// links.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	err := EncodeTo(&b, v)
	return b.Bytes(), err
}

// EncodeTo appends to b what Encode returns.
func EncodeTo(b *bytes.Buffer, v any) error {
	if a, ok := v.(Answer); ok && len(a.Steps) > 0 && a.Error == nil {
		return a.encodeTo(b)
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
