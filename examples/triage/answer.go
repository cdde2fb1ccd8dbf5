package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// reply is an answer on its way to the output.
type reply struct {
	out     []byte      // one line of JSON or an explanation, ended; empty where there is none
	kind    parser.Kind // "" where no message was read
	verdict classify.Verdict
	bad     bool     // answered with an error
	leftOut string   // why there is no answer, "" where there is one
	listed  *finding // for the page, or nil
	size    int64    // bytes of input it answers
	err     error    // the answer could not be made; ends the run
}

// answer is the JSON of a line: that of a dunsms.Report, with the tokens where
// they are asked for, and without the comparison where nothing is known of the
// recipient; or an error.
type answer struct {
	V          int                  `json:"v"`
	Line       int                  `json:"line"`
	ID         string               `json:"id,omitempty"`
	Notice     any                  `json:"notice,omitempty"` // *parser.Notice or withTokens
	Comparison *identity.Comparison `json:"comparison,omitempty"`
	Assessment *classify.Assessment `json:"assessment,omitempty"`
	Breaches   []conduct.Breach     `json:"breaches,omitempty"`
	Steps      []remedy.Step        `json:"steps,omitempty"`
	Error      *lineError           `json:"error,omitempty"`
}

// withTokens is a notice that shows its tokens.
type withTokens struct {
	*parser.Notice
	Tokens []parser.Token `json:"tokens"`
}

// answerer returns the function that answers lines as s asks for. It may be
// called from many goroutines.
func answerer(s settings, c *dunsms.Checker) func(line) reply {
	return func(l line) reply {
		out := reply{size: l.size, leftOut: l.leftOut}
		if l.empty() || l.leftOut != "" {
			return out
		}
		m, r, bad := check(l, s.me, c)
		if bad != nil {
			out.bad = true
		} else {
			r.Line = l.number
			out.kind, out.verdict = r.Notice.Kind, r.Assessment.Verdict
			if !s.only.lets(out.kind, out.verdict) {
				return out
			}
			if s.report != "" && worth(r) {
				out.listed = &finding{m, r}
			}
		}
		switch {
		case bad != nil && s.explain:
			out.out = explainError(l.number, m.ID, bad, s.lang)
		case s.explain:
			out.out = explain(m, r, s.lang, c.Rules)
		case bad != nil:
			out.out, out.err = encode(answer{V: dunsms.ReportVersion, Line: l.number, ID: m.ID, Error: bad})
		default:
			out.out, out.err = encode(answerOf(m, r, s.tokens))
		}
		return out
	}
}

// check reads the message of a line and checks it. The message holds its ID, where
// there is one, even beside an error. Where it says nothing of its recipient, that
// is me.
func check(l line, me identity.Profile, c *dunsms.Checker) (dunsms.Message, *dunsms.Report, *lineError) {
	m, bad := messageOf(l)
	if bad != nil {
		return m, nil, bad
	}
	if !hasRecipient(m) {
		m.Recipient = me
	}
	r, err := c.Check(m)
	switch {
	case errors.Is(err, parser.ErrTooLong):
		return m, nil, &lineError{codeTooLong, err.Error()}
	case err != nil:
		return m, nil, &lineError{codeNotUTF8, err.Error()}
	}
	return m, r, nil
}

// messageOf returns the message of a line.
func messageOf(l line) (dunsms.Message, *lineError) {
	switch {
	case l.tooLong:
		return dunsms.Message{}, &lineError{codeTooLong, fmt.Sprintf("the line is longer than %d bytes", maxLine)}
	case l.form == formText:
		return dunsms.Message{Text: string(l.data)}, nil
	case l.form == formCSV, l.form == formXML:
		return l.message, l.bad
	}
	return decodeJSON(l.data)
}

// answerOf returns the answer that says what r does.
func answerOf(m dunsms.Message, r *dunsms.Report, tokens bool) answer {
	a := answer{
		V: r.V, Line: r.Line, ID: r.ID, Notice: &r.Notice,
		Assessment: &r.Assessment, Breaches: r.Breaches, Steps: r.Steps,
	}
	if tokens {
		a.Notice = withTokens{&r.Notice, r.Notice.Tokens}
	}
	if hasRecipient(m) {
		a.Comparison = &r.Comparison
	}
	return a
}

// encode returns the answer as one line. & and < stay as they are: links are
// for people to read.
func encode(a answer) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(a)
	return b.Bytes(), err
}
