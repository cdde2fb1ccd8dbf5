package parser

import (
	"cmp"
	"math"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// settleReceipt gives amounts the roles that they have in a receipt, in which a debt is
// repaid or a loan paid out.
func settleReceipt(l *scan.Line, sums []sum) {
	receipt := Role("")
	for k := range l.Tokens {
		if receipt = movement(l, k); receipt != "" {
			break
		}
	}
	for i := range sums {
		s := &sums[i]
		if s.credit {
			s.Role = RoleRepaid // it is paid back
			continue
		}
		if moved := movedAs(l, s, receipt); moved != "" {
			s.Role = moved
			continue
		}
		role := lexicon.RoleOf(string(s.Role)).InReceipt().Name()
		if Role(role) == s.Role {
			continue
		}
		switch {
		case l.Tokens[s.token].Left.Has(scan.OfBalance), labelHas(l, s, lexicon.Left|lexicon.Owes):
			role = string(RoleBalance)
		case receipt == RoleDisbursed && s.Role == RoleTotal && labelHas(l, s, lexicon.Bill) && !labelHas(l, s, lexicon.Weak):
			role = string(RoleInstalment) // of the loan paid out
		case Role(role) == RoleRepaid && s.Precision == PrecisionExact && s.Fen == 0:
			continue // no money has moved
		}
		s.Role = Role(role)
	}
}

// labelHas reports whether the cue before a sum has one of the senses.
func labelHas(l *scan.Line, s *sum, senses lexicon.Sense) bool {
	b := l.CueBefore(s.token, l.Tokens[s.token].Start)
	return b >= 0 && l.Tokens[b].Has(senses)
}

// movedAs returns what a sum without a role, or a loan, is in a receipt: repaid or
// disbursed. It is "" for other sums. What the sentence of the sum says nearest to it
// takes precedence over what the receipt says first. If neither says anything, a loan was
// disbursed and any other sum repaid.
func movedAs(l *scan.Line, s *sum, receipt Role) Role {
	otherwise := RoleRepaid
	switch {
	case s.Role == RoleOther && (s.rank == lexicon.Unranked || labelHas(l, s, lexicon.Transaction)):
	case s.Role == RolePrincipal && !labelHas(l, s, lexicon.Capital):
		otherwise = RoleDisbursed
	default:
		return ""
	}
	return cmp.Or(nearestMovement(l, s.token), receipt, otherwise)
}

// nearestMovement returns the movement of the nearest cue that has one, in the sentence
// of the sum at k; "" if none has.
func nearestMovement(l *scan.Line, k int) (nearest Role) {
	t, least := &l.Tokens[k], int32(math.MaxInt32)
	for b := max(k-lookBack, 0); b < len(l.Tokens) && b <= k+lookBack; b++ {
		c := &l.Tokens[b]
		if c.Sentence != t.Sentence {
			continue
		}
		distance := max(c.Start-t.End, t.Start-c.End, 0) // 0 within a phrase
		if distance < least {
			if moved := movement(l, b); moved != "" {
				nearest, least = moved, distance
			}
		}
	}
	return nearest
}

// movement returns what the cue at k says happened to money: repaid or disbursed. It is
// "" if that did not happen, or not yet.
func movement(l *scan.Line, k int) Role {
	t := &l.Tokens[k]
	switch {
	case !t.Has(lexicon.Repaid | lexicon.Disbursed), !isMade(l, k):
		return ""
	case t.Has(lexicon.Repaid):
		return RoleRepaid
	}
	return RoleDisbursed
}

// isMade reports whether the movement of money at k took place: 已放款, but not 未放款,
// 如放款成功, 将放款.
func isMade(l *scan.Line, k int) bool {
	return !l.Tokens[k].Left.Has(scan.ToCome|scan.Negated) && !l.MeantBefore(k, lexicon.Meaning{Senses: lexicon.Unless | lexicon.Not | lexicon.NotSo})
}
