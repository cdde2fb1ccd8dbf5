package classify

import (
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// reading is what the triggers look at: the notice, the comparison and what else is known.
type reading struct {
	n        *parser.Notice
	facts    Facts
	received time.Time
	claim    identity.Claim
	fit      identity.Comparison
	sender   identity.Phone
	from     string // the sender as it was given
	phones   []identity.Phone
	links    []link // of n.URLs
	lenders  []parser.Lender
	lender   *parser.Lender // the caller's entry for the lender named
	own      parser.Lender  // its numbers and hosts: the caller's, or if there are none those of contacts.tsv
	said     said
	handles  handles
	scamp    float64 // n.ScamProbability, from 0 to 1
	badID    bool    // no ID number can fit what is shown
	strong   bool    // a cue of 5 bits or more was found
}

// read fills r from a notice and what is known besides it.
func (r *reading) read(n *parser.Notice, c *Context) {
	if n == nil {
		n = new(parser.Notice)
	}
	r.n, r.facts, r.received, r.from, r.lenders = n, c.Facts, c.ReceivedAt, c.Sender, c.Lenders
	if len(r.lenders) == 0 {
		r.lenders = n.Lenders()
	}
	if r.scamp = n.ScamProbability; !(r.scamp >= 0) { // NaN too
		r.scamp = 0
	}
	r.scamp = min(r.scamp, 1)
	r.hear()
	if r.claim = c.Claim; r.claim == (identity.Claim{}) {
		r.claim = n.Claim().Called(c.Recipient)
	}
	r.fit = identity.Compare(r.claim, c.Recipient)
	if n.Name != nil && r.fit.Field(identity.FieldName).Outcome == identity.Disagree && r.namesWhole(c.Recipient.Name) {
		r.claim.Name, r.claim.Sex = identity.Name{}, identity.SexUnknown // it also names the recipient: as guarantor, as defendant
		r.fit = identity.Compare(r.claim, c.Recipient)
	}
	r.badID = r.fit.Field(identity.FieldID).Outcome != identity.Agree && !canExist(r.claim.ID)
	if c.Sender != "" {
		r.sender, _ = identity.ParsePhone(c.Sender)
	}
	for _, p := range n.Phones {
		phone, _ := identity.ParsePhone(p.Text)
		r.phones = append(r.phones, phone)
	}
	for _, u := range n.URLs {
		r.links = append(r.links, parseLink(u.Text))
	}
	if n.Lender != nil {
		r.lender = findLender(r.lenders, n.Lender.Text, n.Lender.Canonical)
		r.own = ownContacts(r.lender, n.Lender.Canonical)
	}
	r.findHandles()
}

// namesWhole reports whether the message contains the name apart from the name that it shows,
// ending where a word ends and so not as the beginning of a longer one.
func (r *reading) namesWhole(name string) bool {
	return slices.ContainsFunc(r.say(name), func(at parser.Span) bool {
		return at.End-at.Start == len(name) && !overlap(at, r.n.Name.Span)
	})
}

// ownContacts returns the numbers and hosts of a lender: the caller's if given, else the table's.
func ownContacts(callers *parser.Lender, canonical string) (own parser.Lender) {
	if l := builtinContacts().byName[canonical]; l != nil {
		own = *l
	}
	if callers == nil {
		return own
	}
	own.Senders = callers.Senders
	if len(callers.Hotlines) > 0 {
		own.Hotlines = callers.Hotlines
	}
	if len(callers.Domains) > 0 {
		own.Domains = callers.Domains
	}
	return own
}

// overdue reports whether the message says that a debt is past due.
func (r *reading) overdue() bool { return r.n.Kind == parser.KindOverdue }

// findLender returns the caller's entry for a lender, by its canonical name or as the message
// writes it.
func findLender(lenders []parser.Lender, text, canonical string) *parser.Lender {
	for i := range lenders {
		l := &lenders[i]
		if l.Name != "" && (l.Name == canonical || l.Name == text) || text != "" && slices.Contains(l.Aliases, text) {
			return l
		}
	}
	return nil
}

// isNamed reports whether text contains a lender's name or alias.
func isNamed(l *parser.Lender, text string) bool {
	return l.Name != "" && strings.Contains(text, l.Name) ||
		slices.ContainsFunc(l.Aliases, func(s string) bool { return s != "" && strings.Contains(text, s) })
}

// Triggers return where the message shows what they look for, fired if they found it in no
// particular place, and nil if they did not find it.
var fired = []parser.Span{}

func firedIf(b bool) []parser.Span {
	if b {
		return fired
	}
	return nil
}

func (r *reading) asks(t parser.AskType) (at []parser.Span) {
	for _, a := range r.n.Asks {
		if a.Type == t {
			at = append(at, a.Span)
		}
	}
	return at
}

func (r *reading) threats(t parser.ThreatType) (at []parser.Span) {
	for _, h := range r.n.Threats {
		if h.Type == t {
			at = append(at, h.Span)
		}
	}
	return at
}

func (r *reading) signals(types ...parser.SignalType) (at []parser.Span) {
	for _, s := range r.n.Signals {
		if slices.Contains(types, s.Type) {
			at = append(at, s.Span)
		}
	}
	return at
}

func (r *reading) folds(f parser.Fold) (at []parser.Span) {
	for _, s := range r.n.Signals {
		if s.Type == parser.SignalEvasion && s.Fold == f {
			at = append(at, s.Span)
		}
	}
	return at
}

const hanBytes = 3 // in a Chinese character

// say returns where words stand in the message. A notice that was read back from JSON has no
// tokens, so nothing is found in it.
func (r *reading) say(words ...string) (at []parser.Span) {
	for i := range r.n.Tokens {
		first := &r.n.Tokens[i].Found
		if len(first.Text) < hanBytes {
			continue
		}
		last := first.Text[hanBytes-1] // the byte in which characters differ most
		for _, w := range words {
			if len(w) <= hanBytes || w[2] != last || w[1] != first.Text[1] || w[0] != first.Text[0] {
				continue // a word of one character is too common to count
			}
			if end, ok := r.spell(i, w); ok {
				at = append(at, parser.Span{Start: first.Span.Start, End: end})
			}
		}
	}
	return at
}

// text returns the tokens joined: the message without what is not visible.
func (r *reading) text() string {
	var b strings.Builder
	for _, t := range r.n.Tokens {
		b.WriteString(t.Text)
	}
	return b.String()
}

// spell reports whether the tokens from i on begin with word, and where the last token of it ends.
func (r *reading) spell(i int, word string) (end int, ok bool) {
	for ; i < len(r.n.Tokens) && r.n.Tokens[i].Text != ""; i++ {
		t := r.n.Tokens[i]
		if strings.HasPrefix(t.Text, word) {
			return t.Span.End, true
		}
		rest, found := strings.CutPrefix(word, t.Text)
		if !found {
			return 0, false
		}
		word = rest
	}
	return 0, false
}

// payees returns the accounts that can receive money: not a contract, an order or a card's tail.
func (r *reading) payees() (at []parser.Span) {
	for _, a := range r.n.Accounts {
		switch a.Type {
		case parser.AccountAlipay, parser.AccountBankCard:
			at = append(at, a.Span)
		}
	}
	return at
}

func overlap(a, b parser.Span) bool { return a.Start < b.End && b.Start < a.End }
