package identity

import (
	"slices"
	"unicode"

	"github.com/dunsms/dunsms/internal/han"
	"github.com/dunsms/dunsms/internal/surnames"
)

// nameRunes is a name made ready for comparing: simplified, in capitals, without
// dots and spaces.
type nameRunes struct {
	buf     [maxName]rune
	n       int
	surname int     // how many runes are the surname; 0 if it is hidden or there is none
	share   float64 // of people who have the surname
	open    bool    // nothing is shown of the given name, not even its length
	dotted  bool    // not a Chinese surname and given name
}

func newNameRunes(n Name) (r nameRunes) {
	for _, c := range n.text {
		if c == '·' || c == ' ' {
			r.dotted = true
			continue
		}
		if c < '一' {
			c = unicode.ToUpper(c)
		}
		r.buf[r.n] = han.Simplified(c)
		r.n++
	}
	if r.n > 0 && !r.dotted && isHan(r.buf[0]) {
		r.surname, r.share = surnames.Find(r.runes())
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

// nameMatch is how a shown name matches a person's.
type nameMatch struct {
	shown   int // runes that can be compared
	surname int // how many of those are in the claim's surname
	differ  int // how many of those differ
	at      int // where in the claim the last of these is
	swapped bool
	variant bool
	counted bool // the hidden runes can be counted on both sides
	stars   int  // how many stars the claim has
	hidden  int  // how many runes they hide
}

// matchNames matches claim with own. If the names have different numbers of
// runes, stars stand for any number: many senders write one or two whatever the
// name.
func matchNames(claim, own *nameRunes) (m nameMatch) {
	from, to, any := claim.stars()
	ownFrom, ownTo, ownAny := own.stars()
	switch {
	case claim.open || own.open:
		m.compare(claim, 0, min(own.n, claim.n), own.runes())
		if m.differ == 0 && claim.surname != own.surname && own.surname > 0 {
			m.differ = 2 // 欧 is not 欧阳
		}
	case claim.n == own.n:
		m.compare(claim, 0, claim.n, own.runes())
	case any || ownAny:
		head, tail := from, claim.n-to
		if !any {
			head, tail = claim.n, claim.n
		}
		if ownAny {
			head, tail = min(head, ownFrom), min(tail, own.n-ownTo)
		}
		if any && head+tail >= own.n || ownAny && head+tail >= claim.n { // a star hides at least one rune
			m.allDiffer(claim)
			return m
		}
		m.compare(claim, 0, head, own.runes())
		m.compare(claim, claim.n-tail, claim.n, own.runes()[own.n-tail:])
	default:
		m.allDiffer(claim)
	}
	if any && !ownAny && !claim.open && !own.open && !claim.dotted && !own.dotted && claim.surname > 0 {
		m.stars, m.hidden = to-from, own.n-claim.n+to-from
		m.counted = m.hidden > 0 && from == claim.surname
	}
	return m
}

// allDiffer is the match of names that cannot be aligned.
func (m *nameMatch) allDiffer(claim *nameRunes) {
	for _, c := range claim.runes() {
		if c != hidden {
			m.shown++
		}
	}
	m.surname, m.differ = claim.surname, max(m.shown, 3)
}

// compare matches the runes of claim between two offsets with own and counts
// those shown on both sides.
func (m *nameMatch) compare(claim *nameRunes, from, to int, own []rune) {
	for i := from; i < to && i-from < len(own); i++ {
		c, mine := claim.buf[i], own[i-from]
		if c == hidden || mine == hidden {
			continue
		}
		m.shown++
		if i < claim.surname {
			m.surname++
		}
		if c == mine {
			continue
		}
		m.differ++
		m.swapped = m.differ == 2 && i > from && m.at == i-1 && c == own[i-from-1] && claim.buf[i-1] == mine
		m.variant = m.differ == 1 && i == 0 && isVariant(c, mine)
		m.at = i
	}
}

// compareNames weighs a name as a message shows it against a whole one.
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
	if m.surname > 0 {
		same := 0.0
		if mine.hasSurname(&claim) {
			same = familySame
		}
		e.random, e.family = claim.share, same+(1-familySame)*claim.share
		if m.at < claim.surname {
			wrong = claim.share
		}
	}
	for i := range m.shown - m.surname {
		chance := givenNext
		if i == 0 {
			chance = givenChar
		}
		e.random *= chance
		e.family *= chance
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

// hasSurname reports whether r begins with the surname of other. 欧阳 begins with
// that of 欧**, but not with that of 欧先生.
func (r *nameRunes) hasSurname(other *nameRunes) bool {
	if r.n < other.surname || other.open && r.surname > 0 && r.surname != other.surname {
		return false
	}
	return slices.Equal(r.buf[:other.surname], other.buf[:other.surname])
}

func (m *nameMatch) isSlip() bool { return m.differ == 1 || m.swapped }

// chance returns how likely the right person's name is shown so, with at most one
// slip; wrong is the chance of the rune that differs.
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

// lengthChance returns how likely this number of stars is for the right person,
// and for anybody.
func (m *nameMatch) lengthChance() (right, anybody float64) {
	if !m.counted {
		return 1, 1
	}
	fixed := 0.0
	if m.stars <= len(fixedStars) {
		fixed = fixedStars[m.stars-1]
	}
	right = fixed
	if m.stars == m.hidden {
		right += countedStars
	}
	share := givenLength[len(givenLength)-1]
	if m.stars < len(givenLength) {
		share = givenLength[m.stars]
	}
	return max(right, offRule), fixed + countedStars*share
}
