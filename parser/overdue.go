package parser

// findOverdue says how long the debt is past due.
func (s *reading) findOverdue(n *Notice) {
	var o Overdue
	at := -1 // the item that gives o its text
	for k := range s.items {
		it := &s.items[k]
		switch it.kind {
		case itemDuration:
			if d := &s.durations[it.ref]; s.isOverdue(k) && o.add(d) && (at < 0 || d.unit == durationDay && o.Months == nil) {
				at = k
				o.Precision = d.precision
			}
		case itemNumber:
			if s.countsDays(k) && o.Days == nil {
				days := int(s.amounts[it.ref].fen / 100)
				o.Days, o.Precision, at = &days, s.amounts[it.ref].precision, k
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
		if it.kind != itemDuration || s.durations[it.ref].unit != durationDay || b.kind != itemAmount && b.kind != itemNumber || it.start-b.end > 4 {
			continue
		}
		if before, after := runeAt(s.runes, int(it.start)-1), runeAt(s.runes, int(it.end)); (clauseEnd(after) || after == '了') && (clauseEnd(before) || before == '、' || before == ' ') {
			o.add(&s.durations[it.ref])
			o.Precision = s.durations[it.ref].precision
			return k
		}
	}
	return -1
}

// add takes what d counts, unless it is known already.
func (o *Overdue) add(d *duration) bool {
	switch d.unit {
	case durationDay, durationWeek:
		if o.Days != nil {
			return false
		}
		days := d.days
		o.Days = &days
	case durationMonth, durationYear:
		if o.Months != nil {
			return false
		}
		months := d.months
		o.Months = &months
		if d.days > 0 && o.Days == nil {
			days := d.days
			o.Days = &days
		}
	case durationPeriod:
		if o.Periods != nil {
			return false
		}
		periods := d.n
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
	if d.unit == durationHour || d.unit == durationMinute || d.unit == durationPeriod && d.nth {
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
	if s.runes[it.start] == 'm' {
		return true
	}
	return s.overdueNear(k)
}

// countsDays tells whether the number at items[k] stands behind 逾期天数.
func (s *reading) countsDays(k int) bool {
	it := &s.items[k]
	if b := s.before(k, it.start); b >= 0 && s.items[b].means&meansOverdue != 0 {
		end := int(s.items[b].end)
		return (s.wordAt(end-2, "天数") || s.wordAt(end-2, "时长")) && s.amounts[it.ref].fen%100 == 0 && s.standsMeasured(b)
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
