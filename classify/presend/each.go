package presend

import (
	"regexp"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// eachOf finds, before a sum, how many times it is owed: 两期租金各, 3笔借款每笔.
var eachOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^0-9第共分/、和与及至到~-])([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:个?期|个月|笔|台|张|辆)[^，。；！？,;!?\n0-9]{0,8}(?:各|每期|每月|每笔|每台|每张)(?:为|是|计|付|欠|应付|应还)?(?:人民币)?[:：]?[¥￥]?$`)
})

// isEach reports whether an amount is that of each of several instalments: 各4,920元, 3203元/月. Such
// an amount is no total, even if the words beside it say so.
func (k *check) isEach(m parser.Money) bool {
	before := strings.TrimRight(k.text[:m.Span.Start], " ¥￥约为:：")
	before = strings.TrimSuffix(before, "人民币")
	return endsWith(before, "each_before") || beginsWith(strings.TrimLeft(k.text[m.Span.End:], " （("), "each_after")
}

// multiplied compares the amount of each instalment, times their number if the text gives it, with
// the total. What a total has beyond that may be a penalty.
func (k *check) multiplied(each, others []parser.Money) {
	totals := with(others, parser.RoleTotal)
	if len(each) != 1 || len(totals) != 1 || totals[0].Span.Start < each[0].Span.End {
		return
	}
	at := eachOf().FindStringSubmatch(before(k.text, each[0].Span, sentenceEnds))
	if at == nil {
		return
	}
	sum := each[0].Fen * int64(number(at[1]))
	switch rest := len(others) > 1; {
	case sum > totals[0].Fen && len(with(others, parser.RoleDiscount)) == 0 && !says(k.text, "settlement"):
		k.add("SUM_IMPOSSIBLE", each[0].Span, totals[0].Span)
	case sum < totals[0].Fen && !rest:
		k.add("SUM_UNEXPLAINED", each[0].Span, totals[0].Span)
	}
}

// asideEnds are the marks that end a clause or an aside such as 780元（含上月未付的390元）.
const asideEnds = clauseEnds + "）)"

// apart separates amounts of each instalment from the others.
func (k *check) apart(all []parser.Money) (each, others []parser.Money) {
	for _, m := range all {
		switch {
		case k.isEach(m):
			each = append(each, m)
		case m.Role == parser.RoleTotal && len(all) > 1 && says(k.before(m.Span, asideEnds), "including"): // it is a part of another amount
		default:
			others = append(others, m)
		}
	}
	if len(with(others, parser.RoleTotal)) == 0 {
		return nil, all // one of them is the total of the text
	}
	return each, others
}

// isPart reports whether an amount is that of each of several instalments that together are the
// record's amount.
func (k *check) isPart(m parser.Money) bool {
	r := k.record.Amount
	return r != nil && m.Fen > 0 && *r > m.Fen && *r%m.Fen == 0 && k.isEach(m)
}
