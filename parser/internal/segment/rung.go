package segment

// rung is a frequency of the user dictionary with its weight. Frequencies are on a
// ladder of numbers whose logarithms are so close to a float64 that every machine's log
// returns that float64.
type rung struct {
	freq   uint32
	weight float64
}

// rungOf returns the lowest rung that is not below freq occurrences in jieba's corpus.
func (t *tables) rungOf(freq uint64) rung {
	scaled := freq << 30 / t.total
	for _, r := range t.ladder {
		if uint64(r.freq) >= scaled {
			return r
		}
	}
	return t.ladder[len(t.ladder)-1]
}

// wholeRung returns the rung at which word is cut whole. It is above the best way to
// cut word into parts, not below the dictionary's frequency of word, and not below the
// floor, at which a word of the domain wins over common neighbours.
func (t *tables) wholeRung(word string) rung {
	over := t.split(word)
	for _, r := range t.ladder[t.floor:] {
		if r.weight > over {
			return r
		}
	}
	return t.ladder[len(t.ladder)-1]
}

// split returns the weight of the best path over word, which may be the word as a
// whole.
func (t *tables) split(word string) float64 {
	var buf [maxRunes]uint32
	codes := buf[:0]
	for _, r := range word {
		codes = append(codes, t.code(r))
	}
	var sums [maxRunes + 1]float64
	best := append(sums[:0], make([]float64, len(codes)+1)...)
	for i := len(codes) - 1; i >= 0; i-- {
		best[i] = best[i+1] + t.ones[codes[i]]
		n := t.first(codes[i])
		for j := i + 1; j < len(codes); j++ {
			if n = t.child(n, codes[j]); n == 0 {
				break
			}
			if w := t.nodes[n].weight; w != 0 {
				best[i] = max(best[i], best[j+1]+w)
			}
		}
	}
	return best[0]
}
