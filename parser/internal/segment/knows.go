package segment

// Knows reports whether word is a word of the dictionary or of the domain. It
// does not allocate.
func (s *Segmenter) Knows(word []rune) bool {
	t := s.dictionary
	switch len(word) {
	case 0:
		return false
	case 1:
		return t.ones[t.code(word[0])] > t.min
	}
	n := t.first(t.code(word[0]))
	for _, r := range word[1:] {
		if n = t.child(n, t.code(r)); n == 0 {
			return false
		}
	}
	return t.nodes[n].weight != 0
}
