package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// periodsOf finds numbers of instalments in a text: 2期, 两期, 壹期, 逾期期数:1, 两个月没还, 欠租2个月.
var periodsOf = sync.OnceValue(func() *regexp.Regexp {
	const n = `([0-9]{1,3}|[一二两三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3})`
	return regexp.MustCompile(n + ` ?个?期|期数 ?[:：为是]? ?([0-9]{1,3})` +
		`|` + n + ` ?个月(?:的)?(?:月供|租金|房租|账单|贷款|分期|学费)?(?:没|未|欠)` +
		`|` + n + ` ?个月(?:的)?(?:月供|租金|房租|账单|贷款|学费|车租)(?:分期)?(?:一?共|合计)?[¥￥]?[0-9][0-9,.]{0,12}元?，?(?:已?没|未|还没|已?逾期)` +
		`|连续` + n + ` ?次(?:未按|未还|没还|没有?按|逾期)` +
		`|欠[^，。；！,;!\n0-9]{0,8}?` + n + ` ?个月` +
		`|(?:逾期|未付|未缴|未交|未还)了?` + n + ` ?个月的?(?:租金|月供|房租|车租|账单|学费|物业费)`)
})

// periods compares the instalments overdue in the text with the record's. If none of the numbers
// in the text is the record's, it reports the one that package parser found, else the first.
func (k *check) periods() {
	k.beyond()
	r := k.record.Periods
	if r == nil {
		return
	}
	all := k.instalments()
	if len(all) == 0 {
		all = k.eachByNumber()
	}
	if len(all) == 0 || slices.ContainsFunc(all, func(i instalments) bool { return i.n == *r }) {
		return
	}
	said := all[0] // it may be in the text more than once
	if o := k.notice.Overdue; o != nil && o.Periods != nil {
		if i := slices.IndexFunc(all, func(i instalments) bool { return i.n == *o.Periods }); i >= 0 {
			said = all[i]
		}
	}
	for _, i := range all {
		if i.n == said.n {
			k.differs("PERIODS_DIFFER", FieldPeriods, i.span)
		}
	}
}

// instalments is a number of instalments and where a text gives it.
type instalments struct {
	n    int
	span parser.Span
}

// instalments returns the numbers of instalments in the text that may be those overdue: not 第2期,
// 3/12期, 分12期.
func (k *check) instalments() []instalments {
	all, read := k.listed()
	_, whole := k.whole()
	for _, at := range periodsOf().FindAllStringSubmatchIndex(k.text, -1) {
		group := 2
		for at[group] < 0 {
			group += 2
		}
		if isNotPeriods(k.text[:at[0]]) || arePaid(k.text[:at[0]]) || !unpaidEnd(k.text[:at[1]]) && beginsWith(k.text[at[1]:], "not_periods_after") || isDigit(k.text, at[0]-1) && isDigit(k.text, at[0]) {
			continue
		}
		span := parser.Span{Start: at[0], End: at[1]}
		if overlaps(read, span) || overlaps(whole, span) && !says(k.clause(span), "late_before") {
			continue
		}
		if strings.HasSuffix(k.text[:at[0]], "共") && !says(k.around(span, sentenceEnds), "late_before") && !beginsWith(k.text[at[1]:], "unpaid_after") {
			continue // the instalments of the whole loan
		}
		all = append(all, instalments{number(k.text[at[group]:at[group+1]]), span})
	}
	return all
}

// unpaidEnd reports whether a text ends in a word that says that something is not paid.
func unpaidEnd(text string) bool {
	return strings.HasSuffix(text, "没") || strings.HasSuffix(text, "未") || strings.HasSuffix(text, "欠")
}

// isNotPeriods reports whether the text before instalments says that they are not those overdue. A
// stroke after a sum only separates: 5060元/2期.
func isNotPeriods(before string) bool {
	return endsWith(before, "not_periods_before") && !strings.HasSuffix(before, "元/") && !strings.HasSuffix(before, "天/")
}

// paidPeriods finds at the end of a clause that what follows was paid: 累计还款11期, 已按期归还11期.
var paidPeriods = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:已|累计|成功|按[时期月]|正常|顺利|曾|共)[^未没欠逾应待需须拖]{0,24}(?:` + payVerb + `|付清|交清|缴清|结清|还清|履行|履约|完成|扣款|扣收)(?:了|过|款项?|共|合计|租金|月供|[：: ])*$`)
})

// arePaid reports whether what stands before instalments says that they were paid.
func arePaid(text string) bool { return paidPeriods().MatchString(lastClause(text)) }

// listedPeriods finds instalments that are listed by number: 第7、8、9期, 第7期至第9期.
var listedPeriods = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`第([0-9]{1,3})期?(?:(?:[-~～—至到]|——)第?([0-9]{1,3})|((?:[、,，和及与]第?[0-9]{1,3}期?){0,10}[、,，和及与]第?[0-9]{1,3}))期`)
})

// listed returns how many instalments the text lists by number, and where.
func (k *check) listed() (all []instalments, where []parser.Span) {
	if !strings.Contains(k.text, "第") || !strings.ContainsAny(k.text, "、,，和及与-~～—至到") {
		return nil, nil
	}
	for _, at := range listedPeriods().FindAllStringSubmatchIndex(k.text, -1) {
		n := 1
		span := parser.Span{Start: at[0], End: at[1]}
		where = append(where, span)
		if at[4] >= 0 {
			n += number(k.text[at[4]:at[5]]) - number(k.text[at[2]:at[3]])
		} else {
			n += len(numbersIn(k.text[at[6]:at[7]]))
		}
		if firstPaid := strings.ContainsAny(k.text[at[0]:at[1]], ",，") && endsWith(k.text[:at[0]], "settled_before"); n > 1 && !firstPaid && !beginsWith(k.text[at[1]:], "not_periods_after") && !endsWith(strings.TrimRight(k.text[:at[0]], " :：为"), "to_come_before") {
			all = append(all, instalments{n, span})
		}
	}
	return all, where
}

// byNumber finds an instalment by its number with its sum behind it.
var byNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`第 ?` + instalmentNumber + ` ?期(?:的)?(?:账单|租金|月供|应还|款|学费)?(?:[¥￥]|人民币)?[0-9]`)
})

// eachByNumber counts the instalments that the text names by their numbers, each with its sum, where it speaks of
// none to come: 第7期500元、第8期500元.
func (k *check) eachByNumber() []instalments {
	all := byNumber().FindAllStringSubmatchIndex(k.text, -1)
	if len(all) < 2 || says(k.text, "next_before") || says(k.text, "paid_word") {
		return nil
	}
	numbers := map[int]bool{}
	for _, at := range all {
		if endsWith(k.text[:at[0]], "to_come_before") {
			return nil
		}
		numbers[number(k.text[at[2]:at[3]])] = true
	}
	if len(numbers) < 2 {
		return nil
	}
	return []instalments{{len(numbers), parser.Span{Start: all[0][0], End: all[len(all)-1][1]}}}
}

// numbersIn returns the numbers in a text.
func numbersIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}
