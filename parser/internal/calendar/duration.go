package calendar

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// Unit is the unit of a duration. The zero Unit is no unit.
type Unit uint8

// The units, from the shortest.
const (
	NoUnit Unit = iota
	Minute
	Hour
	Day
	Week
	Month
	Year
	Period // 期: an instalment
)

// Duration is a length of time as a message counts it. The zero Duration is no duration.
type Duration struct {
	N, Max    int // in Unit; both ends of a range, else Max is 0
	Unit      Unit
	Days      int  // all of it if Unit is Day or Week; if Month or Year, the days besides Months
	Months    int  // all of it if Unit is Month or Year: 15 for 1年零3个月
	OfLenders bool // M2, DPD 33: as lenders count what is past due
	Nth       bool // an ordinal: 第3天 is the number of a day, 第3期 is not a length at all
	Precision number.Precision
}

// largestCount is the largest number of units of a duration.
const largestCount = 100_000

// ReadDuration reads a duration at r[i:], where a digit, a Chinese numeral, 几, 数, 半,
// 第, the m of M2 or the d of DPD begins and the rune before is not an ASCII digit or a
// letter: 25天, 十五日, 30余天, 3个工作日, 两个月, 半年, 1年零3个月, 3期, 24小时, DPD33.
// end is i if there is none.
//
// 第 may come before i or at i. Days of the calendar are not durations, 3月1日, 25日前, 2024年,
// but 十五日 alone is one. Words such as 超过 and 以上 count as they do for number.ReadAmount. A
// fraction of a unit is cut off, and the precision is then about.
func ReadDuration(r []rune, i int) (d Duration, end int) {
	p := i
	if runes.At(r, i) == '第' {
		p = runes.SkipSpaces(r, i+1)
	}
	switch c := runes.At(r, i); {
	case runes.DigitAt(r, i-1) || runes.MasksDigit(r, i-1) || runes.DigitAt(r, i-2) && dividesNumbers(runes.At(r, i-1)):
		return d, i
	case runes.DigitAt(r, i) && isLikeDigit(r, i-1):
		return d, i // 逾期l5天: 15 of them
	case c == 'm':
		d, end = readPeriods(r, i)
	case c == 'd':
		d, end = readDaysPastDue(r, i)
	case c == '半':
		d, end = readHalf(r, i)
	default:
		d, end = readCount(r, p)
		d.Nth = p > i || runes.At(r, i-1) == '第'
	}
	switch {
	case d.Unit == NoUnit:
		return Duration{}, i
	case d.Max > 0:
		d.Precision = number.Range
	default:
		d.Precision = number.PrecisionAround(r, i, end, d.Precision)
	}
	return d, end
}

// isLikeDigit reports whether the rune at i is a letter by itself that looks like 1 or 0.
func isLikeDigit(r []rune, i int) bool {
	switch runes.At(r, i) {
	case 'l', 'i', 'o':
		return !runes.LetterAt(r, i-1)
	}
	return false
}

// dividesNumbers reports whether c between digits means that the second number does not
// count by itself: 1/12期, 7×24小时.
func dividesNumbers(c rune) bool {
	switch c {
	case '/', '.', ':', '*', '×':
		return true
	}
	return false
}

// readCount reads a number, or two as a range, with its unit and the smaller units that
// follow.
func readCount(r []rune, i int) (d Duration, end int) {
	n, end := number.Read(r, i)
	if end == i || !counts(n) {
		return Duration{}, i
	}
	if !n.Ranged {
		n, end = withUpperEnd(n, r, end)
	}
	if n.Approx {
		d.Precision = number.About
	}
	p := runes.SkipSpaces(r, end)
	if v := number.VagueEnd(r, p); v > p {
		d.Precision = number.About
		if r[v-1] == '+' {
			d.Precision = number.AtLeast
		}
		p = runes.SkipSpaces(r, v)
	}
	u, end := readTimeUnit(r, p)
	if !fits(n, u, r, i, end) {
		return Duration{}, i
	}
	d.Unit, d.N = u.Unit, int(n.Value.Whole())
	d = d.whole(n.Value)
	if n.Value.Scale > 0 || u.vague || u.half {
		d.Precision = number.About
	}
	return d.goOn(n, u, r, end)
}

// withUpperEnd returns n as a range if the upper end of one follows at end, and the end
// of the range: 3-5 in 3-5天.
func withUpperEnd(n number.Number, r []rune, end int) (number.Number, int) {
	p := number.RangeEnd(r, end)
	if p == end {
		return n, end
	}
	high, after := number.Read(r, p)
	if after == p || !counts(high) || high.Ranged || !n.Value.Less(high.Value) {
		return n, end
	}
	n.Max, n.Ranged = high.Value, true
	return n, after
}

// goOn returns d, which counts n in u up to end, together with what follows there and
// belongs to it.
func (d Duration) goOn(n number.Number, u timeUnit, r []rune, end int) (Duration, int) {
	switch {
	case n.Ranged:
		d.Max = int(n.Max.Whole())
		return d, end
	case u.half:
		if d.Unit == Month {
			d.Days = halfMonth
		}
		return d, end
	}
	if high, after := d.upperEnd(r, end); after > end {
		d.Max = high
		return d, after
	}
	return d.withRest(r, end)
}

// counts reports whether n may count units of time.
func counts(n number.Number) bool {
	return !n.Masked && !n.Invalid && n.Value.Whole() <= largestCount && n.Max.Whole() <= largestCount
}

// whole returns d with its days and months, as far as value and the unit give them.
func (d Duration) whole(value number.Decimal) Duration {
	switch d.Unit {
	case Day:
		d.Days = d.N
	case Week:
		d.Days = 7 * d.N
	case Month:
		d.Months = d.N
	case Year:
		months, _ := value.Times(12)
		d.Months = int(months.Whole())
	}
	return d
}

// upperEnd reads the upper end of a range whose lower end has a unit too: 30天至60天.
// after is end if there is none.
func (d Duration) upperEnd(r []rune, end int) (high, after int) {
	p := number.RangeEnd(r, end)
	if p == end {
		return 0, end
	}
	n, q := number.Read(r, p)
	if q == p || !counts(n) || n.Ranged || int(n.Value.Whole()) <= d.N {
		return 0, end
	}
	u, after := readTimeUnit(r, runes.SkipSpaces(r, q))
	if u.Unit != d.Unit || u.half || !fits(n, u, r, p, after) {
		return 0, end
	}
	return int(n.Value.Whole()), after
}

// halfMonth is the number of days of 半个月, about.
const halfMonth = 15

// readHalf reads 半年, 半个月, 半天 and 半小时, each as a whole number of a smaller
// unit.
func readHalf(r []rune, i int) (d Duration, end int) {
	switch runes.At(r, i-1) {
	case '上', '下', '前', '后', '大':
		return Duration{}, i // 上半年
	}
	u, end := readTimeUnit(r, i+1)
	if u.half || u.Unit == Month && runes.At(r, end) == '份' {
		return Duration{}, i
	}
	if u.vague {
		d.Precision = number.About // 半个多月
	}
	switch u.Unit {
	case Year:
		d.N, d.Months, d.Unit = 6, 6, Month
	case Month:
		d.N, d.Days, d.Unit, d.Precision = halfMonth, halfMonth, Day, number.About
	case Day:
		d.N, d.Unit, d.Precision = 12, Hour, number.About
	case Hour:
		d.N, d.Unit = 30, Minute
	default:
		return Duration{}, i
	}
	return d, end
}
