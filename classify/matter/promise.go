package matter

import (
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// Promise is a promise to pay that, according to a message, the debtor made. That it was made
// rests on that message alone.
type Promise struct {
	Message int    `json:"message"`
	By      string `json:"by,omitempty"`  // 2024-03-01; "" if no day is given
	Fen     int64  `json:"fen,omitempty"` // 0 if no sum is given
	// Broken says that the message calls the promise broken, or that after its day came another
	// claim, and before it no receipt and nothing from a court.
	Broken bool `json:"broken,omitempty"`
}

// promise is what a message says about a promise.
type promise struct {
	made   bool
	by     day
	fen    int64
	broken bool
}

// promiseIn returns the promise that a message speaks of: words of promising, followed in the same
// sentence by words of paying. Due is the day of the notice's due date.
func promiseIn(n *parser.Notice, text string, due day) (p promise) {
	if n.Kind == parser.KindOther {
		return p
	}
	for from := 0; from < len(text); {
		to := from + sentenceEnd(text[from:])
		said := promises(text[from:to])
		if said < 0 {
			from = to
			continue
		}
		p.made = true
		within := func(s parser.Span) bool { return from <= s.Start && s.End <= to }
		if n.Due != nil && within(n.Due.Span) {
			p.by = due
		}
		for _, m := range n.Amounts {
			if m.Precision == parser.PrecisionExact && from+said <= m.Span.Start && within(m.Span) {
				p.fen = m.Fen
				break
			}
		}
		p.broken = n.Kind == parser.KindOverdue && says(text[from:], broken)
		return p
	}
	return p
}

// sentenceEnd returns where the first sentence of a text ends.
func sentenceEnd(text string) int {
	i := strings.IndexAny(text, "。！？!?\n")
	if i < 0 {
		return len(text)
	}
	return i + 1
}

// promises returns where a sentence speaks of a promise to pay, -1 if it does not.
func promises(sentence string) int {
	for _, w := range words(promised) {
		at := strings.Index(sentence, w)
		if at >= 0 && says(sentence[at+len(w):], pays) && !says(sentence, noPromise) {
			return at
		}
	}
	return -1
}

// tellPromises lists the promises.
func (m *Matter) tellPromises(c *cluster) {
	for i, r := range c.all {
		p := r.promise
		if !p.made {
			continue
		}
		told := Promise{Message: r.Number, Fen: p.fen, Broken: p.broken}
		if p.by > 0 {
			told.By = p.by.String()
			told.Broken = told.Broken || passes(p.by, c.all[i+1:])
		}
		m.Promises = append(m.Promises, told)
	}
}
