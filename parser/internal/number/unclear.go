package number

import "github.com/dunsms/dunsms/parser/internal/runes"

const (
	// wordLetters is how many letters next to a number are a word of their own: vip500元.
	wordLetters = 3
	// unclearReach is the length of the longest number that is read as unclear.
	unclearReach = 2 * maxDigits
)

// readUnclear reads the number at i if characters that are no digits touch it, so that it
// is not what Read reads up to end: 2O00, B67, 1e3, ?千, .50. The number is masked, except
// that the letter O and 〇 among digits are read as 0. It must be money: a unit follows,
// or marked says that a currency comes before. numberEnd is end if there is no such
// number.
func readUnclear(r []rune, i, end int, marked bool) (n Number, numberEnd int) {
	if !mayBeUnclear(r, i, end) {
		return n, end
	}
	if end == i {
		if hidden := hiddenEnd(r, i); hidden > i && hanUnit(runes.At(r, hidden)) > 0 {
			return readHidden(r, i, hidden)
		}
	}
	from := i
	if end > i && !runes.AlnumAt(r, i) {
		from = end // 三O00
	}
	after, ok := unclearEnd(r, from)
	if !ok || after <= end {
		return n, end
	}
	units := unitsEnd(r, after)
	if !isYuan(runes.At(r, runes.SkipSpaces(r, units))) && !(marked && endsDigits(r, after)) {
		return n, end
	}
	if v, ok := misread(r[i:after]); ok && !isBroken(r, i) {
		n = Number{Value: v, Digits: after - i, Approx: true}
		return n.scaled(r, after)
	}
	return Number{Masked: true}, units
}

// mayBeUnclear reports whether characters that are no digits touch what Read reads at
// r[i:end], or take its place if Read reads nothing.
func mayBeUnclear(r []rune, i, end int) bool {
	if end > i {
		return touches(r, end)
	}
	return BeginsUnclear(r, i)
}

// readHidden reads r[i:hidden], which hides digits before a Chinese unit, as a masked
// amount: ?千元. numberEnd is i if no yuan follow.
func readHidden(r []rune, i, hidden int) (n Number, numberEnd int) {
	after := unitsEnd(r, hidden)
	if hanUnit(runes.At(r, hidden)) == 10 {
		after++
	}
	if !isYuan(runes.At(r, runes.SkipSpaces(r, after))) {
		return n, i
	}
	return Number{Masked: true}, after
}

// isBroken reports whether the number at i may begin on the line before.
func isBroken(r []rune, i int) bool { return runes.At(r, i-1) == '\n' && runes.DigitAt(r, i-2) }

// BeginsUnclear reports whether a number that is not understood may begin at i, with a
// character that is neither a digit nor a numeral.
func BeginsUnclear(r []rune, i int) bool {
	c := runes.At(r, i)
	switch {
	case c == '.':
		return runes.DigitAt(r, i+1) && !runes.AlnumAt(r, i-1) && runes.At(r, i-1) != '.'
	case runes.IsLetter(c):
		return !runes.AlnumAt(r, i-1)
	case c == '?' || c == unknown:
		return true
	case isBox(c) && c != '口' && runes.DigitAt(r, i+1):
		return true
	}
	return hidesDigits(c) && c != '~'
}

// isBox reports whether c is what is seen or read in place of a digit.
func isBox(c rune) bool {
	switch c {
	case '□', '■', '▢', '◻', '◼', '◯', '囗', '口':
		return true
	}
	return false
}

// isBoxAt reports whether a box at i stands within a number: a digit, yuan or another
// box follows.
func isBoxAt(r []rune, i int) bool {
	next := runes.At(r, i+1)
	return isBox(runes.At(r, i)) && (runes.IsDigit(next) || isYuan(next) || isBox(next))
}

const (
	unknown = '\uFFFD' // what decoders put in place of bytes that are no character
	zero    = '〇'
)

// hidesDigits reports whether c, before a unit, stands for digits.
func hidesDigits(c rune) bool {
	switch c {
	case '?', '？', unknown, '某', '扒':
		return true
	}
	return runes.IsLetter(c) || runes.IsMask(c)
}

// hiddenEnd returns the end of the characters at i that hide digits. Several letters
// are a word.
func hiddenEnd(r []rune, i int) int {
	end := i
	for end < i+unclearReach && hidesDigits(runes.At(r, end)) && !runes.LetterAt(r, end) {
		end++
	}
	if end == i && runes.LetterAt(r, i) && !runes.AlnumAt(r, i-1) {
		return i + 1
	}
	return end
}

// touches reports whether the number that ends at i goes on with a character that is no
// digit: 2[o00, 2[?00.
func touches(r []rune, i int) bool {
	switch c := runes.At(r, i); {
	case runes.IsLetter(c), c == unknown, c == zero && runes.DigitAt(r, i-1):
		return true
	case c == '?', c == '.', c == ',':
		return runes.AlnumAt(r, i+1)
	}
	return isBoxAt(r, i)
}

// unclearEnd returns the end of the letters, digits, points and unknown characters at i.
// ok is false if they are an ordinary number or no number: there is no digit, there is a
// word, or a sign of multiplication, 3x500元.
func unclearEnd(r []rune, i int) (end int, ok bool) {
	letters, others, digits, odd := 0, 0, 0, runes.At(r, i) == '.'
	for end = i; end < i+unclearReach; end++ {
		c := runes.At(r, end)
		switch {
		case runes.IsDigit(c):
			digits, letters, others = digits+1, 0, 0
		case c == zero:
			letters, others, odd = 0, 0, true
		case runes.IsLetter(c):
			if letters++; !isMisread(c) {
				others++
			}
			if letters >= wordLetters && others > 0 || isTimes(r, i, end) {
				return end, false
			}
			odd = true
		case c == unknown, c == '?' && (end == i || runes.AlnumAt(r, end+1)), isBoxAt(r, end):
			letters, others, odd = 0, 0, true
		case isInnerPoint(r, end):
			letters, others = 0, 0
		default:
			return end, odd && digits > 0
		}
	}
	return end, odd && digits > 0
}

// isTimes reports whether an x at k is a sign of multiplication in what begins at i.
// 0x10 is a number.
func isTimes(r []rune, i, k int) bool { return r[k] == 'x' && (k != i+1 || r[i] != '0') }

// isInnerPoint reports whether part of a number follows a point or comma at i.
func isInnerPoint(r []rune, i int) bool {
	c := runes.At(r, i)
	return (c == '.' || c == ',') && runes.AlnumAt(r, i+1)
}

// isMisread reports whether c is a letter that is read for 0 or 1 in pictures, so that
// several of them are no word.
func isMisread(c rune) bool { return c == 'o' || c == 'l' || c == 'i' }

// endsDigits reports whether digits end before i, and not a word or a link that follows
// them: ¥2l5, not ¥99.00t.cn/a.
func endsDigits(r []rune, i int) bool {
	last := runes.At(r, i-1)
	return (runes.IsDigit(last) || last == 'o' || last == zero || last == unknown) && runes.At(r, i) != '/'
}

// misread returns the value of digits in which the letter O or 〇 stands for 0, as in text
// read from pictures, and nothing else is in doubt: 2O00, 6,6OO.50, 3〇〇〇.
func misread(r []rune) (_ Decimal, ok bool) {
	if !runes.IsDigit(r[0]) || r[0] == '0' {
		return Decimal{}, false
	}
	var digits [unclearReach]rune
	n := copy(digits[:], r)
	for k, c := range digits[:n] {
		if c == 'o' || c == zero {
			digits[k] = '0'
		}
	}
	a, end := readArabic(digits[:n], 0)
	return a.value, end == n && !a.masked && !a.invalid
}
