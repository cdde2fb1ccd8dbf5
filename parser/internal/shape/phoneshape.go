package shape

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// PhoneClass is the sort of a phone number, judged by its form. The zero PhoneClass is
// none.
type PhoneClass uint8

// The classes of phone numbers.
const (
	PhoneNone        PhoneClass = iota
	PhoneMobile                 // 13800001234
	PhoneLandline               // 010-80001234
	PhoneService                // 95xxx, 96xxx, 12xxx, 100xx
	PhoneToll                   // 400-000-1234, 800-000-1234
	PhoneApplication            // 106…: sends SMS, answers no call
	PhoneOverseas               // 00852…, +1…
	PhoneMasked                 // 138****1234
)

// Phone is what the form of a phone number says. The zero Phone is no phone number.
type Phone struct {
	Class  PhoneClass
	prefix bool // +86 or 0086 is written before it
}

// ReadPhone returns the phone number at i and its end, or i if there is none. A number
// that is part of a longer one, or that counts something (95588元), is not a phone
// number. For a local number without area code see ReadLocalPhone.
func ReadPhone(r []rune, i int) (p Phone, end int) {
	switch c := runes.At(r, i); {
	case '0' <= c && c <= '9', c == '+', c == '(', c == '一', c == spelledOne, c == '壹', c == '四', c == '肆':
	default:
		return Phone{}, i
	}
	if runes.InsideNumber(r, i) && !afterTel(r, i) {
		return Phone{}, i
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
		class, end = PhoneOverseas, readOverseas(r, i)
	}
	if end == i || !phoneMayEnd(r, end) {
		return Phone{}, i
	}
	p.Class = class
	return p, end
}

// afterTel reports whether an English word for calling ends before r[i].
func afterTel(r []rune, i int) bool {
	for _, word := range [...]string{"tel", "phone", "mobile", "hotline", "call"} {
		if at := i - len(word); at >= 0 && runes.HasAt(r, at, word) && !runes.AlnumAt(r, at-1) {
			return true
		}
	}
	return false
}

// readNational reads a number as it is dialled within the mainland.
func readNational(r []rune, i int) (PhoneClass, int) {
	switch r[i] {
	case '0', '(':
		if runes.DigitAt(r, i+1) || runes.At(r, i+1) == ' ' {
			return PhoneLandline, matchAt(landlinePattern(), r, i)
		}
	case '1':
		if end := readMobile(r, i); end > i {
			return PhoneMobile, end
		}
		if end := readMaskedMobile(r, i); end > i {
			return PhoneMasked, end
		}
		if end := readApplication(r, i); end > i {
			return PhoneApplication, end
		}
		return PhoneService, readService(r, i)
	case '9':
		return PhoneService, readService(r, i)
	case '4', '8':
		return PhoneToll, readToll(r, i)
	case '一', spelledOne, '壹':
		return PhoneMobile, readSpelled(r, i, 11)
	case '四', '肆':
		return PhoneToll, readSpelled(r, i, 10)
	}
	return PhoneNone, i
}

// readAfterCountry reads what follows the mainland's country code.
func readAfterCountry(r []rune, i int) (PhoneClass, int) {
	if end := readMobile(r, i); end > i {
		return PhoneMobile, end
	}
	if end := readMaskedMobile(r, i); end > i {
		return PhoneMasked, end
	}
	if end := readToll(r, i); end > i {
		return PhoneToll, end
	}
	return PhoneLandline, matchAt(landlineAbroadPattern(), r, i)
}

// skipCountry returns i moved over +86, (+86), 0086, 00 86 or 86 and a separator.
func skipCountry(r []rune, i int) int {
	j := i
	open := r[j] == '('
	if open {
		j++
	}
	switch {
	case runes.At(r, j) == '+':
		j++
	case runes.At(r, j) == '0' && runes.At(r, j+1) == '0':
		j = runes.SkipSpace(r, j+2)
	}
	if runes.At(r, j) != '8' || runes.At(r, j+1) != '6' {
		return i
	}
	j += 2
	if open {
		if runes.At(r, j) != ')' {
			return i
		}
		j++
	}
	if c := runes.At(r, j); c == ' ' || runes.IsDash(c) {
		j++
	}
	return j
}

// readMobile reads eleven digits from 13 to 19, whole or in groups: 13800001234,
// 138-0000-1234, 138 0000 1234.
func readMobile(r []rune, i int) int {
	if runes.At(r, i) != '1' || !runes.DigitAt(r, i+1) && !isGap(r, i+1) {
		return i
	}
	if c := runes.At(r, i+1); '0' <= c && c <= '2' {
		return i
	}
	return readGroups(r, i, 11, 3)
}

// readToll reads ten digits that begin with 400 or 800, whole or in groups, or eleven
// as 4000-000-1234: some senders write one digit too many.
func readToll(r []rune, i int) int {
	if c := runes.At(r, i); c != '4' && c != '8' {
		return i
	}
	end := readGroups(r, i, 10, 3)
	if end == i {
		end = readDotted(r, i)
	}
	if end == i && runes.DigitsWithin(r, i, 4) == i+4 && runes.DigitsWithin(r, i+5, 3) == i+8 {
		end = readGroups(r, i, 11, 4)
	}
	if end == i {
		return i
	}
	// The second and third digits, whatever is between them.
	for j, zeros := i+1, 0; zeros < 2; j++ {
		if isGap(r, j) || r[j] == '\n' {
			continue
		}
		if r[j] != '0' {
			return i
		}
		zeros++
	}
	return end
}

// isGap reports whether there is a separator of digit groups at i.
func isGap(r []rune, i int) bool {
	c := runes.At(r, i)
	return c == ' ' || runes.IsDash(c)
}

// readGroups reads exactly n digits, separated by single spaces or hyphens into groups
// of at least two, the first of at least first digits; or all of them into single
// digits, 1 3 8 0 …. After a word for calling, one line may end within ten digits or more.
func readGroups(r []rune, i, n, first int) int {
	single, mayBreak := isGap(r, i+1), n >= 10 && followsCall(r, wordEnd(r, i))
	least, usual := max(first, 2), 2
	if single {
		least, usual = 1, 1
	}
	j, group := i, 0
	for n > 0 {
		breaks := mayBreak && runes.At(r, j) == '\n'
		switch {
		case runes.DigitAt(r, j):
			group++
			n--
		case isGap(r, j), breaks:
			mayBreak = mayBreak && !breaks
			if group < least || single && group > 1 {
				return i
			}
			group, least = 0, usual
		default:
			return i
		}
		j++
	}
	if runes.DigitAt(r, j) || group < usual {
		return i
	}
	return j
}

// readApplication reads 106 and five to seventeen more digits.
func readApplication(r []rune, i int) int {
	if runes.At(r, i+1) != '0' || runes.At(r, i+2) != '6' {
		return i
	}
	if end := runes.DigitsWithin(r, i, 20); end-i >= 8 && end-i <= 20 {
		return end
	}
	return i
}

// phoneMayEnd reports whether a number can end at end: no digit, mask or code continues
// it, and it does not count anything. 回T退 may follow directly.
func phoneMayEnd(r []rune, end int) bool {
	switch runes.At(r, end) {
	case '@', '*', '_':
		return false
	}
	letters := end
	for letters < end+2 && runes.LetterAt(r, letters) {
		letters++
	}
	return !runes.AlnumAt(r, letters) && !number.IsCounted(r, end)
}
