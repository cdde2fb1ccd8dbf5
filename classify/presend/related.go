package presend

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// mostSums is how many amounts of a text are added up with each other: every subset of them is tried.
const mostSums = 10

// related reports whether two totals that are not the same go together as the text says, so that neither is
// wrong: all are 4280元 of the record, four times 1070元, what is left of 5280元, or one of those that it sums up.
func (k *check) related(totals, all []parser.Money) bool {
	mains := slices.Clone(totals)
	if k.saysAmount() {
		mains = slices.DeleteFunc(mains, func(m parser.Money) bool { return m.Fen != *k.record.Amount })
	}
	slices.SortFunc(mains, func(a, b parser.Money) int { return cmp.Compare(a.Fen, b.Fen) })
	mains = slices.CompactFunc(mains, func(a, b parser.Money) bool { return a.Fen == b.Fen })
	counts := k.counted()
	slices.Sort(counts)
	counts = slices.Compact(counts)
	if len(mains) > mostSums || len(counts) > mostSums {
		return true // more than a notice has: there is no telling
	}
	return slices.ContainsFunc(mains, func(main parser.Money) bool {
		return !slices.ContainsFunc(totals, func(m parser.Money) bool {
			return m.Fen != main.Fen && !isMultiple(main.Fen, m.Fen, counts) && !addsUp(main, m, all) && !(k.isLeft(main) && k.wasPaid(m))
		})
	})
}

// isMultiple reports whether one amount is the other so many times as the text counts.
func isMultiple(a, b int64, counts []int) bool {
	return slices.ContainsFunc(counts, func(n int) bool { return n > 1 && (a == b*int64(n) || b == a*int64(n)) })
}

// addsUp reports whether one of two amounts is the other and more amounts of the text.
func addsUp(a, b parser.Money, all []parser.Money) bool {
	var others []int64
	for _, m := range all {
		if m.Span != a.Span && m.Span != b.Span && m.Fen != a.Fen {
			others = append(others, m.Fen)
		}
	}
	if len(others) > mostSums {
		return false
	}
	difference := max(a.Fen, b.Fen) - min(a.Fen, b.Fen)
	for subset := range 1 << len(others) {
		var sum int64
		for i, fen := range others {
			if subset>>i&1 == 1 {
				sum += fen
			}
		}
		if subset > 0 && sum == difference {
			return true
		}
	}
	return false
}

// isPaidInPart reports whether parts are more than the total by an amount that stands in the text as well: what was
// paid of them.
func isPaidInPart(where, all []parser.Money) bool {
	var parts, total int64
	for _, m := range where {
		if m.Role == parser.RoleTotal {
			total = m.Fen
		} else {
			parts += m.Fen
		}
	}
	return slices.ContainsFunc(all, func(m parser.Money) bool {
		return parts-m.Fen == total && !slices.ContainsFunc(where, func(w parser.Money) bool { return w.Span == m.Span })
	})
}

// isLoanAlone reports whether nothing but the loan is more than the total, and is not called its principal: the total may be
// that of one instalment.
func (k *check) isLoanAlone(where []parser.Money) bool {
	parts := slices.DeleteFunc(slices.Clone(where), func(m parser.Money) bool { return m.Role == parser.RoleTotal })
	return len(parts) == 1 && parts[0].Role == parser.RolePrincipal && !strings.Contains(k.before(parts[0].Span, clauseEnds), "本")
}

// leftWrong returns the total, what was paid and what is left, where they are the only sums of the text and do not go
// together; interest may have been added.
func (k *check) leftWrong(all []parser.Money) []parser.Money {
	if len(all) != 3 || len(k.notice.Amounts) != 3 || moreOwed().MatchString(k.text) {
		return nil
	}
	total, paid, left := -1, -1, -1
	for i, m := range all {
		switch {
		case k.isLeft(m):
			left = i
		case k.wasPaid(m):
			paid = i
		case m.Role == parser.RoleTotal && !k.isOfWhole(m):
			total = i
		}
	}
	if total != 0 || paid != 1 || left != 2 || all[total].Fen-all[paid].Fen == all[left].Fen {
		return nil
	}
	return all
}

// moreOwed finds that more has come to be owed than what was.
var moreOwed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`利息|罚息|复利|违约金|滞纳金|费|减|免|另|约|优惠|券|其中`)
})

// countOf finds how many there are of what is paid for: 4期, 三笔, 此前三周, 2台, ×4.
var countOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([0-9]{1,3}|[一二两三四五六七八九十]{1,3}) ?个?(?:期|笔|周|星期|礼拜|月|季|年|台|辆|次|张|套|件|单|人)` +
		`|[×xX*＊] ?([0-9]{1,3})`)
})

// counted returns the numbers that an amount of the text may be taken times: the record's instalments are one, and
// with those that are beside this one, it is one more.
func (k *check) counted() (all []int) {
	if r := k.record.Periods; r != nil {
		all = append(all, *r)
	}
	more := says(k.text, "more_of")
	for _, at := range countOf().FindAllStringSubmatch(k.text, -1) {
		n := number(at[1]) + number(at[2])
		all = append(all, n)
		if more {
			all = append(all, n+1)
		}
	}
	return all
}

// wasPaid reports whether an amount is one that was paid: a verb of paying stands before it, and no word that it is
// owed.
func (k *check) wasPaid(m parser.Money) bool {
	label := strings.TrimRight(k.before(m.Span, clauseEnds), " ¥￥为:：了共")
	return paidLabel().MatchString(label) && !says(label, "owed")
}

// paidLabel finds a verb of paying at the end.
var paidLabel = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:` + paidVerb + `|` + payVerb + `)(?:款项?|金额|人民币|RMB)?$`)
})

// isOfWhole reports whether an amount is not what is owed, but of the whole loan, the limit or the goods:
// 贷款余额46,000元, 原金额120,000元, 3万元的贷款.
func (k *check) isOfWhole(m parser.Money) bool {
	label := strings.TrimRight(k.text[:m.Span.Start], " ¥￥为是有共约:：（(")
	for _, unit := range [...]string{"人民币", "RMB"} {
		label = strings.TrimRight(strings.TrimSuffix(label, unit), " 为是有共约:：（(")
	}
	return endsWith(label, "whole_before") || beginsWith(strings.TrimLeft(k.text[m.Span.End:], " 整"), "whole_after")
}

// besideFigures finds what may stand between a sum in words and the same in figures.
var besideFigures = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^整?[ ，,、]?[（(，,、：: ]?(?:即|也即|计|合|大写|小写|人民币|金额|为|RMB|[：:¥￥ ]){0,4}$`)
})

// twice returns a sum that stands in words and in figures side by side, where they are not the same.
func (k *check) twice() []parser.Money {
	all := k.notice.Amounts
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.Precision != parser.PrecisionExact || b.Precision != parser.PrecisionExact || a.Fen == b.Fen || inWords(a) == inWords(b) ||
			b.Span.Start < a.Span.End || b.Span.Start-a.Span.End > 40 {
			continue
		}
		if between := k.text[a.Span.End:b.Span.Start]; besideFigures().MatchString(between) && (between != "" || !inWords(b)) && (between == "" || strings.Trim(between, " ，,、整") != "") {
			return []parser.Money{a, b}
		}
	}
	return nil
}

// inWords reports whether an amount is written without figures.
func inWords(m parser.Money) bool { return digitsOf(m.Text) == "" }
