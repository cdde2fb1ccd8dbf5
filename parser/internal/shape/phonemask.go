package shape

import "github.com/dunsms/dunsms/parser/internal/runes"

// readMaskedMobile reads a partly hidden mobile number: 138****1234, 138xxxx1234, 138
// **** 1234, 1380000****. The number of masks may be wrong if three digits come before
// them and four after.
func readMaskedMobile(r []rune, i int) int {
	if c := runes.At(r, i+1); runes.At(r, i) != '1' || c < '3' || c > '9' {
		return i
	}
	headEnd := runes.DigitsWithin(r, i, 8)
	j := headEnd
	if isGap(r, j) {
		j++
	}
	masksEnd := maskEnd(r, j, 8)
	if masksEnd == j {
		return i
	}
	tail := masksEnd
	if isGap(r, tail) && runes.DigitAt(r, tail+1) {
		tail++
	}
	end := runes.DigitsWithin(r, tail, 4)
	if end == tail {
		end = masksEnd
		tail = end
	}
	if runes.AlnumAt(r, end) || runes.IsMask(runes.At(r, end)) {
		return i
	}
	if mobileHides(headEnd-i, masksEnd-j, end-tail, r[j] == '…') {
		return end
	}
	return i
}

// mobileHides reports whether so many head digits, masks and tail digits are a mobile
// number and not an ID: 138****1234, not 1301****1234. open is set if the mask is an
// ellipsis.
func mobileHides(head, masks, tail int, open bool) bool {
	switch {
	case open:
		return head == 3 && tail == 4
	case masks < 2:
		return false
	case head+masks+tail == 11:
		return head <= 4 && (tail >= 2 || tail == 0 && head == 3) && tail <= 4 && head >= 2 || head == 7 && tail == 0
	}
	return head == 3 && tail == 4 && masks <= 6
}

// maskEnd returns the end of the masks at i, at most limit of them. The letter x counts
// if there are two.
func maskEnd(r []rune, i, limit int) int {
	end := i
	for end < i+limit && (runes.IsMask(runes.At(r, end)) || runes.At(r, end) == 'x') {
		end++
	}
	if end == i+1 && r[i] == 'x' {
		return i
	}
	return end
}

// readOverseas reads a number with a country code other than the mainland's: +852 0000
// 1234, 008520001234, +1 (000) 000-1234. Eight to fifteen digits follow +, nine to
// fifteen 00; North American numbers have eleven.
func readOverseas(r []rune, i int) int {
	const most = 15
	first, least := i+1, 8
	if r[i] == '0' && runes.At(r, i+1) == '0' {
		first, least = runes.SkipSpace(r, i+2), 9
	} else if r[i] != '+' || runes.At(r, i-1) == ')' {
		return i
	}
	c := runes.At(r, first)
	if c < '1' || c > '9' || c == '8' && runes.At(r, first+1) == '6' {
		return i
	}
	digits, end := groupedDigits(r, first, i+24, most)
	if digits < least || digits > most || c == '1' && digits != 11 || runes.IsDash(runes.At(r, end)) {
		return i
	}
	return end
}

// groupedDigits counts the digits from i up to limit, at most one more than most, and
// returns their end. Spaces, hyphens and brackets may divide the first eleven.
func groupedDigits(r []rune, i, limit, most int) (digits, end int) {
	end = i
	for digits <= most && i < limit {
		if runes.DigitAt(r, i) {
			digits++
			i++
			end = i
			continue
		}
		next := skipBracket(r, i)
		if next == i || digits >= 11 {
			break
		}
		i = next
	}
	return digits, end
}

// skipBracket returns i moved over up to three of the spaces, hyphens and brackets
// between two groups of digits, or i if no digit follows.
func skipBracket(r []rune, i int) int {
	j := i
	for j < i+3 && (isGap(r, j) || runes.At(r, j) == '(' || runes.At(r, j) == ')') {
		j++
	}
	if !runes.DigitAt(r, j) {
		return i
	}
	return j
}
