package parser

// readMaskedMobile reads a mobile number of which a part is hidden:
// 138****1234, 138xxxx1234, 138 **** 1234, 1380000****. The number of mask
// characters may be wrong where three digits stand before and four behind.
func readMaskedMobile(r []rune, i int) int {
	if c := runeAt(r, i+1); runeAt(r, i) != '1' || c < '3' || c > '9' {
		return i
	}
	headEnd := runEnd(r, i, 8)
	j := headEnd
	if isGap(r, j) {
		j++
	}
	masksEnd := maskEnd(r, j, 8)
	if masksEnd == j {
		return i
	}
	tail := masksEnd
	if isGap(r, tail) && isDigitAt(r, tail+1) {
		tail++
	}
	end := runEnd(r, tail, 4)
	if end == tail {
		end = masksEnd
		tail = end
	}
	if isAlnumAt(r, end) || hidesDigit(runeAt(r, end)) {
		return i
	}
	if mobileHides(headEnd-i, masksEnd-j, end-tail, r[j] == '…') {
		return end
	}
	return i
}

// mobileHides tells whether head digits, masks and tail digits make a mobile
// number rather than an ID: 138****1234, not 1301****1234.
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

// maskEnd returns the end of the mask characters that begin at i, at most
// limit; the letter x counts where two stand together.
func maskEnd(r []rune, i, limit int) int {
	end := i
	for end < i+limit && (hidesDigit(runeAt(r, end)) || runeAt(r, end) == 'x') {
		end++
	}
	if end == i+1 && r[i] == 'x' {
		return i
	}
	return end
}

// readOverseas reads a number with a country code other than the mainland's:
// +852 0000 1234, 008520001234, +1 (000) 000-1234. Eight to fifteen digits
// follow the +, nine to fifteen the 00; North America's are eleven.
func readOverseas(r []rune, i int) int {
	const reach = 24
	j, least := i+1, 8
	if r[i] == '0' && runeAt(r, i+1) == '0' {
		j, least = skipSpace(r, i+2), 9
	} else if r[i] != '+' || runeAt(r, i-1) == ')' {
		return i
	}
	first := runeAt(r, j)
	if first == '0' || first == '8' && runeAt(r, j+1) == '6' || !isDigitAt(r, j) {
		return i
	}
	digits, end := 0, j
	for digits <= 15 && j < i+reach {
		if isDigitAt(r, j) {
			digits++
			j++
			end = j
			continue
		}
		next := skipBracket(r, j)
		if next == j || digits >= 11 {
			break
		}
		j = next
	}
	if digits < least || digits > 15 || first == '1' && digits != 11 || isDash(runeAt(r, end)) {
		return i
	}
	return end
}

// skipBracket steps over up to three of the spaces, hyphens and brackets
// between two groups of digits; it stays where no digit follows.
func skipBracket(r []rune, i int) int {
	j := i
	for j < i+3 && (isGap(r, j) || runeAt(r, j) == '(' || runeAt(r, j) == ')') {
		j++
	}
	if !isDigitAt(r, j) {
		return i
	}
	return j
}
