package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

const instalmentNumber = `([0-9]{1,3}|[一二两三四五六七八九十]{1,3})`

// wholePeriods finds how many instalments a whole loan has: 贷款共12期, 分12期, 第3期(共12期), 3/12期, 12期的分期.
var wholePeriods = sync.OnceValue(func() *regexp.Regexp {
	const n = instalmentNumber
	return regexp.MustCompile(`(?:贷|贷款|借款|借据|分期|合同|协议|租期|产品|课程|订单|租赁)[（(，, ]?(?:总共|总计|总|合计|共计|共|分为|分)` + n + ` ?期` +
		`|(?:^|[^部])分为?` + n + ` ?期|总期数(?:为|是|[:： ]){0,2}` + n +
		`|第 ?(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3}) ?期?(?:[¥￥]?[0-9][0-9,.]{0,14}元?|款项?|租金|月供|账单)? ?(?:[（(](?:总|共|总共)|[/／](?:总|共|总共)?)` + n + ` ?期|[0-9]{1,3}[/／]` + n + ` ?期` +
		`|` + n + ` ?期的?分期|共有?` + n + ` ?期的?(?:贷款|借款)[，,。；;]`)
})

// isOffer finds in a clause that instalments are offered, and are not those of the loan.
var isOffer = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`可|申请|办理|最长|最多|最高|最低|支持|方案|选择|再分|免|减|协商|每期|延|转`)
})

// whole returns how many instalments the whole loan has, and where the text says so; 0 where it does not, or says
// more than one number.
func (k *check) whole() (n int, where []parser.Span) {
	if !strings.Contains(k.text, "期") || !strings.ContainsAny(k.text, "共计分总（(/／") {
		return 0, nil
	}
	for _, at := range wholePeriods().FindAllStringSubmatchIndex(k.text, -1) {
		group := 2
		for at[group] < 0 {
			group += 2
		}
		span, said := parser.Span{Start: at[group], End: at[group+1]}, number(k.text[at[group]:at[group+1]])
		if late := says(k.before(span, clauseEnds), "late_before"); late && strings.HasSuffix(k.text[at[0]:at[1]], "分期") {
			continue // 逾期3期分期款
		}
		if isOffer().MatchString(k.before(span, clauseEnds)) || n != 0 && said != n {
			return 0, nil
		}
		n, where = said, append(where, span)
	}
	return n, where
}

// ordinals finds numbers of instalments that a loan of fewer has not: 第13期, 第12、13期, 13/12期, 已还13期, 逾期13期.
var ordinals = sync.OnceValue(func() *regexp.Regexp {
	const n = instalmentNumber
	return regexp.MustCompile(`第 ?(?:[0-9]{1,3} ?期?[、,，和及与至到~-]第?){0,10}` + n + ` ?期?[（(/／期]|(?:^|[^0-9./-])([0-9]{1,3})[/／][0-9]{1,3} ?期` +
		`|(?:已还|已付|已缴|已还款|逾期|未还|尚欠|拖欠)` + n + ` ?期`)
})

// beyond finds instalments beyond the last of the loan: 第13期 of 共12期.
func (k *check) beyond() {
	last, where := k.whole()
	if last == 0 || last == k.listedOnes() || k.record.Periods != nil && *k.record.Periods == last {
		return
	}
	for _, at := range ordinals().FindAllStringSubmatchIndex(k.text, -1) {
		group := 2
		for at[group] < 0 {
			group += 2
		}
		span := parser.Span{Start: at[group], End: at[group+1]}
		if number(k.text[at[group]:at[group+1]]) > last && !overlaps(where, span) {
			k.add("PERIODS_IMPOSSIBLE", append(slices.Clone(where), span)...)
			return
		}
	}
}

// one finds an instalment by its number.
var one = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`第 ?` + instalmentNumber + ` ?期`)
})

// listedOnes returns how many instalments the text names by their numbers, each by itself or in a list.
func (k *check) listedOnes() int {
	all, _ := k.listed()
	n := len(one().FindAllStringIndex(k.text, -1))
	for _, i := range all {
		n = max(n, i.n)
	}
	return n
}
