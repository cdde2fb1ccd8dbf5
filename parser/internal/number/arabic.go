package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// arabic is what readArabic reads.
type arabic struct {
	value   Decimal
	digits  int  // digits before the point
	zero    bool // a zero in front of other digits: 007
	point   bool // it has a fraction
	masked  bool // 1***.56: value has no meaning
	invalid bool // 1.2.3, or more than maxDigits digits: read, but without a value
}

// readArabic reads ASCII digits at r[i:], with a fraction, with groups of three divided
// by commas of either width or by spaces, and with hidden digits. See readDivided for
// other ways to divide them.
//
// A space divides groups only if a fraction or 元 shows that money follows (28 100.00,
// 3 500元). Otherwise it is between two numbers.
func readArabic(r []rune, i int) (a arabic, end int) {
	end = runes.DigitsEnd(r, i)
	if end == i && !runes.MasksDigit(r, i) {
		return a, i
	}
	if amidMasked(r, i) {
		return arabic{masked: true}, maskedEnd(r, i)
	}
	end = usualEnd(r, i, end)
	if touchesMask(r, i, end) {
		return arabic{masked: true}, maskedEnd(r, i)
	}
	masked, after := readDivided(r, i, end)
	if masked {
		return arabic{masked: true}, after
	}
	if after > end {
		return arabicValue(r[i:after]), after
	}
	a = arabicValue(r[i:end])
	if a.point && beginsFraction(r, end) {
		a.invalid = true
		for beginsFraction(r, end) {
			end = runes.DigitsEnd(r, end+1)
		}
	}
	return a, end
}

// usualEnd returns the end of the digits r[i:end] with the groups and the fraction that
// follow them.
func usualEnd(r []rune, i, end int) int {
	commas := groupsEnd(r, i, end, 0)
	end = groupsEnd(r, i, end, ' ')
	if commas > end || !closesGroups(r, end) {
		end = commas
	}
	if beginsFraction(r, end) || runes.At(r, end) == '.' && runes.MasksDigit(r, end+1) {
		return runes.DigitsEnd(r, end+1)
	}
	return end
}

// beginsFraction reports whether a point is at i, before a digit.
func beginsFraction(r []rune, i int) bool {
	return runes.At(r, i) == '.' && runes.IsDigit(runes.At(r, i+1))
}

// arabicValue returns the value of digits with separators and at most one point.
func arabicValue(r []rune) (a arabic) {
	significant := 0
	for _, c := range r {
		switch {
		case c == '.' || runes.IsMiddleDot(c):
			a.point = true
		case runes.IsDigit(c):
			if a.value.coef > 0 || c != '0' {
				significant++
			}
			if significant > maxDigits || a.value.Scale == maxDigits {
				a.invalid = true
				continue
			}
			a.value.coef = a.value.coef*10 + int64(c-'0')
			if a.point {
				a.value.Scale++
			} else {
				a.digits++
			}
		}
	}
	a.zero = a.digits > 1 && r[0] == '0'
	a.value = a.value.trim()
	if a.invalid {
		a.value = Decimal{}
	}
	return a
}

// groupsEnd returns the end of the groups of three digits that follow the digits
// r[i:end] and are divided by sep, or end if there are none. A sep of 0 is a comma of
// either width.
func groupsEnd(r []rune, i, end int, sep rune) int {
	if end-i < 1 || end-i > 3 || r[i] == '0' {
		return end
	}
	first := end
	for {
		c := runes.At(r, end)
		if c != sep && (sep != 0 || !runes.IsComma(c)) || c == 0 || arabicEnd3(r, end+1) != end+4 {
			return end
		}
		if end += 4; sep != 0 && end-i > 2*maxDigits {
			return first
		}
	}
}

// arabicEnd3 returns the end of the digits at i, at most i+4.
func arabicEnd3(r []rune, i int) int {
	return i + runes.DigitsEnd(r[min(i, len(r)):min(i+4, len(r))], 0)
}

// closesGroups reports whether what follows at end shows that the groups before it are
// one amount.
func closesGroups(r []rune, end int) bool {
	if beginsFraction(r, end) {
		return true
	}
	switch runes.At(r, runes.SkipSpaces(r, end)) {
	case '元', '圆', '块':
		return true
	}
	return false
}

// touchesMask reports whether there is a hidden digit next to the digits r[i:end]. A
// separator may come between.
func touchesMask(r []rune, i, end int) bool {
	switch runes.At(r, end) {
	case ',', '，', '.':
		return runes.MasksDigit(r, i) || runes.MasksDigit(r, end+1)
	}
	return runes.MasksDigit(r, i) || runes.MasksDigit(r, end)
}

// maskedReach is how many digits, masks and separators are read as one masked number.
// What follows without a break is masked as well.
const maskedReach = 2 * maxDigits

// amidMasked reports whether a masked number continues at i: so many digits and masks
// come before it that no other number begins there.
func amidMasked(r []rune, i int) bool {
	masked := false
	for j := i - 1; j >= i-maxDigits; j-- {
		switch c := runes.At(r, j); {
		case runes.MasksDigit(r, j):
			masked = true
		case runes.IsDigit(c), c == ',', c == '，', c == '.':
		default:
			return false
		}
	}
	return masked
}

// maskedEnd returns the end of the digits at i, with masks and separators between them.
func maskedEnd(r []rune, i int) int {
	for last := min(len(r), i+maskedReach); i < last; {
		switch c := r[i]; {
		case runes.IsDigit(c) || runes.MasksDigit(r, i):
			i++
		case (c == ',' || c == '，' || c == '.') && (runes.IsDigit(runes.At(r, i+1)) || runes.MasksDigit(r, i+1)):
			i++
		default:
			return i
		}
	}
	return i
}
