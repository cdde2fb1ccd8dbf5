package conduct

// meaning is the meaning of a word. The head of data/words.tsv says what each is for.
type meaning uint8

// The meanings that are sought in the text of a message.

const (
	wordAsBank meaning = iota
	wordBody
	wordBorrow
	wordCard
	wordCoDebtor
	wordConsequence
	wordCourtSelf
	wordDenial
	wordFee
	wordFlood
	wordForumThreat
	wordInstitution
	wordIntrusion
	wordJudgment
	wordKin
	wordNoBorrow
	wordNoConseq
	wordNoFee
	wordNoForum
	wordNoPosting
	wordNoProperty
	wordNoRelative
	wordOurForum
	wordOurOrgan
	wordOwnAccount
	wordOwnBusiness
	wordPay
	wordPosting
	wordPrivate
	wordProperty
	wordRelative
	wordSelf
	wordSpokenOf
	wordTax
)

// The meanings that are only looked up in a name, or in or before what the parser found;
// wordDenial is of both kinds.
const (
	wordAddressed = iota + wordTax + 1
	wordBank
	wordConsumer
	wordContact
	wordCourt
	wordFirm
	wordForum
	wordHarass
	wordNoCharge
	wordNoInsult
	wordNoOrgan
	wordNoViolence
	wordNotice
	wordOrgan
	wordPublish
	wordRequest
	wordSmallLoan
	wordTell
	wordUtility
)

func (m meaning) isSought() bool { return m <= wordTax }

func (m meaning) isLookedUp() bool { return m > wordTax || m == wordDenial }

var meanings = [...]string{
	wordAsBank:      "as_bank",
	wordBody:        "body",
	wordBorrow:      "borrow",
	wordCard:        "card",
	wordCoDebtor:    "co_debtor",
	wordConsequence: "consequence",
	wordCourtSelf:   "court_self",
	wordDenial:      "denial",
	wordFee:         "fee",
	wordFlood:       "flood",
	wordForumThreat: "forum_threat",
	wordInstitution: "institution",
	wordIntrusion:   "intrusion",
	wordJudgment:    "judgment",
	wordKin:         "kin",
	wordNoBorrow:    "no_borrow",
	wordNoConseq:    "no_consequence",
	wordNoFee:       "no_fee",
	wordNoForum:     "no_forum",
	wordNoPosting:   "no_posting",
	wordNoProperty:  "no_property",
	wordNoRelative:  "no_relative",
	wordOurForum:    "our_forum",
	wordOurOrgan:    "our_organ",
	wordOwnAccount:  "own_account",
	wordOwnBusiness: "own_business",
	wordPay:         "pay_for",
	wordPosting:     "posting",
	wordPrivate:     "private",
	wordProperty:    "property",
	wordRelative:    "relative",
	wordSelf:        "self",
	wordSpokenOf:    "spoken_of",
	wordTax:         "tax",

	wordAddressed:  "addressed",
	wordBank:       "bank",
	wordConsumer:   "consumer_finance",
	wordContact:    "known_contact",
	wordCourt:      "court",
	wordFirm:       "firm",
	wordForum:      "forum",
	wordHarass:     "harassment",
	wordNoCharge:   "no_charge",
	wordNoInsult:   "no_insult",
	wordNoOrgan:    "no_organ",
	wordNoViolence: "no_violence",
	wordNotice:     "notice",
	wordOrgan:      "organ",
	wordPublish:    "publication",
	wordRequest:    "request",
	wordSmallLoan:  "small_loan",
	wordTell:       "tell",
	wordUtility:    "utility",
}

// A set of meanings must fit into 64 bits.
var _ [64 - len(meanings)]struct{}

// atWords are the meanings whose phrases must begin and end where tokens do.
const atWords uint64 = 1<<wordCoDebtor | 1<<wordOurOrgan | 1<<wordPay | 1<<wordSelf
