package parser

// The shape readers (readLink, readPhone, readID, …) share one form: they take
// folded runes and a start, and return the exclusive end, or the start itself
// where the shape does not stand there. They look a bounded way ahead, so a
// scan that tries them at every start is linear in the message.

func isDigitAt(r []rune, i int) bool {
	return uint(i) < uint(len(r)) && r[i]-'0' <= 9 && r[i] >= '0'
}

// isAlnumAt tells whether r[i] is a digit or a letter of folded ASCII.
func isAlnumAt(r []rune, i int) bool {
	return isDigitAt(r, i) || isLetterAt(r, i)
}

func isLetterAt(r []rune, i int) bool {
	c := runeAt(r, i)
	return 'a' <= c && c <= 'z'
}

func isHanAt(r []rune, i int) bool {
	c := runeAt(r, i)
	return 0x4E00 <= c && c <= 0x9FFF || c == '〇'
}

// runEnd returns the end of the digits that begin at i, looking at no more
// than limit+1 of them: a result of i+limit+1 means a longer run.
func runEnd(r []rune, i, limit int) int {
	end := i
	for end <= i+limit && isDigitAt(r, end) {
		end++
	}
	return end
}

// skipSpace steps over one space.
func skipSpace(r []rune, i int) int {
	if runeAt(r, i) == ' ' {
		return i + 1
	}
	return i
}

// isDash tells the hyphens and dashes that part the groups of a number.
func isDash(c rune) bool {
	switch c {
	case '-', '‐', '‑', '–', '—', '−':
		return true
	}
	return false
}

// hidesDigit tells the characters that senders put in place of hidden ones. The
// letter x is one beside others of its kind only; the caller decides.
func hidesDigit(c rune) bool {
	switch c {
	case '*', '×', '✕', '✖', '╳', '∗', '✱', '●', '•', '○', '◯', '·', '☆', '★', '■', '□', '█', '…', '~', '#', '_':
		return true
	}
	return false
}

// insideNumber tells whether i stands within a longer number, code or address,
// so that nothing begins there: 1[3800001234, 8000-[1234, 3.[14, 138**[00.
func insideNumber(r []rune, i int) bool {
	switch c := runeAt(r, i-1); {
	case isAlnumAt(r, i-1), c == '@', c == '_':
		return true
	case c == '.', isDash(c):
		return isAlnumAt(r, i-2) || runeAt(r, i-2) == '*'
	}
	masks := i
	for masks > i-hiddenReach && hidesDigit(runeAt(r, masks-1)) {
		masks--
	}
	return masks < i && isAlnumAt(r, masks-1)
}

// isCounted tells whether what ends at end goes on as a quantity, 95588元 or
// 95588.12, and so names nothing.
func isCounted(r []rune, end int) bool {
	i := skipSpace(r, end)
	switch runeAt(r, i) {
	case '元', '圆', '块', '万', '千', '百', '角', '亿', '%', '‰':
		return true
	case '余': // 2000余元, not 账户6222…余额
		return runeAt(r, i+1) != '额'
	case 'w', 'k':
		return !isAlnumAt(r, i+1)
	}
	const decimals = 4
	return runeAt(r, end) == '.' && isDigitAt(r, end+1) && runEnd(r, end+1, decimals) <= end+1+decimals
}
