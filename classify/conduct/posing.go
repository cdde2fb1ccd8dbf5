package conduct

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// collector adds what a collector must not do apart from what it says: pose as the bank or as a
// forum, or use the private phones of its staff.
func (t *Tables) collector(n *parser.Notice, text running, marks marks, out []finding) []finding {
	onOrder := false
	for _, s := range n.Signals {
		onOrder = onOrder || s.Type == parser.SignalCollector
	}
	if onOrder {
		if spans := privateChannels(n); len(spans) > 0 {
			out = append(out, finding{PrivateChannel, spans})
		}
	} else if spans := t.posingAsLender(n, text, marks); len(spans) > 0 {
		out = append(out, finding{PosesAsLender, spans})
	}
	if spans := t.posingAsForum(n, text, marks); len(spans) > 0 {
		out = append(out, finding{PosesAsForum, spans})
	}
	return out
}

// privateChannels returns the mobile numbers and the WeChat and QQ accounts that a message offers.
func privateChannels(n *parser.Notice) []parser.Span {
	var spans []parser.Span
	for _, p := range n.Phones {
		if isMobile(p.Text) {
			spans = append(spans, p.Span)
		}
	}
	for _, a := range n.Accounts {
		if a.Type == parser.AccountWeChat || a.Type == parser.AccountQQ {
			spans = append(spans, a.Span)
		}
	}
	return spans
}

// isMobile reports whether phone is a mobile number without masking.
func isMobile(phone string) bool {
	p, err := identity.ParsePhone(phone)
	return err == nil && p.Class() == identity.PhoneMobile && !p.Masked()
}

// posingAsLender returns where a firm that is no bank or other lender, such as a law firm, says
// "we, the bank".
func (t *Tables) posingAsLender(n *parser.Notice, text running, marks marks) []parser.Span {
	if !marks.has(wordAsBank) {
		return nil
	}
	firm := false
	for _, s := range n.Signatures {
		firm = firm || t.contains(wordFirm, s.Text)
		if t.sortOf(s.Text) != ScopeLender {
			return nil
		}
	}
	if !firm {
		return nil
	}
	return spansOf(text, marks, wordAsBank)
}

// posingAsForum returns where the sender calls itself a centre for mediation or arbitration, names
// no court and no case, and threatens with what only a court can do or names a payee.
func (t *Tables) posingAsForum(n *parser.Notice, text running, marks marks) []parser.Span {
	threat := func(m mark) bool { return m.meaning == wordForumThreat && !m.denied }
	payee := hasPayee(n) && !marks.has(wordOwnAccount)
	if marks.has(wordNoForum) || !payee && !slices.ContainsFunc(marks.all, threat) {
		return nil
	}
	var spans []parser.Span
	for _, s := range n.Signatures {
		if t.contains(wordForum, s.Text) {
			spans = append(spans, s.Span)
		}
	}
	return t.appendSelf(spans, text, marks, wordOurForum, wordForum)
}

// appendSelf appends where the sender says what it is: in words of ours, or in a word of sort
// after 我是 or the like.
func (t *Tables) appendSelf(spans []parser.Span, text running, marks marks, ours, sort meaning) []parser.Span {
	for _, m := range marks.all {
		switch m.meaning {
		case ours:
			spans = append(spans, text.span(m.place))
		case wordSelf:
			for _, p := range text.findAfter(m.place, t.words[sort]) {
				spans = append(spans, text.span(p))
			}
		}
	}
	return spans
}

// posing returns where the sender poses as a public organ, in the signature or in the text, and
// demands something. A real organ may write about its own business (unpaid wages, taxes). A court
// may write about its own cases; its signature counts only if the message names a payee.
func (t *Tables) posing(n *parser.Notice, text running, marks marks) []parser.Span {
	if n.Kind != parser.KindOverdue || len(n.Amounts)+len(n.Asks)+len(n.Accounts) == 0 {
		return nil
	}
	payee := hasPayee(n) && !marks.has(wordOwnAccount)
	if marks.has(wordTax) || marks.has(wordOwnBusiness) && !payee {
		return nil
	}
	var spans []parser.Span
	for _, s := range n.Signatures {
		if t.isOrgan(s.Text) || payee && t.contains(wordCourt, s.Text) {
			spans = append(spans, s.Span)
		}
	}
	return t.appendSelf(spans, text, marks, wordOurOrgan, wordOrgan)
}

// hasPayee reports whether the message says where money is to go.
func hasPayee(n *parser.Notice) bool {
	for _, a := range n.Asks {
		if a.Type == parser.AskTransfer {
			return true
		}
	}
	for _, a := range n.Accounts {
		switch a.Type {
		case parser.AccountBankCard, parser.AccountAlipay, parser.AccountWeChat:
			return true
		}
	}
	return false
}
