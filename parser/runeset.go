package parser

import "sync"

// runeSet is a set of characters of the first plane.
type runeSet struct{ pages [256]*[4]uint64 }

// runesOf returns a function that gives the set of the characters of s, made at
// first use.
func runesOf(s string) func() *runeSet {
	return sync.OnceValue(func() *runeSet {
		set := &runeSet{}
		for _, r := range s {
			p := set.pages[r>>8&0xff]
			if p == nil {
				p = new([4]uint64)
				set.pages[r>>8&0xff] = p
			}
			p[r>>6&3] |= 1 << (r & 63)
		}
		return set
	})
}

// has reports whether r is in the set.
func (s *runeSet) has(r rune) bool {
	if uint32(r) >= 1<<16 {
		return false
	}
	p := s.pages[r>>8]
	return p != nil && p[r>>6&3]>>(r&63)&1 != 0
}
