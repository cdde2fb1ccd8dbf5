package presend

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser"
)

// china is the time zone in which days are counted.
var china = time.FixedZone("", 8*60*60)

// dayOf returns the day of t in Chinese time as midnight UTC, so that days are 24 hours apart; the
// zero time if t is zero.
func dayOf(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	year, month, day := t.In(china).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// daysFrom returns how many days b is after a.
func daysFrom(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }

// date is a date as a text writes it.
type date struct {
	year, month, day int // 0: not given; without a month it is in the month in which the notice goes out
	weekday          time.Weekday
	hasWeekday       bool
	due              bool // the words beside it say that something is due then
	since            bool // they say that the debt is overdue since then
	counted          bool // they say something else of it than that something is due
	late             bool // they say when an overdue debt was due, not by when to pay it
	paid             bool // they say that something was paid on it
	monthsOff        *int // months from the one in which the notice goes out: -1 for 上月25日; nil: not given this way
	alone            bool // it is taken for a date only if there is no other
	span             parser.Span
}

// form is a way of writing a date.
type form struct {
	gate    func(text string) bool // false: the text cannot have such a date
	pattern func() *regexp.Regexp
	// The groups of the pattern for year, month, day and day of the week; 0: none.
	year, month, day, weekday int
	// sure: it is always a date; otherwise only if words beside it say that something is due.
	sure bool
	// alone: it is also a date if it is the only one in a reminder.
	alone bool
}

// forms are tried in order; text that one has read is not read again.
var forms = [...]form{
	// 2026年3月1日, 3月1日（周日）, 二〇二六年三月一日
	{hasMonth, compiled(`(?:([0-9]{4}|[〇零一二三四五六七八九]{4})年)?([0-9]{1,2}|[一二三四五六七八九十]{1,2})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号](?: ?[（(]? ?(?:周|星期|礼拜)([一二三四五六日天]))?`), 1, 2, 3, 4, true, false},
	// 2026-03-01, 2026/3/1（周日）
	{hasYear, compiled(`([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?: ?[（(]? ?(?:周|星期|礼拜)([一二三四五六日天]))?`), 1, 2, 3, 4, true, false},
	// 20260301
	{hasYear, compiled(`(20[0-9]{2})([01][0-9])([0-3][0-9])`), 1, 2, 3, 0, true, false},
	// 3/1, 3-1, 3.1
	{hasPair, compiled(`([0-9]{1,2})[-/.]([0-9]{1,2})(?: ?[（(]? ?(?:周|星期|礼拜)([一二三四五六日天]))?`), 0, 1, 2, 3, false, true},
	// 上月25日, 本月25日
	{hasMonth, compiled(`(?:上个?月|下个?月|本月|当月|这个月)的? ?([0-9]{1,2})[日号]`), 0, 0, 1, 0, true, false},
	// 月底30号
	{hasMonth, compiled(`(?:月底|月初|月中) ?([0-9]{1,2})[日号]`), 0, 0, 1, 0, true, false},
	// 还款日为25日
	{hasDue, compiled(`(?:还款|到期|扣款|应还|缴款|缴费|交租)日(?:期)?(?:为|是)?[:：]? ?([0-9]{1,2})日`), 0, 0, 1, 0, true, false},
	// 25号
	{hasDay, compiled(`([0-9]{1,2})号`), 0, 0, 1, 0, false, false},
	// 9 March 2026, 24th Aug
	{hasEnglishMonth, compiled(`(?i)\b([0-9]{1,2})(?:st|nd|rd|th)?[ -](` + englishMonths + `)[a-z]{0,6}\b\.?(?:,? ?([0-9]{4})\b)?`), 3, 2, 1, 0, true, false},
	// March 9, 2026
	{hasEnglishMonth, compiled(`(?i)\b(` + englishMonths + `)[a-z]{0,6}\.? ([0-9]{1,2})(?:st|nd|rd|th)?\b(?:,? ?([0-9]{4})\b)?`), 3, 1, 2, 0, true, false},
}

func hasMonth(text string) bool { return strings.Contains(text, "月") }

func hasDue(text string) bool { return strings.Contains(text, "日") }

func hasDay(text string) bool { return strings.Contains(text, "号") }

// englishMonths are the first letters of the English months.
const englishMonths = `Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec`

func hasEnglishMonth(text string) bool {
	return slices.ContainsFunc(strings.Split(englishMonths, "|"), func(month string) bool {
		return strings.Contains(text, month) || strings.Contains(text, strings.ToUpper(month))
	})
}

// monthOf reads a month, in digits, Chinese or English.
func monthOf(s string) int {
	for i, name := range strings.Split(englishMonths, "|") {
		if strings.EqualFold(s, name) {
			return i + 1
		}
	}
	return number(s)
}

func hasYear(text string) bool { return strings.Contains(text, "20") || strings.Contains(text, "19") }

// hasPair reports whether the text has a pair of numbers such as 3/1 that is not an amount.
func hasPair(text string) bool {
	for i := range len(text) {
		if strings.IndexByte("-/.", text[i]) >= 0 && isDigit(text, i-1) && isDigit(text, i+1) && !(text[i] == '.' && isDigit(text, i-3)) {
			return true
		}
	}
	return false
}

func compiled(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// dates returns the dates in a text, in order, including impossible ones.
func dates(text string) (all []date) {
	read := make([]bool, len(text)) // the bytes that are part of a date
	for _, f := range forms {
		if !f.gate(text) {
			continue
		}
		for _, at := range f.pattern().FindAllStringSubmatchIndex(text, -1) {
			d, ok := f.read(text, at)
			if !ok || slices.Contains(read[d.span.Start:d.span.End], true) {
				continue
			}
			all = append(all, d)
			for i := d.span.Start; i < d.span.End; i++ {
				read[i] = true
			}
		}
	}
	slices.SortFunc(all, func(a, b date) int { return compareSpans(a.span, b.span) })
	return all
}

// read reads a date from a match of the form's pattern.
func (f form) read(text string, at []int) (d date, ok bool) {
	group := func(i int) string {
		if i == 0 || at[2*i] < 0 {
			return ""
		}
		return text[at[2*i]:at[2*i+1]]
	}
	d = date{year: number(group(f.year)), month: monthOf(group(f.month)), day: number(group(f.day)), span: parser.Span{Start: at[0], End: at[1]}}
	if f.year == 0 && f.month == 0 {
		d.monthsOff = monthsOff(text[at[0]:at[1]])
		d.span.Start = at[2*f.day] // after the words that say which month
	}
	if w := group(f.weekday); w != "" {
		d.weekday, d.hasWeekday = weekdayOf(w), true
	}
	if !d.hasWeekday && d.month != 0 {
		d.weekdayBefore(text)
	}
	switch {
	case joined(text, d.span.Start-1) || isDigit(text, at[1]-1) && joined(text, at[1]), d.year != 0 && (d.year < 1990 || d.year > 2099):
		return d, false
	case !f.sure && (f.month != 0 && d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31):
		return d, false
	}
	d.due, d.counted = isDueDay(text, d.span)
	d.since = isSinceDay(text, d.span)
	d.late = d.due && saysWasDue(text, d.span)
	d.paid = d.due && isPaidDay(text, d.span)
	d.alone = !f.sure && !d.due && !d.since
	return d, f.sure || d.due || d.since || f.alone && !beginsWith(text[d.span.End:], "not_date_after")
}

// monthsOff reads the month that a text names relative to the one in which it goes out; nil if it
// names none.
func monthsOff(text string) *int {
	for i, words := range [...][]string{{"上月", "上个月"}, {"本月", "当月", "这个月"}, {"下月", "下个月"}} {
		if slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(text, word) }) {
			return new(i - 1)
		}
	}
	return nil
}

// from fills in the month if it is given relative to that of the notice.
func (d date) from(planned time.Time) date {
	if d.monthsOff != nil && !planned.IsZero() {
		first := time.Date(planned.Year(), planned.Month()+time.Month(*d.monthsOff), 1, 0, 0, 0, 0, time.UTC)
		d.year, d.month = first.Year(), int(first.Month())
	}
	return d
}

// joined reports whether the byte at i makes the number beside it part of a longer one.
func joined(text string, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	c := text[i]
	// A full stop may also end a sentence, and a hyphen may join two days.
	return '0' <= c && c <= '9' || c == '/' || c == '-' && i > 0 && isDigit(text, i-1) || c == '.' && isDigit(text, i-1) && isDigit(text, i+1)
}

func isDigit(text string, i int) bool {
	return 0 <= i && i < len(text) && '0' <= text[i] && text[i] <= '9'
}

// number reads a number in digits, or in Chinese a number below 1000 (二十一, 贰) or a year (二〇二六); 0
// if there is none.
func number(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	n, digits, units := 0, 0, false // without units, digits are positional: 二〇二六
	for _, r := range s {
		if i := strings.IndexRune("壹贰叁肆伍陆柒捌玖拾", r); i >= 0 {
			r = []rune("一二三四五六七八九十")[i/len("壹")]
		}
		digit := strings.IndexRune("〇一二三四五六七八九", r) / len("〇")
		switch {
		case r == '百':
			n, digits, units = n+max(digits, 1)*100, 0, true
		case r == '十':
			n, digits, units = n+max(digits, 1)*10, 0, true
		case r == '零':
			digits *= 10
		case r == '两':
			digits = 2
		case units:
			digits = digit
		default:
			digits = digits*10 + digit
		}
	}
	return n + digits
}

// longest has the days of each month, in a leap year.
var longest = [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// near returns the day of the date; if it has no year, the one nearest to planned. Ok is whether
// there is such a day. If neither year nor planned is known, ok is whether any year has it, and
// the day is zero.
func (d date) near(planned time.Time) (day time.Time, ok bool) {
	if d.month == 0 && !planned.IsZero() {
		d.month, d.year = int(planned.Month()), planned.Year()
	}
	if d.month == 0 {
		return time.Time{}, 1 <= d.day && d.day <= 31
	}
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
	// 29 February is meant for this year, not for a leap year before or after.
	return best, found && best.Sub(planned).Abs() < 190*24*time.Hour
}

// in returns the day in a year and whether the year has it.
func (d date) in(year int) (time.Time, bool) {
	day := time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return day, day.Day() == d.day
}

// parsedDate reads a date in the format of package parser: 2026-03-01, --03-01.
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

// isDueDay reports whether the words beside a day say that something is due on or by it, and
// whether they say that it is some other kind of day.
func isDueDay(text string, day parser.Span) (due, other bool) {
	before, after := wordsBeside(text, day)
	if endsWith(before, "not_due_before") || beginsWith(after, "paid_after") && !endsWith(before, "due_before") {
		return false, true
	}
	for range 5 { // 3月1日也就是您的还款日
		if beginsWith(after, "not_due_after") {
			return false, true
		}
		if beginsWith(after, "due_after") {
			return true, false
		}
		_, size := utf8.DecodeRuneInString(after)
		if size == 0 || !strings.Contains("是为您的将就即（(在也正便 ", after[:size]) {
			break
		}
		after = after[size:]
	}
	for _, word := range cues()["due_before"] {
		if rest, ok := strings.CutSuffix(before, word); ok && endsWith(rest, "last_before") {
			return false, true // 上次还款日
		}
	}
	return endsWith(before, "due_before") || isPaying(text, day, after), false
}

// isPaying reports whether the words after a day say that something is to be paid on it:
// 1/16付2000元, 3月5日交。 A clause that says it was paid does not count.
func isPaying(text string, day parser.Span, after string) bool {
	for _, verb := range [...]string{"付", "还", "交", "缴"} {
		if rest, ok := strings.CutPrefix(after, verb); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return strings.ContainsRune("0123456789¥￥，。,的", next) && !says(before(text, day, clauseEnds)+behind(text, day, clauseEnds), "paid_word")
		}
	}
	if first, _ := utf8.DecodeRuneInString(after); !strings.ContainsRune("您将会还有", first) {
		return false
	}
	at := owedOn().FindString(after)
	return at != "" && !says(at, "paid_word")
}

// owedOn finds words, after a day, that something is to be paid on it: 有一笔500元要还.
var owedOn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:您|将|会|还)?有[^，。；！？,;!?\n]{0,24}(?:要还|需还|应还|待还|到期|要扣|扣款)`)
})

func beginsWith(text, meaning string) bool {
	return slices.ContainsFunc(cues()[meaning], func(word string) bool { return strings.HasPrefix(text, word) })
}

func endsWith(text, meaning string) bool {
	return slices.ContainsFunc(cues()[meaning], func(word string) bool { return strings.HasSuffix(text, word) })
}

// wordsBeside returns the text before and after a day, without brackets around it and without a
// remark in brackets or a time of day after it: 25号（大后天）, 28日24点前.
func wordsBeside(text string, day parser.Span) (before, after string) {
	before, after = strings.TrimRight(text[:day.Start], " （(：:"), strings.TrimLeft(text[day.End:], " ）)")
	for _, pattern := range [...]func() *regexp.Regexp{aside, hour} {
		if at := pattern().FindStringIndex(after); at != nil {
			after = after[at[1]:]
		}
	}
	return before, after
}

// aside finds a short remark in brackets at the beginning of a text.
var aside = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[（(][^（）()]{1,12}[）)]`) })

// hour finds a time of day at the beginning of a text: 24点前, 18:00.
var hour = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:上午|下午|中午|晚上?|凌晨|当[天日])? ?(?:[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?|[0-9]{1,2}[点时](?:[0-9]{1,2}分|整|半)?)`)
})

// isSinceDay reports whether the words beside a day say that the debt is overdue since then.
func isSinceDay(text string, day parser.Span) bool {
	before, after := wordsBeside(text, day)
	return endsWith(strings.TrimRight(before, "为是于"), "since_before") || beginsWith(after, "since_after")
}

// saysWasDue reports whether the words beside a day say when a debt was due, not by when it is to
// be paid.
func saysWasDue(text string, day parser.Span) bool {
	before, after := wordsBeside(text, day)
	if endsWith(before, "was_due_before") {
		return true
	}
	return beginsWith(after, "was_due_after") && !endsWith(before, "due_before") && !endsWith(strings.TrimRight(before, "于"), "next_before")
}
