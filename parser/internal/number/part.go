package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// maxParts is how many parts of digits are looked at as one divided number.
const maxParts = 8

// part is digits r[start:end] of a number, after the mark that divides them from those
// before.
type part struct {
	start, end int
	mark       rune
	before     bool // a space before the mark
	after      bool // a space after it
}

func (p part) len() int { return p.end - p.start }

// isNone reports whether the digits of p are no number by themselves: 000, 05.
func (p part) isNone(r []rune) bool { return p.len() > 1 && r[p.start] == '0' }

// continues reports whether zeros in front of p are usual: a fraction, or a group of
// three.
func (p part) continues() bool {
	return p.mark == '.' && p.before == p.after || runes.IsComma(p.mark) && !p.before && !p.after && p.len() == 3
}

// isFraction reports whether p, the last part, is a fraction of one or two digits.
func (p part) isFraction() bool {
	return (p.mark == '.' && p.before == p.after || runes.IsMiddleDot(p.mark)) && p.len() <= 2
}

// spacedFractionEnd returns the end of the fraction p, which may have a second digit
// after a space if spaces are around its point: 15 . 8 0.
func spacedFractionEnd(r []rune, p part) int {
	if p.after && p.len() == 1 && runes.At(r, p.end) == ' ' && runes.DigitAt(r, p.end+1) && !runes.DigitAt(r, p.end+2) {
		return p.end + 2
	}
	return p.end
}

// splitParts fills all with the parts of digits at i and returns how many there are. It
// is at least one.
func splitParts(r []rune, i int, all *[maxParts]part) (n int) {
	end := runes.DigitsWithin(r, i, maxDigits)
	all[0] = part{start: i, end: end}
	for n = 1; n < maxParts && dividesAt(r, end); n++ {
		p := part{before: r[end] == ' '}
		end = runes.SkipSpace(r, end)
		p.mark, p.after = r[end], runes.At(r, end+1) == ' '
		p.start = runes.SkipSpace(r, end+1)
		p.end = runes.DigitsWithin(r, p.start, maxDigits)
		all[n], end = p, p.end
	}
	return n
}

// dividesAt reports whether a mark that may divide digits is at i, before a digit. One
// space may be on either side.
func dividesAt(r []rune, i int) bool {
	i = runes.SkipSpace(r, i)
	switch runes.At(r, i) {
	case ',', '，', '.', '、', ';', '；', '-', '/', '_', '|':
	default:
		if c := runes.At(r, i); !isApostrophe(c) && !runes.IsMiddleDot(c) {
			return false
		}
	}
	return runes.DigitAt(r, runes.SkipSpace(r, i+1))
}

// isApostrophe reports whether c divides groups of three and nothing else.
func isApostrophe(c rune) bool { return c == '\'' || c == '’' || c == '‘' || c == '`' }
