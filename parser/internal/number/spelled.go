package number

// Value returns the value of at most eight ASCII digits, 0 for none.
func Value(digits []rune) int {
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	return n
}

// SpelledDigit returns the value of a Chinese digit, including those used only in
// reading out, or -1.
func SpelledDigit(c rune) int {
	switch c {
	case '洞':
		return 0
	case '拐':
		return 7
	case '俩', '仨': // two or three of something, not a digit
		return -1
	}
	return int(hanDigit(c))
}

// SpelledTens returns 10 for 十 and 拾, 20 for 廿, 30 for 卅, 40 for 卌, else 0.
func SpelledTens(c rune) int {
	if c == '十' || c == '拾' {
		return 10
	}
	return int(shortTens(c))
}
