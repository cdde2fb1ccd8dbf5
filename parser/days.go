package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// mostBareDays is the largest number without a unit that may be days.
const mostBareDays = 9999

// The ranks of candidates for the days that a debt is past due.
const (
	rankChosen = iota // the rules choose it
	rankLate          // it is another time for which the debt is past due
	rankOther
)

// overdueOf returns how long the debt is past due, nil if the message does not say. The
// model chooses the days; the rules find the rest. owed is the index of the sum that is
// owed, -1 for none.
func (f *facts) overdueOf(l *scan.Line, r *learned.Reading, owed int) *Overdue {
	var memory [usualLen]learned.Candidate
	list := f.learnableDays(memory[:0], l, owed)
	o := f.overdue
	switch i := r.Choose(learned.Days, l, list, slices.Index(learned.Kinds[:], string(KindOverdue))); {
	case i < 0:
		o.dropDays()
	case list[i].Token != o.days:
		o.setDays(int(list[i].Value/100), list[i].Token)
	}
	return o.result(l)
}

// learnableDays appends to list what may be the days that the debt is past due, in the
// form that the model takes. A number that is an amount is left out.
func (f *facts) learnableDays(list []learned.Candidate, l *scan.Line, owed int) []learned.Candidate {
	i := 0 // the first sum at or after the token at k
	for k := range l.Tokens {
		for i < len(f.sums) && f.sums[i].token < k {
			i++
		}
		isSum := i < len(f.sums) && f.sums[i].token == k && (!f.sums[i].bare || i == owed)
		if isSum || !mayBeDays(l, k) {
			continue
		}
		c := learned.Candidate{Token: k, Rank: rankOther}
		switch t := &l.Tokens[k]; t.Kind {
		case scan.Duration:
			d := &l.Durations[t.Ref]
			c.Value, c.Exact = int64(d.Days)*100, d.Precision == number.Exact
			if isOverdue(l, k) {
				c.Rank = rankLate
			}
		case scan.Number:
			a := &l.Amounts[t.Ref]
			c.Value, c.Exact, c.Bare = a.Fen, a.Precision == number.Exact, true
		}
		if k == f.overdue.days {
			c.Rank, c.Bare = rankChosen, false
		}
		list = append(list, c)
	}
	return list
}

// mayBeDays reports whether the token at k is a number of days, or may be one. Weeks are
// not days.
func mayBeDays(l *scan.Line, k int) bool {
	switch t := &l.Tokens[k]; t.Kind {
	case scan.Duration:
		return l.Durations[t.Ref].Unit == calendar.Day
	case scan.Number:
		a := &l.Amounts[t.Ref]
		return a.Precision != number.Masked && a.Fen > 0 && a.Fen <= mostBareDays*100 && a.Fen%100 == 0
	}
	return false
}
