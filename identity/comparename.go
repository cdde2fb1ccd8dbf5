package identity

import "unicode"

// nameRunes is a name made ready for comparing: simplified, in capitals, without
// dots and spaces.
type nameRunes struct {
	buf     [maxName]rune
	n       int
	surname int     // how many runes are the surname; 0 if it is hidden, or the name has none
	share   float64 // of the surname
	open    bool    // nothing is said of the given name, not even its length
	dotted  bool    // not a Chinese surname and given name
}

func newNameRunes(n Name) (r nameRunes) {
	for _, c := range n.text {
		if c == '·' || c == ' ' {
			r.dotted = true
			continue
		}
		if c < firstHan {
			c = unicode.ToUpper(c)
		}
		r.buf[r.n] = Simplified(c)
		r.n++
	}
	if r.n > 0 && !r.dotted && isHan(r.buf[0]) {
		r.surname, r.share = surnameOf(r.runes())
		r.surname = max(r.surname, 1)
		r.open = r.surname == r.n
	}
	return r
}

func (r *nameRunes) runes() []rune { return r.buf[:r.n] }

// stars returns where the hidden runes begin and end, and whether there are any.
func (r *nameRunes) stars() (from, to int, any bool) {
	for i, c := range r.runes() {
		if c == hidden {
			if !any {
				from, any = i, true
			}
			to = i + 1
		}
	}
	return from, to, any
}

// nameMatch is how a shown name lies on a person's.
type nameMatch struct {
	shown   int // runes that can be compared
	differ  int // of them, how many differ
	at      int // where the last of these is, in the claim
	swapped bool
	variant bool
	counted bool // the hidden runes can be counted on both sides
	stars   int  // how many are shown as hidden
	hidden  int  // how many there are
}

// matchNames lays claim on own. Where the numbers of runes differ, stars stand
// for any number: many senders write one or two whatever the name.
func matchNames(claim, own *nameRunes) (m nameMatch) {
	from, to, any := claim.stars()
	ownFrom, ownTo, ownAny := own.stars()
	switch {
	case claim.open || own.open:
		m.compare(claim.runes(), own.runes()[:min(own.n, claim.n)], 0)
		if m.differ == 0 && claim.surname != own.surname && own.surname > 0 {
			m.differ = 2 // 欧 is not 欧阳
		}
	case claim.n == own.n:
		m.compare(claim.runes(), own.runes(), 0)
	case any || ownAny:
		head, tail := from, claim.n-to
		if !any {
			head, tail = claim.n, claim.n
		}
		if ownAny {
			head, tail = min(head, ownFrom), min(tail, own.n-ownTo)
		}
		if any && head+tail >= own.n || ownAny && head+tail >= claim.n { // a star hides one rune at least
			m.shown, m.differ = head+tail, head+tail
			return m
		}
		m.compare(claim.runes()[:head], own.runes(), 0)
		m.compare(claim.runes()[claim.n-tail:], own.runes()[own.n-tail:], claim.n-tail)
	default:
		m.shown, m.differ = claim.n, max(claim.n, 3)
	}
	if any && !ownAny && !claim.open && !own.open && !claim.dotted && !own.dotted && to-from < claim.n {
		m.stars, m.hidden = to-from, own.n-claim.n+to-from
		m.counted = m.hidden > 0
	}
	return m
}

// compare counts the runes shown on both sides. Those of a lie at offset.
func (m *nameMatch) compare(a, b []rune, offset int) {
	for i, c := range a {
		if i >= len(b) || c == hidden || b[i] == hidden {
			continue
		}
		m.shown++
		if c == b[i] {
			continue
		}
		m.differ++
		m.swapped = m.differ == 2 && i > 0 && m.at == offset+i-1 && c == b[i-1] && a[i-1] == b[i]
		m.variant = m.differ == 1 && offset+i == 0 && isVariant(c, b[i])
		m.at = offset + i
	}
}

// compareNames weighs a name as it is shown against a whole one.
func compareNames(claimed Name, own string) evidence {
	if claimed.IsZero() {
		return evidence{}
	}
	person, err := ParseName(own)
	if err != nil {
		return evidence{}
	}
	claim, mine := newNameRunes(claimed), newNameRunes(person)
	m := matchNames(&claim, &mine)
	if m.shown == 0 {
		return evidence{}
	}
	e := evidence{outcome: agreeIf(m.differ == 0), random: 1, family: 1}
	wrong := givenChar // the chance of the rune that differs
	if claim.surname > 0 {
		same := 0.0
		if sameRunes(claim.runes()[:claim.surname], mine.runes()) {
			same = familySame
		}
		e.random, e.family = claim.share, same+(1-familySame)*claim.share
		if m.at < claim.surname {
			wrong = claim.share
		}
	}
	for _, c := range claim.runes()[claim.surname:] {
		if c != hidden {
			e.random *= givenChar
			e.family *= givenChar
		}
	}
	e.right = nameOther * e.random
	length, anyLength := m.lengthChance()
	e.random *= anyLength
	e.family *= anyLength
	e.right *= anyLength
	e.right += length * m.chance(wrong)
	e.slip = m.isSlip() && m.shown > 1
	return e
}

func sameRunes(prefix, of []rune) bool {
	if len(prefix) > len(of) {
		return false
	}
	for i, c := range prefix {
		if c != of[i] {
			return false
		}
	}
	return true
}

func (m *nameMatch) isSlip() bool { return m.differ == 1 || m.swapped }

// chance returns how likely the right person's name is shown so, by a slip at
// most; wrong is the chance of the rune that differs.
func (m *nameMatch) chance(wrong float64) float64 {
	switch {
	case m.differ == 0:
		return 1 - nameOther - nameSlip
	case m.swapped:
		return nameSlip * swapShare / float64(m.shown)
	case m.variant:
		return variantSlip
	case m.differ == 1:
		return nameSlip * (1 - swapShare) / float64(m.shown) * wrong
	}
	return 0
}

// lengthChance returns how likely so many stars are for the right person, and for
// anybody.
func (m *nameMatch) lengthChance() (right, anybody float64) {
	if !m.counted {
		return 1, 1
	}
	fixed := 0.0
	if m.stars <= 2 {
		fixed = (1 - plainStars) / 2
	}
	right = fixed
	if m.stars == m.hidden {
		right += plainStars
	}
	share := givenLength[len(givenLength)-1]
	if m.stars < len(givenLength) {
		share = givenLength[m.stars]
	}
	return max(right, offRule), fixed + plainStars*share
}
