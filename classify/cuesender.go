package classify

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// poses12381: the real line only warns; it shows no link, no payee, and no number except those of
// public bodies.
func poses12381(r *reading) []parser.Span {
	return firedIf((sameNumber(r.from, "12381") || sameNumber(r.from, "96110")) && len(r.handles.foreign) > 0)
}

// senderAbroad reports whether the sender is overseas and wants something: payment of the debt, or
// use of a handle that is not the lender's.
func (r *reading) senderAbroad() bool {
	return r.sender.Class() == identity.PhoneOverseas && (r.overdue() || r.handles.areForeign())
}

// isAbroad reports whether the sender is overseas and wants something, or a number to call is
// overseas.
func (r *reading) isAbroad() bool {
	return r.senderAbroad() || slices.ContainsFunc(r.phones, func(p identity.Phone) bool { return p.Class() == identity.PhoneOverseas })
}

// overseasSender: the sender is abroad and wants something. Codes and greetings come from abroad
// too.
func overseasSender(r *reading) []parser.Span {
	return firedIf(r.senderAbroad() && r.facts.OverseasTies != Yes)
}

// overseasTies: the sender or a number to call is abroad, and the recipient has business or family
// there.
func overseasTies(r *reading) []parser.Span {
	return firedIf(r.isAbroad() && r.facts.OverseasTies == Yes)
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

// ownSender does not fire beside a cue of 5 bits: numbers can be forged.
func ownSender(r *reading) []parser.Span {
	return firedIf(r.n.Lender != nil && !r.strong && r.isOwnSender(&r.own))
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
