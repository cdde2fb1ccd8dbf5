package number

// Value returns the value of plain digits, at most eight of them.
func Value(digits []rune) int {
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	return n
}

// SpelledDigit returns the value of a digit written in Chinese or as it is read
// out, else -1.
func SpelledDigit(c rune) int {
	switch c {
	case '洞':
		return 0
	case '拐':
		return 7
	case '俩': // counts, and is no digit
		return -1
	}
	return int(hanDigit(c))
}

// SpelledTens returns 10 for 十, and what shortTens does.
func SpelledTens(c rune) int {
	if c == '十' || c == '拾' {
		return 10
	}
	return int(shortTens(c))
}
