package identity

import "bytes"

// compareIDs weighs a masked number as one field.
func compareIDs(m MaskedID, id ID) evidence {
	if m.Fits(id) == Unknown {
		return evidence{}
	}
	own, shown := id.digits(), m.Shown()
	region, rest := m.chance()
	e := evidence{outcome: agreeIf(m.fits(&own)), random: region * rest, family: region * rest}
	if !allHidden(m.fixed(0, 6)) {
		same := 0.0
		if differ, _ := m.differences(&own, 6); differ == 0 {
			same = familySame
		}
		e.family = (same + (1-familySame)*region) * rest
	}
	e.right = idOther * e.random
	if e.outcome == Agree {
		e.right += 1 - idOther - idSlip
		return e
	}
	switch differ, swapped := m.differences(&own, idLength); {
	case m.n < idLength:
	case swapped:
		e.right += idSlip * swapShare / float64(shown)
		e.slip = shown > 3
	case differ == 1:
		e.right += idSlip * (1 - swapShare) / float64(9*shown)
		e.slip = shown > 3
	}
	return e
}

// fixed returns the characters from one place of the whole number to another.
func (m MaskedID) fixed(from, to int) []byte {
	var c [idLength]byte
	for i := from; i < to; i++ {
		c[i] = m.at(i)
	}
	return c[from:to]
}

// differences counts the characters shown before the place to that d has not;
// swapped is whether they are two neighbours in each other's place.
func (m MaskedID) differences(d *[idLength]byte, to int) (n int, swapped bool) {
	last := -1
	for i := range to {
		c := m.at(i)
		if c == hidden || c == d[i] {
			continue
		}
		n++
		swapped = n == 2 && last == i-1 && c == d[last] && m.at(last) == d[i]
		last = i
	}
	return n, swapped
}

// chance returns how likely a random adult's number shows the region digits that
// m shows, and how likely the others. Each digit of the sequence is as likely as
// any other, a check digit one of eleven unless the rest is shown.
func (m MaskedID) chance() (region, rest float64) {
	p := people()
	c := m.fixed(0, idLength)
	rest = p.birthYear(c[6:10]) * oneOf(c[10:12], 12) * oneOf(c[12:14], 31)
	for _, d := range c[14:17] {
		if d != hidden {
			rest /= 10
		}
	}
	if last := c[idLength-1]; last != hidden {
		switch whole := bytes.IndexByte(c[:idLength-1], hidden) < 0; {
		case !whole:
			rest /= 11
		case last != checkDigit(c):
			rest *= offRule
		}
	}
	return p.region(c), rest * m.floating()
}

// floating returns the chance of the shown characters whose place is not known:
// each is one of ten, and they may stand in a few places.
func (m MaskedID) floating() float64 {
	chance := 1.0
	if m.n == idLength {
		return chance
	}
	cells := m.cells[:m.n]
	for _, c := range cells[bytes.IndexByte(cells, hidden):bytes.LastIndexByte(cells, hidden)] {
		if c != hidden {
			chance /= 10
		}
	}
	return min(1, chance*float64(idLength-int(m.n)+1))
}
