package runes

// Set is a set of characters. It is read-only; the zero Set is empty.
type Set struct {
	pages [256]*[4]uint64 // of the first plane, by the high byte
	far   map[rune]bool   // the others
}

// NewSet returns the set of the characters of s.
func NewSet(s string) *Set {
	set := &Set{}
	for _, r := range s {
		if r >= 1<<16 {
			if set.far == nil {
				set.far = map[rune]bool{}
			}
			set.far[r] = true
			continue
		}
		p := set.pages[r>>8]
		if p == nil {
			p = new([4]uint64)
			set.pages[r>>8] = p
		}
		p[r>>6&3] |= 1 << (r & 63)
	}
	return set
}

// Has reports whether r is in the set.
func (s *Set) Has(r rune) bool {
	if uint32(r) >= 1<<16 {
		return s.far[r]
	}
	p := s.pages[r>>8]
	return p != nil && p[r>>6&3]>>(r&63)&1 != 0
}
