package shape

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// spelledOne is 幺, a one as it is read out, in the form that folding gives it. It is
// not a digit of other numbers: 什么三.
const spelledOne = '么'

// spelledDigitAt returns the value of the digit at i, ASCII or Chinese, or -1.
func spelledDigitAt(r []rune, i int) int {
	switch c := runes.At(r, i); {
	case runes.IsDigit(c):
		return int(c - '0')
	case c == spelledOne:
		return 1
	default:
		return number.SpelledDigit(c)
	}
}

// readSpelled reads n digits written in Chinese. Some of them may be ASCII.
func readSpelled(r []rune, i, n int) int {
	j := i
	for ; j < i+n; j++ {
		if spelledDigitAt(r, j) < 0 {
			return i
		}
	}
	second := spelledDigitAt(r, i+1)
	if n == 11 && second < 3 || n == 10 && second != 0 || spelledDigitAt(r, j) >= 0 {
		return i
	}
	return j
}

// readDotted reads three, three and four digits with dots between: 400.800.1234.
func readDotted(r []rune, i int) int {
	end := i + len("400.800.1234")
	if runes.DigitsWithin(r, i, 4) == i+3 && runes.At(r, i+3) == '.' && runes.DigitsWithin(r, i+4, 4) == i+7 && runes.At(r, i+7) == '.' &&
		runes.DigitsWithin(r, i+8, 5) == end {
		return end
	}
	return i
}
