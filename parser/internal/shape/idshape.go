// Package shape reads ID numbers, bank cards, phone numbers, links, handles and serial
// numbers in folded text, by their form.
//
// A reader ReadX(r, i) reads something at r[i:] and returns its end, or i if there is
// nothing. It looks a bounded way ahead and knows nothing about cues.
package shape

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// ReadID returns the end of the ID number at i, or i if there is none: eighteen
// characters, whole or with spaces between them, fifteen digits, or one that is partly
// hidden. Whole numbers must have a plausible province and date, which tell them from
// cards and serial numbers of the same length. ReadID does not check whether the number
// can exist.
func ReadID(r []rune, i int) int {
	if runes.InsideNumber(r, i) {
		return i
	}
	if end := readWholeID(r, i); end > i {
		return end
	}
	return readMaskedID(r, i)
}

// readWholeID reads 110101199003070000 with a digit or x at the end, 440401 19580101
// 000x, or the fifteen digits of old IDs.
func readWholeID(r []rune, i int) int {
	var d [18]byte
	n, end := idDigits(r, i, &d)
	switch {
	case n == 17 && runes.At(r, end) == 'x':
		if isProvince(d[0], d[1]) && mayEndID(r, end+1) {
			return end + 1
		}
		return i
	case n == 18 && isProvince(d[0], d[1]) && isBirthDate(d[6:14]) && mayEndID(r, end):
		return end
	}
	if end = i + 15; runes.DigitsWithin(r, i, 15) != end || !isProvince(d[0], d[1]) || !mayEndID(r, end) {
		return i
	}
	if old := [8]byte{1, 9, d[6], d[7], d[8], d[9], d[10], d[11]}; !isBirthDate(old[:]) {
		return i
	}
	return end
}

// idDigits reads up to eighteen digits into d, with separators between them or before a
// final x. It returns their number and their end.
func idDigits(r []rune, i int, d *[18]byte) (n, end int) {
	const reach = 24 // with separators
	for end = i; n < len(d); end++ {
		switch {
		case runes.DigitAt(r, end):
			d[n] = byte(r[end] - '0')
			n++
		case n > 0 && isGap(r, end) && end-i < reach && (runes.DigitAt(r, end+1) || n == 17):
		default:
			return n, end
		}
	}
	return n, end
}

// mayEndID reports whether a number can end at end: it does not continue, and it does
// not count anything.
func mayEndID(r []rune, end int) bool {
	switch c := runes.At(r, end); {
	case runes.AlnumAt(r, end), c == '*':
		return false
	case c == '…', c == '~', c == '·':
		return !runes.DigitAt(r, end+1)
	case runes.IsMask(c):
		return !runes.DigitAt(r, end+1) && runes.At(r, end+1) != c
	}
	return !number.IsCounted(r, end)
}

// isProvince reports whether an ID number can begin with these two digits of GB/T 2260.
// 81 to 83 are residence permits, 91 foreigners.
func isProvince(a, b byte) bool {
	switch a {
	case 1:
		return 1 <= b && b <= 5
	case 2:
		return 1 <= b && b <= 3
	case 3:
		return 1 <= b && b <= 7
	case 4:
		return 1 <= b && b <= 6
	case 5:
		return b <= 4
	case 6:
		return 1 <= b && b <= 5
	case 7, 9:
		return b == 1
	case 8:
		return 1 <= b && b <= 3
	}
	return false
}

// isPrefecture reports whether these can be the third and fourth digit of an ID number:
// the highest in GB/T 2260 and its history is 53, except for 70 and 90.
func isPrefecture(c, d byte) bool {
	n := c*10 + d
	return n <= 43 || 51 <= n && n <= 53 || n == 70 || n == 90
}

// isBirthDate reports whether eight digits can be a date of birth from 1900 to 2049. 30
// February passes: such an ID number is wrong, but it is one.
func isBirthDate(d []byte) bool {
	century := d[0]*10 + d[1]
	month, day := d[4]*10+d[5], d[6]*10+d[7]
	return (century == 19 || century == 20 && d[2] < 5) &&
		1 <= month && month <= 12 && 1 <= day && day <= 31
}

// ReadIDTail returns the end of the last digits of an ID number at i, or i if there are
// none: three to six digits, or three to five and x. The caller has seen 身份证尾号 or
// similar.
func ReadIDTail(r []rune, i int) int {
	if runes.InsideNumber(r, i) && !runes.IsMask(runes.At(r, i-1)) {
		return i
	}
	end := runes.DigitsWithin(r, i, 6)
	n := end - i
	if runes.At(r, end) == 'x' && n <= 5 {
		end++
	}
	if n < 3 || n > 6 || !mayEndID(r, end) {
		return i
	}
	return end
}
