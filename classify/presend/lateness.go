package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// stated is a number of days that a text gives.
type stated struct {
	days    int
	late    bool // words beside it say that the debt is that many days overdue
	atLeast bool // they say that it is more: 逾, 超过
	span    parser.Span
}

// countedDays finds numbers of days: 13天, 两个星期零一天, 21日.
var countedDays = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:([0-9]{1,2}|[一二两三四五六七八九十]{1,2}) ?个?(?:星期|礼拜|周)(?:零|又|加|多)?)?([0-9]{1,4}|[〇零一二两三四五六七八九十百]{1,5}) ?(天|日)`)
})

// about finds approximate numbers: 两三天, 三五天.
var about = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^十百零〇])[一二两三四五六七八九][一二三四五六七八九](?: ?天|$)`)
})

func isAbout(text string) bool { return about().MatchString(text) }

// englishDays finds days overdue in English.
var englishDays = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b([0-9]{1,4}) days? (?:late|overdue|past due|in arrears|behind)|(?:late|overdue|past due) (?:by|for) ([0-9]{1,4}) days?`)
})

// lateFillers are the characters that may stand between days and the word that says that they are
// days overdue.
const lateFillers = " :：为是已经了共有足达整计到至今天约的（("

// statedDays returns the numbers of days in the text, except days to come, of grace or of a
// service.
func (k *check) statedDays() (all []stated) {
	for _, at := range countedDays().FindAllStringSubmatchIndex(k.text, -1) {
		before, after := k.text[:at[0]], k.text[at[1]:]
		if rest, ok := strings.CutPrefix(after, "前"); ok { // 四天前（12月1日）到期
			if at := aside().FindStringIndex(rest); at != nil {
				after = after[:len("前")] + rest[at[1]:]
			}
		}
		if endsWith(before, "not_days_before") || beginsWith(after, "not_days_after") || joined(k.text, at[0]-1) || isAbout(k.text[at[4]:at[5]]) {
			continue
		}
		s := stated{days: number(k.text[at[4]:at[5]]), span: parser.Span{Start: at[0], End: at[1]}}
		if at[2] >= 0 {
			s.days += 7 * number(k.text[at[2]:at[3]])
		}
		s.atLeast = endsWith(strings.TrimRight(before, " 了"), "over_before")
		s.late = s.atLeast || endsWith(before, "late_before") || endsWith(strings.TrimRight(before, lateFillers), "late_before") || beginsWith(after, "late_after")
		if k.text[at[6]:at[7]] == "日" && (!s.late || strings.HasSuffix(before, "月") || strings.HasSuffix(before, "第")) {
			continue // a day of the calendar
		}
		if strings.HasSuffix(strings.TrimRight(before, "零又加多"), "个月") {
			continue // 1个月零5天
		}
		all = append(all, s)
	}
	for _, at := range englishDays().FindAllStringSubmatchIndex(k.text, -1) {
		group := 2
		if at[2] < 0 {
			group = 4
		}
		all = append(all, stated{days: number(k.text[at[group]:at[group+1]]), late: true, span: parser.Span{Start: at[0], End: at[1]}})
	}
	return all
}

// differs reports whether the days cannot be those of the record. Fits tells whether a number of
// days is the record's. "More than" a round number fits any greater number too.
func (s stated) differs(fits func(days int) bool, record *int) bool {
	if fits(s.days) {
		return false
	}
	return !s.atLeast || s.days%10 != 0 || record != nil && s.days > *record
}

// days compares the days overdue in the text with the record's, or if these are not known, with
// the days from the record's dates to the day on which the notice goes out.
func (k *check) days(d dated) {
	fits, of := func(days int) bool { return days == *k.record.Days }, FieldDays
	o := k.notice.Overdue
	if k.record.Days == nil {
		read := o != nil && o.Days != nil
		if d.planned.IsZero() || d.since.IsZero() && (d.due.IsZero() || !read && k.notice.Kind == parser.KindReminder) {
			return
		}
		fits, of = d.counts, fieldIf(d.since, FieldSince, FieldDue)
	}
	all := k.statedDays()
	if slices.ContainsFunc(all, func(s stated) bool { return s.late && fits(s.days) }) {
		return
	}
	if len(all) == 0 && k.halfMonths() {
		return
	}
	switch {
	case o != nil && o.Days != nil && o.Months == nil && (o.Precision == parser.PrecisionExact || o.Precision == parser.PrecisionAtLeast):
		if s := (stated{*o.Days, true, o.Precision == parser.PrecisionAtLeast, o.Span}); s.differs(fits, k.record.Days) {
			k.differs("DAYS_DIFFER", of, s.span)
		}
	case o != nil && (o.Days != nil || o.Months != nil) && len(all) == 0:
		k.months(o)
	default:
		k.bareDays(all, fits, of)
	}
}

// months compares the months overdue in the text with the record's days.
func (k *check) months(o *parser.Overdue) {
	r := k.record.Days
	if o.Precision != parser.PrecisionExact || o.Months == nil || o.Days != nil || r == nil {
		return
	}
	if *r < 28**o.Months-3 || *r > 31*(*o.Months+1) {
		k.differs("DAYS_DIFFER", FieldDays, o.Span)
	}
}

// countedWeeks finds weeks overdue: 已迟一周, 拖了3个星期.
var countedWeeks = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([0-9]{1,2}|[一二两三四五六七八九十]{1,2}) ?个?(?:星期|礼拜|周)(?:[^一二三四五六日天末年期岁]|$)`)
})

// weeks compares the weeks overdue in the text with the record's days.
func (k *check) weeks() {
	r := k.record.Days
	if r == nil || !hasWeekday(k.text) {
		return
	}
	for _, at := range countedWeeks().FindAllStringSubmatchIndex(k.text, -1) {
		before, days := strings.TrimRight(k.text[:at[0]], lateFillers), 7*number(k.text[at[2]:at[3]])
		if endsWith(before, "late_before") && (*r < days-1 || *r > days+6) {
			k.differs("DAYS_DIFFER", FieldDays, parser.Span{Start: at[2], End: at[3]})
		}
	}
}

// countedHalves finds months and a half overdue: 逾期半个月, 逾期一个半月.
var countedHalves = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:逾期|拖欠|超期|过期|晚|拖|欠)(?:了|已|近|约|达|将近|有|时间|快)*(?:半|([0-9]{1,2}|[一二两三四五六七八九十]{1,2}) ?个半) ?个?月`)
})

// halfMonths compares the half months that a text says the debt is overdue with the record's days, and reports
// whether it says any.
func (k *check) halfMonths() (says bool) {
	r := k.record.Days
	if r == nil || !strings.Contains(k.text, "半") {
		return false
	}
	for _, at := range countedHalves().FindAllStringSubmatchIndex(k.text, -1) {
		days := 15
		if at[2] >= 0 {
			days += 30 * number(k.text[at[2]:at[3]])
		}
		says = true
		if *r < days-14 || *r > days+14 {
			k.differs("DAYS_DIFFER", FieldDays, parser.Span{Start: at[0], End: at[1]})
		}
	}
	return says
}

// daysAsPeriods finds the record's days with the word for instalments behind them, of which it has none: 逾期9期.
func (k *check) daysAsPeriods() {
	r := k.record.Days
	if r == nil || *r < 3 || k.record.Periods != nil {
		return
	}
	for _, i := range k.instalments() {
		if i.n == *r && says(k.clause(i.span), "late_before") {
			k.differs("DAYS_DIFFER", FieldDays, i.span)
		}
	}
}

// bareDays compares days in the text that package parser has not read: those that words call
// overdue or, if there are none, the only number of days.
func (k *check) bareDays(all []stated, fits func(days int) bool, of Field) {
	if len(all) == 0 {
		k.weeks()
		k.daysAsPeriods()
		return
	}
	late := slices.DeleteFunc(slices.Clone(all), func(s stated) bool { return !s.late })
	if len(late) == 0 && len(all) == 1 {
		late = all
	}
	for _, s := range late {
		if s.differs(fits, k.record.Days) {
			k.differs("DAYS_DIFFER", of, s.span)
		}
	}
}
