package shape

import "github.com/dunsms/dunsms/parser/internal/runes"

// hiddenNumber is how a partly hidden number is written: 1101**********1234 has head 4,
// masks 10, tail 4, total 18, runs 1.
type hiddenNumber struct {
	digits [6]byte // the first of the head
	year   [2]byte // the seventh and eighth digits, if the head has them
	head   int     // digits before the first mask character
	tail   int     // digits, and a final x, after the last mask character
	shown  int     // all digits, and a final x
	masks  int     // number of mask characters
	total  int
	runs   int  // runs of mask characters
	open   bool // an ellipsis stands for any number of characters
	weak   bool // a single mask that may also mean something else: ~ # _ ·
}

// scanHidden reads digits, masks, and single spaces or hyphens between groups of them.
// It returns their end, or i if there is no mask.
func scanHidden(r []rune, i int) (h hiddenNumber, end int) {
	j, inMask := i, false
	for ; j < i+runes.HiddenReach; j++ {
		c := runes.At(r, j)
		switch {
		case runes.DigitAt(r, j):
			h.digit(byte(c - '0'))
			inMask = false
		case c == 'x' && h.endsInX(r, j, inMask):
			h.tail, h.shown, h.total = h.tail+1, h.shown+1, h.total+1
			inMask = false
		case runes.IsMask(c), c == 'x' && (inMask || runes.At(r, j+1) == 'x'):
			h.mask(c, inMask)
			inMask = true
		case isDots(r, j):
			h.mask('…', inMask)
			inMask = true
			j += 2
		case h.continuesAfter(r, j):
		default:
			return h.close(r, i, j)
		}
	}
	return h, i
}

// endsInX reports whether the x at i is the check digit and not a mask.
func (h *hiddenNumber) endsInX(r []rune, i int, inMask bool) bool {
	if runes.AlnumAt(r, i+1) {
		return false
	}
	return h.tail > 0 && h.masks > 0 && !runes.IsMask(runes.At(r, i+1)) || inMask && runes.At(r, i-1) != 'x'
}

// continuesAfter reports whether there is a separator at i with another group after it.
// Groups of digits alone are not joined.
func (h *hiddenNumber) continuesAfter(r []rune, i int) bool {
	return isGap(r, i) && h.total > 0 && isHiddenAt(r, i+1) && (h.masks > 0 || !runes.DigitAt(r, i+1))
}

// close returns h with its end j, or with i if no number can end there.
func (h hiddenNumber) close(r []rune, i, j int) (hiddenNumber, int) {
	if h.masks == 0 || !mayEndID(r, j) {
		return h, i
	}
	return h, j
}

// digit adds a digit.
func (h *hiddenNumber) digit(d byte) {
	if h.masks == 0 {
		if h.head < len(h.digits) {
			h.digits[h.head] = d
		} else if h.head < 8 {
			h.year[h.head-6] = d
		}
		h.head++
	} else {
		h.tail++
	}
	h.shown++
	h.total++
}

// mask adds a mask. again is set if the character before it is a mask.
func (h *hiddenNumber) mask(c rune, again bool) {
	if !again {
		h.runs++
	}
	switch c {
	case '…':
		h.open = true
	case '~', '#', '_', '·':
		h.weak = h.weak || !again
	}
	if again {
		h.weak = false
	}
	h.tail = 0
	h.masks++
	h.total++
}

// isDots reports whether there are three dots at i, an ellipsis as people type it.
func isDots(r []rune, i int) bool {
	return runes.At(r, i) == '.' && runes.At(r, i+1) == '.' && runes.At(r, i+2) == '.'
}

// isHiddenAt reports whether a group of digits or masks may begin at i.
func isHiddenAt(r []rune, i int) bool {
	return runes.DigitAt(r, i) || runes.IsMask(runes.At(r, i)) || runes.At(r, i) == 'x' || isDots(r, i)
}

// readMaskedID reads a partly hidden ID number, in any of the ways in which lenders
// hide one. What is more likely a mobile number (138****1234), a card (6222****1234) or
// an amount (1***.56元) is not an ID.
func readMaskedID(r []rune, i int) int {
	if runes.IsMask(runes.At(r, i-1)) {
		return i
	}
	h, end := scanHidden(r, i)
	if end == i || h.weak || !h.isID() || readMaskedMobile(r, i) == end {
		return i
	}
	return end
}

// isID reports whether the digits and masks can be an ID number. If they do not add up
// to eighteen or fifteen, the masks stand for an unknown number of digits, and more
// must be shown.
func (h *hiddenNumber) isID() bool {
	if h.shown == 0 || !h.isRegion() || h.isCard() {
		return false
	}
	if h.total == 18 || h.total == 15 && h.head > 0 && h.tail > 0 {
		return true
	}
	return h.runs == 1 && h.total <= 22 && h.tail <= 6 && h.showsEnough()
}

// showsEnough reports whether a number of unknown length shows enough digits.
func (h *hiddenNumber) showsEnough() bool {
	switch {
	case h.head == 0:
		return false
	case h.head <= 2:
		return h.tail > 0 && h.total >= 14
	case h.tail == 0:
		return h.head >= 6 && h.masks >= 4
	case h.head == 3:
		return h.tail >= 3 && h.masks >= 3
	}
	return h.tail >= 2 && (h.open || h.shown >= 8 || h.total >= 12)
}

// isRegion reports whether the head can be that of an ID number.
func (h *hiddenNumber) isRegion() bool {
	d := &h.digits
	switch {
	case h.head > 0 && (d[0] == 0 || d[0] == 9 && h.head == 1),
		h.head > 1 && !isProvince(d[0], d[1]),
		h.head > 3 && !isPrefecture(d[2], d[3]):
		return false
	case h.head > 7 && h.total != 15:
		return h.year == [2]byte{1, 9} || h.year == [2]byte{2, 0}
	}
	return true
}

// isCard reports whether a head of 62 is that of a bank card and not of a region of
// Gansu: 6201 to 6212, 6229, 6230, and in eighteen characters also the former 6221 to
// 6228.
func (h *hiddenNumber) isCard() bool {
	if h.head < 4 || h.digits[0] != 6 || h.digits[1] != 2 {
		return false
	}
	n := h.digits[2]*10 + h.digits[3]
	return !(n <= 12 || n == 29 || n == 30 || h.total == 18 && 21 <= n && n <= 28)
}
