package fold

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// digits are the digits at the end of a line.
type digits struct {
	label  rune // the character before them, or before a colon and blanks
	mark   rune // what divides them from other digits: 2026-03-20, 12:30; 0 if nothing does
	n      int  // how many, with their marks
	group  int  // digits after the last comma, or 0 if there is none
	places int  // digits after the point, or 0 if there is none
}

// mostDigits is how many digits a sum has at most; more are an account or a phone number.
const mostDigits = 9

// newDigits returns the digits at the end of r.
func newDigits(r []rune) (d digits) {
	run := 0 // digits since the mark read last
	i := len(r) - 1
	for ; i >= max(0, len(r)-2*mostDigits); i-- {
		c := r[i]
		if runes.IsDigit(c) {
			run++
			continue
		}
		if !isMark(c) || !runes.DigitAt(r, i-1) {
			break
		}
		switch {
		case d.group > 0 || d.places > 0:
		case c == '.':
			d.places = run
		default:
			d.group = run
		}
		run = 0
	}
	d.n = len(r) - 1 - i
	if runes.DigitAt(r, i-1) {
		d.mark = runes.At(r, i)
	}
	for runes.At(r, i) == ':' || runes.At(r, i) == ' ' {
		i--
	}
	d.label = runes.At(r, i)
	return d
}

// whole reports whether the digits may be the beginning of a sum, and are no part of a
// date or a time, and no code: 尾号1234.
func (d digits) whole() bool {
	switch d.label {
	case '号', '码', '第', '_', '-', '/':
		return false
	}
	return d.mark == 0 && d.n <= mostDigits && d.places < 2 && !runes.IsLetter(d.label)
}

// dates reports whether the digits and the n after the line break, before the rune after,
// are a year, a month or a day: 20\n26-03-2\n0.
func (d digits) dates(n int, after rune) bool {
	switch after {
	case '-', '/', '年':
		if d.mark == 0 && d.n+n == 4 {
			return true
		}
	case '月', '日', '号':
	default:
		if runes.IsAlnum(after) || after == '.' || after == ':' {
			return false
		}
	}
	return strings.ContainsRune("-/年月", d.mark) && d.n == 1 && n == 1
}

// betweenDigits returns what becomes of a line break between the digits d and those that
// right begins with. They are one number if one part is no number by itself: 3,0 and 00.00.
func betweenDigits(units Units, d digits, right []rune) joining {
	n := runes.DigitsWithin(right, 0, mostDigits)
	end, places := n, 0
	if runes.At(right, n) == '.' {
		end = runes.DigitsWithin(right, n+1, 2)
		places = end - n - 1
	}
	after := runes.At(right, runes.SkipSpace(right, end))
	money := units.Counts(after)
	switch {
	case d.dates(n, after):
		return joined
	case !d.whole():
		return apart
	case d.wants(n, places, after), right[0] == '0' && isRest(n, places, after, money):
		return joined
	case d.label == '数' && after != '天':
		return apart
	case money, d.label == '¥' && n < 3 && runes.EndsClause(after), d.n < 3 && n < 3 && after == '天':
		return masked
	}
	return apart
}

// wants reports whether d lacks n digits, with places digits after a point, to be a number:
// the digits of a group, 3,0, or of the fraction, 30.5.
func (d digits) wants(n, places int, after rune) bool {
	if d.group > 0 {
		return d.group+n == 3
	}
	return d.places == 1 && n == 1 && places == 0 && (!runes.IsHan(after) || after == '元')
}

// isRest reports whether n digits that begin with 0, with places digits after a point, are
// no number by themselves: 00.00, 000元, 0元.
func isRest(n, places int, after rune, money bool) bool {
	if n > 1 {
		return places == 2 || after == '天' || money
	}
	return money && places == 0
}
