package parser

import (
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// findOverdue says how long the debt is past due.
func (s *reading) findOverdue(n *Notice) {
	var o Overdue
	at := -1 // the item that gives o its text
	for k := range s.items {
		it := &s.items[k]
		switch it.kind {
		case itemDuration:
			if d := &s.durations[it.ref]; s.isOverdue(k) && o.add(d) && (at < 0 || d.Unit == calendar.Day && o.Months == nil) {
				at = k
				o.Precision = Precision(d.Precision)
			}
		case itemNumber:
			if s.countsDays(k) && o.Days == nil {
				days := int(s.amounts[it.ref].Fen / 100)
				o.Days, o.Precision, at = &days, Precision(s.amounts[it.ref].Precision), k
			}
		case itemDate:
			if s.isSince(k) && o.Since == "" {
				o.Since = s.dates[it.ref].String()
				if at < 0 {
					o.Precision, at = PrecisionExact, k
				}
			}
		}
	}
	if at < 0 {
		at = s.bareDays(&o)
	}
	if at >= 0 {
		o.Found = s.found(int(s.items[at].start), int(s.items[at].end))
		n.Overdue = &o
	}
}

// bareDays finds days that are a clause by themselves beside a sum and a threat:
// 某某，2900元，18天，….
func (s *reading) bareDays(o *Overdue) int {
	threat := false
	for k := range s.items {
		threat = threat || s.items[k].has(meansThreats)
	}
	for k := range s.phrases {
		threat = threat || s.phrases[k].has(meansThreats)
	}
	for k := 1; threat && k < len(s.items); k++ {
		it, b := &s.items[k], &s.items[k-1]
		if b.has(meansLate) && k > 1 {
			b = &s.items[k-2]
		}
		if it.kind != itemDuration || s.durations[it.ref].Unit != calendar.Day || b.kind != itemAmount && b.kind != itemNumber || it.start-b.end > 4 {
			continue
		}
		if before, after := runes.At(s.Runes, int(it.start)-1), runes.At(s.Runes, int(it.end)); (runes.EndsClause(after) || after == '了') && (runes.EndsClause(before) || before == '、' || before == ' ') {
			o.add(&s.durations[it.ref])
			o.Precision = Precision(s.durations[it.ref].Precision)
			return k
		}
	}
	return -1
}

// add takes what d counts, unless it is known already.
func (o *Overdue) add(d *calendar.Duration) bool {
	switch d.Unit {
	case calendar.Day, calendar.Week:
		if o.Days != nil {
			return false
		}
		days := d.Days
		o.Days = &days
	case calendar.Month, calendar.Year:
		if o.Months != nil {
			return false
		}
		months := d.Months
		o.Months = &months
		if d.Days > 0 && o.Days == nil {
			days := d.Days
			o.Days = &days
		}
	case calendar.Period:
		if o.Periods != nil {
			return false
		}
		periods := d.N
		o.Periods = &periods
	default:
		return false
	}
	return true
}

// isOverdue tells whether the duration at items[k] is how long the debt is past
// due, and not a time limit or a term.
func (s *reading) isOverdue(k int) bool {
	it := &s.items[k]
	d := &s.durations[it.ref]
	if d.Unit == calendar.Hour || d.Unit == calendar.Minute || d.Unit == calendar.Period && d.Nth {
		return false
	}
	if s.isAgo(k) || s.isPast(k) {
		return true
	}
	if s.limits(k) {
		return false
	}
	if b := s.before(k, it.start); b >= 0 && (s.items[b].saysOverdue() || s.items[b].has(meansLate)) {
		return s.standsMeasured(b)
	}
	if s.isLed(k) {
		return false
	}
	if k+1 < len(s.items) {
		next := &s.items[k+1]
		if (next.saysOverdue() || next.has(meansLate)) && next.clause == it.clause && next.start-it.end <= 3 {
			return s.standsMeasured(k + 1)
		}
	}
	if s.Runes[it.start] == 'm' {
		return true
	}
	return s.overdueNear(k)
}

// countsDays tells whether the number at items[k] stands behind 逾期天数.
func (s *reading) countsDays(k int) bool {
	it := &s.items[k]
	if b := s.before(k, it.start); b >= 0 && s.items[b].means&meansOverdue != 0 {
		end := int(s.items[b].end)
		return (s.wordAt(end-2, "天数") || s.wordAt(end-2, "时长")) && s.amounts[it.ref].Fen%100 == 0 && s.standsMeasured(b)
	}
	return false
}

// isSince tells whether the debt is past due since the date at items[k].
func (s *reading) isSince(k int) bool {
	it := &s.items[k]
	if b := s.before(k, it.start); b >= 0 && s.items[b].means&meansOverdue != 0 && s.stands(b) {
		return true // 逾期日期:2024年3月1日, 逾期起始日
	}
	end := int(it.end)
	from := s.wordAt(end, "起") || s.wordAt(end, "开始") || s.wordAt(end, "至今") || s.wordAt(end, "以来")
	if !from {
		return false
	}
	for b := max(0, k-lookBack); b < min(len(s.items), k+lookBack); b++ {
		if c := &s.items[b]; c.has(meansOverdue) && c.sentence == it.sentence && s.stands(b) {
			return true
		}
	}
	return false
}
