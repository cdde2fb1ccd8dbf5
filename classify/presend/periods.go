package presend

import (
	"regexp"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// periodsOf finds how many instalments a text says: 2期, 两期, 逾期期数:1.
var periodsOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([0-9]{1,3}|[一二两三四五六七八九十]{1,3}) ?个?期|期数 ?[:：为是]? ?([0-9]{1,3})`)
})

// periods compares how many instalments a text says are overdue with the record's. Where package
// parser finds none, the only number of instalments that the text gives counts.
func (k *check) periods() {
	r := k.record.Periods
	if r == nil {
		return
	}
	o := k.notice.Overdue
	all := k.instalments()
	switch {
	case o == nil || o.Periods == nil:
		if len(all) == 1 && all[0].n != *r {
			k.differs("PERIODS_DIFFER", FieldPeriods, all[0].span)
		}
	case *o.Periods != *r:
		where := o.Span // of the days, where both are given
		for _, i := range all {
			if i.n == *o.Periods {
				where = i.span
				break
			}
		}
		k.differs("PERIODS_DIFFER", FieldPeriods, where)
	}
}

// instalments is a number of instalments and where a text gives it.
type instalments struct {
	n    int
	span parser.Span
}

// instalments returns how many instalments the text says may be overdue: not 第2期, 3/12期, 分12期.
func (k *check) instalments() (all []instalments) {
	for _, at := range periodsOf().FindAllStringSubmatchIndex(k.text, -1) {
		group := 2
		if at[2] < 0 {
			group = 4
		}
		if endsWith(k.text[:at[0]], "not_periods_before") || isDigit(k.text, at[0]-1) {
			continue
		}
		all = append(all, instalments{number(k.text[at[group]:at[group+1]]), parser.Span{Start: at[0], End: at[1]}})
	}
	return all
}
