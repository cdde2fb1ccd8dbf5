package classify

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Facts is what the recipient knows or has looked up. The zero Facts knows
// nothing.
type Facts struct {
	// HasAccount: I myself took a loan or card with the lender named; if a collector or assignee
	// writes, with the original lender.
	HasAccount Answer `json:"has_account,omitzero"`
	// ShownInApp: the lender's official app or site, which I opened myself and not by the link,
	// shows this debt.
	ShownInApp Answer `json:"shown_in_app,omitzero"`
	// OnCreditReport: my credit report shows this debt.
	OnCreditReport Answer `json:"on_credit_report,omitzero"`
	// LenderConfirms: the lender, on a number I found myself, says that the debt is recorded under
	// my name and ID; No: it denies that.
	LenderConfirms Answer `json:"lender_confirms,omitzero"`
	// NumberOnOtherRecord: the lender says that my phone number is on another customer's record.
	NumberOnOtherRecord Answer `json:"number_on_other_record,omitzero"`
	// Repaid: I have paid this.
	Repaid Answer `json:"repaid,omitzero"`
	// KnowsNamed: I know the person named.
	KnowsNamed Answer `json:"knows_named,omitzero"`
	// SenderConfirmed: the lender, on a number I found myself, says that this sender,
	// number or account is its own or its agent's; No: it denies that.
	SenderConfirmed Answer `json:"sender_confirmed,omitzero"`
	// ReceivedMoney: the loan was paid out to an account of mine, or to one I know.
	ReceivedMoney Answer `json:"received_money,omitzero"`
	// AmountAgrees: the sum agrees with what the app or the lender says.
	AmountAgrees Answer `json:"amount_agrees,omitzero"`
	// OverseasTies: I have business or family overseas.
	OverseasTies Answer `json:"overseas_ties,omitzero"`
	// Harmed: I clicked, paid, or gave away codes or documents. It changes what to do, not the
	// verdict.
	Harmed Answer `json:"harmed,omitzero"`
}

// Of returns a pointer to the answer for a fact, to read or set it. The fact is its JSON key, as
// in [Ask]; Of returns nil if there is no such fact.
func (f *Facts) Of(fact string) *Answer {
	if fact == factHarmed {
		return &f.Harmed
	}
	for i := range questions {
		if questions[i].fact == fact {
			return questions[i].field(f)
		}
	}
	return nil
}

// factHarmed is the key of the one fact that is not among questions: it changes no verdict.
const factHarmed = "harmed"

// recordSays reports whether the app, the credit report or the lender shows the debt.
func (f *Facts) recordSays() bool {
	return f.ShownInApp == Yes || f.OnCreditReport == Yes || f.LenderConfirms == Yes
}

// recordAsked reports whether the app, the credit report or the lender was
// asked.
func (f *Facts) recordAsked() bool {
	return f.ShownInApp != Unknown || f.OnCreditReport != Unknown || f.LenderConfirms != Unknown
}

// contradict reports whether the lender denies what the app or the report
// shows.
func (f *Facts) contradict() bool {
	return f.LenderConfirms == No && (f.ShownInApp == Yes || f.OnCreditReport == Yes)
}

// Context is what is known besides the text. The zero Context says nothing. Under fmt and slog it
// shows only its type.
type Context struct {
	Recipient identity.Profile
	// Claim is the person meant, if more is known than the notice shows, as from many messages put
	// together. Zero means the notice's own Claim.
	Claim      identity.Claim
	Sender     string // the number the message came from
	ReceivedAt time.Time
	Facts      Facts
	// Lenders are institutions as the caller knows them: their numbers and hosts take precedence
	// over those of contacts.tsv. Empty means the lenders that the notice's Parser was made with.
	Lenders []parser.Lender
	// Evidence is the caller's own. It is weighed like ours, in the group that it names, or in
	// [CallersGroup] if it names none. Evidence for genuine in the group "records" is a record of
	// the debt, as the verdict Genuine needs one.
	Evidence []Evidence
	// Population says whose messages these are. Assess takes a word that is none of the constants
	// as PeopleWhoAsk; [Population.Validate] and dunsms.Checker return an error for it.
	Population Population
}

// Format shows the type alone, whatever the verb.
func (c Context) Format(s fmt.State, _ rune) { _, _ = s.Write([]byte("classify.Context")) }

// LogValue shows slog the type alone.
func (c Context) LogValue() slog.Value { return slog.StringValue("classify.Context") }
