package parser

import "strings"

// meaning is a set of what cue words say, roles of amounts aside.
type meaning uint64

// The meanings by the words of data/cues.tsv.
const (
	meansOverdue     meaning = 1 << iota // a debt is past due
	meansConditional                     // 逾期 that has not come to pass: 以免逾期
	meansUnless                          // what follows has not come to pass: 以免, 如
	meansNot                             // what follows is not to be done: 请勿
	meansLimit                           // a time by which the sender wants it paid: 请于
	meansDue                             // a due date
	meansBill                            // a bill, or that one should pay
	meansDay                             // 今日, 明天
	meansDebt                            // the subject is a debt
	meansOtherThings                     // the subject is points, books, parcels
	meansRepaid
	meansDisbursed
	meansAdvert
	meansThirdParty // the debtor is spoken of, not to
	meansDebtor     // a name may follow
	meansGreeting
	meansTitle
	meansID
	meansTail
	meansCard
	meansDebtorPhone
	meansCallInfo // a number may follow, without asking to call it
	meansFax
	meansContract
	meansOrder
	meansWeChat
	meansQQ
	meansAlipay
	meansWarning   // warns of swindlers
	meansDailyRate // a rate a day may follow
	meansDunning   // somebody dunns: 催收, 失联
	meansLate      // a time right beside it is how long a debt is past due: 拖了25天, 25天未还
	meansRelation  // somebody close to the reader, whose name may follow
	meansLeft      // something is still owed
	meansWeak      // the role says only that something is to be paid: 支付, 还有
	meansThreat    // meansThreat<<n: threatTypes[n]
)

const (
	meansAsk    = meansThreat << 9
	meansSignal = meansAsk << 7
)

// The closed sets in the order of their bits.
var (
	threatTypes = [...]ThreatType{ThreatVisit, ThreatLawsuit, ThreatPolice, ThreatCreditRecord, ThreatContactFamily,
		ThreatContactEmployer, ThreatPublicise, ThreatFreeze, ThreatBlacklist}
	askTypes = [...]AskType{AskCallNumber, AskClickLink, AskTransfer, AskAddContact, AskGiveCode, AskDownloadApp,
		AskOpenOfficialApp}
	signalTypes = [...]SignalType{SignalOptOut, SignalIfPaidIgnore, SignalNotYouIgnore, SignalCardFrozen,
		SignalDebtSettlement, SignalCreditRepair, SignalUpfrontFee, SignalInsult, SignalExtortion, SignalAssignee,
		SignalCollector, SignalCriminalCharge}
	roles = [...]Role{RoleTotal, RoleOverdue, RolePrincipal, RoleInterest, RolePenalty, RoleFee, RoleMinimum,
		RoleInstalment, RoleDiscount, RoleCreditLimit, RoleBalance, RoleOther}
)

// Bits of the closed sets that stages ask for by name.
const (
	meansVisit        = meansThreat << 0
	meansLawsuit      = meansThreat << 1
	meansPolice       = meansThreat << 2
	meansCreditRecord = meansThreat << 3
	meansFamily       = meansThreat << 4
	meansEmployer     = meansThreat << 5
	meansPublicise    = meansThreat << 6
	meansFreeze       = meansThreat << 7
	meansBlacklist    = meansThreat << 8

	meansCall            = meansAsk << 0
	meansClick           = meansAsk << 1
	meansTransfer        = meansAsk << 2
	meansAddContact      = meansAsk << 3
	meansGiveCode        = meansAsk << 4
	meansDownload        = meansAsk << 5
	meansOpenOfficialApp = meansAsk << 6

	meansIfPaidIgnore   = meansSignal << 1
	meansCardFrozen     = meansSignal << 3
	meansDebtSettlement = meansSignal << 4
	meansCreditRepair   = meansSignal << 5
	meansExtortion      = meansSignal << 8
	meansAssignee       = meansSignal << 9
	meansCollector      = meansSignal << 10
)

const (
	meansThreats = meansAsk - meansThreat
	meansAsks    = meansSignal - meansAsk
	meansSignals = (meansSignal << 12) - meansSignal
)

// plainMeanings are the meanings that are written as one word.
var plainMeanings = map[string]meaning{
	"overdue": meansOverdue, "forfeit": meansConditional | meansOtherThings, "conditional": meansConditional, "unless": meansUnless,
	"not": meansNot, "due": meansDue, "bill": meansBill, "day": meansDay, "debt": meansDebt,
	"other_things": meansOtherThings, "repaid": meansRepaid, "disbursed": meansDisbursed, "advert": meansAdvert,
	"third_party": meansThirdParty, "debtor": meansDebtor, "greeting": meansGreeting, "title": meansTitle,
	"id": meansID, "tail": meansTail, "card": meansCard, "debtor_phone": meansDebtorPhone,
	"call_info": meansCallInfo, "fax": meansFax, "weak": meansWeak, "dunning": meansDunning, "late": meansLate, "limit": meansLimit, "relation": meansRelation, "daily_rate": meansDailyRate, "warning": meansWarning, "left": meansLeft, "none": 0,
	"account:contract": meansContract, "account:order": meansOrder, "account:wechat": meansWeChat,
	"account:qq": meansQQ, "account:alipay": meansAlipay,
}

// parseMeaning reads one word of the second column of the table of cues. role
// is an index into roles plus one, 0 for none.
func parseMeaning(s string) (m meaning, role uint8, ok bool) {
	if m, ok = plainMeanings[s]; ok {
		return m, 0, true
	}
	group, word, _ := strings.Cut(s, ":")
	switch group {
	case "role":
		for i, r := range roles {
			if string(r) == word {
				return 0, uint8(i + 1), true
			}
		}
	case "threat":
		for i, t := range threatTypes {
			if string(t) == word {
				return meansThreat << i, 0, true
			}
		}
	case "ask":
		for i, t := range askTypes {
			if string(t) == word {
				return meansAsk << i, 0, true
			}
		}
	case "signal":
		for i, t := range signalTypes {
			if string(t) == word {
				return meansSignal << i, 0, true
			}
		}
	}
	return 0, 0, false
}
