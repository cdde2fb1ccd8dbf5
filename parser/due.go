package parser

import (
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// findDue returns when the debt falls due, or by when the sender wants it paid: the
// first date, word for a day such as 今日, or time limit that says so. It returns nil
// if there is none.
func findDue(l *scan.Line) *Due {
	for k := range l.Tokens {
		if d := dueAt(l, k); d != nil {
			d.Found = foundToken(l, k)
			return d
		}
	}
	return nil
}

// dueAt returns when the debt falls due if the token at k says so, else nil. It does
// not set Found.
func dueAt(l *scan.Line, k int) *Due {
	t := &l.Tokens[k]
	switch {
	case t.Kind == scan.Date && isDue(l, k):
		return &Due{Date: l.Dates[t.Ref].String()}
	case t.Kind == scan.Duration:
		days, hours, ok := timeLimit(l, t)
		switch {
		case !ok:
			return nil
		case hours > 0:
			return &Due{InHours: new(hours)}
		}
		return &Due{InDays: new(days)}
	case !t.Phrase && t.Has(lexicon.Day) && isDay(l, k):
		return &Due{InDays: new(dayWord(l.Runes[t.Start]))}
	}
	return nil
}

// dayWord returns how many days ahead a word for a day is, by its first character: 0
// for 今日, 1 for 明天, 2 for 后天, 3 for 大后天.
func dayWord(c rune) int {
	switch c {
	case '明', '次':
		return 1
	case '后':
		return 2
	case '大':
		return 3
	}
	return 0
}

// isDue reports whether the date at k is a due date.
func isDue(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	if isSince(l, k) {
		return false
	}
	if b := l.CueBefore(k, t.Start); b >= 0 && l.Tokens[b].Has(lexicon.Due|lexicon.Limit) {
		return true
	}
	switch {
	case t.Right.Has(scan.DueBy), t.Right.Has(scan.Repay) && !l.After(scan.BesideCharge, int(t.End)).Has(scan.Paid):
		return true
	}
	if r := l.AfterRemark(t.End); r > t.End && l.After(scan.BesideDate, int(r)).Has(scan.DueBy) {
		return true // 3月20日（周五）前
	}
	return dueFollows(l, k, 20) || isCharged(l, t)
}

// isCharged reports whether the message says that money will be collected on the date
// t: 3月1日将扣款.
func isCharged(l *scan.Line, t *scan.Token) bool {
	if t.Left.Has(scan.Done) || !t.Right.Has(scan.Charge) {
		return false
	}
	charge := l.Find(scan.BesideDate, int(t.End), scan.Charge)
	return !l.After(scan.BesideCharge, charge).Has(scan.Paid | scan.BalanceLeft)
}

// dueFollows reports whether a cue for a due date begins at most within runes after the
// token at k, in its clause. One with a day of its own does not count: 账单日3月1日 还款日3月20日.
func dueFollows(l *scan.Line, k int, within int32) bool {
	t := &l.Tokens[k]
	for b := l.Next(k); b < len(l.Tokens); b = l.Next(b) {
		c := &l.Tokens[b]
		if c.Clause != t.Clause || c.Start-t.End > within {
			break
		}
		if c.Has(lexicon.Due | lexicon.Limit) {
			return !hasOwnDay(l, b)
		}
	}
	return false
}

// hasOwnDay reports whether a date, or a day of a month, follows the cue at k with nothing
// but fillers between.
func hasOwnDay(l *scan.Line, k int) bool {
	n := l.Next(k)
	if n >= len(l.Tokens) || !l.IsFiller(l.Tokens[k].End, l.Tokens[n].Start) {
		return false
	}
	return l.Tokens[n].Kind == scan.Date || l.Tokens[n].Kind == scan.Duration || l.Tokens[n].Kind == scan.Skipped
}

// isDay reports whether the word for a day at k is a due date: 今日到期, 明天是还款日,
// 今日18:00前, but not 今日代扣.
func isDay(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	if l.Runes[t.End-1] == '内' || l.After(scan.BesideDay, int(t.End)).Has(scan.DueBy) {
		return true
	}
	if b := l.CueBefore(k, t.Start); b >= 0 && l.Tokens[b].Has(lexicon.Due|lexicon.Limit) {
		return true
	}
	return dueFollows(l, k, 4) || sumFollows(l, k)
}

// sumFollows reports whether an amount after the word for a day at k is to be paid on that
// day: 明天记得还99元.
func sumFollows(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	for b := l.Next(k); b < len(l.Tokens) && l.Tokens[b].Clause == t.Clause && l.Tokens[b].Start-t.End <= 8; b = l.Next(b) {
		if l.Tokens[b].Kind == scan.Amount {
			sum := int(l.Tokens[b].Start)
			pays, done := l.Find(scan.BesideDay, int(t.End), scan.Pays), l.Find(scan.BesideDay, int(t.End), scan.Done)
			return 0 <= pays && pays < sum && (done < 0 || done >= sum)
		}
	}
	return false
}

// isExpired reports whether a word for a due date says that the date is past: 已到期,
// 到期了.
func isExpired(l *scan.Line, t *scan.Token) bool {
	before := l.Before(scan.BesideDue, int(t.Start))
	return before.Has(scan.Past) || !before.Has(scan.ToCome) && l.At(scan.BesideDue, int(t.Start)).Has(scan.Over)
}

// timeLimit returns the duration t as a time limit: in hours if hours > 0, else in
// days. ok is false if it is not a limit.
func timeLimit(l *scan.Line, t *scan.Token) (days, hours int, ok bool) {
	d := &l.Durations[t.Ref]
	if d.Max != 0 || !t.Left.Has(scan.Limit) && !t.Right.Has(scan.Limit) || t.Left.Has(scan.NoLimit) || t.Right.Has(scan.Promised) {
		return 0, 0, false
	}
	switch d.Unit {
	case calendar.Day, calendar.Week:
		return d.Days, 0, true
	case calendar.Hour:
		return 0, d.N, true
	}
	return 0, 0, false
}
