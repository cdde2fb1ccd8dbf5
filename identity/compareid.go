package identity

import "bytes"

// compareIDs weighs a masked number as one field.
func compareIDs(m MaskedID, id ID) evidence {
	shown := m.Shown()
	if id.IsZero() || shown == 0 {
		return evidence{}
	}
	own, cells := id.digits(), m.whole()
	region, rest := chanceOf(&cells)
	rest *= m.floating()
	e := evidence{random: region * rest, family: region * rest}
	if !allHidden(cells[:6]) {
		same := 0.0
		if differ, _ := differences(cells[:6], own[:6]); differ == 0 {
			same = familySame
		}
		e.family = (same + (1-familySame)*region) * rest
	}
	differ, swapped := differences(cells[:], own[:])
	e.outcome = agreeIf(differ == 0 && (m.n == idLength || m.fits(&own)))
	e.right = idOther * e.random
	switch {
	case e.outcome == Agree:
		e.right += 1 - idOther - idSlip
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

// whole returns the characters at their places in the whole number; those whose
// place is not known are hidden.
func (m MaskedID) whole() [idLength]byte {
	if m.n == idLength {
		return m.cells
	}
	return newPlaces(m).fixed
}

// differences counts the shown characters that differ from own. swapped reports
// whether they are two neighbours that changed places.
func differences(shown, own []byte) (n int, swapped bool) {
	last := 0
	for i, c := range shown {
		if c == hidden || c == own[i] {
			continue
		}
		n++
		swapped = n == 2 && last == i-1 && c == own[last] && shown[last] == own[i]
		last = i
	}
	return n, swapped
}

// chanceOf returns the chance that a random adult's number shows the region
// digits of c, and the chance that it shows the others. Each digit of the
// sequence is equally likely; a check digit is one of eleven, unless the rest is
// shown and determines it.
func chanceOf(c *[idLength]byte) (region, rest float64) {
	p := people()
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
		case last != checkDigit(c[:]):
			rest *= offRule
		}
	}
	return p.region(c[:6]), rest
}

// floating returns the chance of the shown characters whose place is not known:
// each is one of ten, and together they may stand at a few places.
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
