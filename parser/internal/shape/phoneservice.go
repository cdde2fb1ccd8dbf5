package shape

import "github.com/dunsms/dunsms/parser/internal/runes"

// readService reads a service number of a company or a public office: 95588, 9510xxxx,
// 96110, 12378, 10086. Such a number looks like an amount, so it does not count after a
// word that an amount follows, and a round one needs a word for calling before it.
func readService(r []rune, i int) int {
	if end := readGroupedService(r, i); end > i {
		return end
	}
	end := runes.DigitsWithin(r, i, 8)
	if !isServiceNumber(r[i:end]) {
		return i
	}
	if runes.DigitAt(r, end+1) && goesOn(r, end) {
		return i
	}
	before := wordEnd(r, i)
	if followsSum(r, before) && !followsCall(r, before) {
		return i
	}
	if r[i] == '1' && r[end-1] == '0' && r[end-2] == '0' && !followsCall(r, before) {
		return i // 10000, 12300
	}
	return end
}

// goesOn reports whether the number that ends at i, with a mark and a digit after it, is
// a range, 95000-96000, or half of a fraction, 95588/12.
func goesOn(r []rune, i int) bool {
	switch c := runes.At(r, i); {
	case runes.IsDash(c), c == '~':
		return !keysFollow(r, i)
	case c == '/':
		return runes.DigitsWithin(r, i+1, 4) <= i+3
	}
	return false
}

// keysFollow reports whether keys to press after a service number follow at i: 95188-2, 95017-1-2,
// 95017-01. They are not part of the number.
func keysFollow(r []rune, i int) bool {
	const most = 3
	for range most {
		end := runes.DigitsWithin(r, i+1, 3)
		if !runes.IsDash(runes.At(r, i)) || end == i+1 || end > i+3 {
			break
		}
		i = end
	}
	return !runes.IsDash(runes.At(r, i)) && runes.At(r, i) != '/' && phoneMayEnd(r, i)
}

// readGroupedService reads a service number in groups, 955-88, 95 188 or 9 5 1 8 8, 1010-9966, or one of the
// eleven digits that begin with 950: 950 1234 5678. Both need a word for calling before
// them.
func readGroupedService(r []rune, i int) int {
	if !runes.HasAt(r, i, "95") && !runes.HasAt(r, i, "9 5") && !runes.HasAt(r, i, "1010") || !followsCall(r, wordEnd(r, i)) {
		return i
	}
	if r[i] == '1' {
		return readGroups(r, i, 8, 4)
	}
	if runes.HasAt(r, i, "950") {
		if end := readGroups(r, i, 11, 3); end > i {
			return end
		}
	}
	if end := runes.DigitsWithin(r, i, 5); end >= i+5 {
		return i
	}
	for n := 5; n <= 8; n++ {
		if end := readGroups(r, i, n, 2); end > i {
			return end
		}
	}
	return i
}

// isServiceNumber reports whether d has the form of a service number. 95: five to eight
// digits; 96: five or six; 121, 123 and 125: two more digits; 100: the carriers' lines,
// and up to three more after 10086; 1010: four more.
func isServiceNumber(d []rune) bool {
	n := len(d)
	begins := func(digits string) bool { return runes.HasAt(d, 0, digits) }
	switch {
	case n < 5 || n > 8:
		return false
	case begins("95"), begins("10086"):
		return true
	case begins("96"):
		return n <= 6
	case begins("121"), begins("123"), begins("125"):
		return n == 5
	case begins("1010"):
		return n == 8
	case begins("100"):
		return n == 5 && isCarrierLine(d[3], d[4])
	}
	return false
}

// isCarrierLine reports whether a and b are the last digits of a carrier's line between
// 10000 and 10099.
func isCarrierLine(a, b rune) bool {
	switch a {
	case '0':
		return b <= '1'
	case '1':
		return true
	case '5', '6', '7':
		return b == '0'
	case '8', '9':
		return b >= '5'
	}
	return false
}

// wordEnd returns i moved back over what may come between a word and its number: 热线:
// 95588, 电话为95588.
func wordEnd(r []rune, i int) int {
	for n := 0; n < 4 && i > 0; n++ {
		switch r[i-1] {
		case ' ', ':', '为', '是', '(', '-':
			i--
		default:
			return i
		}
	}
	return i
}

// ReadLocalPhone returns the end of the number of seven or eight digits without area
// code at i, 80001234 or 8000-1234, with its extension, or i if there is none. Such
// digits are a phone number only after a word for calling, which the caller has seen.
func ReadLocalPhone(r []rune, i int) int {
	if c := runes.At(r, i); c < '2' || c > '9' || runes.InsideNumber(r, i) {
		return i
	}
	end := localEnd(r, i)
	if end == i {
		return i
	}
	if runes.IsDash(runes.At(r, end)) {
		if ext := runes.DigitsWithin(r, end+1, 5); ext > end+1 && ext <= end+6 {
			end = ext
		}
	}
	if runes.IsDash(runes.At(r, end)) && runes.DigitAt(r, end+1) || !phoneMayEnd(r, end) {
		return i
	}
	return end
}

// localEnd returns the end of the seven or eight digits at i, which may be divided once
// before the last four, or i if there are none.
func localEnd(r []rune, i int) int {
	end := runes.DigitsWithin(r, i, 8)
	switch n := end - i; {
	case n == 7 || n == 8:
		return end
	case (n == 3 || n == 4) && isGap(r, end) && runes.DigitsWithin(r, end+1, 4) == end+5:
		return end + 5
	}
	return i
}
