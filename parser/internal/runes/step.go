package runes

// DigitsEnd returns the end of the ASCII digits at i.
func DigitsEnd(r []rune, i int) int {
	for DigitAt(r, i) {
		i++
	}
	return i
}

// DigitsWithin returns the end of the digits at i, looking at no more than
// limit+1 of them: a result of i+limit+1 means a longer run.
func DigitsWithin(r []rune, i, limit int) int {
	end := i
	for end <= i+limit && DigitAt(r, end) {
		end++
	}
	return end
}

// SkipSpace steps over one space.
func SkipSpace(r []rune, i int) int {
	if At(r, i) == ' ' {
		return i + 1
	}
	return i
}

// SkipSpaces steps over at most two spaces: more of them part what stands on
// either side.
func SkipSpaces(r []rune, i int) int { return SkipSpace(r, SkipSpace(r, i)) }

// HasAt reports whether word stands at r[i:].
func HasAt(r []rune, i int, word string) bool {
	for _, c := range word {
		if At(r, i) != c {
			return false
		}
		i++
	}
	return true
}
