package calendar

import (
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// timeUnit is a unit of time as it is written after a number. The zero timeUnit is no
// unit.
type timeUnit struct {
	Unit
	counted bool // 个 comes before it: 个月
	half    bool // 个半月
	vague   bool // 个多月
	day     bool // 日, which also ends a date
}

// timeWords are the words for units; of words that share a beginning, the longer comes
// first. counted says which may follow 个. 月 must, since 三月 is March.
var timeWords = [...]struct {
	word    string
	unit    Unit
	counted bool
}{
	{"自然日", Day, true},
	{"工作日", Day, true},
	{"日历日", Day, true},
	{"星期", Week, true},
	{"礼拜", Week, true},
	{"小时", Hour, true},
	{"钟头", Hour, true},
	{"分钟", Minute, false},
	{"账期", Period, true},
	{"还款期", Period, true},
	{"期", Period, true},
	{"月", Month, true},
	{"天", Day, false},
	{"日", Day, false},
	{"周", Week, false},
	{"年", Year, false},
	{"h", Hour, false},
	{"夭", Day, false}, // 天 in disguise
	{"兲", Day, false},
	{"tian", Day, false},
	{"days", Day, false},
	{"day", Day, false},
}

// runesOfTime returns the runes that timeWords begin with. No unit begins with another
// rune.
var runesOfTime = sync.OnceValue(func() *runes.Set {
	var all strings.Builder
	for _, w := range timeWords {
		all.WriteString(w.word)
	}
	return runes.NewSet(all.String())
})

// readTimeUnit reads the unit at i. end is i if there is none.
func readTimeUnit(r []rune, i int) (u timeUnit, end int) {
	p := i
	if runes.At(r, p) == '个' {
		u.counted = true
		p++
		switch runes.At(r, p) {
		case '半':
			u.half = true
			p++
		case '多', '余', '来':
			u.vague = true
			p++
		}
	}
	if !runesOfTime().Has(runes.At(r, p)) {
		return timeUnit{}, i
	}
	for _, w := range timeWords {
		q := p
		for _, c := range w.word {
			if runes.At(r, q) != c {
				q = p
				break
			}
			q++
		}
		if q > p && (w.counted || !u.counted) && !unitGoesOn(r, q) {
			u.Unit, u.day = w.unit, w.word == "日"
			return u, q
		}
	}
	return timeUnit{}, i
}

// unitGoesOn reports whether what ends at end is not a unit but the beginning of
// another word: 日元, 3周年, 期限, 2年级, 24hao.
func unitGoesOn(r []rune, end int) bool {
	if runes.LetterAt(r, end-1) {
		return runes.AlnumAt(r, end)
	}
	return senseAt(r, end-1) == otherWord
}

// fits reports whether n, which begins at i, counts the unit u, which ends at end, and
// does not name a day, a month or a year: 15日前, 12-19日, 3月, 2024年.
func fits(n number.Number, u timeUnit, r []rune, i, end int) bool {
	switch u.Unit {
	case NoUnit:
		return false
	case Month:
		return u.counted || n.Value.Whole() > 12 && n.Value.Whole() <= 360 && !n.Zero
	case Year:
		return n.Value.Whole() < 100 && n.Digits < 3 && !beginsMonth(r, end)
	case Day:
		return !u.day || countsDays(n, r, i, end)
	}
	return true
}

// countsDays reports whether n and 日, at r[i:end], are a number of days: 十五日,
// 3-5日内, not 12-19日.
func countsDays(n number.Number, r []rune, i, end int) bool {
	if isCalendarDay(r, i, end) || n.Value.Scale > 0 {
		return false
	}
	return !n.Ranged || n.Han || runes.At(r, end) == '内' || number.PrecisionAfter(r, end) == number.AtMost
}

// beginsMonth reports whether the month of a date is at i: 24年3月.
func beginsMonth(r []rune, i int) bool {
	p := runes.SkipSpace(r, i)
	n, end := number.Read(r, p)
	return end > p && n.Value.Whole() <= 12 && runes.At(r, runes.SkipSpace(r, end)) == '月'
}

// isCalendarDay reports whether the number and 日 at r[i:end] are a day of a month:
// 3月1日, 每月15日, 25日前, 25日24时.
func isCalendarDay(r []rune, i, end int) bool {
	if p := i - 1; runes.At(r, p) == '月' || runes.At(r, p) == ' ' && runes.At(r, p-1) == '月' {
		return true
	}
	if senseAt(r, end-1) == dayOfMonth {
		return true
	}
	p := runes.SkipSpace(r, end)
	return runes.DigitAt(r, p)
}
