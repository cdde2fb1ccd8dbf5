package parser

import (
	"fmt"
	"time"
)

// date is a day as a message gives it. A year or a day that is not given is 0;
// the zero date is none.
type date struct{ year, month, day int }

// String returns 2024-03-01, --03-01 where the year is not given, 2024-03 or
// --03 where the day is not.
func (d date) String() string {
	year := "-"
	if d.year != 0 {
		year = fmt.Sprintf("%04d", d.year)
	}
	if d.day == 0 {
		return fmt.Sprintf("%s-%02d", year, d.month)
	}
	return fmt.Sprintf("%s-%02d-%02d", year, d.month, d.day)
}

// exists tells whether the calendar has the day; 29 February does where the
// year is not given.
func (d date) exists() bool {
	if d.month < 1 || d.month > 12 || d.day < 1 {
		return false
	}
	year := d.year
	if year == 0 {
		year = 2000
	}
	return d.day <= time.Date(year, time.Month(d.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// readDate reads a day with its month at i: 2024年3月1日, 24年3月1日, 3月1日,
// 2024-03-01, 2024/3/1, 2024.3.1, 20240301, 二〇二四年三月一日. A day that the
// calendar does not have is none.
func readDate(r []rune, i int) (d date, end int) {
	if !mayBeginDate(r, i) {
		return date{}, i
	}
	if end := runEnd(r, i, 8); end-i == 4 || end-i == 8 {
		if d, end := readPlainDate(r, i, end); end > i {
			return d, end
		}
	}
	year, j := readYear(r, i)
	month, j := readMonthWord(r, j)
	if month == 0 {
		return date{}, i
	}
	day, j := readCalendarNumber(r, skipSpace(r, j))
	d = date{year, month, day}
	if !d.exists() {
		return date{}, i
	}
	switch runeAt(r, skipSpace(r, j)) {
	case '日', '号', '曰':
		return d, skipSpace(r, j) + 1
	case '前', '之', '起', '止', '至', '到', '还':
		return d, j
	}
	return date{}, i
}

// readMonth reads a month without a day at i: 8月, 2024年3月份. The day of d
// is 0.
func readMonth(r []rune, i int) (d date, end int) {
	if !mayBeginDate(r, i) {
		return date{}, i
	}
	year, j := readYear(r, i)
	month, j := readMonthWord(r, j)
	if month == 0 {
		return date{}, i
	}
	if runeAt(r, j) == '份' {
		j++
	}
	return date{year: year, month: month}, j
}

// readMonthDay reads 12/13, 12-13, 12.13 or 12月13 at i as 13 December. Only a
// word such as 还款日 makes a date of it; the caller has seen one.
func readMonthDay(r []rune, i int) (d date, end int) {
	if insideNumber(r, i) || runeAt(r, i-1) == '/' {
		return date{}, i
	}
	j := runEnd(r, i, 2)
	sep := runeAt(r, j)
	if j == i || j > i+2 || sep != '/' && sep != '-' && sep != '.' && sep != '月' {
		return date{}, i
	}
	end = runEnd(r, j+1, 2)
	d = date{month: plainNumber(r[i:j]), day: plainNumber(r[j+1 : end])}
	if end > j+3 || !d.exists() || isCounted(r, end) || isAlnumAt(r, end) || runeAt(r, end) == sep {
		return date{}, i
	}
	return d, end
}

// mayBeginDate tells whether i is not within a number, in digits or in words. A
// hyphen may stand before it: 9:00-18:00.
func mayBeginDate(r []rune, i int) bool {
	if isDigitAt(r, i) {
		c := runeAt(r, i-1)
		return !isAlnumAt(r, i-1) && !((c == '.' || c == '/') && isDigitAt(r, i-2))
	}
	c := runeAt(r, i)
	if spelledDigit(c) < 0 && spelledTens(c) == 0 {
		return false
	}
	before := runeAt(r, i-1)
	return spelledDigit(before) < 0 && spelledTens(before) == 0 && !isDigitAt(r, i-1)
}

// readPlainDate reads 2024-03-01 and 20240301; digits is the end of the digits
// that begin at i, four or eight.
func readPlainDate(r []rune, i, digits int) (d date, end int) {
	d.year = plainNumber(r[i : i+4])
	if d.year < 1900 || d.year > 2099 {
		return date{}, i
	}
	if digits == i+8 {
		d.month, d.day = plainNumber(r[i+4:i+6]), plainNumber(r[i+6:i+8])
		if !d.exists() || isCounted(r, digits) || isAlnumAt(r, digits) || isDash(runeAt(r, digits)) {
			return date{}, i
		}
		return d, digits
	}
	sep := runeAt(r, digits)
	month := runEnd(r, digits+1, 2)
	if sep != '-' && sep != '/' && sep != '.' || runeAt(r, month) != sep || month > digits+3 {
		return date{}, i
	}
	end = runEnd(r, month+1, 2)
	d.month, d.day = plainNumber(r[digits+1:month]), plainNumber(r[month+1:end])
	if end > month+3 || !d.exists() || runeAt(r, end) == sep && runEnd(r, end+1, 4) != end+5 && isDigitAt(r, end+1) {
		return date{}, i
	}
	return d, end
}
