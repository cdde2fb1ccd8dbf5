package classify

import "github.com/dunsms/dunsms/parser"

// part is something that a message may have; each part is a bit.
type part uint16

const (
	hasAmount part = 1 << iota
	hasAsk
	hasID
	hasLink
	hasOwnPhone
	hasPhone
	hasPhrase // one of those that are sought in one pass
	hasSender
	hasSignal
	hasSignature
	hasThreat
)

// parts returns what the message has.
func (r *reading) parts() (all part) {
	for _, p := range [...]struct {
		part part
		has  bool
	}{
		{hasAmount, len(r.n.Amounts) > 0}, {hasAsk, len(r.n.Asks) > 0}, {hasID, r.n.MaskedID != nil},
		{hasLink, len(r.n.URLs) > 0}, {hasOwnPhone, r.n.Phone != nil}, {hasPhone, len(r.n.Phones) > 0},
		{hasPhrase, r.said.present != 0}, {hasSender, r.from != ""}, {hasSignal, len(r.n.Signals) > 0},
		{hasSignature, len(r.n.Signatures) > 0}, {hasThreat, len(r.n.Threats) > 0},
	} {
		if p.has {
			all |= p.part
		}
	}
	return all
}

// cues are the triggers on the text and the sender, with their codes, in the order in which they
// are tried; SENDER_OWN comes after all cues of 5 bits. A trigger is tried only if the message has
// one of the parts that it needs, so most are skipped; 0 means that it needs none.
var cues = [...]struct {
	code    string
	needs   part
	trigger func(*reading) []parser.Span
}{
	{"ID_IMPOSSIBLE", hasID, impossibleID},
	{"PHONE_OF_ANOTHER", hasOwnPhone, phoneOfAnother},
	{"THIRD_PARTY", 0, thirdParty},

	{"CARD_FROZEN_CALL", hasSignal, frozenCardCall},
	{"CALLBACK_OVERSEAS", hasPhone, overseasCallback},
	{"ASKS_CONTACT", hasAsk, asksContact},
	{"CALLBACK_UNKNOWN", hasPhone, unknownCallback},
	{"CALLBACK_OWN", hasPhone, ownCallback},
	{"CALLBACK_MOBILE", hasPhone, mobileCallback},

	{"INSTALL_FILE", hasLink | hasAsk, installFile},
	{"LINK_IP", hasLink, bareAddress},
	{"LINK_ORGAN_FORGED", hasLink, organLink},
	{"LINK_DISGUISED", hasLink, disguisedLink},
	{"LINK_LOOK_ALIKE", hasLink, lookAlikeLink},
	{"LINK_INSTALL", hasLink, installLink},
	{"LINK_UNKNOWN", hasLink, unknownLink},
	{"LINK_SHORT", hasLink, shortLink},
	{"LINK_ENDING", hasLink, riskyEnding},

	{"ASKS_CODE", hasAsk, asksCode},
	{"FEE_FIRST", hasSignal, feeFirst},
	{"CREDIT_REPAIR_ENDED", hasSignal, creditRepairEnded},
	{"PAYEE_PRIVATE", hasAsk | hasPhone, privatePayee},
	{"KEEPS_SECRET", hasPhrase, keepsSecret},
	{"PAYEE_PERSON", hasAsk | hasPhone, personsPayee},
	{"SAFE_ACCOUNT", hasPhrase, safeAccount},
	{"SUM_IMPOSSIBLE", hasAmount, impossibleSum},
	{"SUM_ABSURD", 0, absurdSum},
	{"SUM_DEAR", hasAmount, dearSum},
	{"SUM_USURY", hasAmount, usurySum},

	{"VIOLENCE", hasThreat | hasPhrase, violence},
	{"EXTORTS", hasThreat | hasSignal, extorts},
	{"ILLEGAL_LENDER", hasPhrase, illegalLender},
	{"CRIMINAL_CHARGE", hasSignal | hasPhrase, criminalCharge},
	{"DEADLINE_HOURS", hasThreat | hasSignal, hoursDeadline},
	{"VISIT_EARLY", hasThreat, earlyVisit},
	{"THREATENS_VISIT", hasThreat, threatensVisit},
	{"THREATENS_LAW", hasThreat, threatensLaw},
	{"THREATENS_CREDIT", hasThreat, threatensCredit},

	{"ACCUSES", hasPhrase, accuses},
	{"POSES_AS_ORGAN", hasSignature, posesAsOrgan},
	{"POSES_AS_COURT", hasSignature, posesAsCourt},
	{"TRADITIONAL", hasSignal, traditional},
	{"SIGNATURE_DIFFERS", hasSignature, differentSignature},
	{"CHARACTERS_DISGUISED", hasSignal, disguisedCharacters},
	{"SIGNATURE_AT_END", hasSignature, signatureAtEnd},
	{"SIGNATURE_NEUTRAL", hasSignature, neutralSignature},
	{"WORDS_BROKEN", hasSignal, brokenWords},

	{"SENDER_12381", hasSender, poses12381},
	{"SENDER_OVERSEAS", hasSender, overseasSender},
	{"SENDER_OVERSEAS_TIES", hasSender | hasPhone, overseasTies},
	{"SENDER_OTHER_LENDER", hasSender, otherLendersSender},
	{"SENDER_NAMELESS", hasSender, namelessSender},
	{"SENDER_VIRTUAL", hasSender, virtualSender},
	{"SENDER_106", hasSender, applicationSender},
	{"SENDER_OWN", hasSender, ownSender},
	{"SENDER_MOBILE", hasSender, mobileSender},

	{"NO_HANDLE", 0, noHandle},
	{"SHOWS_ID", hasID, showsID},
	{"SHOWS_AMOUNT_AND_DAYS", 0, showsAmountAndDays},
	{"SHOWS_NEITHER", 0, showsNeither},
	{"IF_PAID_IGNORE", hasSignal, ignoreIfPaid},
}

// answers are the triggers on what the recipient knows.
var answers = [...]struct {
	code    string
	trigger func(*reading) bool
}{
	{"HAS_ACCOUNT", func(r *reading) bool { return r.facts.HasAccount == Yes }},
	{"NO_ACCOUNT", func(r *reading) bool { return r.facts.HasAccount == No }},
	{"APP_SHOWS", func(r *reading) bool { return r.facts.ShownInApp == Yes }},
	{"APP_SHOWS_NOT", func(r *reading) bool { return r.facts.ShownInApp == No }},
	{"LENDER_CONFIRMS", func(r *reading) bool { return r.facts.LenderConfirms == Yes }},
	{"LENDER_DENIES", func(r *reading) bool { return r.facts.LenderConfirms == No }},
	{"REPORT_SHOWS", func(r *reading) bool { return r.facts.OnCreditReport == Yes }},
	{"REPORT_SHOWS_NOT", func(r *reading) bool { return r.facts.OnCreditReport == No }},
	{"DENIES_WHAT_RECORD_SHOWS", func(r *reading) bool { return r.facts.HasAccount == No && r.facts.recordSays() }},
	{"NUMBER_ON_OTHER_RECORD", func(r *reading) bool { return r.facts.NumberOnOtherRecord == Yes }},
	{"REPAID", func(r *reading) bool { return r.facts.Repaid == Yes }},
	{"KNOWS_NAMED", knowsNamed},
	{"SENDER_CONFIRMED", func(r *reading) bool { return r.facts.SenderConfirmed == Yes }},
	{"SENDER_DISOWNED", func(r *reading) bool { return r.facts.SenderConfirmed == No }},
	{"MONEY_RECEIVED", func(r *reading) bool { return r.facts.ReceivedMoney == Yes }},
	{"MONEY_NOT_RECEIVED", func(r *reading) bool { return r.facts.ReceivedMoney == No }},
	{"AMOUNT_AGREES", func(r *reading) bool { return r.facts.AmountAgrees == Yes }},
	{"AMOUNT_DIFFERS", func(r *reading) bool { return r.facts.AmountAgrees == No }},
}
