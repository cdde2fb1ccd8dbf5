package fold

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

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

// NewPairs returns the pairs of words and of the words that senders disguise. known has
// the words that a longer one may be made of.
func NewPairs(words [][]rune, known *runes.Trie) Pairs {
	n := 0
	for _, w := range words {
		n += len(w)
	}
	p := make(Pairs, 0, n)
	for _, w := range words {
		between := seams(w, known)
		for i := 1; i < len(w); i++ {
			f := inner
			if between>>i&1 != 0 {
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

// seams returns the places in w, as bits, at which a known word of two characters or
// more ends and another begins.
func seams(w []rune, known *runes.Trie) uint64 {
	const least = 2
	var begins, ends uint64
	for i := 0; i+least <= len(w) && len(w) >= 2*least; i++ {
		node := known.Root(w[i])
		for k := i + 1; k < len(w) && node != 0; k++ {
			if node = known.Next(node, w[k]); node != 0 && known.Value(node) != 0 {
				begins |= 1 << i
				ends |= 1 << (k + 1)
			}
		}
	}
	return begins & ends
}

// find returns how firm the pair a, b is. ok is false if p does not have it.
func (p Pairs) find(a, b rune) (f firmness, ok bool) {
	i, _ := slices.BinarySearch(p, newPair(a, b, hidden+1))
	if i == 0 || p[i-1]>>firmnessBits != newPair(a, b, 0)>>firmnessBits {
		return 0, false
	}
	return firmness(p[i-1] & (1<<firmnessBits - 1)), true
}
