package presend

import (
	"regexp"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// eachOf finds before a sum how many there are of it: 两期租金各, 3笔借款每笔.
var eachOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^0-9第共分/])([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:个?期|个月|笔|台|张|辆)[^，。；！？,;!?\n0-9]{0,8}(?:各|每期|每月|每笔|每台|每张)(?:为|是|计|付|欠|应付|应还)?(?:人民币)?[:：]?[¥￥]?$`)
})

// isEach reports whether an amount is that of each of several instalments: 各4,920元, 3203元/月. It
// is no total, though the words beside it are those of one.
func (k *check) isEach(m parser.Money) bool {
	before := strings.TrimRight(k.text[:m.Span.Start], " ¥￥约为:：")
	before = strings.TrimSuffix(before, "人民币")
	return endsWith(before, "each_before") || beginsWith(strings.TrimLeft(k.text[m.Span.End:], " （("), "each_after")
}

// multiplied compares so many times the amount of each instalment with the total, where the text says
// how many there are. What a total has beyond it may be a penalty.
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

// asideEnds are the signs that end an aside such as 780元（含上月未付的390元）.
const asideEnds = clauseEnds + "）)"

// apart parts amounts into those of each instalment and the others.
func (k *check) apart(all []parser.Money) (each, others []parser.Money) {
	for _, m := range all {
		switch {
		case k.isEach(m):
			each = append(each, m)
		case m.Role == parser.RoleTotal && len(all) > 1 && says(k.before(m.Span, asideEnds), "including"): // a part of another
		default:
			others = append(others, m)
		}
	}
	if len(with(others, parser.RoleTotal)) == 0 {
		return nil, all // one of them is what the text has for a total
	}
	return each, others
}

// isPart reports whether an amount is that of each of several instalments that are the record's together.
func (k *check) isPart(m parser.Money) bool {
	r := k.record.Amount
	return r != nil && m.Fen > 0 && *r > m.Fen && *r%m.Fen == 0 && k.isEach(m)
}
