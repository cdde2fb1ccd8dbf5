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
	out     []byte      // whole lines; empty if there is no answer
	kind    parser.Kind // "" if no message was read
	verdict classify.Verdict
	bad     bool            // answered with an error
	untimed bool            // the message was read, but not its time
	leftOut string          // why there is no answer, "" if there is one
	listed  *finding        // for the page, or nil
	kept    *phones.Message // to be read together with others, or nil
	size    int64           // bytes of input that it answers
	err     error           // the answer could not be made; ends the run
}

// answerer returns the function that answers lines as s says. The function may be called from many
// goroutines.
func answerer(s settings, c *dunsms.Checker) func(line) reply {
	w := rendererOf(s, c)
	return each(func(l line, i jsonl.Item, bad *jsonl.Error, out *reply) {
		m, r, bad := check(l.Number, i.Message, bad, s.me, c)
		if bad != nil {
			out.bad = true
			out.out, out.err = w.bad(l.Number, m.ID, bad)
			return
		}
		out.untimed = i.Untimed
		out.kind, out.verdict = r.Notice.Kind, r.Assessment.Verdict
		if !s.only.Lets(r) {
			return
		}
		if s.report != "" && worth(r) {
			out.listed = &finding{m, r}
		}
		out.out, out.err = w.message(m, r)
	})
}

// each returns the function that reads the message of a line and lets f make its reply, unless
// there is nothing to reply to.
func each(f func(l line, i jsonl.Item, bad *jsonl.Error, out *reply)) func(line) reply {
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
		f(l, i, bad, &out)
		return out
	}
}

// check checks a message, unless it is bad. If the message says nothing about its recipient, it is
// me.
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
