package fold

import "slices"

// Pairs are the characters that stand side by side in some word, sorted: the
// first, the second and the lowest bit, which is set where senders hide the word.
type Pairs []uint64

func newPair(a, b rune, hidden uint64) uint64 { return uint64(a)<<33 | uint64(b)<<1 | hidden }

// NewPairs returns those of words, and of the words that senders hide.
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

// find reports whether a and b stand side by side, and in a word that is hidden.
func (p Pairs) find(a, b rune) (hidden, ok bool) {
	i, ok := slices.BinarySearch(p, newPair(a, b, 1))
	if ok {
		return true, true
	}
	return false, i > 0 && p[i-1] == newPair(a, b, 0)
}
