package parser

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// isMoney tells whether a bare number is an amount: it stands right behind a word
// for one, or it reads as money by itself, 5.4万, 12k, 1,206.30.
func (s *reading) isMoney(it *item, near, weak bool) bool {
	r, a := s.Runes[it.start:it.end], &s.amounts[it.ref]
	if next := runes.At(s.Runes, int(it.end)); near && weak && runes.IsHan(next) && !strings.ContainsRune("你您我请就今再不先已了吧啊还", next) {
		return false // 有7900积分
	}
	if near && (!weak || a.Fen >= 100_00 || a.Precision == number.Masked) {
		return true
	}
	if a.Fen < 100_00 && a.Precision != number.Masked {
		return false
	}
	n := len(r)
	return strings.ContainsAny(string(r), "万千wk仟") || n > 3 && r[n-3] == '.' && runes.DigitAt(r, n-1) && s.Runes[it.start] != '0'
}

// lastRank is that of an amount that no word gives a role.
const lastRank = 8

// amountRank orders what Notice.Amount may be: the total, one that its word
// stands right beside first, before what is due of it, before the minimum,
// before the principal; -1 is never it.
func amountRank(r Role, none, weak, near bool) int8 {
	switch r {
	case RoleTotal:
		switch {
		case weak:
			return 3
		case near:
			return 0
		}
		return 1
	case RoleOverdue:
		return 2
	case RoleInstalment:
		return 4
	case RoleMinimum:
		return 5
	case RolePrincipal:
		return 6
	case RoleInterest:
		return 7
	case RoleBalance:
		return lastRank // 到期未还，余额5000元
	case RoleOther:
		if none {
			return lastRank
		}
	}
	return -1
}

// settleReceipt makes what was paid no debt any more.
func (s *reading) settleReceipt(n *Notice) {
	for i := range n.Amounts {
		switch n.Amounts[i].Role {
		case RoleTotal, RoleOverdue, RoleInstalment:
			n.Amounts[i].Role = RoleOther
			if s.wordAt(int(s.items[s.sums[i]].start)-2, "余额") {
				n.Amounts[i].Role = RoleBalance
			}
		}
	}
}

// repeats tells whether nothing but a bracket stands between two amounts.
func (s *reading) repeats(i, j int) bool {
	end, start := s.items[s.sums[i]].end, s.items[s.sums[j]].start
	return start-end == 1 && s.Runes[end] == '('
}

// chooseAmount sets Amount and Penalty, which only a notice of a debt has.
func (s *reading) chooseAmount(n *Notice) {
	best := -1
	for i, rank := range s.ranks {
		if rank >= 0 && (best < 0 || rank < s.ranks[best]) {
			best = i
		}
	}
	if best >= 0 {
		if next := best + 1; next < len(n.Amounts) && n.Amounts[best].Precision == PrecisionAbout && n.Amounts[next].Precision == PrecisionExact && s.repeats(best, next) {
			best = next // 四千六百多（4,632.18元）
		}
		if s.ranks[best] == lastRank { // no word says what it is: it is what is owed
			n.Amounts[best].Role = RoleTotal
		}
		m := n.Amounts[best]
		n.Amount = &m
	}
	for i := range n.Amounts {
		if n.Amounts[i].Role == RolePenalty {
			m := n.Amounts[i]
			n.Penalty = &m
			break
		}
	}
}
