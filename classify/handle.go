package classify

import (
	"slices"
	"sort"
	"strings"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// handles are what a message offers by which somebody can get at the reader, or be reached.
type handles struct {
	foreign []parser.Span // that nothing shows to be the lender's
	sender  bool          // the sender himself is one: he wants to be called, written to or paid
	own     bool          // a number or a link of a lender, a public body or a store
}

// areForeign reports whether there is a handle that nothing shows to be the lender's.
func (h *handles) areForeign() bool { return len(h.foreign) > 0 || h.sender }

// findHandles fills in r.handles.
func (r *reading) findHandles() {
	h := &r.handles
	for i, l := range r.links {
		if r.isForeign(l) || shorteners()[l.host] {
			h.foreign = append(h.foreign, r.n.URLs[i].Span)
		} else {
			h.own = true
		}
	}
	for i, p := range r.n.Phones {
		if r.isSafeLine(r.phones[i], p.Text) {
			h.own = true
		} else {
			h.foreign = append(h.foreign, p.Span)
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
			if !r.isReadersOwn(a.Span) {
				h.foreign = append(h.foreign, a.Span)
			}
		}
	}
	h.sender = r.wantsHimselfCalled()
}

// isSafeLine reports whether a number to call leads to a firm or a public body itself.
func (r *reading) isSafeLine(p identity.Phone, text string) bool {
	switch p.Class() {
	case identity.PhoneService, identity.PhoneHotline:
		return true
	}
	return r.isOwnHotline(text) || builtinContacts().hotlines[p.Reveal()]
}

// isHandle reports whether what is asked gives the sender something, or leads to him.
func (r *reading) isHandle(a *parser.Ask) bool {
	switch a.Type {
	case parser.AskTransfer:
		return !r.isReadersOwn(a.Span)
	case parser.AskScanCode, parser.AskAddContact, parser.AskGiveCode, parser.AskGiveDetails, parser.AskShareScreen:
		return true
	}
	return false
}

// wantsHimselfCalled reports whether a sender behind whom anybody may sit wants to be
// called, written to or paid, and names no number for it: 请回电, 联系我, 转给我.
func (r *reading) wantsHimselfCalled() bool {
	if !r.isAnybodys() {
		return false
	}
	for _, a := range r.n.Asks {
		switch a.Type {
		case parser.AskCallNumber, parser.AskReply:
			return true
		}
	}
	return len(r.say("联系我", "转我", "转给我", "打给我", "回我", "找我", "加我", "回电", "回复我")) > 0
}

// isAnybodys reports whether the sender's number is of a sort that anybody may have.
func (r *reading) isAnybodys() bool {
	switch r.sender.Class() {
	case identity.PhoneMobile, identity.PhoneOverseas, identity.PhoneLandline:
		return true
	}
	return false
}

// readersOwn are words beside an account that is the reader's own.
var readersOwn = [...]string{"您个人", "您本人", "您自己", "您名下", "您的还款", "您尾号", "您绑定", "您签约", "您的银行卡", "您的账户", "您的卡", "您在我行", "您的储蓄卡", "您的借记卡", "还款卡", "还款账户", "本人名下", "你的还款", "你尾号", "你自己"}

// nearOwn is how far around an account its owner is spoken of, in bytes: 12 characters.
const nearOwn = 36

// isReadersOwn reports whether the account at a span is the reader's own: 存入您尾号3305的还款卡.
func (r *reading) isReadersOwn(at parser.Span) bool {
	text := r.around(at, nearOwn)
	return slices.ContainsFunc(readersOwn[:], func(w string) bool { return strings.Contains(text, w) })
}

// around returns the words of the message from a distance in bytes before a span to its end,
// and those that touch its end.
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

// doubtful is the probability of a scam, by words alone, from which nobody is to follow a
// sender unseen: of those below it, two or three in a hundred are scams.
const doubtful = 0.1

// senderOf says whether what the sender says may be followed.
func (w *weighing) senderOf() Sender {
	s := Sender{Status: SenderNoHandle}
	switch {
	case w.strong || w.disowned() || w.verdict == Scam && w.conf != ConfidenceLow:
		s.Status = SenderDenied
	case w.facts.SenderConfirmed == Yes:
		s.Status = SenderConfirmed
	case w.handles.areForeign():
		s.Status = SenderUnverified
	case w.n.ScamProbability >= doubtful && !w.handles.own, w.n.ScamProbability >= likelyWorded:
		s.Status = SenderUnverified // its wording is a little like that of scams
	case w.handles.own:
		s.Status = SenderConfirmed
	case w.overdue() && w.isAnybodys():
		s.Status = SenderUnverified // there is at least his own number to answer to
	}
	for i := range w.pieces {
		if p := &w.pieces[i]; bearsOnSender(p) {
			s.Evidence = append(s.Evidence, p.evidence())
		}
	}
	return s
}

// bearsOnSender reports whether a piece of evidence says something of the sender or of what
// he offers.
func bearsOnSender(p *piece) bool {
	switch p.group {
	case "sender_known", "call", "link", "pay", "sender":
		return true
	}
	return p.code == "SENDER_UNVERIFIED" || p.code == "NO_HANDLE" || p.code == "POSES_AS_ORGAN" || p.code == "POSES_AS_COURT"
}
