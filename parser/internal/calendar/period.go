package calendar

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// readPeriods reads lenders' M2, two instalments past due.
func readPeriods(r []rune, i int) (d Duration, end int) {
	n, end := periodNumber(r, i)
	if end == i || runes.AlnumAt(r, i-1) {
		return Duration{}, i
	}
	d = Duration{N: n, Unit: Period, OfLenders: true}
	if p := number.RangeEnd(r, end); p > end {
		if high, after := periodNumber(r, p); after > p && high > n {
			d.Max = high
			return d, after
		}
	}
	if runes.At(r, end) == '+' {
		d.Precision = number.AtLeast
		end++
	}
	return d, end
}

// largestPeriod is the largest number after M that counts instalments.
const largestPeriod = 36

// periodNumber reads an m with one or two digits. end is i if there is none.
func periodNumber(r []rune, i int) (n, end int) {
	if runes.At(r, i) != 'm' || !runes.DigitAt(r, i+1) {
		return 0, i
	}
	for end = i + 1; runes.DigitAt(r, end) && end < i+3; end++ {
		n = n*10 + int(r[end]-'0')
	}
	if n > largestPeriod || runes.AlnumAt(r, end) || runes.MasksDigit(r, end) || runes.At(r, end) == '.' && runes.DigitAt(r, end+1) {
		return 0, i
	}
	return n, end
}

// readDaysPastDue reads lenders' DPD 33, days past due: DPD33, DPD: 33, DPD=33.
func readDaysPastDue(r []rune, i int) (d Duration, end int) {
	if runes.AlnumAt(r, i-1) || runes.At(r, i+1) != 'p' || runes.At(r, i+2) != 'd' {
		return Duration{}, i
	}
	p := runes.SkipSpace(r, i+3)
	if c := runes.At(r, p); c == ':' || c == '=' {
		p = runes.SkipSpace(r, p+1)
	}
	if d.N, end = daysNumber(r, p); end == p {
		return Duration{}, i
	}
	d.Unit, d.Days, d.OfLenders = Day, d.N, true
	if p := number.RangeEnd(r, end); p > end {
		if high, after := daysNumber(r, p); after > p && high > d.N {
			d.Max = high
			return d, after
		}
	}
	if runes.At(r, end) == '+' {
		d.Precision = number.AtLeast
		end++
	}
	return d, end
}

// daysNumber reads a number of days after DPD, of at most four digits. end is i if there
// is none, or if it is zero: nothing is past due then.
func daysNumber(r []rune, i int) (n, end int) {
	for end = i; runes.DigitAt(r, end) && end < i+4; end++ {
		n = n*10 + int(r[end]-'0')
	}
	if n == 0 || runes.AlnumAt(r, end) || runes.MasksDigit(r, end) || runes.At(r, end) == '.' && runes.DigitAt(r, end+1) {
		return 0, i
	}
	return n, end
}
