package calendar

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/lunar.tsv
var lunarTable string

// lunarWords are the words of data/lunar.tsv.
type lunarWords struct {
	words *runes.Trie
	kinds []lunarKind // by the word's value in the trie, less one
}

// lunarKind is the kind of a word of the lunar calendar.
type lunarKind uint8

const (
	noLunar       lunarKind = iota
	lunarCalendar           // 农历
	lunarMonth              // 腊, before 月
	lunarDay                // 除夕
)

var loadLunar = sync.OnceValue(func() *lunarWords { return newLunar(lunarTable) })

func newLunar(table string) *lunarWords {
	const name = "lunar.tsv"
	var l lunarWords
	var words [][]rune
	for line, cells := range tsv.Rows(name, table, 3) {
		kind := noLunar
		switch cells[0] {
		case "calendar":
			kind = lunarCalendar
		case "month":
			kind = lunarMonth
		case "day":
			kind = lunarDay
		default:
			tsv.Broken(name, line, "unknown kind")
		}
		words, l.kinds = append(words, lunarWord(cells)), append(l.kinds, kind)
	}
	l.words = runes.NewTrie(words)
	return &l
}

// lunarWord returns the word of a row of lunar.tsv as it is in texts: a month has 月.
func lunarWord(cells []string) []rune {
	if cells[0] == "month" {
		return []rune(cells[1] + "月")
	}
	return []rune(cells[1])
}

// lunarAt returns the kind and the end of the word of the lunar calendar at i, noLunar
// and i if there is none.
func lunarAt(r []rune, i int) (kind lunarKind, end int) {
	l := loadLunar()
	value, end := l.words.Longest(r, i)
	if value == 0 {
		return noLunar, i
	}
	return l.kinds[value-1], end
}

// LunarBegins yields the words that a day of the lunar calendar begins with.
func LunarBegins(yield func(word []rune) bool) {
	for _, cells := range tsv.Rows("lunar.tsv", lunarTable, 3) {
		if !yield(lunarWord(cells)) {
			return
		}
	}
}

// ReadLunar returns the end of the day of the lunar calendar at i, or i if there is none:
// 农历八月十五, (农历)8月15日, 腊月二十三, 三月初五, 除夕. It keeps such days from being
// taken for dates and durations.
func ReadLunar(r []rune, i int) (end int) {
	switch kind, p := lunarAt(r, i); kind {
	case lunarCalendar:
		if end = lunarDateEnd(r, afterCalendar(r, p)); end > p {
			return end
		}
		return i
	case lunarMonth:
		if end = lunarDayEnd(r, p); end > p {
			return end
		}
		return i
	case lunarDay:
		return p
	}
	month, p := readMonthWord(r, i)
	if month == 0 || !mayBeginDate(r, i) {
		return i
	}
	if end = lunarDayEnd(r, p); end > p && isLunarDay(runes.At(r, p)) {
		return end
	}
	return i
}

// SaysLunar reports whether a remark (农历), right after the date that ends at rune i or a
// few characters later in the clause, says that the date is a lunar one: 八月十五前还款(农历).
// after is the end of a remark right after the date, else i.
func SaysLunar(r []rune, i int) (after int, lunar bool) {
	const most = 8
	p := runes.SkipSpace(r, i)
	first := p
	for p < first+most && runes.HanAt(r, p) {
		p++
	}
	if runes.At(r, p) != '(' {
		return i, false
	}
	kind, end := lunarAt(r, p+1)
	if kind != lunarCalendar || runes.At(r, end) != ')' {
		return i, false
	}
	if p > first {
		return i, true
	}
	return end + 1, true
}

// afterCalendar returns i moved over what may come between the name of a calendar and a
// date.
func afterCalendar(r []rune, i int) int {
	for range 3 {
		switch runes.At(r, i) {
		case ')', ':', ' ', '的':
			i++
		}
	}
	return i
}

// lunarDateEnd returns the end of the year, the month and the day at i, of which any two
// may be missing. It returns i if there is no month and no day.
func lunarDateEnd(r []rune, i int) (end int) {
	const longest = 5 // 二〇二六年
	end = i
	for p := i; p < i+longest; p++ {
		if runes.At(r, p) == '年' {
			end = runes.SkipSpace(r, p+1)
			break
		}
	}
	first := end
	if runes.At(r, end) == '闰' {
		end++
	}
	if kind, p := lunarAt(r, end); kind == lunarMonth || kind == lunarDay {
		end = p
	} else if month, p := readMonthWord(r, end); month > 0 {
		end = p
	}
	if day := runes.SkipSpace(r, end); lunarDayEnd(r, day) > day {
		return lunarDayEnd(r, day)
	}
	if end == first {
		return i
	}
	return end
}

// lunarDayEnd returns the end of the day of a month at i: 初五, 十五, 廿三日. It is i if
// there is none.
func lunarDayEnd(r []rune, i int) int {
	p := i
	if runes.At(r, p) == '初' {
		p++
	}
	_, end := readCalendarNumber(r, p)
	if end == p {
		return i
	}
	switch q := runes.SkipSpace(r, end); runes.At(r, q) {
	case '日', '号':
		return q + 1
	}
	return end
}

// isLunarDay reports whether a day that begins with c is always one of the lunar
// calendar: 初五, 廿三.
func isLunarDay(c rune) bool { return c == '初' || number.SpelledTens(c) > 10 }
