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
	return p.mark == '.' && p.before == p.after || isComma(p.mark) && !p.before && !p.after && p.len() == 3
}

// readDivided reads the number at i whose digits are divided in another way than
// groupsEnd reads, and which goes on at end: 10,00.00, 1,0000元, 2'000, 2 , 000 . 00.
// masked reports whether more than one value is possible: 2、000元, 12,34,567元.
// numberEnd is end if what follows is another number, as in a list: 1000、200元.
func readDivided(r []rune, i, end int) (masked bool, numberEnd int) {
	if !dividesAt(r, end) {
		return false, end
	}
	var all [maxParts]part
	n := splitParts(r, i, &all)
	last := all[n-1].end
	if n < 2 || last <= end {
		return false, end
	}
	d := divided{r: r, first: all[0], rest: all[1:n]}
	unclear := d.isUnclear()
	if p := d.rest[n-2]; (p.mark == '.' && p.before == p.after || isDot(p.mark)) && p.len() <= 2 {
		d.rest, d.point = d.rest[:n-2], true
		last = spacedFractionEnd(r, p)
	}
	d.unit = closesGroups(r, last) || unitAt(r, last) >= 100
	if d.isWhole() {
		return false, last
	}
	if unclear && (d.unit || d.point && d.commas() || d.rest[0].mark == '.' && d.first.end < end) {
		return true, last
	}
	return false, end
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
		if c := runes.At(r, i); !isApostrophe(c) && !isDot(c) {
			return false
		}
	}
	return runes.DigitAt(r, runes.SkipSpace(r, i+1))
}

// isApostrophe reports whether c divides groups of three and nothing else.
func isApostrophe(c rune) bool { return c == '\'' || c == '’' || c == '‘' || c == '`' }

// isDot reports whether c is a dot that may be a decimal point.
func isDot(c rune) bool { return c == '·' || c == '•' || c == '・' }

func isComma(c rune) bool { return c == ',' || c == '，' }

// divided is a number in parts.
type divided struct {
	r     []rune
	first part
	rest  []part // the others, without the fraction
	point bool   // it has a fraction
	unit  bool   // a unit of money follows
}

// commas reports whether commas without spaces divide d.
func (d *divided) commas() bool {
	for _, p := range d.rest {
		if !isComma(p.mark) || p.before || p.after {
			return false
		}
	}
	return true
}

// isWhole reports whether d is one number that can have only one value.
func (d *divided) isWhole() bool {
	if d.r[d.first.start] == '0' {
		return false
	}
	if len(d.rest) == 0 {
		return d.unit || d.first.len() > 2 // 3500·50, not 3·15
	}
	threes, fours, spaced, none := d.first.len() <= 3, d.first.len() <= 4, false, false
	for _, p := range d.rest {
		threes = threes && p.len() == 3 && (isComma(p.mark) || isApostrophe(p.mark))
		none = none || p.isNone(d.r)
		fours = fours && p.len() == 4 && (p.mark == ',' || none)
		spaced = spaced || p.before || p.after
	}
	switch {
	case threes:
		return none || !spaced
	case !d.commas():
		return false
	case fours:
		return d.point || none && d.unit
	}
	return len(d.rest) == 1 && none && d.point // 10,00.00
}

// isUnclear reports whether the parts of d, the fraction included, are not a list of
// numbers: one is none by itself, or the others show that it is divided.
func (d *divided) isUnclear() bool {
	n, threes, indian := len(d.rest), 0, d.first.len() <= 2 && len(d.rest) > 1 && isComma(d.rest[1].mark)
	for k, p := range d.rest {
		next := part{}
		if k+1 < n {
			next = d.rest[k+1]
		}
		if p.isNone(d.r) && !p.continues() || p.mark == '.' && p.len() == 3 && isComma(next.mark) {
			return true // 2、000, 2.000,50
		}
		if threes == k && p.len() == 3 && isComma(p.mark) {
			threes++
		}
		if last := !isComma(next.mark); p.mark != '.' {
			indian = indian && isComma(p.mark) && (p.len() == 2 && !last || p.len() == 3 && last)
		}
	}
	p := d.rest[0]
	switch {
	case indian, d.first.len() <= 3 && d.commas() && 0 < threes && threes < n:
		return true // 12,34,567, 1,000,50
	case n > 1 || p.mark != ',':
		return false
	}
	return d.first.len() <= 2 && p.len() == 3 && (p.before || p.after) || d.first.len() <= 3 && p.len() == 4 // 1, 500元, 1,2345元
}
