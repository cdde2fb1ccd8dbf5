package scan

import "github.com/dunsms/dunsms/parser/internal/runes"

const (
	maxChained = 4 // most digits of a number in a chain
	minChain   = 4 // least numbers that come before one that is taken as part of a chain
)

// chainAt returns the end of the digits at i if they continue a chain of short numbers
// with one mark between them, 1-1-1-1-1-1, none of which means anything by itself.
// Otherwise it returns i.
func (l *Line) chainAt(i int) int {
	mark := l.Rune(i - 1)
	if !joinsChain(mark) {
		return i
	}
	start := int32(i)
	for k, n := l.Prev(len(l.Tokens)), 0; n < minChain; k, n = l.Prev(k), n+1 {
		if k < 0 || l.Tokens[k].End != start-1 || l.Runes[start-1] != mark || !l.Tokens[k].mayBeChained() {
			return i
		}
		start = l.Tokens[k].Start
	}
	end := runes.DigitsWithin(l.Runes, i, maxChained)
	if end > i && end-i <= maxChained && l.Rune(end) == mark && runes.DigitAt(l.Runes, end+1) {
		return end
	}
	return i
}

// mayBeChained reports whether t may be a number of a chain.
func (t *Token) mayBeChained() bool {
	return (t.Kind == Number || t.Kind == Skipped) && t.End-t.Start <= maxChained
}

// joinsChain reports whether c may separate the numbers of a chain.
func joinsChain(c rune) bool { return c == '-' || c == '/' || c == '~' || c == ':' }
