package segment

// userWords is a trie of the caller's words. Node 0 is the root.
type userWords struct {
	children map[edge]int32
	weights  []float64 // of the word that ends at a node; 0: none
	singles  map[rune]bool
}

type edge struct {
	node int32
	r    rune
}

func newUserWords(entries []entry) *userWords {
	if len(entries) == 0 {
		return nil
	}
	u := &userWords{map[edge]int32{}, make([]float64, 1), map[rune]bool{}}
	for _, e := range entries {
		node, last := int32(0), rune(0)
		for _, r := range e.word {
			next, ok := u.children[edge{node, r}]
			if !ok {
				next = int32(len(u.weights))
				u.weights = append(u.weights, 0)
				u.children[edge{node, r}] = next
			}
			node, last = next, r
		}
		u.weights[node] = e.rung.weight
		if len(e.word) == len(string(last)) {
			u.singles[last] = true
		}
	}
	return u
}

// single reports whether r is a word of the caller's: it then stands alone
// where the path leaves it single, and the HMM does not join it.
func (u *userWords) single(r rune) bool {
	return u != nil && u.singles[r]
}

// take is [tables.take] with the caller's words, whose weights stand before
// the dictionary's.
func (u *userWords) take(t *tables, s *scratch, i, end int) {
	n, node := uint32(0), int32(0)
	best, next := s.best[i+1]+t.min, i+1
	inDict, inUser := true, true
	for j := i; j < end && (inDict || inUser); j++ {
		w := 0.0
		if inDict {
			n = t.child(n, s.codes[j])
			if inDict = n != 0; inDict {
				w = t.units[n].weight
			}
		}
		if inUser {
			node, inUser = u.child(node, s.runes[j])
			if inUser && u.weights[node] != 0 {
				w = u.weights[node]
			}
		}
		if w == 0 {
			continue
		}
		if sum := s.best[j+1] + w; j == i || sum > best {
			best, next = sum, j+1
		}
	}
	s.best[i], s.next[i] = best, int32(next)
}

func (u *userWords) child(node int32, r rune) (int32, bool) {
	next, ok := u.children[edge{node, r}]
	return next, ok
}
