package parser

// durationUnit is what a duration is counted in, as the message does.
type durationUnit uint8

const (
	durationNone durationUnit = iota
	durationMinute
	durationHour
	durationDay
	durationWeek
	durationMonth
	durationYear
	durationPeriod // 期: an instalment
)

// duration is a length of time as a message counts it.
type duration struct {
	n, max    int // in unit; of a range the ends, else max is 0
	unit      durationUnit
	days      int  // of days and weeks the whole, of months and years what is beyond the months
	months    int  // of months and years the whole: 15 for 1年零3个月
	nth       bool // 第3天: a day's number; 第3期 is no length at all
	precision Precision
}

// largestCount is the largest number of units that is taken for a duration.
const largestCount = 100_000

// readDuration reads a duration at r[i:], where a digit, a Chinese numeral, 几,
// 数, 半, 第 or the m of M2 begins and the rune before is no ASCII digit and no
// letter: 25天, 十五日, 30余天, 3个工作日, 两个月, 半年, 1年零3个月, 3期, 24小时.
// end == i where there is none.
//
// 第 may stand before i or at i. Days of the calendar are none: 3月1日, 25日前,
// 2024年; but 十五日 alone is one. Words such as 超过 and 以上 are treated as
// readAmount treats them. What a fraction leaves over a whole unit is cut off,
// and the precision is then about.
func readDuration(r []rune, i int) (d duration, end int) {
	p := i
	if runeAt(r, i) == '第' {
		p = skipSpaces(r, i+1)
	}
	switch c := runeAt(r, i); {
	case isDigitAt(r, i-1) || masksDigit(r, i-1) || isDigitAt(r, i-2) && dividesNumbers(runeAt(r, i-1)):
		return d, i
	case c == 'm':
		d, end = readPeriods(r, i)
	case c == '半':
		d, end = readHalf(r, i)
	default:
		d, end = readCount(r, p)
		d.nth = p > i || runeAt(r, i-1) == '第'
	}
	switch {
	case d.unit == durationNone:
		return duration{}, i
	case d.max > 0:
		d.precision = PrecisionRange
	default:
		d.precision = precisionAround(r, i, end, d.precision)
	}
	return d, end
}

// dividesNumbers reports whether c between digits makes the second no number of
// its own: 1/12期, 7×24小时.
func dividesNumbers(c rune) bool {
	switch c {
	case '/', '.', ':', '*', '×':
		return true
	}
	return false
}

// readCount reads a number, or two as a range, with its unit and the smaller
// units that follow.
func readCount(r []rune, i int) (d duration, end int) {
	n, end := readNumber(r, i)
	if end == i || !n.counts() {
		return duration{}, i
	}
	if p := rangeEnd(r, end); p > end && !n.ranged {
		high, after := readNumber(r, p)
		if after > p && high.counts() && !high.ranged && n.value.less(high.value) {
			n.max, n.ranged, end = high.value, true, after
		}
	}
	if n.approx {
		d.precision = PrecisionAbout
	}
	p := skipSpaces(r, end)
	if v := vagueEnd(r, p); v > p {
		d.precision = PrecisionAbout
		if r[v-1] == '+' {
			d.precision = PrecisionAtLeast
		}
		p = skipSpaces(r, v)
	}
	u, end := readTimeUnit(r, p)
	if !n.fits(u, r, i, end) {
		return duration{}, i
	}
	d.unit, d.n = u.durationUnit, int(n.value.whole())
	d = d.whole(n.value)
	if n.value.scale > 0 || u.vague || u.half {
		d.precision = PrecisionAbout
	}
	switch {
	case n.ranged:
		d.max = int(n.max.whole())
		return d, end
	case u.half:
		if d.unit == durationMonth {
			d.days = halfMonth
		}
		return d, end
	}
	if high, after := d.upperEnd(r, end); after > end {
		d.max = high
		return d, after
	}
	return d.withRest(r, end)
}

// counts reports whether n may count units of time.
func (n number) counts() bool {
	return !n.masked && !n.invalid && n.value.whole() <= largestCount && n.max.whole() <= largestCount
}

// whole returns d with days and months as far as value and the unit give them.
func (d duration) whole(value decimal) duration {
	switch d.unit {
	case durationDay:
		d.days = d.n
	case durationWeek:
		d.days = 7 * d.n
	case durationMonth:
		d.months = d.n
	case durationYear:
		months, _ := value.times(12)
		d.months = int(months.whole())
	}
	return d
}

// upperEnd reads the upper end of a range whose lower end has its unit too:
// 30天至60天.
func (d duration) upperEnd(r []rune, end int) (high, after int) {
	p := rangeEnd(r, end)
	if p == end {
		return 0, end
	}
	n, q := readNumber(r, p)
	if q == p || !n.counts() || n.ranged || int(n.value.whole()) <= d.n {
		return 0, end
	}
	u, after := readTimeUnit(r, skipSpaces(r, q))
	if u.durationUnit != d.unit || u.half || !n.fits(u, r, p, after) {
		return 0, end
	}
	return int(n.value.whole()), after
}

// withRest returns d with the smaller units behind it: 半 and 零3个月 behind a
// year, 零5天 behind a month.
func (d duration) withRest(r []rune, end int) (duration, int) {
	if d.unit == durationYear && runeAt(r, end) == '半' {
		d.months += 6
		return d, end + 1
	}
	for unit := d.unit; unit == durationYear || unit == durationMonth; {
		p := skipSpace(r, end)
		linked := runeAt(r, p) == '零' || runeAt(r, p) == '又'
		if linked {
			p++
		}
		n, q := readNumber(r, p)
		if q == p || !n.counts() || n.ranged || n.value.scale > 0 {
			break
		}
		u, after := readTimeUnit(r, skipSpaces(r, q))
		switch {
		case u.half || u.vague:
			return d, end
		case u.durationUnit == durationMonth && unit == durationYear && (u.counted || linked):
			d.months += int(n.value.whole())
		case u.durationUnit == durationDay && n.fits(u, r, p, after):
			d.days += int(n.value.whole())
		default:
			return d, end
		}
		unit, end = u.durationUnit, after
	}
	return d, end
}

// halfMonth is what 半个月 is in days, about.
const halfMonth = 15

// readHalf reads 半年, 半个月, 半天 and 半小时, each in a unit of which it is
// whole.
func readHalf(r []rune, i int) (d duration, end int) {
	switch runeAt(r, i-1) {
	case '上', '下', '前', '后', '大':
		return duration{}, i // 上半年
	}
	u, end := readTimeUnit(r, i+1)
	if u.half || u.durationUnit == durationMonth && runeAt(r, end) == '份' {
		return duration{}, i
	}
	if u.vague {
		d.precision = PrecisionAbout // 半个多月
	}
	switch u.durationUnit {
	case durationYear:
		d.n, d.months, d.unit = 6, 6, durationMonth
	case durationMonth:
		d.n, d.days, d.unit, d.precision = halfMonth, halfMonth, durationDay, PrecisionAbout
	case durationDay:
		d.n, d.unit, d.precision = 12, durationHour, PrecisionAbout
	case durationHour:
		d.n, d.unit = 30, durationMinute
	default:
		return duration{}, i
	}
	return d, end
}
