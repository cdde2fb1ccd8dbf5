package calendar

import (
	"fmt"
	"time"

	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// Date is a day as a message gives it. A year or a day that is not given is 0. The zero
// Date is no date.
type Date struct{ year, month, day int }

// String returns 2024-03-01, --03-01 if the year is not given, 2024-03 or --03 if the
// day is not given.
func (d Date) String() string {
	year := "-"
	if d.year != 0 {
		year = fmt.Sprintf("%04d", d.year)
	}
	if d.day == 0 {
		return fmt.Sprintf("%s-%02d", year, d.month)
	}
	return fmt.Sprintf("%s-%02d-%02d", year, d.month, d.day)
}

// exists reports whether the calendar has the day. 29 February exists if the year is
// not given.
func (d Date) exists() bool {
	if d.month < 1 || d.month > 12 || d.day < 1 {
		return false
	}
	year := d.year
	if year == 0 {
		year = 2000
	}
	return d.day <= time.Date(year, time.Month(d.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// ReadDate reads a day with its month at i: 2024年3月1日, 24年3月1日, 3月1日,
// 2024-03-01, 2024/3/1, 2024.3.1, 20240301, 二〇二四年三月一日. end is i if there is
// none, or if the calendar does not have the day.
func ReadDate(r []rune, i int) (d Date, end int) {
	if !mayBeginDate(r, i) {
		return Date{}, i
	}
	if end := runes.DigitsWithin(r, i, 8); end-i == 4 || end-i == 8 {
		if d, end := readPlainDate(r, i, end); end > i {
			return d, end
		}
	}
	year, j := readYear(r, i)
	month, j := readMonthWord(r, j)
	if month == 0 {
		return Date{}, i
	}
	first := skipBreak(r, j)
	day, j := readCalendarNumber(r, first)
	d = Date{year, month, day}
	if !d.exists() {
		return Date{}, i
	}
	switch runes.At(r, runes.SkipSpace(r, j)) {
	case '日', '号', '曰':
		return d, runes.SkipSpace(r, j) + 1
	case '前', '之', '起', '止', '至', '到', '还':
		if !isLunarDay(runes.At(r, first)) {
			return d, j
		}
	default:
		if year != 0 && runes.EndsClause(runes.At(r, j)) && !runes.DigitAt(r, j+1) {
			return d, j // 2024年3月1，
		}
	}
	return Date{}, i
}

// skipBreak returns i moved over one space or line break within a date.
func skipBreak(r []rune, i int) int {
	if runes.At(r, i) == '\n' {
		return i + 1
	}
	return runes.SkipSpace(r, i)
}

// ReadMonthDay reads 12/13, 12-13, 12.13 or 12月13 at i as 13 December. end is i if
// there is none. Only a word such as 还款日 makes it a date; the caller has seen one.
func ReadMonthDay(r []rune, i int) (d Date, end int) {
	if runes.InsideNumber(r, i) || runes.At(r, i-1) == '/' {
		return Date{}, i
	}
	j := runes.DigitsWithin(r, i, 2)
	sep := runes.At(r, j)
	if j == i || j > i+2 || sep != '/' && sep != '-' && sep != '.' && sep != '月' {
		return Date{}, i
	}
	end = runes.DigitsWithin(r, j+1, 2)
	d = Date{month: number.Value(r[i:j]), day: number.Value(r[j+1 : end])}
	if end > j+3 || !d.exists() || number.IsCounted(r, end) || runes.AlnumAt(r, end) || runes.At(r, end) == sep {
		return Date{}, i
	}
	return d, end
}

// ReadShortDate reads 26/03/20, 26-03-20 or 26.03.20 at i as 20 March 2026, with two digits
// each. end is i if there is none. Only a word such as 还款日 makes it a date; the caller
// has seen one.
func ReadShortDate(r []rune, i int) (d Date, end int) {
	const length = 8
	if !mayBeginDate(r, i) {
		return Date{}, i
	}
	sep := runes.At(r, i+2)
	if sep != '/' && sep != '-' && sep != '.' || runes.At(r, i+5) != sep {
		return Date{}, i
	}
	for at := i; at < i+length; at += 3 {
		if runes.DigitsWithin(r, at, 2) != at+2 {
			return Date{}, i
		}
	}
	end = i + length
	d = Date{2000 + number.Value(r[i:i+2]), number.Value(r[i+3 : i+5]), number.Value(r[i+6 : end])}
	if !d.exists() || number.IsCounted(r, end) || runes.AlnumAt(r, end) || runes.At(r, end) == sep {
		return Date{}, i
	}
	return d, end
}

// mayBeginDate reports whether i is not within a number in digits or characters. A
// hyphen may come before it: 9:00-18:00.
func mayBeginDate(r []rune, i int) bool {
	if runes.DigitAt(r, i) {
		c := runes.At(r, i-1)
		return !runes.AlnumAt(r, i-1) && !((c == '.' || c == '/') && runes.DigitAt(r, i-2))
	}
	c := runes.At(r, i)
	if number.SpelledDigit(c) < 0 && number.SpelledTens(c) == 0 {
		return false
	}
	before := runes.At(r, i-1)
	return number.SpelledDigit(before) < 0 && number.SpelledTens(before) == 0 && !runes.DigitAt(r, i-1)
}

// readPlainDate reads 2024-03-01 and 20240301 at i. digits is the end of the first four
// or eight digits. end is i if there is no date.
func readPlainDate(r []rune, i, digits int) (d Date, end int) {
	if year := number.Value(r[i : i+4]); year < 1900 || year > 2099 {
		return Date{}, i
	}
	if digits == i+8 {
		d, end = readEightDigits(r, i)
	} else {
		d, end = readDividedDate(r, i)
	}
	if end == i || !d.exists() {
		return Date{}, i
	}
	return d, end
}

// readEightDigits reads 20240301.
func readEightDigits(r []rune, i int) (d Date, end int) {
	end = i + 8
	if number.IsCounted(r, end) || runes.AlnumAt(r, end) || runes.IsDash(runes.At(r, end)) {
		return Date{}, i
	}
	return Date{number.Value(r[i : i+4]), number.Value(r[i+4 : i+6]), number.Value(r[i+6 : end])}, end
}

// readDividedDate reads 2024-03-01, 2024/3/1, 2024.3.1 and 2024 03 01. The divider may come
// again before another date, but before no other digit: not 2024.3.1.5. A space may be next
// to it; a space alone divides only two digits from two.
func readDividedDate(r []rune, i int) (d Date, end int) {
	month := runes.SkipSpace(r, i+4)
	sep := runes.At(r, month)
	switch {
	case sep == '/' || sep == '.' || sep == '·' || runes.IsDash(sep):
		month = runes.SkipSpace(r, month+1)
	case month > i+4:
		sep = ' '
	default:
		return Date{}, i
	}
	p := runes.DigitsWithin(r, month, 2)
	day := runes.SkipSpace(r, p)
	if sep != ' ' {
		if p > month+2 || runes.At(r, day) != sep {
			return Date{}, i
		}
		day = runes.SkipSpace(r, day+1)
	}
	end = runes.DigitsWithin(r, day, 2)
	if end > day+2 || goesOnAfter(r, end, sep) || sep == ' ' && (p != month+2 || end != day+2 || day != p+1) {
		return Date{}, i
	}
	return Date{number.Value(r[i : i+4]), number.Value(r[month:p]), number.Value(r[day:end])}, end
}

// goesOnAfter reports whether the date that ends at end, divided by sep, goes on with more
// digits, or after spaces counts something, so that it is no date.
func goesOnAfter(r []rune, end int, sep rune) bool {
	if sep == ' ' {
		return runes.AlnumAt(r, end) || runes.DigitAt(r, runes.SkipSpace(r, end)) || number.IsCounted(r, end)
	}
	return runes.At(r, end) == sep && runes.DigitAt(r, end+1) && runes.DigitsWithin(r, end+1, 4) != end+5
}
