package matter

import (
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// Promise is a promise to pay: a message says that the debtor made it. That he did is no more than
// what the message says.
type Promise struct {
	Message int    `json:"message"`
	By      string `json:"by,omitempty"`  // 2024-03-01; "" where no day is told
	Fen     int64  `json:"fen,omitempty"` // 0 where no sum is told
	// Broken says that a message says so, or that what came after that day is another claim: no
	// receipt, and nothing of a court.
	Broken bool `json:"broken,omitempty"`
}

// promise is what a message says of a promise.
type promise struct {
	made   bool
	by     day
	fen    int64
	broken bool
}

// promiseIn returns the promise that a message speaks of: the words of one, and behind them in the
// same sentence what was promised, to pay. due is the day that the notice's due date means.
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
