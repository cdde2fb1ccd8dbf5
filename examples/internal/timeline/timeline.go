// Package timeline draws how a matter developed: its messages by day and sender, the sums that
// they claim, what was paid, and the days by which something was wanted.
package timeline

import (
	"slices"
	"time"
)

// Timeline is what is drawn. It says nothing about a person.
type Timeline struct {
	Title     string // what it is, for those who cannot see it
	Words     Words
	Lanes     []Lane
	Sums      []Sum // in order of time
	Deadlines []Deadline
}

// Words are the words in the picture, in one language.
type Words struct {
	Messages, Sum, Paid, Deadline string // of the legend
	Day                           string // for a day: "%s: %d messages, %s"
	Span                          string // "from %s to %s"
	Many                          string // "%s: %d messages"
	FromTo                        string // "%s, then %s"
	PaidSum                       string // "%s paid"
	Until                         string // "until %s"
	UntilPassed                   string // the same, if claims went on after it
	Untimed                       string // "%d without a time"
	Comma                         string // between the parts of a description
}

// Lane is the messages of one sort of sender.
type Lane struct {
	Name     string
	Messages []Message
}

// Message says when a message came; At is zero if that is not known.
type Message struct {
	Number int
	At     time.Time
}

// Sum is what is claimed from that time on, or what was paid then.
type Sum struct {
	Message
	Fen  int64
	Paid bool
}

// Deadline is a day by which a message wants something.
type Deadline struct {
	Number int
	By     time.Time
	Passed bool // another claim came after it
}

// china is the time zone of all China.
var china = time.FixedZone("UTC+8", 8*60*60)

// day counts days in China.
type day int

const secondsADay = 24 * 60 * 60

func dayOf(t time.Time) day {
	_, offset := t.In(china).Zone()
	return day((t.Unix() + int64(offset)) / secondsADay)
}

func (d day) String() string { return time.Unix(int64(d)*secondsADay, 0).UTC().Format(time.DateOnly) }

// level is what is owed from a day on, according to the messages.
type level struct {
	at   day
	fen  int64
	paid int64 // what was paid to get there, 0 for a claim
}

// levels returns how the sum changed: a claim sets it, a payment lowers it. A payment before any
// claim has the level 0.
func (t *Timeline) levels() (all []level) {
	now, known := int64(0), false
	for _, s := range t.Sums {
		switch {
		case s.At.IsZero():
		case s.Paid:
			if now -= s.Fen; now < 0 || !known {
				now = 0
			}
			all = append(all, level{dayOf(s.At), now, s.Fen})
		case !known || s.Fen != now:
			now, known = s.Fen, true
			all = append(all, level{at: dayOf(s.At), fen: now})
		}
	}
	return all
}

// bounds returns the first and the last day. Deadlines long before or after all messages do not
// stretch them.
func (t *Timeline) bounds() (first, last day, ok bool) {
	add := func(at time.Time) {
		if at.IsZero() {
			return
		}
		d := dayOf(at)
		if !ok {
			first, last, ok = d, d, true
		}
		first, last = min(first, d), max(last, d)
	}
	for _, l := range t.Lanes {
		for _, m := range l.Messages {
			add(m.At)
		}
	}
	for _, s := range t.Sums {
		add(s.At)
	}
	if !ok {
		return 0, 0, false
	}
	reach := max(last-first, leastReach)
	from, to := first-reach, last+reach
	for _, d := range t.Deadlines {
		if by := dayOf(d.By); from <= by && by <= to {
			first, last = min(first, by), max(last, by)
		}
	}
	return first, last, true
}

// leastReach is how many days beyond the messages a deadline is at least shown.
const leastReach = 14

// count is how many messages came on a day.
type count struct {
	at day
	n  int
}

// counts returns the days of a lane on which messages came.
func (l *Lane) counts() (all []count) {
	by := map[day]int{}
	for _, m := range l.Messages {
		if !m.At.IsZero() {
			by[dayOf(m.At)]++
		}
	}
	for at, n := range by {
		all = append(all, count{at, n})
	}
	slices.SortFunc(all, func(a, b count) int { return int(a.at - b.at) })
	return all
}

// untimed returns how many messages have no time.
func (t *Timeline) untimed() (n int) {
	for _, l := range t.Lanes {
		for _, m := range l.Messages {
			if m.At.IsZero() {
				n++
			}
		}
	}
	return n
}

// marks returns the days to name under the axis, so few that each has room, and their date format.
func marks(first, last day, room int) (days []day, form string) {
	if room < 1 {
		return nil, ""
	}
	for _, step := range []day{1, 2, 7, 14} {
		if int((last-first)/step) < room {
			for d := first; d <= last; d += step {
				days = append(days, d)
			}
			return days, "01-02"
		}
	}
	begin := time.Unix(int64(first)*secondsADay, 0).UTC()
	for _, step := range []int{1, 2, 3, 6, 12, 24, 60, 120, 1200} {
		days = nil
		for m := time.Date(begin.Year(), begin.Month(), 1, 0, 0, 0, 0, time.UTC); ; m = m.AddDate(0, step, 0) {
			d := day(m.Unix() / secondsADay)
			if d > last {
				break
			}
			if d >= first {
				days = append(days, d)
			}
			if len(days) > room {
				break
			}
		}
		if len(days) <= room {
			return days, "2006-01"
		}
	}
	return nil, ""
}
