package runes

// DigitsEnd returns the end of the ASCII digits at i, i if there are none.
func DigitsEnd(r []rune, i int) int {
	for DigitAt(r, i) {
		i++
	}
	return i
}

// DigitsWithin returns the end of the ASCII digits at i, but looks at no more than
// limit+1 of them: i+limit+1 means that there are more than limit.
func DigitsWithin(r []rune, i, limit int) int {
	end := i
	for end <= i+limit && DigitAt(r, end) {
		end++
	}
	return end
}

// SkipSpace returns i, moved over one space if there is one.
func SkipSpace(r []rune, i int) int {
	if At(r, i) == ' ' {
		return i + 1
	}
	return i
}

// SkipSpaces returns i, moved over up to two spaces. More of them separate what is on
// either side.
func SkipSpaces(r []rune, i int) int { return SkipSpace(r, SkipSpace(r, i)) }

// HasAt reports whether r[i:] begins with word.
func HasAt(r []rune, i int, word string) bool {
	for _, c := range word {
		if At(r, i) != c {
			return false
		}
		i++
	}
	return true
}
