package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// readDivided reads the number at i whose digits are divided in a way that groupsEnd
// does not read, and which goes on at end: 10,00.00, 1,0000元, 2'000, 2 , 000 . 00.
// masked reports whether it may have more than one value: 2、000元, 12,34,567元. numberEnd
// is end if what follows is another number, as in a list: 1000、200元.
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
	if p := d.rest[n-2]; p.isFraction() {
		d.rest, d.point = d.rest[:n-2], true
		last = spacedFractionEnd(r, p)
	}
	d.unit = closesGroups(r, last) || unitAt(r, last) >= 100 || runes.At(r, i-1) == '¥'
	if d.isWhole() {
		return false, last
	}
	if unclear && (d.unit || d.point && d.commas() || d.rest[0].mark == '.' && d.first.end < end) {
		return true, last
	}
	return false, end
}

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
		if !runes.IsComma(p.mark) || p.before || p.after {
			return false
		}
	}
	return true
}

// isSpaced reports whether a space is next to a mark of d.
func (d *divided) isSpaced() bool {
	for _, p := range d.rest {
		if p.before || p.after {
			return true
		}
	}
	return false
}

// hasNone reports whether a part of d after the first is no number by itself.
func (d *divided) hasNone() bool {
	for _, p := range d.rest {
		if p.isNone(d.r) {
			return true
		}
	}
	return false
}

// inThrees reports whether d is groups of three digits.
func (d *divided) inThrees() bool {
	if d.first.len() > 3 {
		return false
	}
	for _, p := range d.rest {
		if p.len() != 3 || !runes.IsComma(p.mark) && !isApostrophe(p.mark) {
			return false
		}
	}
	return true
}

// inFours reports whether d is groups of four digits. A wide comma divides groups only
// if the one after it, or one before, is no number by itself: 1，0000.
func (d *divided) inFours() bool {
	if d.first.len() > 4 {
		return false
	}
	none := false
	for _, p := range d.rest {
		none = none || p.isNone(d.r)
		if p.len() != 4 || p.mark != ',' && !none {
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
	switch {
	case d.inThrees():
		return !d.isSpaced() || d.hasNone() || d.point && d.unit
	case !d.commas():
		return false
	case d.inFours():
		return d.point || d.unit && d.hasNone()
	}
	return len(d.rest) == 1 && d.point && d.hasNone() // 10,00.00
}

// isUnclear reports whether the parts of d, including the fraction, are not a list of
// numbers: a part is no number by itself, or the others show that d is divided.
func (d *divided) isUnclear() bool {
	return d.isNoList() || d.isIndian() || d.leavesThrees() || d.isOddPair() || d.isLong() || d.isTorn()
}

// isLong reports whether groups of three with a fraction follow too many digits:
// 1234,567.89.
func (d *divided) isLong() bool {
	return len(d.rest) > 1 && d.first.len() > 3 && d.commaOf(0) && d.rest[0].len() == 3 && d.rest[1].isFraction()
}

// commaOf reports whether a comma without spaces divides d.rest[k] from what is before.
func (d *divided) commaOf(k int) bool {
	p := d.rest[k]
	return p.mark == ',' && !p.before && !p.after
}

// isTorn reports whether a mark or a space is within a number: 1。50, 3·500, 1,50 0,
// 1 5 0 0.
func (d *divided) isTorn() bool {
	spaces := 0
	for k, p := range d.rest {
		switch {
		case (isGlue(p.mark) || runes.IsMiddleDot(p.mark) && p.len() > 2) && !p.before && !p.after:
			return true
		case p.mark != ' ':
		case k > 0 && d.rest[k-1].mark == ',' && d.rest[k-1].len() < 3:
			return true
		case p.len() == 1 && (k > 0 || d.first.len() == 1):
			spaces++
		}
	}
	const least = 3 // single digits with spaces between
	return spaces >= least-1
}

// isNoList reports whether a part of d cannot be a number in a list: 2、000, 2.000,50.
func (d *divided) isNoList() bool {
	for k, p := range d.rest {
		if p.isNone(d.r) && !p.continues() || p.mark == '.' && p.len() == 3 && d.commaAfter(k) {
			return true
		}
	}
	return false
}

// commaAfter reports whether a comma follows d.rest[k], before another part.
func (d *divided) commaAfter(k int) bool {
	return k+1 < len(d.rest) && runes.IsComma(d.rest[k+1].mark)
}

// isIndian reports whether d is groups of two digits before a last one of three, with
// or without a fraction: 12,34,567.
func (d *divided) isIndian() bool {
	if d.first.len() > 2 || !d.commaAfter(0) {
		return false
	}
	for k, p := range d.rest {
		size := 3
		if d.commaAfter(k) {
			size = 2
		}
		if p.mark != '.' && (!runes.IsComma(p.mark) || p.len() != size) {
			return false
		}
	}
	return true
}

// leavesThrees reports whether d begins with groups of three digits and goes on with
// another length: 1,000,50.
func (d *divided) leavesThrees() bool {
	if d.first.len() > 3 || !d.commas() {
		return false
	}
	threes := 0
	for threes < len(d.rest) && d.rest[threes].len() == 3 {
		threes++
	}
	return 0 < threes && threes < len(d.rest)
}

// isOddPair reports whether d is two parts that are as likely one number as two: 1,
// 500元, 1,2345元, 12,50元.
func (d *divided) isOddPair() bool {
	p := d.rest[0]
	if len(d.rest) > 1 || p.mark != ',' {
		return false
	}
	spaced := p.before || p.after
	return d.first.len() <= 2 && p.len() == 3 && spaced || d.first.len() <= 3 && p.len() == 4 || p.len() <= 2 && !spaced
}
