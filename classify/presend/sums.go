package presend

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// parts are the roles of the amounts that add up to a total.
var parts = []parser.Role{parser.RoleFee, parser.RoleInterest, parser.RolePenalty, parser.RolePrincipal}

// sums finds amounts that differ from the record or contradict each other. Amounts that are
// approximate, minimal or hidden are not added up.
func (k *check) sums() {
	k.currency()
	n, r := k.notice, k.record
	if n.Amount != nil && n.Amount.Precision == parser.PrecisionExact && n.Amount.Fen == 0 && n.Kind == parser.KindOverdue {
		k.add("AMOUNT_ZERO", n.Amount.Span)
	}
	var exact []parser.Money
	for _, m := range n.Amounts {
		if m.Precision == parser.PrecisionExact {
			exact = append(exact, m)
		}
	}
	owed := slices.DeleteFunc(slices.Clone(exact), func(m parser.Money) bool { return says(k.clause(m.Span), "paid") })
	each, owed := k.apart(owed)
	k.multiplied(each, owed)
	if ofDebt := slices.DeleteFunc(slices.Clone(owed), k.isOfWhole); len(with(ofDebt, parser.RoleTotal)) > 0 {
		owed = ofDebt
	}
	code, where := addUp(owed, k.text)
	if code == "TOTALS_DIFFER" && k.related(with(owed, parser.RoleTotal), exact) {
		code = ""
	}
	if code == "SUM_IMPOSSIBLE" && (isPaidInPart(where, exact) || k.isLoanAlone(where)) {
		code = ""
	}
	if wrong := k.leftWrong(exact); code == "" && wrong != nil {
		code, where = "SUM_IMPOSSIBLE", wrong
	}
	if twice := k.twice(); code == "" && twice != nil {
		code, where = "TOTALS_DIFFER", twice
	}
	if code != "" {
		k.add(code, spans(where)...)
	}
	if r.Amount != nil && (code == "TOTALS_DIFFER" || !k.saysAmount()) {
		if m, ok := k.owed(exact); ok && m.Fen != *r.Amount && !k.isPart(m) {
			k.differs("AMOUNT_DIFFERS", FieldAmount, m.Span)
		}
	}
}

// owed returns the amount that the text says is owed: the one that is left to pay, else the one
// that package parser takes for it, else the only candidate, else the only candidate whose clause
// says so.
func (k *check) owed(exact []parser.Money) (parser.Money, bool) {
	n := k.notice
	if ofDebt := slices.DeleteFunc(slices.Clone(exact), k.isOfWhole); len(with(ofDebt, parser.RoleTotal)) == 1 && len(ofDebt) < len(exact) {
		return with(ofDebt, parser.RoleTotal)[0], true
	}
	if left := slices.DeleteFunc(slices.Clone(exact), func(m parser.Money) bool { return !k.isLeft(m) }); len(left) == 1 && len(exact) > 1 {
		return left[0], true
	}
	if n.Amount != nil && n.Amount.Precision == parser.PrecisionExact && n.Amount.Role != parser.RoleMinimum && !k.isCheaper(*n.Amount) {
		return *n.Amount, true
	}
	if len(exact) < len(n.Amounts) || n.Amount != nil && n.Amount.Role == parser.RoleMinimum {
		return parser.Money{}, false // a hidden or approximate one may be the record's
	}
	var all []parser.Money
	for _, m := range exact {
		if m.Role != parser.RoleMinimum && m.Role != parser.RoleDiscount && !k.isCheaper(m) && !says(k.clause(m.Span), "gift") {
			all = append(all, m)
		}
	}
	if len(all) > 1 {
		all = slices.DeleteFunc(all, func(m parser.Money) bool { return !says(k.clause(m.Span), "owed") })
	}
	if len(all) != 1 {
		return parser.Money{}, false
	}
	return all[0], true
}

// isLeft reports whether an amount is what is left of a debt that has been paid in part.
func (k *check) isLeft(m parser.Money) bool {
	return endsWith(strings.TrimRight(k.text[:m.Span.Start], " ¥￥为:："), "left_before")
}

// isCheaper reports whether an amount is an offer to settle a larger debt.
func (k *check) isCheaper(m parser.Money) bool {
	return m.Role == parser.RoleOffer && (len(k.notice.Amounts) > 1 || says(k.text, "gift"))
}

// clauseEnds are the marks that end a clause.
const clauseEnds = "，。；！？,;!?\n"

// clause returns the clause around a span.
func (k *check) clause(s parser.Span) string { return k.around(s, clauseEnds) }

// around returns the text around a span between two of the signs.
func (k *check) around(s parser.Span, signs string) string {
	before := k.before(s, signs)
	return k.text[s.Start-len(before):s.End] + behind(k.text, s, signs)
}

// before returns the text before a span, after the last of the signs.
func (k *check) before(s parser.Span, signs string) string { return before(k.text, s, signs) }

// sight is how many bytes before or after a span its clause or sentence may reach. Without a
// limit, a text without marks would be read anew for each span in it.
const sight = 600

func before(text string, s parser.Span, signs string) string {
	text = text[max(0, s.Start-sight):s.Start]
	return text[strings.LastIndexAny(text, signs)+1:]
}

// behind returns the text after a span, up to the first of the signs.
func behind(text string, s parser.Span, signs string) string {
	text = text[s.End:min(len(text), s.End+sight)]
	if i := strings.IndexAny(text, signs); i >= 0 {
		text = text[:i]
	}
	return text
}

// addUp compares the total with its parts. It returns the code of what is wrong, "" if nothing is,
// and the amounts that show it.
func addUp(all []parser.Money, text string) (code string, where []parser.Money) {
	totals := with(all, parser.RoleTotal)
	if len(totals) == 0 {
		return "", nil
	}
	total := totals[0]
	if slices.ContainsFunc(totals, func(m parser.Money) bool { return m.Fen != total.Fen }) {
		if says(text, "settlement") || says(text, "instalment") || isSumOfOthers(totals) {
			return "", nil // it is not said what each is the total of
		}
		return "TOTALS_DIFFER", totals
	}
	if says(text, "instalment") {
		// Before the total is the principal of the loan, after it the parts of the instalment.
		all = slices.DeleteFunc(slices.Clone(all), func(m parser.Money) bool { return m.Span.Start < total.Span.Start })
	}
	var sum int64
	var added []parser.Money
	for _, role := range parts {
		of := with(all, role)
		if len(of) > 1 {
			return "", nil // one may be part of the other
		}
		if len(of) == 1 {
			sum += of[0].Fen
			added = append(added, of[0])
		}
	}
	net := sum // a discount counts or not: it may be only for early payment
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

// isSumOfOthers reports whether one of three or more amounts is the sum of the others: 1690元、1690元、共3380元.
func isSumOfOthers(all []parser.Money) bool {
	var sum int64
	for _, m := range all {
		sum += m.Fen
	}
	return len(all) > 2 && slices.ContainsFunc(all, func(m parser.Money) bool { return 2*m.Fen == sum })
}

// with returns the amounts with a role.
func with(all []parser.Money, role parser.Role) (of []parser.Money) {
	for _, m := range all {
		if m.Role == role {
			of = append(of, m)
		}
	}
	return of
}

// spans returns the spans of amounts.
func spans(all []parser.Money) (where []parser.Span) {
	for _, m := range all {
		where = append(where, m.Span)
	}
	return where
}
