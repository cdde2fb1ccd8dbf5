package remedy

import (
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/internal/phrase"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Circumstance is something besides the verdict that changes what to do. New values may be added;
// readers must accept ones they do not know.
type Circumstance string

// The circumstances, in the order in which they are returned.
const (
	Danger   Circumstance = "danger"   // harm to people or things is threatened
	Ransom   Circumstance = "ransom"   // somebody is said to be held for money
	Exposure Circumstance = "exposure" // photos or private matters are to be spread

	// Who writes.
	Court   Circumstance = "court"
	Forum   Circumstance = "forum" // an arbitrator or a mediator
	LawFirm Circumstance = "law_firm"
	Organ   Circumstance = "organ" // police, procuratorate, credit registry, a regulator

	// What is spoken of.
	Summons      Circumstance = "summons"       // a case number, a hearing, papers of a court
	PaymentOrder Circumstance = "payment_order" // 支付令
	Arbitration  Circumstance = "arbitration"
	Mediation    Circumstance = "mediation"
	Lawsuit      Circumstance = "lawsuit" // threatened, not said to be filed

	// Who is to pay.
	Guarantor Circumstance = "guarantor"
	Heir      Circumstance = "heir"
	Relative  Circumstance = "relative"
	Contact   Circumstance = "contact" // the message speaks to somebody other than the debtor
	Minor     Circumstance = "minor"   // the recipient was under 18 when it came, by their ID number
	Student   Circumstance = "student"

	// What loan it is.
	Rental          Circumstance = "rental" // a rented phone, enjoy now and pay later
	IllegalLender   Circumstance = "illegal_lender"
	SoldLoan        Circumstance = "sold_loan"
	Collector       Circumstance = "collector" // the sender collects for somebody else
	Handle          Circumstance = "handle"    // it offers a link, number, account or contact not known to be the lender's
	Bank            Circumstance = "bank"
	ConsumerFinance Circumstance = "consumer_finance"
	SmallLoan       Circumstance = "small_loan"
	UnknownLender   Circumstance = "unknown_lender" // a message about a debt, or a scam, that names no lender
	NoDebt          Circumstance = "no_debt"        // it speaks of no debt, nor of ways out of one
	Card            Circumstance = "card"           // a credit card
	OldDebt         Circumstance = "old_debt"       // overdue for three years or more

	// What the recipient says.
	OwnRecord  Circumstance = "own_record" // the debt is or was their own: they borrowed or repaid
	JustRepaid Circumstance = "just_repaid"
	WrongSum   Circumstance = "wrong_sum"

	// NothingAsked: no notice, and nothing in it to tap, call, add, pay or answer.
	NothingAsked Circumstance = "nothing_asked"
)

// circumstances are all of them, in order.
var circumstances = []Circumstance{
	Danger, Ransom, Exposure, Court, Forum, LawFirm, Organ, Summons, PaymentOrder, Arbitration, Mediation, Lawsuit,
	Guarantor, Heir, Relative, Contact, Minor, Student, Rental, IllegalLender, SoldLoan, Collector, Handle,
	Bank, ConsumerFinance, SmallLoan, UnknownLender, NoDebt, Card, OldDebt, OwnRecord, JustRepaid, WrongSum, NothingAsked,
}

// circumstanceSet is a set of circumstances: a bit for each, by its index in circumstances.
type circumstanceSet uint64

// setOf returns the set of the given circumstances, leaving out unknown ones.
func setOf(all ...Circumstance) (set circumstanceSet) {
	for i, known := range circumstances {
		if slices.Contains(all, known) {
			set |= 1 << i
		}
	}
	return set
}

// addIf adds a circumstance if it holds.
func (set *circumstanceSet) addIf(holds bool, c Circumstance) {
	if holds {
		*set |= setOf(c)
	}
}

// Circumstances returns the circumstances that apply to s, in order, by the embedded table.
func (s Situation) Circumstances() []Circumstance { return Builtin().Circumstances(s) }

// Circumstances is like [Situation.Circumstances], but uses the table of t.
func (t *Tables) Circumstances(s Situation) []Circumstance {
	var all []Circumstance
	set := t.circumstances(&s)
	for i, c := range circumstances {
		if set&(1<<i) != 0 {
			all = append(all, c)
		}
	}
	return all
}

func (t *Tables) circumstances(s *Situation) circumstanceSet {
	set := t.cues.find(s)
	set.addIf(s.speaksToAnother(), Contact)
	set.addIf(s.isMinor(), Minor)
	set.addIf(s.lenderUnknown(), UnknownLender)
	set.addIf(s.speaksOfNoDebt(), NoDebt)
	set.addIf(s.isOld(), OldDebt)
	set.addIf(s.Facts.HasAccount == classify.Yes || s.Facts.Repaid == classify.Yes, OwnRecord)
	set.addIf(s.Facts.Repaid == classify.Yes, JustRepaid)
	set.addIf(s.Facts.AmountAgrees == classify.No, WrongSum)
	set.addIf(s.asksNothing(), NothingAsked)
	return set
}

// codeThirdParty is the evidence that a message speaks to somebody other than the debtor.
const codeThirdParty = "THIRD_PARTY"

func (s *Situation) speaksToAnother() bool {
	return s.Notice != nil && s.Notice.ThirdParty || s.Facts.KnowsNamed == classify.Yes ||
		hasEvidence(&s.Assessment, codeThirdParty)
}

// asksNothing reports whether a message is no notice and there is nothing in it to tap, call, add,
// pay or answer. Where harm was done, something was there all the same.
func (s *Situation) asksNothing() bool {
	a, n := &s.Assessment, s.Notice
	return n != nil && s.Facts.Harmed != classify.Yes && a.Verdict == classify.NotANotice && !a.LikelyScam && len(n.Asks) == 0 && len(n.Threats) == 0 &&
		a.Sender.Status != classify.SenderUnverified && a.Sender.Status != classify.SenderDenied
}

// lenderUnknown reports whether a message about a debt, or a scam, names no lender.
func (s *Situation) lenderUnknown() bool {
	return s.Notice != nil && s.Notice.Lender == nil &&
		(isCredit(s.Notice.Kind) || s.Assessment.Verdict == classify.Scam || s.Assessment.LikelyScam)
}

// speaksOfNoDebt reports whether a message speaks of no debt, nor of ways out of one.
func (s *Situation) speaksOfNoDebt() bool {
	return s.Notice != nil && !isCredit(s.Notice.Kind) && s.Notice.Kind != parser.KindReceipt &&
		!slices.ContainsFunc(s.Notice.Signals, func(x parser.Signal) bool { return ofDebts[x.Type] })
}

// isCredit reports whether a message of kind k claims a debt.
func isCredit(k parser.Kind) bool { return k == parser.KindOverdue || k == parser.KindReminder }

// ofDebts are the signals that speak of debts by themselves.
var ofDebts = map[parser.SignalType]bool{
	parser.SignalAssignee: true, parser.SignalCollector: true, parser.SignalCreditRepair: true, parser.SignalDebtSettlement: true,
	parser.SignalUpfrontFee: true,
}

// ageOfMajority is in years (Civil Code, article 17).
const ageOfMajority = 18

// isMinor goes by the time of the message, so that the same message always gives the same answer.
func (s *Situation) isMinor() bool {
	return !s.ReceivedAt.IsZero() && isMinor(s.Recipient.ID, s.ReceivedAt)
}

func isMinor(id identity.ID, on time.Time) bool {
	age := id.Age(on.In(beijing))
	return age >= 0 && age < ageOfMajority
}

// yearsOfLimitation is the number of years after which a debtor may refuse to pay, if nobody asked
// for payment meanwhile (Civil Code, article 188).
const yearsOfLimitation = 3

// isOld goes by what the message itself says. It cannot know whether somebody asked for payment
// meanwhile, and the step says so.
func (s *Situation) isOld() bool {
	if s.Notice == nil || s.Notice.Overdue == nil {
		return false
	}
	o := s.Notice.Overdue
	if o.Days != nil && *o.Days >= 365*yearsOfLimitation || o.Months != nil && *o.Months >= 12*yearsOfLimitation {
		return true
	}
	since, err := time.ParseInLocation(time.DateOnly, o.Since, beijing)
	return err == nil && !s.ReceivedAt.IsZero() && !since.AddDate(yearsOfLimitation, 0, 0).After(s.ReceivedAt)
}

// text returns the message without spaces, since senders put them between characters. It is empty
// for a notice that was read from JSON.
func (s *Situation) text() string {
	if s.Notice == nil || len(s.Notice.Tokens) == 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(s.Notice.Tokens[len(s.Notice.Tokens)-1].Span.End)
	for i := range s.Notice.Tokens {
		text := s.Notice.Tokens[i].Text
		from := 0
		for at := 0; at < len(text); {
			c, size := phrase.Decode(text, at)
			if isSpace(c) {
				b.WriteString(text[from:at])
				from = at + size
			}
			at += size
		}
		b.WriteString(text[from:])
	}
	return b.String()
}

// isSpace reports whether c is left out of a text. Line ends are, since a phrase may be on two
// lines.
func isSpace(c rune) bool {
	if c >= '一' && c <= '龥' { // most characters are
		return false
	}
	switch c {
	case ' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\u200b', '\u200c', '\u200d', '\ufeff':
		return true
	}
	return false
}
