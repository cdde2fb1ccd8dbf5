package classify

import "github.com/dunsms/dunsms/parser"

// impossibleSum: the minimum payment is more than the total.
func impossibleSum(r *reading) []parser.Span {
	var least, total *parser.Money
	for i := range r.n.Amounts {
		m := &r.n.Amounts[i]
		if m.Precision != parser.PrecisionExact {
			continue
		}
		switch m.Role {
		case parser.RoleMinimum:
			least = m
		case parser.RoleTotal:
			if total == nil || m.Fen > total.Fen {
				total = m
			}
		}
	}
	if least == nil || total == nil || least.Fen <= total.Fen {
		return nil
	}
	return []parser.Span{least.Span, total.Span}
}

// absurdFen is more than anybody owes to a lender that sends messages: 50 million yuan.
const absurdFen = 50_000_000 * 100

// absurdSum: 99,999,999.00元.
func absurdSum(r *reading) []parser.Span {
	if a := r.n.Amount; a != nil && r.overdue() && a.Fen >= absurdFen {
		return []parser.Span{a.Span}
	}
	return nil
}

// Limits on what a loan may cost, in per cent a year. Until 2020 courts allowed nobody more than
// 36, and lenders have stayed under 24 since (最高人民法院 法释〔2015〕18号, 2020 修正, and the notices of the
// financial regulator); no licensed lender comes near 200.
const (
	usualRate  = 36
	absurdRate = 200
)

// dearSum: by the message's own figures the penalty comes to at least 36 and less than 200 per
// cent a year.
func dearSum(r *reading) []parser.Span { return r.rateFrom(usualRate, absurdRate) }

// usurySum: it comes to 200 per cent a year or more.
func usurySum(r *reading) []parser.Span { return r.rateFrom(absurdRate, 1e9) }

// rateFrom returns the principal and the penalty if the rate is at least least and under most, in
// per cent a year.
func (r *reading) rateFrom(least, most float64) []parser.Span {
	principal, more, rate := impliedRate(r.n)
	if rate < least || rate >= most {
		return nil
	}
	return []parser.Span{principal.Span, more.Span}
}

// leastFen is the least principal, and leastDays the least time, for which a rate is told: over a
// few days or yuan, a fixed fee makes a high rate.
const (
	leastFen  = 1000 * 100
	leastDays = 7
)

// impliedRate returns the yearly rate, in per cent, that a notice's own figures imply: from the
// penalty, the principal and the days past due. Interest is left out: it is also for the days
// before. The rate is 0 if the notice does not give all three.
func impliedRate(n *parser.Notice) (principal, more *parser.Money, rate float64) {
	if n.Overdue == nil || n.Overdue.Days == nil || *n.Overdue.Days < leastDays {
		return nil, nil, 0
	}
	extra := int64(0)
	for i := range n.Amounts {
		m := &n.Amounts[i]
		if m.Precision != parser.PrecisionExact {
			continue
		}
		switch m.Role {
		case parser.RolePrincipal:
			if principal == nil {
				principal = m
			}
		case parser.RolePenalty:
			extra += m.Fen
			more = m
		}
	}
	if principal == nil || principal.Fen < leastFen || more == nil || extra <= 0 {
		return nil, nil, 0
	}
	return principal, more, tenth(100 * float64(extra) / float64(principal.Fen) * 365 / float64(*n.Overdue.Days))
}
