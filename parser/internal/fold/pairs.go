package fold

import "slices"

// Pairs are pairs of characters that are next to each other in some word, sorted. Each
// has the first character, the second, and a lowest bit that is set if senders disguise
// the word.
type Pairs []uint64

// newPair returns the pair a, b; hidden is its lowest bit.
func newPair(a, b rune, hidden uint64) uint64 { return uint64(a)<<33 | uint64(b)<<1 | hidden }

// NewPairs returns the pairs of words and of the words that senders disguise.
func NewPairs(words [][]rune) Pairs {
	hidden := loadSpellings().hidden
	n := 0
	for _, w := range words {
		n += len(w)
	}
	p := make(Pairs, 0, n)
	for bit, words := range [...][][]rune{words, hidden} {
		for _, w := range words {
			for i := 1; i < len(w); i++ {
				p = append(p, newPair(w[i-1], w[i], uint64(bit)))
			}
		}
	}
	slices.Sort(p)
	return slices.Clone(slices.Compact(p))
}

// find reports whether p has the pair a, b, and whether it comes from a word that
// senders disguise.
func (p Pairs) find(a, b rune) (hidden, ok bool) {
	i, ok := slices.BinarySearch(p, newPair(a, b, 1))
	if ok {
		return true, true
	}
	return false, i > 0 && p[i-1] == newPair(a, b, 0)
}
