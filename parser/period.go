package parser

// readPeriods reads the M2 of lenders: two instalments past due.
func readPeriods(r []rune, i int) (d duration, end int) {
	n, end := periodNumber(r, i)
	if end == i || isAlnumAt(r, i-1) {
		return duration{}, i
	}
	d = duration{n: n, unit: durationPeriod}
	if p := rangeEnd(r, end); p > end {
		if high, after := periodNumber(r, p); after > p && high > n {
			d.max = high
			return d, after
		}
	}
	if runeAt(r, end) == '+' {
		d.precision = PrecisionAtLeast
		end++
	}
	return d, end
}

// largestPeriod is the largest M that is one.
const largestPeriod = 36

// periodNumber reads an m with one or two digits.
func periodNumber(r []rune, i int) (n, end int) {
	if runeAt(r, i) != 'm' || !isDigitAt(r, i+1) {
		return 0, i
	}
	for end = i + 1; isDigitAt(r, end) && end < i+3; end++ {
		n = n*10 + int(r[end]-'0')
	}
	if n > largestPeriod || isAlnumAt(r, end) || masksDigit(r, end) || runeAt(r, end) == '.' && isDigitAt(r, end+1) {
		return 0, i
	}
	return n, end
}
