package parser

// settle decides the kind, and fills in what only such a kind has. The first of
// these that holds decides:
//
//  1. what is late is no debt but points, books, a parcel: other;
//  2. an offer to settle debts or to mend credit records, or an advert: other;
//  3. the debt is paid, and nothing is said to be left: receipt;
//  4. a debt is said to be past due: overdue;
//  5. a bill, a sum or a day to pay: reminder;
//  6. money was disbursed: receipt.
func (s *reading) settle(n *Notice) {
	s.findOverdue(n)
	s.findDue(n)
	v := s.weigh(n)
	switch {
	case v.otherThings > 0 && v.debts == 0 && n.Lender == nil || v.forfeits > 0 && v.overdue == 0 && v.owed == 0:
		n.Kind = KindOther
	case v.offer():
		n.Kind = KindOther
	case v.repaid > 0 && !v.left:
		n.Kind = KindReceipt
	case v.overdue > 0 && v.aboutDebt():
		n.Kind = KindOverdue
	case v.advert():
		n.Kind = KindOther
	case v.due > 0 && (v.owed > 0 || v.debts > 0) || v.owed > 0 && v.bills > 0:
		n.Kind = KindReminder
	case v.disbursed > 0:
		n.Kind = KindReceipt
	default:
		n.Kind = KindOther
	}
	if n.Kind != KindOverdue {
		n.Overdue = nil
	}
	if n.Kind == KindOverdue || n.Kind == KindReminder {
		s.chooseAmount(n)
	}
}

// votes counts what bears on the kind.
type votes struct {
	overdue, forfeits, conditional          int // words for being late, by what they say
	due, bills, debts, repaid, disbursed    int
	otherThings, adverts, settlements, owed int
	measured                                bool // a time past due is given
	personal                                bool // a name, an ID number, 您的
	left                                    bool // something is still owed
	lender                                  bool
}

// offer tells an offer to settle debts or to mend credit records.
func (v *votes) offer() bool {
	return v.settlements > 0 && !v.measured && (v.adverts > 0 || v.owed == 0)
}

// advert tells an advert of loans or instalments.
func (v *votes) advert() bool {
	return v.adverts >= 2 || v.adverts == 1 && v.owed == 0 && v.due == 0
}

// aboutDebt tells whether what is past due is a debt of somebody.
func (v *votes) aboutDebt() bool {
	if v.measured {
		return v.debts > 0 || v.owed > 0 || v.lender || v.otherThings == 0
	}
	if v.adverts >= 2 && !v.personal || v.adverts >= 4 {
		return false
	}
	return v.debts > 0 || v.owed > 0 || v.personal || v.lender
}

// weigh counts the cues of the body.
func (s *reading) weigh(n *Notice) votes {
	v := votes{measured: n.Overdue != nil, lender: n.Lender != nil && n.Lender.Canonical != ""}
	v.personal = n.Name != nil || n.MaskedID != nil || n.ThirdParty
	for k := range s.items {
		it := &s.items[k]
		if it.kind != itemCue {
			continue
		}
		count := func(c *int, m meaning) {
			if it.means&m != 0 {
				*c++
			}
		}
		if it.means&meansOverdue != 0 {
			if s.stands(k) {
				v.overdue++
			} else {
				v.conditional++
			}
		}
		count(&v.forfeits, meansForfeit)
		count(&v.conditional, meansConditional)
		count(&v.due, meansDue)
		count(&v.bills, meansBill)
		count(&v.debts, meansDebt)
		count(&v.disbursed, meansDisbursed)
		count(&v.otherThings, meansOtherThings)
		count(&v.adverts, meansAdvert)
		count(&v.settlements, meansDebtSettlement|meansCreditRepair)
		if it.means&meansRepaid != 0 && s.stands(k) && !s.ignores(k) {
			v.repaid++
		}
		if it.has(meansLeft) {
			v.left = true
		}
	}
	for i := range n.Amounts {
		if s.ranks[i] >= 0 && s.ranks[i] <= 5 {
			v.owed++
		}
	}
	v.left = v.left && v.overdue > 0 || v.measured && v.repaid > 0 && v.overdue > 1
	return v
}

// ignores tells whether the cue at items[k] is part of 如已还款请忽略.
func (s *reading) ignores(k int) bool {
	it := &s.items[k]
	for b := max(0, k-2); b < min(len(s.items), k+3); b++ {
		if c := &s.items[b]; c.clause == it.clause && c.has(meansIgnore) {
			return true
		}
	}
	for p := range s.phrases {
		if c := &s.phrases[p]; c.means&(meansSignal<<1) != 0 && c.start <= it.start && it.end <= c.end {
			return true
		}
	}
	return false
}
