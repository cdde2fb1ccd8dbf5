package presend

import (
	"regexp"
	"strings"
	"sync"
)

// askedBy finds at the end of what stands before a day that it is the one to pay by: 请于, 请您务必在, 最晚.
var askedBy = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:请|烦请|敬请|望|务必)(?:您|你|贵方|贵司)?(?:尽快|及时|务必|抓紧|尽量|最迟|最晚|安排|今日|本周[一二三四五六日天]?)?(?:于|在|赶在)?[（( ]?$|(?:最迟|最晚|截止时间|最后期限)(?:于|在|为|是|[:： ])?$`)
})

// past finds days to pay by that are over when the notice goes out. One that is the record's was said before, and
// so was what was asked for.
func (k *check) past(d dated) {
	for _, w := range d.all {
		day, ok := w.near(d.planned)
		if !ok || d.planned.IsZero() || !day.Before(d.planned) || w.is(d.due) || w.month == 0 {
			continue
		}
		clause := k.before(w.span, clauseEnds)
		_, after := wordsBeside(k.text, w.span)
		if askedBy().MatchString(clause) && !says(clause, "earlier") && !strings.HasPrefix(after, "起") {
			k.add("DATE_PAST", w.span)
		}
	}
}
