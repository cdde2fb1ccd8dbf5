package parser

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// kindOf decides the kind of a message. The first of these that applies decides:
//
//  1. what is late is not a debt but points, books, a parcel: other;
//  2. it offers to settle debts or to repair credit records, warns of swindlers, or
//     advertises: other;
//  3. the debt is paid and nothing is left to pay: receipt;
//  4. a debt is past due, or the sender presses for it as if it were: overdue;
//  5. money was disbursed: receipt;
//  6. there is a bill, an amount or a date to pay: reminder.
//
// Anything else is other.
func kindOf(l *scan.Line, f *facts) Kind {
	v := weigh(l, f)
	switch {
	case v.otherThings > 0 && v.debts == 0 && v.owed == 0 && !v.lender && !v.measured || v.forfeits > 0 && v.overdue == 0 && (v.owed == 0 || v.debts == 0):
		return KindOther
	case v.isOffer():
		return KindOther
	case v.warnings > 0 && !v.personal && !v.measured && v.disbursed+v.repaid == 0:
		return KindOther
	case v.repaid > 0 && !v.left || v.balance > 0 && v.bills+v.repaid > 0 && v.overdue+v.due+v.conditional == 0 && f.due == nil && v.dunning == 0:
		return KindReceipt
	case v.adverts >= 2 && (!v.personal && v.owed == 0 || !v.measured && v.dunning == 0 && !(v.personal && v.overdue > 0 && v.owed > 0 && v.adverts <= 3)):
		return KindOther
	case (f.thirdParty && v.due == 0 || v.dunning > 0 && v.conditional == 0) && v.debts > 0 && saysOwed(l):
		return KindOverdue
	case (v.overdue > 0 || v.measured || v.isDunned(f)) && v.aboutDebt():
		return KindOverdue
	case v.disbursed > 0:
		return KindReceipt
	case v.isAdvert():
		return KindOther
	case v.due > 0 && v.debts > 0 && v.adverts == 0, f.due != nil && (v.owed > 0 || v.debts > 0 || v.bills > 0), v.owed+v.credit > 0 && (v.bills > 0 || v.due > 0), v.amounts > 0 && (v.conditional > 0 && v.debts > 0 || f.due != nil && v.otherThings == 0):
		return KindReminder
	}
	return KindOther
}

// votes counts what bears on the kind. Unless a comment says otherwise, a field counts
// the cues of the sense it is named after.
type votes struct {
	overdue, forfeits, conditional          int // cues of lateness: stated as fact, of things that lapse, under a condition
	sure                                    int // of overdue, those that only fit a debt: 逾期, not 已过期
	expired                                 int // due dates that are past
	due, bills, debts, repaid, disbursed    int
	otherThings, adverts, warnings, dunning int
	settlements                             int  // mentions of settling debts or repairing credit records
	unpaid                                  int  // cues of lateness of two runes or more, such as 未还
	owed, balance, amounts                  int  // amounts that may be what is owed, that are a balance, all
	credit                                  int  // amounts that the reader has paid beyond what was owed
	measured                                bool // it says how long the debt is past due
	personal                                bool // it names the debtor, gives an ID number or speaks to a third party
	left                                    bool // something is still owed
	lender, signed                          bool // the lender is in the table; a signature ends like a lender's name
}

// saysOwed reports whether the message has the word 欠 without a negation before it, as
// in 没欠.
func saysOwed(l *scan.Line) bool {
	for i, r := range l.Runes {
		if r == '欠' && !strings.ContainsRune("没不无未", runes.At(l.Runes, i-1)) {
			return true
		}
	}
	return false
}

// isDunned reports whether the message, without a word for being late, presses for an
// amount or a debt: by a threat or a collector, or by saying that it is unpaid while
// giving no date to pay by.
func (v *votes) isDunned(f *facts) bool {
	return v.dunning > 2 && v.debts+v.owed > 0 || v.expired > 0 && v.unpaid > 0 && v.debts > 0 || v.conditional == 0 && v.due == 0 && (v.dunning > 0 && v.amounts > 0 && v.debts > 0 || v.dunning > 1 && v.amounts+v.debts > 0 || v.owed > 0 && (v.dunning > 0 || v.unpaid > 0 && f.due == nil))
}

// isOffer reports whether the message offers to settle debts or to repair credit
// records.
func (v *votes) isOffer() bool {
	return v.settlements > 0 && !v.measured && (v.adverts > 0 || v.owed == 0) && !(v.personal && v.overdue > 0 && v.owed > 0)
}

// isAdvert reports whether the message advertises loans or instalments.
func (v *votes) isAdvert() bool {
	return v.adverts >= 2 || v.adverts == 1 && v.owed == 0 && v.due == 0
}

// aboutDebt reports whether what is past due is somebody's debt.
func (v *votes) aboutDebt() bool {
	if v.measured && v.overdue+v.conditional > 0 {
		return v.debts > 0 || v.owed > 0 || v.lender || v.otherThings == 0
	}
	if v.measured && v.debts+v.amounts > 0 {
		return true
	}
	if v.adverts >= 2 && !v.personal || v.adverts >= 4 {
		return false
	}
	return v.overdue > 0 && v.debts > 0 || v.owed > 0 || v.dunning > 1 && v.debts > 0 || v.sure > 0 && (v.personal || v.lender || v.signed && v.adverts == 0) && v.otherThings == 0 && v.forfeits == 0
}

// weigh counts the cues of the body and what the facts add to them.
func weigh(l *scan.Line, f *facts) votes {
	v := votes{measured: f.overdue != nil, lender: f.lender != nil && f.lender.Canonical != "", signed: signedByLender(l)}
	v.amounts = len(f.sums)
	v.personal = f.name != nil || f.id != nil || f.thirdParty
	for k := range l.Tokens {
		t := &l.Tokens[k]
		switch {
		case t.Phrase:
			v.addPhrase(l, k)
		case t.Kind == scan.Cue:
			v.addCue(l, k)
		case t.Kind == scan.Date && !v.measured && paidOn(l, k):
			v.repaid++
		}
	}
	for i := range f.sums {
		if r := f.sums[i].rank; r != lexicon.NeverOwed && r < lexicon.Unranked {
			v.owed++
		}
		switch s := &f.sums[i]; {
		case s.credit:
			v.credit++
		case s.Role == RoleBalance:
			v.balance++
		}
	}
	if f.hasAsk(AskTransfer) && f.due == nil {
		v.dunning++
	}
	if slices.Contains(l.Runes, '贷') {
		v.debts++
	}
	v.left = v.left && v.overdue > 0 || v.measured && v.repaid > 0 && v.overdue > 1 || f.due != nil && v.owed > 0 && !nextPayment(l)
	return v
}

// The mentions that press for a debt: those that count in a phrase, and in a word.
const (
	phrasesDun = lexicon.ThreatVisit | lexicon.ThreatContactFamily | lexicon.ThreatContactEmployer | lexicon.SignalAssignee |
		lexicon.SignalCollector | lexicon.ThreatLawsuit | lexicon.ThreatPublicise | lexicon.SignalExtortion
	wordsDun = phrasesDun | lexicon.ThreatPolice | lexicon.ThreatBlacklist
)

// addCue counts the cue at k.
func (v *votes) addCue(l *scan.Line, k int) {
	t := &l.Tokens[k]
	count := func(c *int, s lexicon.Sense) {
		if t.Senses&s != 0 {
			*c++
		}
	}
	if t.SaysOverdue() {
		if t.Senses&lexicon.Late == 0 && isAsserted(l, k) {
			v.sure++
		}
		if isAsserted(l, k) || t.Role != 0 && hasOwnAmount(l, k) && isAssertedWithValue(l, k) {
			v.overdue++
		} else {
			v.conditional++
		}
	}
	if t.Senses&lexicon.Dunning != 0 || t.Mentions&wordsDun != 0 {
		v.dunning++
	}
	if t.End-t.Start > 1 {
		count(&v.unpaid, lexicon.Late)
	}
	count(&v.warnings, lexicon.Warning)
	count(&v.forfeits, lexicon.Forfeit)
	count(&v.conditional, notYet)
	if t.Senses&lexicon.Due != 0 && isExpired(l, t) {
		v.expired++
	} else {
		count(&v.due, lexicon.Due)
	}
	count(&v.bills, lexicon.Bill)
	count(&v.debts, lexicon.Debt)
	count(&v.disbursed, lexicon.Disbursed)
	count(&v.otherThings, lexicon.OtherThings|lexicon.Forfeit)
	count(&v.adverts, lexicon.Advert)
	if t.Mentions&(lexicon.SignalDebtSettlement|lexicon.SignalCreditRepair) != 0 {
		v.settlements++
	}
	if t.Senses&lexicon.Repaid != 0 && isAsserted(l, k) && !isIfPaidIgnore(l, k) && !failed(l, t) {
		v.repaid++
	}
	v.left = v.left || t.Has(lexicon.Left)
}

// isExpired reports whether a word for a due date says that the date is past: 已到期,
// 到期了.
func isExpired(l *scan.Line, t *scan.Token) bool {
	switch runes.At(l.Runes, int(t.Start)-1) {
	case '已':
		return true
	case '快', '要', '将':
		return false
	}
	return runes.At(l.Runes, int(t.End)) == '了' && runes.At(l.Runes, int(t.End)-1) == '期'
}

// nextPayment reports whether the message speaks of the next instalment.
func nextPayment(l *scan.Line) bool {
	for i, r := range l.Runes {
		if r == '下' && (l.HasAt(i, "下期") || l.HasAt(i, "下次") || l.HasAt(i, "下一期")) {
			return true
		}
	}
	return false
}

// paidOn reports whether a payment on the date at k is reported:
// 您3月5日通过手机银行归还….
func paidOn(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	for i := int(t.End); i < len(l.Runes) && i < int(t.End)+12 && !runes.EndsClause(l.Runes[i]); i++ {
		if strings.ContainsRune("请应需前到未将按止起日的", l.Runes[i]) {
			return false
		}
		if l.HasAt(i, "归还") || l.HasAt(i, "偿还") {
			return runes.At(l.Runes, i+2) != '的' && (l.Next(k) >= len(l.Tokens) || !isDue(l, k))
		}
	}
	return false
}

// addPhrase counts the phrase at k. A payment that is negated or asked for does not
// count: 已到期未归还.
func (v *votes) addPhrase(l *scan.Line, k int) {
	p := &l.Tokens[k]
	if p.Mentions&phrasesDun != 0 {
		v.dunning++
	}
	switch {
	case p.Senses&lexicon.Overdue != 0:
		if isAsserted(l, k) {
			v.overdue++
			v.sure++
		} else {
			v.conditional++
		}
	case p.Senses&(lexicon.Repaid|lexicon.Disbursed) != 0:
		if !isPaid(l, p) || failed(l, p) || !isAsserted(l, k) || isIfPaidIgnore(l, k) {
			return
		}
		if p.Senses&lexicon.Repaid == 0 {
			v.disbursed++
		} else if !v.measured || l.Contains(p, '收') || l.Contains(p, '结') || l.Contains(p, '清') {
			v.repaid++
		}
	}
}

// failed reports whether a negation comes shortly before a payment: 未按时扣款成功.
func failed(l *scan.Line, t *scan.Token) bool {
	return strings.ContainsAny(string(l.Runes[max(int(t.Start)-4, 0):t.Start]), "未没不")
}

// isPaid reports whether the phrase p reports a payment: no word in it or next to it
// negates it or asks for it.
func isPaid(l *scan.Line, p *scan.Token) bool {
	turns, received := "未请需应尽不超将如若没待失诺履函", saysReceived(l, p)
	if !received && !l.HasAt(int(p.Start), "已成功") && !l.HasAt(int(p.Start), "成功") {
		turns += "逾欠"
	}
	from, to := max(int(p.Start)-1, 0), int(p.End)
	for to < len(l.Runes) && to < int(p.End)+4 && !runes.EndsClause(l.Runes[to]) {
		to++
	}
	text := string(l.Runes[from:to])
	return !strings.ContainsAny(text, turns) && (received || !strings.Contains(text, "还的"))
}

// saysReceived reports whether the phrase p begins or ends by saying that money was
// received: 收到您归还的, 逾期欠款…已收到.
func saysReceived(l *scan.Line, p *scan.Token) bool {
	if l.HasAt(int(p.Start), "已收") || l.HasAt(int(p.Start), "收到") {
		return true
	}
	end := int(p.End)
	return l.HasAt(end-3, "已收") || l.HasAt(end-3, "已入账") || l.HasAt(end-3, "已到账")
}

// isIfPaidIgnore reports whether the cue at k is part of a sentence such as
// 如已还款请忽略.
func isIfPaidIgnore(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	first := k
	if t.Phrase {
		first = l.Next(k)
	}
	for b, n := l.Prev(first), 0; b >= 0 && n < 2; b, n = l.Prev(b), n+1 {
		if c := &l.Tokens[b]; c.Clause == t.Clause && c.HasMention(lexicon.SignalIfPaidIgnore) {
			return true
		}
	}
	for b, n := first, 0; b < len(l.Tokens) && n < 3; b, n = l.Next(b), n+1 {
		if c := &l.Tokens[b]; c.Clause == t.Clause && c.HasMention(lexicon.SignalIfPaidIgnore) {
			return true
		}
	}
	return withinIfPaidIgnore(l, k)
}

// withinIfPaidIgnore reports whether a phrase such as 如已还款…请忽略 covers the cue at
// k.
func withinIfPaidIgnore(l *scan.Line, k int) bool {
	const reach = 4 * lexicon.GapReach
	t := &l.Tokens[k]
	covers := func(b int) bool {
		c := &l.Tokens[b]
		return c.Phrase && c.HasMention(lexicon.SignalIfPaidIgnore) && t.End <= c.End
	}
	for b := k; b >= 0 && l.Tokens[b].Start >= t.Start-reach; b-- {
		if covers(b) {
			return true
		}
	}
	for b := k + 1; b < len(l.Tokens) && l.Tokens[b].Start == t.Start; b++ {
		if covers(b) {
			return true
		}
	}
	return false
}
