package parser

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// settle decides the kind, and fills in what only such a kind has. The first of
// these that holds decides:
//
//  1. what is late is no debt but points, books, a parcel: other;
//  2. an offer to settle debts or to mend credit records, or an advert: other;
//  3. the debt is paid, and nothing is said to be left: receipt;
//  4. a debt is said to be past due, or pressed for as such debts are: overdue;
//  5. money was disbursed: receipt;
//  6. a bill, a sum or a day to pay: reminder.
func (s *reading) settle(n *Notice) {
	s.findOverdue(n)
	s.findDue(n)
	v := s.weigh(n)
	switch {
	case v.otherThings > 0 && v.debts == 0 && v.owed == 0 && !v.lender && !v.measured || v.forfeits > 0 && v.overdue == 0 && (v.owed == 0 || v.debts == 0):
		n.Kind = KindOther
	case v.offer():
		n.Kind = KindOther
	case v.warnings > 0 && !v.personal && !v.measured && v.disbursed+v.repaid == 0:
		n.Kind = KindOther
	case v.repaid > 0 && !v.left || v.balance > 0 && v.bills+v.repaid > 0 && v.overdue+v.due+v.conditional == 0 && n.Due == nil && v.dunning == 0:
		n.Kind = KindReceipt
	case v.adverts >= 2 && (!v.personal && v.owed == 0 || !v.measured && v.dunning == 0 && !(v.personal && v.overdue > 0 && v.owed > 0 && v.adverts <= 3)):
		n.Kind = KindOther
	case (n.ThirdParty && v.due == 0 || v.dunning > 0 && v.conditional == 0) && v.debts > 0 && s.tellsOwed():
		n.Kind = KindOverdue
	case (v.overdue > 0 || v.measured || v.dunned(n)) && v.aboutDebt():
		n.Kind = KindOverdue
	case v.disbursed > 0:
		n.Kind = KindReceipt
	case v.advert():
		n.Kind = KindOther
	case v.due > 0 && v.debts > 0 && v.adverts == 0, n.Due != nil && (v.owed > 0 || v.debts > 0 || v.bills > 0), v.owed > 0 && (v.bills > 0 || v.due > 0), v.amounts > 0 && (v.conditional > 0 && v.debts > 0 || n.Due != nil && v.otherThings == 0):
		n.Kind = KindReminder
	default:
		n.Kind = KindOther
	}
	if n.Kind != KindOverdue {
		n.Overdue = nil
	}
	if n.Kind == KindReceipt {
		s.settleReceipt(n)
	}
	if n.Kind == KindReceipt {
		n.Threats = nil // what it says of credit records is how they were mended
	}
	if n.Kind == KindReceipt && n.Asks != nil {
		n.Asks = slices.DeleteFunc(n.Asks, func(a Ask) bool { // it says what was done, and how
			return a.Type == AskTransfer || a.Type == AskOpenOfficialApp && strings.HasPrefix(a.Text, "通过")
		})
		if len(n.Asks) == 0 {
			n.Asks = nil
		}
	}
	if n.Kind == KindOverdue || n.Kind == KindReminder {
		s.chooseAmount(n)
	}
}

// votes counts what bears on the kind.
type votes struct {
	overdue, forfeits, conditional          int // words for being late, by what they say
	sure                                    int // of overdue: 逾期 and the like, which only a debt is; 已过期 a card is, too
	expired                                 int // due days that are said to be past
	due, bills, debts, repaid, disbursed    int
	otherThings, adverts, settlements, owed int
	dunning, unpaid, warnings               int
	balance, amounts                        int  // a balance after the payment; all amounts
	measured                                bool // a time past due is given
	personal                                bool // a name, an ID number, 您的
	left                                    bool // something is still owed
	lender, signed                          bool // a lender that is known; a signature that ends like one
}

// tellsOwed tells whether something is said to be owed: 欠, and not 没欠.
func (s *reading) tellsOwed() bool {
	for i, r := range s.Runes {
		if r == '欠' && !strings.ContainsRune("没不无未", runes.At(s.Runes, i-1)) {
			return true
		}
	}
	return false
}

// dunned tells whether, without a word for being late, the message presses for a
// sum or a debt: with a threat or a collector, or by saying that it is not paid where no
// day to pay is given.
func (v *votes) dunned(n *Notice) bool {
	return v.dunning > 2 && v.debts+v.owed > 0 || v.expired > 0 && v.unpaid > 0 && v.debts > 0 || v.conditional == 0 && v.due == 0 && (v.dunning > 0 && v.amounts > 0 && v.debts > 0 || v.dunning > 1 && v.amounts+v.debts > 0 || v.owed > 0 && (v.dunning > 0 || v.unpaid > 0 && n.Due == nil))
}

// offer tells an offer to settle debts or to mend credit records.
func (v *votes) offer() bool {
	return v.settlements > 0 && !v.measured && (v.adverts > 0 || v.owed == 0) && !(v.personal && v.overdue > 0 && v.owed > 0)
}

// advert tells an advert of loans or instalments.
func (v *votes) advert() bool {
	return v.adverts >= 2 || v.adverts == 1 && v.owed == 0 && v.due == 0
}

// aboutDebt tells whether what is past due is a debt of somebody.
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

// weigh counts the cues of the body.
func (s *reading) weigh(n *Notice) votes {
	v := votes{measured: n.Overdue != nil, lender: n.Lender != nil && n.Lender.Canonical != "", signed: s.signedByLender()}
	v.amounts = len(n.Amounts)
	v.personal = n.Name != nil || n.MaskedID != nil || n.ThirdParty
	for k := range s.items {
		it := &s.items[k]
		if it.kind == itemDate && !v.measured && s.paidOn(k) {
			v.repaid++
		}
		if it.kind != itemCue {
			continue
		}
		count := func(c *int, m meaning) {
			if it.means&m != 0 {
				*c++
			}
		}
		if it.saysOverdue() {
			if it.means&meansLate == 0 && s.stands(k) {
				v.sure++
			}
			if s.stands(k) || it.role != 0 && s.hasOwnAmount(k) && s.standsMeasured(k) {
				v.overdue++
			} else {
				v.conditional++
			}
		}
		count(&v.dunning, meansDunning|meansAssignee|meansCollector|meansPolice|meansLawsuit|meansBlacklist|meansVisit|meansFamily|meansEmployer|meansPublicise|meansExtortion)
		if it.end-it.start > 1 {
			count(&v.unpaid, meansLate)
		}
		count(&v.warnings, meansWarning)
		if lapses := meansConditional | meansOtherThings; it.means&lapses == lapses {
			v.forfeits++ // 逾期作废
		}
		count(&v.conditional, meansConditional)
		if it.means&meansDue != 0 && s.isExpired(it) {
			v.expired++
		} else {
			count(&v.due, meansDue)
		}
		count(&v.bills, meansBill)
		count(&v.debts, meansDebt)
		count(&v.disbursed, meansDisbursed)
		count(&v.otherThings, meansOtherThings)
		count(&v.adverts, meansAdvert)
		count(&v.settlements, meansDebtSettlement|meansCreditRepair)
		if it.means&meansRepaid != 0 && s.stands(k) && !s.ignores(it, k) && !s.failed(it) {
			v.repaid++
		}
		if it.has(meansLeft) {
			v.left = true
		}
	}
	for i := range n.Amounts {
		if s.ranks[i] >= 0 && s.ranks[i] < lastRank {
			v.owed++
		}
		if n.Amounts[i].Role == RoleBalance {
			v.balance++
		}
	}
	if hasAsk(n, AskTransfer) && n.Due == nil {
		v.dunning++
	}
	if slices.Contains(s.Runes, '贷') {
		v.debts++
	}
	s.weighPhrases(&v)
	v.left = v.left && v.overdue > 0 || v.measured && v.repaid > 0 && v.overdue > 1 || n.Due != nil && v.owed > 0 && !s.nextPayment()
	return v
}

// isExpired tells whether a word for a due day says that it is past: 已到期, 就到期了.
func (s *reading) isExpired(it *item) bool {
	switch runes.At(s.Runes, int(it.start)-1) {
	case '已':
		return true
	case '快', '要', '将':
		return false
	}
	return runes.At(s.Runes, int(it.end)) == '了' && runes.At(s.Runes, int(it.end)-1) == '期'
}

// nextPayment tells whether the message says when the next instalment is due.
func (s *reading) nextPayment() bool {
	for i, r := range s.Runes {
		if r == '下' && (s.wordAt(i, "下期") || s.wordAt(i, "下次") || s.wordAt(i, "下一期")) {
			return true
		}
	}
	return false
}

// paidOn tells whether the message says what was paid on the date at items[k]:
// 您3月5日通过手机银行归还….
func (s *reading) paidOn(k int) bool {
	it := &s.items[k]
	for i := int(it.end); i < len(s.Runes) && i < int(it.end)+12 && !runes.EndsClause(s.Runes[i]); i++ {
		if strings.ContainsRune("请应需前到未将按止起日的", s.Runes[i]) {
			return false
		}
		if s.wordAt(i, "归还") || s.wordAt(i, "偿还") {
			return runes.At(s.Runes, i+2) != '的' && (k+1 >= len(s.items) || !s.isDue(k))
		}
	}
	return false
}

// weighPhrases counts the cues with "…". What 未, 请 and the like turn round
// says nothing of a payment: 已到期未归还.
func (s *reading) weighPhrases(v *votes) {
	for i := range s.phrases {
		p := &s.phrases[i]
		k := s.itemAtRune(p.start)
		if p.has(meansVisit | meansFamily | meansEmployer | meansAssignee | meansCollector | meansLawsuit | meansPublicise | meansExtortion) {
			v.dunning++
		}
		switch {
		case p.means&meansOverdue != 0:
			if s.phraseStands(p, k) {
				v.overdue++
				v.sure++
			} else {
				v.conditional++
			}
		case p.means&(meansRepaid|meansDisbursed) != 0:
			if !s.isPaid(p) || s.failed(p) || !s.phraseStands(p, k) || s.ignores(p, k) {
				continue
			}
			if p.means&meansRepaid != 0 && (!v.measured || s.hasRune(p, '收') || s.hasRune(p, '结') || s.hasRune(p, '清')) {
				v.repaid++
			} else if p.means&meansRepaid != 0 {
				continue
			} else {
				v.disbursed++
			}
		}
	}
}

// failed tells whether 未 and the like stand right before a payment: 未按时扣款成功.
func (s *reading) failed(it *item) bool {
	return strings.ContainsAny(string(s.Runes[max(int(it.start)-4, 0):it.start]), "未没不")
}

// isPaid tells whether nothing in a phrase of a payment, or beside it, turns it
// round.
func (s *reading) isPaid(p *item) bool {
	turns, received := "未请需应尽不超将如若没待失诺履函", s.tellsReceived(p)
	if !received && !s.wordAt(int(p.start), "已成功") && !s.wordAt(int(p.start), "成功") {
		turns += "逾欠"
	}
	from, to := max(int(p.start)-1, 0), int(p.end)
	for to < len(s.Runes) && to < int(p.end)+4 && !runes.EndsClause(s.Runes[to]) {
		to++
	}
	text := string(s.Runes[from:to])
	return !strings.ContainsAny(text, turns) && (received || !strings.Contains(text, "还的"))
}

// tellsReceived tells whether a phrase begins or ends by saying that money came in:
// 收到您归还的, 逾期欠款…已收到.
func (s *reading) tellsReceived(p *item) bool {
	if s.wordAt(int(p.start), "已收") || s.wordAt(int(p.start), "收到") {
		return true
	}
	end := int(p.end)
	return s.wordAt(end-3, "已收") || s.wordAt(end-3, "已入账") || s.wordAt(end-3, "已到账")
}

// phraseStands is stands for a phrase; k is its place among the items.
func (s *reading) phraseStands(p *item, k int) bool {
	for b := k - 1; b >= max(0, k-lookBack) && s.items[b].clause == p.clause; b-- {
		if s.items[b].has(meansUnless | meansNot) {
			return false
		}
	}
	return !s.isToCome(int(p.start), int(p.end))
}

// ignores tells whether a cue is part of 如已还款请忽略; k is its place among the
// items.
func (s *reading) ignores(it *item, k int) bool {
	for b := max(0, k-2); b < min(len(s.items), k+3); b++ {
		if c := &s.items[b]; c.clause == it.clause && c.has(meansIfPaidIgnore) {
			return true
		}
	}
	from, _ := slices.BinarySearchFunc(s.phrases, it.start-4*gapRunes, func(p item, i int32) int { return cmp.Compare(p.start, i) })
	for p := from; p < len(s.phrases) && s.phrases[p].start <= it.start; p++ {
		if c := &s.phrases[p]; c.has(meansIfPaidIgnore) && c.start <= it.start && it.end <= c.end {
			return true
		}
	}
	return false
}
