package parser

import (
	"strings"
	"sync"
)

// timeUnit is a unit of time behind a number, as written.
type timeUnit struct {
	durationUnit
	counted bool // 个 before it: 个月
	half    bool // 个半月
	vague   bool // 个多月
	day     bool // 日, which also ends a date
}

// timeWords are the words of units, longer ones first where they share a
// beginning. counted says which of them take 个: those that do so without
// fail are the months, 三月 being March.
var timeWords = [...]struct {
	word    string
	unit    durationUnit
	counted bool
}{
	{"自然日", durationDay, true},
	{"工作日", durationDay, true},
	{"日历日", durationDay, true},
	{"星期", durationWeek, true},
	{"礼拜", durationWeek, true},
	{"小时", durationHour, true},
	{"钟头", durationHour, true},
	{"分钟", durationMinute, false},
	{"账期", durationPeriod, true},
	{"还款期", durationPeriod, true},
	{"期", durationPeriod, true},
	{"月", durationMonth, true},
	{"天", durationDay, false},
	{"日", durationDay, false},
	{"周", durationWeek, false},
	{"年", durationYear, false},
	{"h", durationHour, false},
}

// runesOfTime are the runes of timeWords: no unit begins with another.
var runesOfTime = sync.OnceValue(func() *runeSet {
	var all strings.Builder
	for _, w := range timeWords {
		all.WriteString(w.word)
	}
	return runesOf(all.String())()
})

// readTimeUnit reads the unit at i; end == i where there is none.
func readTimeUnit(r []rune, i int) (u timeUnit, end int) {
	p := i
	if runeAt(r, p) == '个' {
		u.counted = true
		p++
		switch runeAt(r, p) {
		case '半':
			u.half = true
			p++
		case '多', '余', '来':
			u.vague = true
			p++
		}
	}
	if !runesOfTime().has(runeAt(r, p)) {
		return timeUnit{}, i
	}
	for _, w := range timeWords {
		q := p
		for _, c := range w.word {
			if runeAt(r, q) != c {
				q = p
				break
			}
			q++
		}
		if q > p && (w.counted || !u.counted) && !isTimeCompound(w.unit, r[q-1], runeAt(r, q)) {
			u.durationUnit, u.day = w.unit, w.word == "日"
			return u, q
		}
	}
	return timeUnit{}, i
}

// isTimeCompound reports whether the last rune of a unit and next are another
// word: 日元, 3周年, 期限, 2年级.
func isTimeCompound(unit durationUnit, last, next rune) bool {
	switch next {
	case '元', '圆', '币':
		return last == '日'
	case '末', '边', '围', '转':
		return last == '周'
	case '级', '度':
		return last == '年'
	case '年':
		return last == '周'
	case '限', '待', '望', '刊', '货':
		return last == '期'
	}
	return unit == durationHour && isLetter(last) && (isLetter(next) || isDigit(next))
}

// fits reports whether n, which begins at i, counts the unit u, which ends at
// end, and does not name a day, a month or a year: 15日前, 12-19日, 3月, 2024年.
func (n number) fits(u timeUnit, r []rune, i, end int) bool {
	switch u.durationUnit {
	case durationNone:
		return false
	case durationMonth:
		return u.counted || n.value.whole() > 12 && n.value.whole() <= 360 && !n.zero
	case durationYear:
		return n.value.whole() < 100 && n.digits < 3 && !beginsMonth(r, end)
	case durationDay:
		return !u.day || !isCalendarDay(r, i, end) && n.value.scale == 0 &&
			(!n.ranged || n.han || runeAt(r, end) == '内' || precisionAfter(r, end) == PrecisionAtMost)
	}
	return true
}

// beginsMonth reports whether the month of a date stands at i: 24年3月.
func beginsMonth(r []rune, i int) bool {
	p := skipSpace(r, i)
	n, end := readNumber(r, p)
	return end > p && n.value.whole() <= 12 && runeAt(r, skipSpace(r, end)) == '月'
}

// isCalendarDay reports whether the number and 日 at r[i:end] are a day of a
// month: 3月1日, 每月15日, 25日前, 25日24时.
func isCalendarDay(r []rune, i, end int) bool {
	if p := i - 1; runeAt(r, p) == '月' || runeAt(r, p) == ' ' && runeAt(r, p-1) == '月' {
		return true
	}
	switch runeAt(r, end) {
	case '前', '晚', '早', '上', '下', '中', '凌', '零':
		return runeAt(r, end+1) != '方'
	case '之', '以':
		return runeAt(r, end+1) == '前'
	}
	p := skipSpace(r, end)
	return isDigitAt(r, p)
}
