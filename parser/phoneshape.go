package parser

// phoneClass is the sort of number a phone number is by its shape.
type phoneClass uint8

const (
	phoneNone        phoneClass = iota
	phoneMobile                 // 13800001234
	phoneLandline               // 010-80001234
	phoneService                // 95xxx, 96xxx, 12xxx, 100xx
	phoneToll                   // 400-000-1234, 800-000-1234
	phoneApplication            // 106…: sends SMS, answers no call
	phoneOverseas               // 00852…, +1…
	phoneMasked                 // 138****1234
)

// phoneShape is what the digits of a phone number tell. The zero phoneShape
// is no phone number.
type phoneShape struct {
	class  phoneClass
	prefix bool // +86 or 0086 is written before it
}

// readPhone reads a phone number at i. A number that is part of a longer one,
// or counts something (95588元), is none; so is a local number without its
// area code, for which see readLocalPhone.
func readPhone(r []rune, i int) (p phoneShape, end int) {
	switch c := runeAt(r, i); {
	case '0' <= c && c <= '9', c == '+', c == '(', c == '一', c == '幺', c == '壹', c == '四', c == '肆':
	default:
		return phoneShape{}, i
	}
	if insideNumber(r, i) && !afterTel(r, i) {
		return phoneShape{}, i
	}
	class, end := readNational(r, i)
	if end == i {
		if after := skipCountry(r, i); after > i {
			class, end = readAfterCountry(r, after)
			p.prefix = end > after
			if !p.prefix {
				end = i
			}
		}
	}
	if end == i {
		class, end = phoneOverseas, readOverseas(r, i)
	}
	if end == i || !phoneMayEnd(r, end) {
		return phoneShape{}, i
	}
	p.class = class
	return p, end
}

// afterTel tells whether an English word of calling is glued to i.
func afterTel(r []rune, i int) bool {
	for _, word := range [...]string{"tel", "phone", "mobile", "hotline", "call"} {
		if at := i - len(word); at >= 0 && hasASCII(r, at, word) && !isAlnumAt(r, at-1) {
			return true
		}
	}
	return false
}

// readNational reads a number as it is dialled within the mainland.
func readNational(r []rune, i int) (phoneClass, int) {
	switch r[i] {
	case '0', '(':
		if isDigitAt(r, i+1) || runeAt(r, i+1) == ' ' {
			return phoneLandline, matchAt(landlinePattern(), r, i)
		}
	case '1':
		if end := readMobile(r, i); end > i {
			return phoneMobile, end
		}
		if end := readMaskedMobile(r, i); end > i {
			return phoneMasked, end
		}
		if end := readApplication(r, i); end > i {
			return phoneApplication, end
		}
		return phoneService, readService(r, i)
	case '9':
		return phoneService, readService(r, i)
	case '4', '8':
		return phoneToll, readToll(r, i)
	case '一', '幺', '壹':
		return phoneMobile, readSpelled(r, i, 11)
	case '四', '肆':
		return phoneToll, readSpelled(r, i, 10)
	}
	return phoneNone, i
}

// readAfterCountry reads what follows the mainland's country code.
func readAfterCountry(r []rune, i int) (phoneClass, int) {
	if end := readMobile(r, i); end > i {
		return phoneMobile, end
	}
	if end := readMaskedMobile(r, i); end > i {
		return phoneMasked, end
	}
	if end := readToll(r, i); end > i {
		return phoneToll, end
	}
	return phoneLandline, matchAt(landlineAbroadPattern(), r, i)
}

// skipCountry steps over +86, (+86), 0086, 00 86 or 86 and a separator.
func skipCountry(r []rune, i int) int {
	j := i
	open := r[j] == '('
	if open {
		j++
	}
	switch {
	case runeAt(r, j) == '+':
		j++
	case runeAt(r, j) == '0' && runeAt(r, j+1) == '0':
		j = skipSpace(r, j+2)
	}
	if runeAt(r, j) != '8' || runeAt(r, j+1) != '6' {
		return i
	}
	j += 2
	if open {
		if runeAt(r, j) != ')' {
			return i
		}
		j++
	}
	if c := runeAt(r, j); c == ' ' || isDash(c) {
		j++
	}
	return j
}

// readMobile reads eleven digits from 13 to 19, whole or in groups:
// 13800001234, 138-0000-1234, 138 0000 1234.
func readMobile(r []rune, i int) int {
	if runeAt(r, i) != '1' || !isDigitAt(r, i+1) && !isGap(r, i+1) {
		return i
	}
	if c := runeAt(r, i+1); '0' <= c && c <= '2' {
		return i
	}
	return readGroups(r, i, 11, 3)
}

// readToll reads ten digits that begin with 400 or 800, whole or in groups, or
// eleven as 4000-000-1234: some senders write the digit too much.
func readToll(r []rune, i int) int {
	if c := runeAt(r, i); c != '4' && c != '8' {
		return i
	}
	end := readGroups(r, i, 10, 3)
	if end == i && runEnd(r, i, 4) == i+4 && runEnd(r, i+5, 3) == i+8 {
		end = readGroups(r, i, 11, 4)
	}
	if end == i {
		return i
	}
	// The second and third digits, whatever stands between.
	for j, zeros := i+1, 0; zeros < 2; j++ {
		if isGap(r, j) {
			continue
		}
		if r[j] != '0' {
			return i
		}
		zeros++
	}
	return end
}

// isGap tells whether a separator of digit groups stands at i.
func isGap(r []rune, i int) bool {
	c := runeAt(r, i)
	return c == ' ' || isDash(c)
}

// readGroups reads exactly n digits, parted by single spaces or hyphens into
// groups of two and more, the first of at least first digits; or parted into
// single digits throughout, 1 3 8 0 ….
func readGroups(r []rune, i, n, first int) int {
	single := isGap(r, i+1)
	j, group, groups := i, 0, 0
	for n > 0 {
		switch {
		case isDigitAt(r, j):
			group++
			n--
		case isGap(r, j):
			if single && group != 1 || !single && (group < 2 || groups == 0 && group < first) {
				return i
			}
			groups, group = groups+1, 0
		default:
			return i
		}
		j++
	}
	if isDigitAt(r, j) || group == 1 && !single {
		return i
	}
	return j
}

// readSpelled reads n digits written in Chinese, some of which may be plain.
func readSpelled(r []rune, i, n int) int {
	j := i
	for ; j < i+n; j++ {
		if !isDigitAt(r, j) && spelledDigit(runeAt(r, j)) < 0 {
			return i
		}
	}
	second := spelledDigit(runeAt(r, i+1))
	if isDigitAt(r, i+1) {
		second = int(r[i+1] - '0')
	}
	if n == 11 && second < 3 || n == 10 && second != 0 || isDigitAt(r, j) || spelledDigit(runeAt(r, j)) >= 0 {
		return i
	}
	return j
}

// readApplication reads 106 and five to seventeen digits more.
func readApplication(r []rune, i int) int {
	if runeAt(r, i+1) != '0' || runeAt(r, i+2) != '6' {
		return i
	}
	if end := runEnd(r, i, 20); end-i >= 8 && end-i <= 20 {
		return end
	}
	return i
}

// phoneMayEnd tells whether a number can end at end: no digits, mask or code
// go on, and nothing is counted. 回T退 may be glued behind.
func phoneMayEnd(r []rune, end int) bool {
	switch runeAt(r, end) {
	case '@', '*', '_':
		return false
	}
	letters := end
	for letters < end+2 && isLetterAt(r, letters) {
		letters++
	}
	return !isAlnumAt(r, letters) && !isCounted(r, end)
}
