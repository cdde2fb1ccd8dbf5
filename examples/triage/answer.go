package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// version is the version of the answers' form.
const version = 1

// reply is an answer on its way to the output.
type reply struct {
	json []byte // one line, ended; empty for an empty line of input
	kind parser.Kind
	bad  bool  // answered with an error
	size int64 // bytes of input it answers
	err  error // the answer could not be made; ends the run
}

// report is the answer to one line: a notice, and how the person it speaks of fits
// the recipient; or an error.
type report struct {
	V          int                  `json:"v"`
	Line       int                  `json:"line"`
	ID         string               `json:"id,omitempty"`
	Notice     any                  `json:"notice,omitempty"`     // *parser.Notice or withTokens
	Comparison *identity.Comparison `json:"comparison,omitempty"` // with the recipient, if one is given
	Error      *lineError           `json:"error,omitempty"`
}

// withTokens is a notice that shows its tokens.
type withTokens struct {
	*parser.Notice
	Tokens []parser.Token `json:"tokens"`
}

// answerer returns the function that answers lines as s asks for. It may be
// called from many goroutines.
func answerer(s settings) func(line) reply {
	decode := decodeJSON
	if s.plain {
		decode = decodeText
	}
	return func(l line) reply {
		if len(bytes.TrimSpace(l.data)) == 0 && !l.tooLong {
			return reply{size: l.size}
		}
		m, n, err := read(l, decode)
		r := report{V: version, Line: l.number, ID: m.ID}
		out := reply{size: l.size}
		switch {
		case err != nil:
			r.Error, out.bad = err, true
		case s.tokens:
			r.Notice, out.kind = withTokens{n, n.Tokens}, n.Kind
		default:
			r.Notice, out.kind = n, n.Kind
		}
		if err == nil && m.hasRecipient() {
			c := identity.Compare(n.Claim(), m.Recipient)
			r.Comparison = &c
		}
		out.json, out.err = encode(r)
		return out
	}
}

// read decodes a line and parses its text. The message holds its ID, where
// there is one, even beside an error.
func read(l line, decode func([]byte) (message, *lineError)) (message, *parser.Notice, *lineError) {
	if l.tooLong {
		return message{}, nil, &lineError{codeTooLong, fmt.Sprintf("the line is longer than %d bytes", maxLine)}
	}
	m, lineErr := decode(l.data)
	if lineErr != nil {
		return m, nil, lineErr
	}
	n, err := parser.Parse(m.Text)
	switch {
	case errors.Is(err, parser.ErrTooLong):
		return m, nil, &lineError{codeTooLong, err.Error()}
	case err != nil:
		return m, nil, &lineError{codeNotUTF8, err.Error()}
	}
	return m, n, nil
}

// encode returns the report as one line. & and < stay as they are: links are
// for people to read.
func encode(r report) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(r)
	return b.Bytes(), err
}
