package shape

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// ReadCard returns the end of the bank card number at i, or i if there is none: sixteen
// to nineteen digits, whole or in groups of four and more, that begin with 62, or that
// begin with another digit of the card schemes and have the right check digit (ISO/IEC
// 7812-1); or such a number with a hidden middle. A number that is more likely an ID is
// not a card.
func ReadCard(r []rune, i int) int {
	switch runes.At(r, i) {
	case '3', '4', '5', '6', '9':
	default:
		return i
	}
	if runes.InsideNumber(r, i) {
		return i
	}
	if end := readWholeCard(r, i); end > i {
		return end
	}
	return readMaskedCard(r, i)
}

// readWholeCard reads a card number of which nothing is hidden.
func readWholeCard(r []rune, i int) int {
	var d [19]byte
	n, end := cardDigits(r, i, &d)
	if n < 16 || n > len(d) || !mayEndID(r, end) {
		return i
	}
	switch {
	case n == 18 && isProvince(d[0], d[1]) && isBirthDate(d[6:14]):
		return i
	case d[0] == 6 && d[1] == 2, isLuhn(d[:n]):
		return end
	}
	return i
}

// cardDigits reads digits in groups of four and more into d. It returns their number,
// which is one more than d holds if there are more, and their end.
func cardDigits(r []rune, i int, d *[19]byte) (n, end int) {
	group := 0
	for end = i; ; end++ {
		switch {
		case runes.DigitAt(r, end):
			if n == len(d) {
				return n + 1, end
			}
			d[n] = byte(r[end] - '0')
			n, group = n+1, group+1
		case group < 4, !isGap(r, end), !runes.DigitAt(r, end+1), n >= 16 && !isCardRest(r, end+1):
			return n, end
		default:
			group = 0
		}
	}
}

// isCardRest reports whether the digits at i can be the last group of a card number
// with more than sixteen.
func isCardRest(r []rune, i int) bool {
	end := runes.DigitsWithin(r, i, 3)
	return end-i <= 3 && !number.IsCounted(r, end)
}

// isLuhn reports whether the last digit is the check digit of the others.
func isLuhn(d []byte) bool {
	sum := 0
	for k, v := range d {
		if (len(d)-k)%2 == 0 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += int(v)
	}
	return sum%10 == 0
}

// readMaskedCard reads 6222****1234, 6222 **** **** 1234, 622202******1234.
func readMaskedCard(r []rune, i int) int {
	h, end := scanHidden(r, i)
	if end == i || h.weak || h.head < 4 || h.head > 6 || h.tail < 3 || h.tail > 4 || h.total > 19 {
		return i
	}
	if h.total == 18 && h.isID() {
		return i
	}
	if d := h.digits; d[0] == 6 && d[1] == 2 || d[0] == 4 || d[0] == 5 {
		return end
	}
	return i
}

// ReadSerial returns the end of the contract or order number at i, or i if there is
// none: six to thirty-two letters, digits, masks and hyphens, at least two of them
// digits or masks. The caller has seen a cue for one.
func ReadSerial(r []rune, i int) int {
	const least, most = 6, 32
	end, marks := i, 0
	for ; end <= i+most; end++ {
		c := runes.At(r, end)
		switch {
		case runes.DigitAt(r, end), runes.IsMask(c) && c != '~':
			marks++
		case runes.LetterAt(r, end), runes.IsDash(c) && end > i:
		default:
			return endSerial(r, i, end, least, marks)
		}
	}
	return i
}

// endSerial returns end moved back over hyphens before it if r[i:end] can be a serial
// number, else i.
func endSerial(r []rune, i, end, least, marks int) int {
	for end > i && runes.IsDash(r[end-1]) {
		end--
	}
	if end-i < least || marks < 2 || number.IsCounted(r, end) {
		return i
	}
	return end
}
