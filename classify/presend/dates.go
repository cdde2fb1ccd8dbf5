package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dunsms/dunsms/parser"
)

// dated are the dates of a record and of its text.
type dated struct {
	planned, since, due time.Time // days of the record; zero: not known
	all                 []date    // of the text
}

// dates finds dates that do not exist and dates that differ from the record's.
func (k *check) dates() {
	d := dated{dayOf(k.record.PlannedAt), dayOf(k.record.Since), dayOf(k.record.Due), dates(k.text)}
	for i := range d.all {
		d.all[i] = d.all[i].from(d.planned)
	}
	if born := k.born(); len(born) > 0 {
		d.all = slices.DeleteFunc(d.all, func(w date) bool { return overlaps(born, w.span) })
	}
	if len(d.all) > 1 || k.notice.Kind != parser.KindReminder {
		d.all = slices.DeleteFunc(d.all, func(w date) bool { return w.alone })
	}
	for i, written := range d.all {
		day, ok := written.near(d.planned)
		if written.paid && ok && !day.After(d.planned) {
			d.all[i].due, d.all[i].late, d.all[i].counted = false, false, true
		}
		switch {
		case !ok:
			k.add("DATE_IMPOSSIBLE", written.span)
		case written.hasWeekday && !day.IsZero() && day.Weekday() != written.weekday:
			k.add("WEEKDAY_DIFFERS", written.span)
		}
	}
	k.days(d)
	k.periods()
	k.since(d)
	k.due(d)
	k.today(d)
	k.notYetDue(d)
	k.past(d)
	k.todayIs(d)
}

// fieldIf returns the first field if its day is known, else the second.
func fieldIf(day time.Time, first, second Field) Field {
	if !day.IsZero() {
		return first
	}
	return second
}

// counts reports whether that many days lie between the record's dates and the day on which the
// notice goes out. The first day may be counted or not.
func (d dated) counts(days int) bool {
	if !d.since.IsZero() {
		n := daysFrom(d.since, d.planned)
		return n == days || n+1 == days
	}
	n := daysFrom(d.due, d.planned)
	return n-1 <= days && days <= n+1
}

// since compares the day since which the text says that the debt is overdue with the record's, or
// if that is not known, with the days overdue or the due date of the record, or with the days in
// the text itself.
func (k *check) since(d dated) {
	o := k.notice.Overdue
	said, ok := k.saidSince(d)
	if !ok {
		return
	}
	day, ok := said.near(d.planned)
	if !ok || day.IsZero() && (d.since.IsZero() || !said.is(d.since)) {
		return
	}
	where := said.span
	count := k.record.Days
	switch {
	case !d.since.IsZero():
		if !said.is(d.since) && !said.is(d.due) {
			k.differs("SINCE_DIFFERS", FieldSince, where)
		}
	case d.planned.IsZero():
	case count != nil:
		if n := daysFrom(day, d.planned); n != *count && n+1 != *count {
			k.differs("SINCE_DIFFERS", FieldDays, where)
		}
	case !d.due.IsZero():
		if n := daysFrom(d.due, day); n != 0 && n != 1 {
			k.differs("SINCE_DIFFERS", FieldDue, where)
		}
	case o != nil && o.Days != nil && o.Precision == parser.PrecisionExact:
		if n := daysFrom(day, d.planned); n != *o.Days && n+1 != *o.Days {
			k.add("DAYS_CONTRADICT", where, o.Span)
		}
	}
}

// isKnownLate reports whether the debt is overdue by the record, and whether the record tells.
func (k *check) isKnownLate() (late, known bool) {
	planned, since, due := dayOf(k.record.PlannedAt), dayOf(k.record.Since), dayOf(k.record.Due)
	switch {
	case k.record.Days != nil:
		return *k.record.Days > 0, true
	case planned.IsZero():
		return false, false
	case !since.IsZero():
		return !since.After(planned), true
	case !due.IsZero():
		return due.Before(planned), true
	}
	return false, false
}

// isLate reports whether the debt is overdue: by the record if it tells, else by the kind of
// notice.
func (k *check) isLate() bool {
	late, known := k.isKnownLate()
	return late || !known && k.notice.Kind == parser.KindOverdue
}

// saidSince returns the day since which the text says that the debt is overdue.
func (k *check) saidSince(d dated) (date, bool) {
	if o := k.notice.Overdue; o != nil && o.Since != "" {
		said, ok := parsedDate(o.Since)
		said.span = d.spanOf(said, o.Span)
		return said, ok
	}
	i := slices.IndexFunc(d.all, func(w date) bool { return w.since })
	if i < 0 {
		return date{}, false
	}
	return d.all[i], true
}

// is reports whether the date is that day. A year or month that the date does not give may be any.
func (d date) is(day time.Time) bool {
	return !day.IsZero() && d.day == day.Day() && (d.month == 0 || d.month == int(day.Month())) && (d.year == 0 || d.year == day.Year())
}

// spanOf returns where the text has a date, or if it does not, the other span.
func (d dated) spanOf(said date, other parser.Span) parser.Span {
	for _, w := range d.all {
		if w.month == said.month && w.day == said.day && w.year == said.year {
			return w.span
		}
	}
	return other
}

// due compares the due dates in the text with the record's, or if that is not known, with the days
// overdue. The day by which an overdue notice wants payment is no due date. A text that has the
// record's due date anywhere does not differ.
func (k *check) due(d dated) {
	if d.due.IsZero() {
		k.dueDays(d)
		return
	}
	if slices.ContainsFunc(d.all, func(w date) bool { return w.is(d.due) }) || k.says(d.due, d.planned) {
		return
	}
	for _, w := range k.dueDates(d) {
		k.differs("DUE_DIFFERS", FieldDue, w.span)
	}
}

// dueDates returns the days on which, according to the text, something is or was due.
func (k *check) dueDates(d dated) (all []date) {
	u := k.notice.Due
	for _, w := range d.all {
		w.due = w.due || !w.counted && u != nil && u.Span.Start < w.span.End && w.span.Start < u.Span.End
		day, ok := w.near(d.planned)
		if says(k.before(w.span, clauseEnds), "promised") {
			continue
		}
		if !w.due || !ok || k.isLate() && !w.late && (d.planned.IsZero() || !day.Before(d.planned)) && !k.isNamedDue(w) || k.isPast(d, w) {
			continue
		}
		all = append(all, w)
	}
	if len(all) == 0 && len(d.all) == 1 && k.notice.Kind == parser.KindReminder && !d.all[0].counted {
		return d.all // the only date of a reminder is its due date
	}
	return all
}

// namedDue finds at the end of what stands before a day that it is called the due date: not the last day to pay, nor that of
// another instalment.
var namedDue = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^后迟晚期月新终次一个近卡])(?:到期|应)?(?:还款|还|到期|付|缴|扣款|付款)日(?:期)?(?:为|是|[:： （(]){0,2}$`)
})

// isNamedDue reports whether the text calls a day the due date.
func (k *check) isNamedDue(w date) bool {
	return namedDue().MatchString(k.before(w.span, clauseEnds)) && !k.manyPeriods()
}

// dueDays compares the days since the due date in the text with the days overdue of the record or,
// if not known, of the text.
func (k *check) dueDays(d dated) {
	o := k.notice.Overdue
	if o == nil || o.Precision != parser.PrecisionExact || d.planned.IsZero() || k.manyPeriods() {
		return
	}
	count := k.record.Days
	if count == nil {
		count = o.Days
	}
	said := k.dueDates(d)
	if count == nil || len(said) != 1 {
		return
	}
	if k.isOfAnother(said[0], o.Span) || says(k.text, "first") && slices.ContainsFunc(d.all, func(w date) bool { return w.span != said[0].span && w.explains(*count, d.planned) }) {
		return
	}
	day, _ := said[0].near(d.planned)
	if n := daysFrom(day, d.planned); *count < n-1 || *count > n+1 {
		k.add("DAYS_CONTRADICT", said[0].span, o.Span)
	}
}

// isOfAnother reports whether the days overdue are those of the first of many instalments, and the due date is not.
func (k *check) isOfAnother(due date, late parser.Span) bool {
	return says(k.clause(late), "first") && !says(k.clause(due.span), "first")
}

// explains reports whether the debt is so many days late since the day.
func (d date) explains(days int, planned time.Time) bool {
	day, ok := d.near(planned)
	n := daysFrom(day, planned)
	return ok && !day.IsZero() && n > 0 && n-1 <= days && days <= n+1
}

// relativeDay is a word for a day, and how many days it is after the one on which the notice goes
// out.
type relativeDay struct {
	word string
	days int
}

// relative are words for days relative to the one on which the notice goes out.
var relative = []relativeDay{{"大前天", -3}, {"前天", -2}, {"昨日", -1}, {"昨天", -1}, {"昨儿", -1}, {"今日", 0}, {"本日", 0}, {"今儿", 0}, {"今天", 0}, {"今晚", 0}, {"当天", 0}, {"明日", 1}, {"明天", 1}, {"明儿", 1}, {"次日", 1}, {"大后天", 3}, {"后天", 2}}

// says reports whether the text names the day relative to planned.
func (k *check) says(day, planned time.Time) bool {
	if planned.IsZero() {
		return false
	}
	n := daysFrom(planned, day)
	text := k.text
	for _, r := range relative { // 大后天 before 后天
		if strings.Contains(text, r.word) && r.days == n {
			return true
		}
		text = strings.ReplaceAll(text, r.word, "　")
	}
	return n > 0 && slices.ContainsFunc(ahead().FindAllStringSubmatch(k.text, -1), func(m []string) bool { return number(m[1]) == n })
}

// ahead finds numbers of days to come: 3天后到期, 还有两天.
var ahead = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([0-9]{1,3}|[一二两三四五六七八九十]{1,3}) ?(?:天|日(?:后|之后))`)
})

// manyPeriods reports whether more than one instalment is overdue by the text or the record: then
// the days overdue are those of the first, while a due date may be that of the last.
func (k *check) manyPeriods() bool {
	o := k.notice.Overdue
	return o != nil && o.Periods != nil && *o.Periods > 1 || k.record.Periods != nil && *k.record.Periods > 1
}

// todays finds relative words for a day on which something is or was due.
var todays = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(今日|今天|今儿|今晚|本日|明日|明天|明儿|大后天|后天|大前天|前天|昨日|昨天|昨儿)(?:[（(][^）)]{1,12}[）)])?[^，。；！？,;!?\n]{0,24}?` +
		`(?:到期|到日子|到了日子|还款日|应还|应付|应缴|要还|需还|该还|该交|记得还|记得交|扣款|扣除|代扣|自动扣|将扣|要扣|会扣|扣[0-9¥￥]|[晨晚午]扣|要付|最后一天|最后期限)`)
})

// toCome finds the number of days until something is due: 还有3天到还款日, 3天后扣款.
var toCome = sync.OnceValue(func() *regexp.Regexp {
	const n, due = `([0-9]{1,3}|[一二两三四五六七八九十]{1,3}) ?天`, `(?:到期|就?到?还款日|就?到日子|扣款|自动扣|代扣)`
	return regexp.MustCompile(`(?:还有|还剩|再过|只剩|仅剩|剩)` + n + `[^，。；！,;!\n]{0,6}?` + due +
		`|(?:距|离)[^，。；！,;!\n]{0,12}?` + n + `|([0-9]{1,3}|[一二两三四五六七八九十]{1,3}) ?[天日](?:后|之后)[^，。；！,;!\n]{0,6}?` + due)
})

// today compares 今日, 明天, 前天, 3天后 and the like with the record's due date, or if it is not known,
// with the day that the days overdue imply.
func (k *check) today(d dated) {
	due, of := d.due, FieldDue
	if due.IsZero() && k.record.Days != nil && *k.record.Days > 0 && !d.planned.IsZero() {
		due, of = d.planned.AddDate(0, 0, -*k.record.Days), FieldDays
	}
	if d.planned.IsZero() || due.IsZero() || k.says(due, d.planned) || slices.ContainsFunc(d.all, func(w date) bool { return w.is(due) }) {
		return
	}
	if at := toCome().FindStringSubmatchIndex(k.text); at != nil && !isAbout(k.text[at[0]:at[1]]) && of == FieldDue && !k.isLate() && !due.Before(d.planned) {
		k.differs("DUE_DIFFERS", FieldDue, parser.Span{Start: at[0], End: at[1]}) // if it were the due date, k.says would have known
		return
	}
	if of == FieldDue {
		k.week(d)
	}
	at := todays().FindStringSubmatchIndex(k.text)
	if at == nil || endsWith(k.text[:at[2]], "not_due_before") {
		return
	}
	past := strings.ContainsAny(k.text[at[2]:at[3]], "昨前")
	switch {
	case !k.isLate() && of == FieldDue && !past:
		k.differs("DUE_DIFFERS", FieldDue, parser.Span{Start: at[2], End: at[3]})
	case past && (k.isLate() || k.notice.Kind == parser.KindOverdue) && !k.manyPeriods():
		k.differs("DUE_DIFFERS", of, parser.Span{Start: at[2], End: at[3]})
	}
}
