package classify

import (
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// poses12381: the real line warns, and shows no link, number or payee.
func poses12381(r *reading) []parser.Span {
	return firedIf(sameNumber(r.from, "12381") &&
		(len(r.n.URLs) > 0 || len(r.n.Phones) > 0 || len(r.n.Accounts) > 0))
}

func overseasSender(r *reading) []parser.Span {
	return firedIf(r.sender.Class() == identity.PhoneOverseas)
}

// otherLendersSender: 955…, which the caller knows as another lender's.
func otherLendersSender(r *reading) []parser.Span {
	if r.lender == nil || r.sender.Class() != identity.PhoneService || r.isOwnSender(r.lender) {
		return nil
	}
	for i := range r.lenders {
		if l := &r.lenders[i]; l != r.lender && l.Name != r.lender.Name && r.isOwnSender(l) {
			return fired
		}
	}
	return nil
}

// ownSender says nothing beside a cue of 5 bits: numbers can be forged.
func ownSender(r *reading) []parser.Span {
	return firedIf(r.lender != nil && !r.strong && r.isOwnSender(r.lender))
}

func (r *reading) isOwnSender(l *parser.Lender) bool {
	return hasNumber(l.Senders, r.from) || r.sender.Class() == identity.PhoneService && hasNumber(l.Hotlines, r.from)
}

func namelessSender(r *reading) []parser.Span {
	return firedIf(r.sender.Class() == identity.PhoneApplication && len(r.n.Signatures) == 0 && r.n.Lender == nil && r.overdue())
}

func virtualSender(r *reading) []parser.Span { return firedIf(r.sender.Virtual()) }

func applicationSender(r *reading) []parser.Span {
	return firedIf(r.sender.Class() == identity.PhoneApplication)
}

func mobileSender(r *reading) []parser.Span {
	return firedIf(r.sender.Class() == identity.PhoneMobile && !r.sender.Virtual())
}
