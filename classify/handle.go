package classify

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// handles are what a message offers for reaching the sender or for giving the sender something.
type handles struct {
	foreign []parser.Span // those that nothing shows to be the lender's
	sender  bool          // the sender is one: whoever writes wants to be called, written to or paid
	lines   bool          // foreign includes a number or a link
	own     bool          // there is a number or a link of a lender, a public body or a store
}

// areForeign reports whether there is a handle that nothing shows to be the lender's.
func (h *handles) areForeign() bool { return len(h.foreign) > 0 || h.sender }

// findHandles fills in r.handles.
func (r *reading) findHandles() {
	h := &r.handles
	for i, l := range r.links {
		switch {
		case r.isOwnLink(l):
			h.own = true
		case r.isForeign(l) || shorteners()[l.host]:
			h.foreign, h.lines = append(h.foreign, r.n.URLs[i].Span), true
		}
	}
	for i, p := range r.n.Phones {
		if r.isSafeLine(r.phones[i], p.Text) {
			h.own = true
		} else {
			h.foreign, h.lines = append(h.foreign, p.Span), true
		}
	}
	for i := range r.n.Asks {
		if r.isHandle(&r.n.Asks[i]) {
			h.foreign = append(h.foreign, r.n.Asks[i].Span)
		}
	}
	for _, a := range r.n.Accounts {
		switch a.Type {
		case parser.AccountCardTail, parser.AccountContract, parser.AccountOrder:
		default:
			h.foreign = append(h.foreign, a.Span)
		}
	}
	h.sender = r.wantsHimselfCalled()
}

// isSafeLine reports whether a number to call belongs to a firm or a public body itself.
func (r *reading) isSafeLine(p identity.Phone, text string) bool {
	switch p.Class() {
	case identity.PhoneHotline:
		return true
	case identity.PhoneService: // a large firm's: taken as this lender's unless the table names another owner
		owner := builtinContacts().hotlines[p.Reveal()]
		return owner == nil || r.own.Name == "" || owner.Name == r.own.Name || r.isOwnHotline(text)
	}
	return r.isOwnHotline(text)
}

// isHandle reports whether doing what is asked gives the sender something or leads to the sender.
func (r *reading) isHandle(a *parser.Ask) bool {
	switch a.Type {
	case parser.AskTransfer:
		return !r.paysOwn(a.Span)
	case parser.AskScanCode, parser.AskAddContact, parser.AskGiveCode, parser.AskGiveDetails, parser.AskShareScreen:
		return true
	}
	return false
}

// wantsHimselfCalled reports whether a sender whose number anybody may have wants to be called,
// written to or paid, and names no number for it: 请回电, 联系我, 转给我.
func (r *reading) wantsHimselfCalled() bool {
	if !r.isAnybodys() {
		return false
	}
	for _, a := range r.n.Asks {
		if a.Type == parser.AskReply || a.Type == parser.AskCallNumber && len(r.n.Phones) == 0 {
			return true
		}
	}
	return slices.ContainsFunc(r.speaks(useToMe), r.isAboutMe)
}

// isAboutMe reports whether the 我 at the end of a span means the sender as a person: not 我行, 我司.
func (r *reading) isAboutMe(at parser.Span) bool {
	return !isOurs(r.between(at.End, at.End+1))
}

// isOurs reports whether text, which follows 我, makes it a firm speaking of itself.
func isOurs(text string) bool {
	return slices.ContainsFunc(phrases()["ours"], func(w string) bool { return strings.HasPrefix(text, w) })
}

// isAnybodys reports whether the sender's number is of a sort that anybody may have.
func (r *reading) isAnybodys() bool {
	switch r.sender.Class() {
	case identity.PhoneMobile, identity.PhoneOverseas, identity.PhoneLandline:
		return true
	}
	return false
}

// nearOwn is how far from the verb its account may be named, in bytes: 12 characters.
const nearOwn = 36

// paysOwn reports whether the money is to go to the reader's own account: 存入您尾号3305的还款卡. A full
// number never is: a reader's own card is written as a tail.
func (r *reading) paysOwn(ask parser.Span) bool {
	first := sort.Search(len(r.n.Accounts), func(i int) bool { return r.n.Accounts[i].Span.Start >= ask.Start })
	for _, a := range r.n.Accounts[first:] {
		if a.Span.Start-ask.End > nearPayee {
			break
		}
		if a.Type != parser.AccountCardTail {
			return false
		}
	}
	after := clauseStart(r.between(ask.Start, ask.End+nearOwn))
	before := clauseEnd(r.between(ask.Start-nearOwn, ask.Start))
	return containsAny(after, phrases()["own_account"]) || containsAny(before, phrases()["own_account_before"])
}

// clauseStart returns text up to the first mark that ends a clause; clauseEnd returns text after
// the last.
func clauseStart(text string) string {
	if i := strings.IndexAny(text, clauseEnds); i >= 0 {
		return text[:i]
	}
	return text
}

func clauseEnd(text string) string {
	if i := strings.LastIndexAny(text, clauseEnds); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		return text[i+n:]
	}
	return text
}

const clauseEnds = "，。；！？,;!?\n"

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// between returns the words that begin in the half-open byte range [from, to) of the message.
func (r *reading) between(from, to int) string {
	first := sort.Search(len(r.n.Tokens), func(i int) bool { return r.n.Tokens[i].Span.Start >= from })
	var b strings.Builder
	for _, t := range r.n.Tokens[first:] {
		if t.Span.Start >= to {
			break
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

// around returns the words from so many bytes before a span to its end, and those up to one
// Chinese character after it.
func (r *reading) around(at parser.Span, before int) string {
	first := sort.Search(len(r.n.Tokens), func(i int) bool { return r.n.Tokens[i].Span.End > at.Start-before })
	var b strings.Builder
	for _, t := range r.n.Tokens[first:] {
		if t.Span.Start > at.End+hanBytes {
			break
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

// doubtful is the probability of a scam, by words alone, from which a sender should not be
// followed unchecked: of the messages below it, two or three in a hundred are scams.
const doubtful = 0.1

// senderStatus says whether it is safe to do what the sender says.
func (w *weighing) senderStatus() SenderStatus {
	switch {
	case w.strong || w.disowned() || w.verdict == Scam && w.conf != ConfidenceLow:
		return SenderDenied
	case w.facts.SenderConfirmed == Yes:
		return SenderConfirmed
	case w.handles.areForeign():
		return SenderUnverified
	case w.scamp >= doubtful && !w.handles.own, w.scamp >= likelyWorded:
		return SenderUnverified // its wording is a little like that of scams
	case w.handles.own:
		return SenderConfirmed
	case w.overdue() && w.isAnybodys():
		return SenderUnverified // the reader could at least answer the sender's own number
	}
	return SenderNoHandle
}

// senderOf is senderStatus with its evidence.
func (w *weighing) senderOf() Sender {
	s := Sender{Status: w.senderStatus()}
	n := 0
	for i := range w.pieces {
		if bearsOnSender(&w.pieces[i]) {
			n++
		}
	}
	if n == 0 {
		return s
	}
	s.Evidence = make([]Evidence, 0, n)
	for i := range w.pieces {
		if p := &w.pieces[i]; bearsOnSender(p) {
			s.Evidence = append(s.Evidence, p.evidence())
		}
	}
	return s
}

// bearsOnSender reports whether a piece of evidence says something about the sender or what the
// sender offers.
func bearsOnSender(p *piece) bool {
	switch p.group {
	case "sender_known", "call", "link", "pay", "sender":
		return true
	}
	return p.code == "SENDER_UNVERIFIED" || p.code == "NO_HANDLE" || p.code == "POSES_AS_ORGAN" || p.code == "POSES_AS_COURT"
}
