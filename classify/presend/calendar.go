package presend

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/dunsms/dunsms/parser"
)

// china is the time in which days are counted.
var china = time.FixedZone("", 8*60*60)

// dayOf returns the day of t in Chinese time, as midnight UTC, so that days differ by 24 hours;
// the zero time if t is zero.
func dayOf(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	year, month, day := t.In(china).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// daysFrom returns how many days b is after a.
func daysFrom(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }

// date is a day as a text writes it.
type date struct {
	year, month, day int // year 0: not given
	weekday          time.Weekday
	hasWeekday       bool
	span             parser.Span
}

// written are dates of digits: 2026年3月1日, 2026-03-01, 2026/3/1, 2026.3.1, 3月1日, with the day of the
// week behind it or not.
var written = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:([0-9]{4})(?:年([0-9]{1,2})月|([-/.])([0-9]{1,2})[-/.])|([0-9]{1,2})月)([0-9]{1,2})([日号]?)` +
		`(?: ?[（(]? ?(?:周|星期|礼拜)([一二三四五六日天]))?`)
})

// dates returns the dates of a text, those that cannot be among them.
func dates(text string) (all []date) {
	if !strings.ContainsAny(text, "月-/.") {
		return nil
	}
	for _, at := range written().FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if at[2*i] < 0 {
				return ""
			}
			return text[at[2*i]:at[2*i+1]]
		}
		end := at[2*7+1] // of the day, and not of that of the week
		if isDigit(text, at[0]-1) || isDigit(text, end) || at[0] > 0 && strings.ContainsRune("-/.", rune(text[at[0]-1])) {
			continue
		}
		if group(5) != "" && group(7) == "" || group(1) != "" && (group(1) < "1990" || group(1) > "2099") {
			continue // 3月5 may be 3月5期
		}
		d := date{span: parser.Span{Start: at[0], End: end}}
		d.year = number(group(1))
		d.month = number(group(2) + group(4) + group(5))
		d.day = number(group(6))
		if w := group(8); w != "" {
			d.weekday, d.hasWeekday = time.Weekday(strings.Index("日一二三四五六", strings.Replace(w, "天", "日", 1))/len("日")), true
			d.span.End = at[2*8+1]
		}
		all = append(all, d)
	}
	return all
}

func isDigit(text string, i int) bool {
	return 0 <= i && i < len(text) && '0' <= text[i] && text[i] <= '9'
}

// number reads digits, 0 where there are none.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// longest has the days of each month, February of a leap year.
var longest = [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// near returns the day of the date. Where it has no year it is the one nearest to planned. It
// reports whether there is such a day; where year and planned are unknown, whether some year has
// it, and then the day is zero.
func (d date) near(planned time.Time) (day time.Time, ok bool) {
	if d.month < 1 || d.month > 12 || d.day < 1 || d.day > longest[d.month-1] {
		return time.Time{}, false
	}
	if d.year == 0 && planned.IsZero() {
		return time.Time{}, true
	}
	if d.year != 0 {
		return d.in(d.year)
	}
	best, found := time.Time{}, false
	for _, year := range [...]int{planned.Year(), planned.Year() - 1, planned.Year() + 1} {
		if day, ok := d.in(year); ok && (!found || day.Sub(planned).Abs() < best.Sub(planned).Abs()) {
			best, found = day, true
		}
	}
	// The 29th of February is meant for this year, not for the leap year beside it.
	return best, found && best.Sub(planned).Abs() < 190*24*time.Hour
}

// in returns the day in a year, and whether the year has it.
func (d date) in(year int) (time.Time, bool) {
	day := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return day, day.Day() == d.day
}

// parsedDate reads a date as package parser writes it: 2026-03-01, --03-01.
func parsedDate(s string) (d date, ok bool) {
	c := strings.Split(strings.TrimPrefix(s, "--"), "-")
	if strings.HasPrefix(s, "--") {
		c = append([]string{""}, c...)
	}
	if len(c) != 3 {
		return date{}, false
	}
	return date{year: number(c[0]), month: number(c[1]), day: number(c[2])}, true
}
