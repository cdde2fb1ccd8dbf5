package main

import (
	"slices"

	"github.com/dunsms/dunsms/parser"
)

// parts are the roles of amounts that together are a total.
var parts = []parser.Role{parser.RoleFee, parser.RoleInterest, parser.RolePenalty, parser.RolePrincipal}

// sums says which amounts of a text cannot be: by its record, or beside each other.
// Amounts that are about, at least or hidden are not added up.
func sums(n *parser.Notice, r *record) (found []finding) {
	if n.Amount != nil && n.Amount.Precision == parser.PrecisionExact {
		span := []parser.Span{n.Amount.Span}
		if r.amount != nil && *r.amount != n.Amount.Fen {
			found = append(found, finding{Code: "AMOUNT_DIFFERS", Spans: span})
		}
		if n.Amount.Fen == 0 && n.Kind == parser.KindOverdue {
			found = append(found, finding{Code: "AMOUNT_ZERO", Spans: span})
		}
	}
	if o := n.Overdue; o != nil && o.Days != nil && o.Precision == parser.PrecisionExact && r.days != nil && *r.days != *o.Days {
		found = append(found, finding{Code: "DAYS_DIFFER", Spans: []parser.Span{o.Span}})
	}
	var exact []parser.Money
	for _, m := range n.Amounts {
		if m.Precision == parser.PrecisionExact {
			exact = append(exact, m)
		}
	}
	return append(found, add(exact, r.text)...)
}

// add compares the total with its parts.
func add(all []parser.Money, text string) []finding {
	totals := with(all, parser.RoleTotal)
	if len(totals) == 0 {
		return nil
	}
	total := totals[0]
	if slices.ContainsFunc(totals, func(m parser.Money) bool { return m.Fen != total.Fen }) {
		if says(text, "settlement") || says(text, "instalment") {
			return nil // which is the total of which is not said
		}
		return []finding{{Code: "TOTALS_DIFFER", Spans: spans(totals)}}
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
			return nil // one may be a part of the other
		}
		if len(of) == 1 {
			sum += of[0].Fen
			added = append(added, of[0])
		}
	}
	for _, m := range with(all, parser.RoleDiscount) {
		sum -= m.Fen
	}
	switch where := spans(append(added, totals...)); {
	case len(added) > 0 && sum > total.Fen && !says(text, "settlement"):
		return []finding{{Code: "SUM_IMPOSSIBLE", Spans: where}}
	case len(added) > 1 && sum < total.Fen:
		return []finding{{Code: "SUM_UNEXPLAINED", Spans: where}}
	}
	return nil
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
