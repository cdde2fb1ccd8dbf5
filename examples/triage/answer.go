package main

import (
	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/phones"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// reply is an answer on its way to the output.
type reply struct {
	out     []byte      // one line of JSON or an explanation, ended; empty where there is none
	kind    parser.Kind // "" where no message was read
	verdict classify.Verdict
	bad     bool            // answered with an error
	untimed bool            // a message of which the time could not be read
	leftOut string          // why there is no answer, "" where there is one
	listed  *finding        // for the page, or nil
	kept    *phones.Message // to be read with others, or nil
	size    int64           // bytes of input it answers
	err     error           // the answer could not be made; ends the run
}

// answerer returns the function that answers lines as s asks for. It may be
// called from many goroutines.
func answerer(s settings, c *dunsms.Checker) func(line) reply {
	return func(l line) reply {
		out := reply{size: l.Size}
		if l.Empty() {
			return out
		}
		i, bad := l.Item()
		if bad == nil && i.LeftOut != "" {
			out.leftOut = string(i.LeftOut)
			return out
		}
		m, r, bad := check(l.Number, i.Message, bad, s.me, c)
		if bad != nil {
			out.bad = true
		} else {
			out.untimed = i.Untimed
			out.kind, out.verdict = r.Notice.Kind, r.Assessment.Verdict
			if !s.only.Lets(r) {
				return out
			}
			if s.report != "" && worth(r) {
				out.listed = &finding{m, r}
			}
		}
		switch {
		case bad != nil && s.explain:
			out.out = explainError(l.Number, m.ID, bad, s.lang)
		case s.explain:
			out.out = explain(m, r, s.lang, c.Rules)
		case bad != nil:
			out.out, out.err = jsonl.Encode(jsonl.ErrorAnswer(l.Number, m.ID, bad))
		default:
			out.out, out.err = jsonl.Encode(jsonl.AnswerOf(m, r, s.tokens))
		}
		return out
	}
}

// check checks a message, unless it is bad. Where it says nothing of its recipient,
// that is me.
func check(number int, m dunsms.Message, bad *jsonl.Error, me identity.Profile, c *dunsms.Checker) (dunsms.Message, *dunsms.Report, *jsonl.Error) {
	if bad != nil {
		return m, nil, bad
	}
	if !jsonl.HasRecipient(m) {
		m.Recipient = me
	}
	r, bad := jsonl.Check(c, number, m)
	return m, r, bad
}
