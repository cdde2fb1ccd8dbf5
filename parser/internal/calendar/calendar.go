// Package calendar reads dates, times of day, durations and rates in folded text.
//
// A reader ReadX(r, i) reads something at r[i:] and returns its end, or i if there is
// nothing. It looks a bounded way ahead and knows nothing about cues.
package calendar

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// readYear reads 2024年, 24年, 二〇二四年 or 二四年 at i; a year of two digits is from
// 1950 to 2049. It returns 0 and i if there is none.
func readYear(r []rune, i int) (year, end int) {
	j := i
	for ; j < i+5; j++ {
		if runes.DigitAt(r, j) {
			year = year*10 + int(r[j]-'0')
		} else if v := number.SpelledDigit(runes.At(r, j)); v >= 0 {
			year = year*10 + v
		} else {
			break
		}
	}
	n := j - i
	if j = runes.SkipSpace(r, j); runes.At(r, j) != '年' {
		return 0, i
	}
	switch {
	case n == 2 && year < 50:
		year += 2000
	case n == 2:
		year += 1900
	case n != 4 || year < 1900 || year > 2099:
		return 0, i
	}
	return year, skipBreak(r, j+1)
}

// readMonthWord reads 3月, 03月 or 三月 at i. It returns 0 and i if there is none;
// 3个月 is a duration.
func readMonthWord(r []rune, i int) (month, end int) {
	month, j := readCalendarNumber(r, i)
	if j = runes.SkipSpace(r, j); month < 1 || month > 12 || runes.At(r, j) != '月' {
		return 0, i
	}
	return month, j + 1
}

// readCalendarNumber reads a number up to 99 at i: 3, 03, 三, 十三, 二十三, 廿三. end
// is i if there is none.
func readCalendarNumber(r []rune, i int) (n, end int) {
	if end := runes.DigitsWithin(r, i, 2); end > i {
		if end > i+2 {
			return 0, i
		}
		return number.Value(r[i:end]), end
	}
	j := i
	if number.SpelledDigit(runes.At(r, j)) == 0 {
		j++ // 零三月
	}
	tens, ones := 0, number.SpelledDigit(runes.At(r, j))
	if ones > 0 {
		j++
	}
	if t := number.SpelledTens(runes.At(r, j)); t > 0 && (t == 10 || ones < 0) {
		tens = t * max(ones, 1)
		if ones = number.SpelledDigit(runes.At(r, j+1)); ones > 0 {
			j++
		}
		j++
	}
	if n = tens + max(ones, 0); n == 0 {
		return 0, i
	}
	return n, j
}

// ReadTime returns the end of the time of day at i, or i if there is none: 15:10,
// 15:10:30, 12点, 12点半, 12时30分, 十二点. It keeps times from being taken for
// amounts.
func ReadTime(r []rune, i int) int {
	if !mayBeginDate(r, i) {
		return i
	}
	hour, j := readCalendarNumber(r, i)
	if j == i || hour > 24 {
		return i
	}
	switch c := runes.At(r, runes.SkipSpace(r, j)); {
	case runes.At(r, j) == ':' && runes.DigitAt(r, i):
		return readClock(r, i, j)
	case c == '点' || c == '时':
		return readHourWord(r, i, runes.SkipSpace(r, j))
	}
	return i
}

// readClock reads :10 or :10:30 at colon, the end of the hour that begins at i.
func readClock(r []rune, i, colon int) int {
	end := i
	for n := 0; n < 2 && runes.At(r, colon) == ':'; n++ {
		next := runes.DigitsWithin(r, colon+1, 2)
		if next != colon+3 || r[colon+1] > '5' {
			break
		}
		colon, end = next, next
	}
	if runes.AlnumAt(r, end) {
		return i
	}
	return end
}

// readHourWord reads 点 or 时 at i and what belongs to it: 半, 整, 一刻, 30, 30分,
// 30分20秒. It returns start, that of the hour, if another number follows: 五点五万 is
// not a time.
func readHourWord(r []rune, start, i int) int {
	switch i++; runes.At(r, i) {
	case '半', '整', '钟':
		return i + 1
	case '内':
		return start
	}
	n, j := readCalendarNumber(r, i)
	switch c := runes.At(r, j); {
	case j == i:
		if runes.DigitAt(r, i) {
			return start
		}
		return i
	case n > 59:
		return start
	case c == '刻':
		return j + 1
	case c == '分':
		if n, k := readCalendarNumber(r, j+1); k > j+1 && n < 60 && runes.At(r, k) == '秒' {
			return k + 1
		}
		return j + 1
	case j == i+2 && runes.DigitAt(r, i) && !number.IsCounted(r, j):
		return j // 12点30前
	}
	return start
}
