package classify

import "github.com/dunsms/dunsms/parser"

// cues are the triggers of what the text and the sender show, by code, in the
// order in which they are tried: own senders after all cues of 5 bits.
var cues = [...]struct {
	code    string
	trigger func(*reading) []parser.Span
}{
	{"ID_IMPOSSIBLE", impossibleID},
	{"PHONE_OF_ANOTHER", phoneOfAnother},
	{"THIRD_PARTY", thirdParty},

	{"CARD_FROZEN_CALL", frozenCardCall},
	{"CALLBACK_OVERSEAS", overseasCallback},
	{"ASKS_CONTACT", asksContact},
	{"CALLBACK_UNKNOWN", unknownCallback},
	{"CALLBACK_OWN", ownCallback},
	{"CALLBACK_MOBILE", mobileCallback},

	{"INSTALL_FILE", installFile},
	{"LINK_IP", bareAddress},
	{"LINK_ORGAN_FORGED", organLink},
	{"LINK_DISGUISED", disguisedLink},
	{"LINK_LOOK_ALIKE", lookAlikeLink},
	{"LINK_INSTALL", installLink},
	{"LINK_UNKNOWN", unknownLink},
	{"LINK_SHORT", shortLink},
	{"LINK_ENDING", riskyEnding},

	{"ASKS_CODE", asksCode},
	{"FEE_FIRST", feeFirst},
	{"CREDIT_REPAIR_ENDED", creditRepairEnded},
	{"PAYEE_PRIVATE", privatePayee},
	{"PAYEE_PERSON", personsPayee},
	{"SAFE_ACCOUNT", safeAccount},
	{"SUM_IMPOSSIBLE", impossibleSum},
	{"SUM_ABSURD", absurdSum},
	{"SUM_DEAR", dearSum},
	{"SUM_USURY", usurySum},

	{"VIOLENCE", violence},
	{"EXTORTS", extorts},
	{"ILLEGAL_LENDER", illegalLender},
	{"CRIMINAL_CHARGE", criminalCharge},
	{"DEADLINE_HOURS", hoursDeadline},
	{"VISIT_EARLY", earlyVisit},
	{"THREATENS_VISIT", threatensVisit},
	{"THREATENS_LAW", threatensLaw},
	{"THREATENS_CREDIT", threatensCredit},

	{"POSES_AS_ORGAN", posesAsOrgan},
	{"POSES_AS_COURT", posesAsCourt},
	{"TRADITIONAL", traditional},
	{"SIGNATURE_DIFFERS", differentSignature},
	{"CHARACTERS_DISGUISED", disguisedCharacters},
	{"SIGNATURE_AT_END", signatureAtEnd},
	{"SIGNATURE_NEUTRAL", neutralSignature},
	{"WORDS_BROKEN", brokenWords},

	{"SENDER_12381", poses12381},
	{"SENDER_OVERSEAS", overseasSender},
	{"SENDER_OVERSEAS_TIES", overseasTies},
	{"SENDER_OTHER_LENDER", otherLendersSender},
	{"SENDER_NAMELESS", namelessSender},
	{"SENDER_VIRTUAL", virtualSender},
	{"SENDER_106", applicationSender},
	{"SENDER_OWN", ownSender},
	{"SENDER_MOBILE", mobileSender},

	{"NO_HANDLE", noHandle},
	{"SHOWS_ID", showsID},
	{"SHOWS_AMOUNT_AND_DAYS", showsAmountAndDays},
	{"SHOWS_NEITHER", showsNeither},
	{"IF_PAID_IGNORE", ignoreIfPaid},
}

// answers are the triggers of what the recipient knows.
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
