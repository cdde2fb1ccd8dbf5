package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// late is how long the debt is past due according to the rules.
type late struct {
	Overdue
	days int // the token of the days, or of a number that gives Days; -1 for none
	rest int // the first other token that says something; -1 for none
}

// findOverdue returns how long the debt is past due.
func findOverdue(l *scan.Line) late {
	o := late{days: -1, rest: -1}
	for k := range l.Tokens {
		o.addToken(l, k)
	}
	if !o.isFound() {
		o.addBareDays(l)
	}
	return o
}

// isFound reports whether the message says how long the debt is past due.
func (o *late) isFound() bool { return o.days >= 0 || o.rest >= 0 }

// result returns o as the notice has it, nil if the message does not say.
func (o *late) result(l *scan.Line) *Overdue {
	k := o.days
	if k < 0 {
		k = o.rest
	}
	if k < 0 {
		return nil
	}
	switch t := &l.Tokens[k]; t.Kind {
	case scan.Duration:
		d := &l.Durations[t.Ref]
		o.Precision = Precision(d.Precision)
		if d.Months > 0 && d.Days > 0 && o.Precision == PrecisionExact {
			o.Precision = PrecisionAtLeast // 1个月零5天
		}
	case scan.Number:
		o.Precision = Precision(l.Amounts[t.Ref].Precision)
	default:
		o.Precision = PrecisionExact
	}
	o.Found = foundToken(l, k)
	return new(o.Overdue)
}

// setDays takes the token at k for the days.
func (o *late) setDays(n, k int) { o.Days, o.days = new(n), k }

// dropDays forgets the token of days.
func (o *late) dropDays() {
	if o.days >= 0 {
		o.Days, o.days = nil, -1
	}
}

// addToken adds what the token at k says about how long the debt is past due.
func (o *late) addToken(l *scan.Line, k int) {
	t := &l.Tokens[k]
	switch {
	case t.Kind == scan.Duration && isOverdue(l, k):
		o.add(&l.Durations[t.Ref], k)
	case t.Kind == scan.Number && o.Days == nil && countsDays(l, k):
		o.setDays(int(l.Amounts[t.Ref].Fen/100), k)
	case t.Kind == scan.Date && o.Since == "" && isSince(l, k):
		o.Since = l.Dates[t.Ref].String()
		o.addRest(k)
	}
}

// addRest notes that the token at k gives something other than days.
func (o *late) addRest(k int) {
	if o.rest < 0 {
		o.rest = k
	}
}

// add adds the duration d of the token at k. The first of each unit counts.
func (o *late) add(d *calendar.Duration, k int) {
	switch d.Unit {
	case calendar.Day:
		if o.Days == nil {
			o.setDays(d.Days, k)
		}
	case calendar.Week:
		if o.Days == nil {
			o.Days = new(d.Days)
			o.addRest(k)
		}
	case calendar.Month, calendar.Year:
		if o.Months == nil {
			o.Months = new(d.Months)
			o.addRest(k)
		}
	case calendar.Period:
		if o.Periods == nil {
			o.Periods = new(d.N)
			o.addRest(k)
		}
	}
}

// isOverdue reports whether the duration at k is how long the debt is past due, rather
// than a time limit or a term.
func isOverdue(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	d := &l.Durations[t.Ref]
	switch {
	case d.Unit == calendar.Hour, d.Unit == calendar.Minute, d.Unit == calendar.Period && d.Nth:
		return false
	case t.Right.Has(scan.Ago), isPast(l, k):
		return true
	case t.Right.Has(scan.Ahead):
		return false
	}
	if b := l.CueBefore(k, t.Start); b >= 0 && saysLate(&l.Tokens[b]) {
		return isAssertedWithValue(l, b)
	}
	if t.Left.Has(scan.Term) {
		return false
	}
	if n := l.Next(k); n < len(l.Tokens) {
		next := &l.Tokens[n]
		if saysLate(next) && next.Clause == t.Clause && next.Start-t.End <= 3 {
			return isAssertedWithValue(l, n)
		}
	}
	return d.OfLenders || overdueNear(l, k)
}

// saysLate reports whether a time next to the cue t may be how long a debt is past due.
func saysLate(t *scan.Token) bool { return t.SaysOverdue() || t.Has(lexicon.Late) }

// isPast reports whether the duration at k has passed since a due date:
// 还款日已过去25天, 比还款日晚了25天.
func isPast(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	p := l.Prev(k)
	if p >= 0 && l.Tokens[p].Has(lexicon.Due) && l.IsFiller(l.Tokens[p].End, t.Start) {
		due := &l.Tokens[p]
		if l.Contains(due, '已') || slices.Contains(l.Runes[due.End:t.Start], '已') ||
			t.Right.Has(scan.Over) || l.Before(scan.BesideDue, int(due.Start)).Has(scan.Past) {
			return true
		}
	}
	if !t.Left.Has(scan.Past) {
		return false
	}
	for b := p; b >= 0 && l.Tokens[b].Clause == t.Clause && t.Start-l.Tokens[b].End <= 8; b = l.Prev(b) {
		if l.Tokens[b].Has(lexicon.Due) {
			return true
		}
	}
	return false
}

// overdueNear reports whether the duration at k is how long the debt is past due
// because of a cue farther away: one in its clause, or, if 已 or 至今 leads up to the
// duration, one in the clause before.
func overdueNear(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	soFar := t.Left.Has(scan.SoFar)
	far, clauses := int32(reach+4), int32(0)
	if soFar {
		far, clauses = 2*reach, 1
	}
	for b := l.Prev(k); b >= 0; b = l.Prev(b) {
		c := &l.Tokens[b]
		if c.Clause < t.Clause-clauses || t.Start-c.End > far || c.Kind == scan.Duration ||
			c.Has(lexicon.Due|lexicon.Unless|notYet|lexicon.Repaid) {
			break
		}
		if c.SaysOverdue() {
			return isAssertedWithValue(l, b)
		}
	}
	for b := l.Next(k); b < len(l.Tokens); b = l.Next(b) {
		c := &l.Tokens[b]
		if c.Clause != t.Clause || c.Start-t.End > reach/2 {
			break
		}
		if saysLate(c) {
			return soFar && isAssertedWithValue(l, b)
		}
	}
	return false
}

// notYet are the senses of what has not happened.
const notYet = lexicon.Conditional | lexicon.Forfeit

// addBareDays adds days that are a clause by themselves, next to an amount and in a
// message with a threat: 某某，2900元，18天，….
func (o *late) addBareDays(l *scan.Line) {
	if !slices.ContainsFunc(l.Tokens, func(t scan.Token) bool { return t.Kind == scan.Cue && t.Mentions.Of(lexicon.Threat) != 0 }) {
		return
	}
	for k := range l.Tokens {
		t := &l.Tokens[k]
		if t.Kind != scan.Duration || l.Durations[t.Ref].Unit != calendar.Day || !isClauseOfItself(l, t) {
			continue
		}
		p := l.Prev(k)
		if p > 0 && l.Tokens[p].Has(lexicon.Late) {
			p = l.Prev(p)
		}
		if p >= 0 && l.Tokens[p].IsSum() && t.Start-l.Tokens[p].End <= 4 {
			o.setDays(l.Durations[t.Ref].Days, k)
			return
		}
	}
}

// isClauseOfItself reports whether t is alone in its clause, except for 了.
func isClauseOfItself(l *scan.Line, t *scan.Token) bool {
	before, after := runes.At(l.Runes, int(t.Start)-1), runes.At(l.Runes, int(t.End))
	return (runes.EndsClause(after) || after == '了') && (runes.EndsClause(before) || before == '、' || before == ' ')
}

// countsDays reports whether the number at k is the value of 逾期天数.
func countsDays(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	b := l.CueBefore(k, t.Start)
	return b >= 0 && l.Tokens[b].Senses&lexicon.Overdue != 0 && l.Amounts[t.Ref].Fen%100 == 0 &&
		l.Before(scan.BesideHeading, int(l.Tokens[b].End)).Has(scan.Days) && isAssertedWithValue(l, b)
}

// isSince reports whether the debt is past due since the date at k.
func isSince(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	if b := l.CueBefore(k, t.Start); b >= 0 && l.Tokens[b].Senses&lexicon.Overdue != 0 && l.IsAsserted(b) && isHeadOf(l, b, t) {
		return true // 逾期日期:2024年3月1日, 逾期起始日
	}
	if !t.Right.Has(scan.Since) {
		return false
	}
	for b := max(0, k-lookBack); b < min(len(l.Tokens), k+lookBack); b++ {
		if c := &l.Tokens[b]; !c.Phrase && c.Has(lexicon.Overdue) && c.Sentence == t.Sentence && l.IsAsserted(b) {
			return true
		}
	}
	return false
}

// isHeadOf reports whether the date t belongs to the cue at k before it, and does not
// stand by itself on the next line.
func isHeadOf(l *scan.Line, k int, t *scan.Token) bool {
	end := l.Tokens[k].End
	return !slices.Contains(l.Runes[end:t.Start], '\n') || l.Before(scan.BesideHeading, int(end)).Has(scan.Dated)
}
