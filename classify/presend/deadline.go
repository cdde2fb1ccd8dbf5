package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// askedBy finds at the end of what stands before a day that it is the one to pay by: 请于, 请您务必在, 最晚.
var askedBy = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:请|烦请|敬请|望|务必)(?:您|你|贵方|贵司)?(?:尽快|及时|务必|抓紧|尽量|最迟|最晚|安排|今日|本周[一二三四五六日天]?)?(?:于|在|赶在)?[（( ]?$|(?:最迟|最晚|截止时间|最后期限)(?:于|在|为|是|[:： ])?$`)
})

// past finds days to pay by that are over when the notice goes out. One that is the record's was said before, and
// so was what was asked for.
func (k *check) past(d dated) {
	for _, w := range d.all {
		if k.isPast(d, w) {
			k.add("DATE_PAST", w.span)
		}
	}
}

func (k *check) isPast(d dated, w date) bool {
	day, ok := w.near(d.planned)
	if !ok || d.planned.IsZero() || !day.Before(d.planned) || w.is(d.due) || w.month == 0 {
		return false
	}
	clause := k.before(w.span, clauseEnds)
	_, after := wordsBeside(k.text, w.span)
	return askedBy().MatchString(clause) && !says(clause, "earlier") && !says(clause, "agreed") && !strings.HasPrefix(after, "起")
}

// calledToday finds a day that is called today, or so many days from it: 截至今日（6月18日）, 今天是12月11日, 明天（12月12日）.
var calledToday = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(大前天|前天|昨[日天]|今[日天]|明[日天]|大后天|后天)(?:[（(是，, ]){1,2}(?:([0-9]{4})[年/.-])?(?:([0-9]{1,2})[月/.-])?([0-9]{1,2})([日号）)])`)
})

// todayIs compares the days that the text counts from the one on which it goes out with their dates.
func (k *check) todayIs(d dated) {
	if d.planned.IsZero() {
		return
	}
	for _, at := range calledToday().FindAllStringSubmatchIndex(k.text, -1) {
		group := func(i int) int {
			if at[2*i] < 0 {
				return 0
			}
			return number(k.text[at[2*i]:at[2*i+1]])
		}
		if after := k.text[at[1]:]; group(3) == 0 && k.text[at[10]:at[11]] == "日" || strings.HasPrefix(after, "内") || strings.HasPrefix(after, "后") {
			continue // 今日，3日内
		}
		said := date{year: group(2), month: group(3), day: group(4)}
		word := k.text[at[2]:at[3]]
		i := slices.IndexFunc(relative, func(r relativeDay) bool { return r.word == word })
		if !said.is(d.planned.AddDate(0, 0, relative[i].days)) {
			k.differs("TODAY_DIFFERS", FieldPlannedAt, parser.Span{Start: at[0], End: at[1]})
		}
	}
}
