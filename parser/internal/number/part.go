package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// maxParts is how many parts of digits are looked at as one divided number.
const maxParts = 8

// part is the digits r[start:end] of a number, after the mark that divides them from
// those before.
type part struct {
	start, end int
	mark       rune
	before     bool // a space before the mark
	after      bool // a space after it
}

func (p part) len() int { return p.end - p.start }

// isNone reports whether the digits of p are no number by themselves: 000, 05.
func (p part) isNone(r []rune) bool { return p.len() > 1 && r[p.start] == '0' }

// continues reports whether zeros in front of p are usual, because p is a fraction or a
// group of three.
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

// splitParts fills all with the parts of digits at i and returns how many there are, at
// least one.
func splitParts(r []rune, i int, all *[maxParts]part) (n int) {
	end := runes.DigitsWithin(r, i, maxDigits)
	all[0] = part{start: i, end: end}
	for n = 1; n < maxParts && dividesAt(r, end); n++ {
		p := part{before: r[end] == ' ', mark: ' '}
		if end = runes.SkipSpace(r, end); !runes.IsDigit(r[end]) {
			p.mark, p.after = r[end], runes.At(r, end+1) == ' '
			end = runes.SkipSpace(r, end+1)
		}
		p.start = end
		p.end = runes.DigitsWithin(r, p.start, maxDigits)
		all[n], end = p, p.end
		if p.isFraction() && runes.At(r, end) == ' ' {
			return n + 1 // 3000.50 2026-12-05
		}
	}
	return n
}

// dividesAt reports whether a mark that may divide digits, or a space, is at i, before a
// digit. One space may be on either side of a mark.
func dividesAt(r []rune, i int) bool {
	mark := runes.SkipSpace(r, i)
	switch c := runes.At(r, mark); c {
	case ',', '，', '.', '、', ';', '；', '-', '/', '_', '|':
	default:
		if runes.IsDigit(c) {
			return mark > i
		}
		if !isApostrophe(c) && !runes.IsMiddleDot(c) && !isGlue(c) {
			return false
		}
	}
	return runes.DigitAt(r, runes.SkipSpace(r, mark+1))
}

// isGlue reports whether c between digits is not the end of a number but a misread or
// mistyped mark, so that it is not known what it stands for.
func isGlue(c rune) bool {
	switch c {
	case '。', '"', '“', '”', '″', '′', '´', '‚', '٫', '٬', '\\', '^', '°', '…', '¸', '¨', '_':
		return true
	}
	return false
}

// isApostrophe reports whether c divides groups of three and nothing else.
func isApostrophe(c rune) bool { return c == '\'' || c == '’' || c == '‘' || c == '`' }
