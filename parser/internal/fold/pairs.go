package fold

import "slices"

// Pairs are pairs of characters that are next to each other in some word, sorted. Each
// has the first character, the second, and in its lowest bits how firm the pair is.
type Pairs []uint64

// firmness says how firmly two characters belong together. The firmest counts if a pair
// is in several words.
type firmness uint64

const (
	seam   firmness = iota // in every word that has them, a shorter word ends between them: 本金|利息
	inner                  // they are within a word
	hidden                 // senders disguise a word that has them
)

const firmnessBits = 2

// newPair returns the pair a, b.
func newPair(a, b rune, f firmness) uint64 {
	return (uint64(a)<<32|uint64(b))<<firmnessBits | uint64(f)
}

// NewPairs returns the pairs of words and of the words that senders disguise.
func NewPairs(words [][]rune) Pairs {
	words = slices.Clone(words)
	slices.SortFunc(words, slices.Compare)
	words = slices.CompactFunc(words, slices.Equal)
	known := func(w []rune) bool {
		_, ok := slices.BinarySearchFunc(words, w, slices.Compare)
		return ok
	}
	ends := func(w []rune) bool { // a word of two runes or more ends w
		for k := len(w) - 2; k >= 0; k-- {
			if known(w[k:]) {
				return true
			}
		}
		return false
	}
	begins := func(w []rune) bool {
		for k := 2; k <= len(w); k++ {
			if known(w[:k]) {
				return true
			}
		}
		return false
	}
	n := 0
	for _, w := range words {
		n += len(w)
	}
	p := make(Pairs, 0, n)
	for _, w := range words {
		for i := 1; i < len(w); i++ {
			f := inner
			if ends(w[:i]) && begins(w[i:]) {
				f = seam
			}
			p = append(p, newPair(w[i-1], w[i], f))
		}
	}
	for _, w := range loadSpellings().hidden {
		for i := 1; i < len(w); i++ {
			p = append(p, newPair(w[i-1], w[i], hidden))
		}
	}
	slices.Sort(p)
	return slices.Clone(slices.Compact(p))
}

// find returns how firm the pair a, b is. ok is false if p does not have it.
func (p Pairs) find(a, b rune) (f firmness, ok bool) {
	i, _ := slices.BinarySearch(p, newPair(a, b, hidden+1))
	if i == 0 || p[i-1]>>firmnessBits != newPair(a, b, 0)>>firmnessBits {
		return 0, false
	}
	return firmness(p[i-1] & (1<<firmnessBits - 1)), true
}
