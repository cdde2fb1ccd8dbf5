package presend

import (
	"slices"

	"github.com/dunsms/dunsms/parser"
)

// parts are the roles of amounts that together are a total.
var parts = []parser.Role{parser.RoleFee, parser.RoleInterest, parser.RolePenalty, parser.RolePrincipal}

// sums finds the amounts that cannot be: by the record, or beside each other. Amounts that are
// about, at least or hidden are not added up.
func (k *check) sums() {
	n, r := k.notice, k.record
	if n.Amount != nil && n.Amount.Precision == parser.PrecisionExact {
		if r.Amount != nil && *r.Amount != n.Amount.Fen && k.isDue(n.Amount.Role) {
			k.differs("AMOUNT_DIFFERS", FieldAmount, n.Amount.Span)
		}
		if n.Amount.Fen == 0 && n.Kind == parser.KindOverdue {
			k.add("AMOUNT_ZERO", n.Amount.Span)
		}
	}
	var exact []parser.Money
	for _, m := range n.Amounts {
		if m.Precision == parser.PrecisionExact {
			exact = append(exact, m)
		}
	}
	if n.Amount == nil && r.Amount != nil && len(n.Amounts) == 1 && len(exact) == 1 && exact[0].Fen != *r.Amount && !says(k.text, "gift") {
		k.differs("AMOUNT_DIFFERS", FieldAmount, exact[0].Span) // the only sum, whatever it is called
	}
	if code, where := addUp(exact, k.text); code != "" {
		k.add(code, spans(where)...)
	}
}

// isDue reports whether an amount of a role is that of the record: a minimum and a price to settle
// are less. A principal may be that of the whole loan, where the record's amount stands beside it.
func (k *check) isDue(role parser.Role) bool {
	switch role {
	case parser.RoleMinimum, parser.RoleOffer:
		return false
	case parser.RolePrincipal, parser.RoleOther:
		return !k.saysAmount()
	}
	return true
}

// addUp compares the total with its parts, and returns what is wrong, with the amounts that show
// it, or "".
func addUp(all []parser.Money, text string) (code string, where []parser.Money) {
	totals := with(all, parser.RoleTotal)
	if len(totals) == 0 {
		return "", nil
	}
	total := totals[0]
	if slices.ContainsFunc(totals, func(m parser.Money) bool { return m.Fen != total.Fen }) {
		if says(text, "settlement") || says(text, "instalment") {
			return "", nil // which is the total of which is not said
		}
		return "TOTALS_DIFFER", totals
	}
	if says(text, "instalment") {
		// The principal of the loan stands before, the parts of the instalment behind.
		all = slices.DeleteFunc(slices.Clone(all), func(m parser.Money) bool { return m.Span.Start < total.Span.Start })
	}
	var sum int64
	var added []parser.Money
	for _, role := range parts {
		of := with(all, role)
		if len(of) > 1 {
			return "", nil // one may be a part of the other
		}
		if len(of) == 1 {
			sum += of[0].Fen
			added = append(added, of[0])
		}
	}
	net := sum // what is off, or would be for who pays early, counts or not
	for _, m := range with(all, parser.RoleDiscount) {
		net -= m.Fen
	}
	switch {
	case len(added) > 0 && net > total.Fen && !says(text, "settlement"):
		return "SUM_IMPOSSIBLE", append(added, totals...)
	case len(added) > 1 && sum < total.Fen:
		return "SUM_UNEXPLAINED", append(added, totals...)
	}
	return "", nil
}

// with returns the amounts of a role.
func with(all []parser.Money, role parser.Role) (of []parser.Money) {
	for _, m := range all {
		if m.Role == role {
			of = append(of, m)
		}
	}
	return of
}

// spans returns where amounts stand.
func spans(all []parser.Money) (where []parser.Span) {
	for _, m := range all {
		where = append(where, m.Span)
	}
	return where
}
