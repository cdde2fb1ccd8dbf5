package segment

// Knows reports whether word is a word of the embedded dictionary. It does not
// allocate.
func (s *Segmenter) Knows(word []rune) bool {
	t := embedded()
	n := t.child(0, t.code(first(word)))
	for _, r := range word[min(1, len(word)):] {
		if n == 0 {
			return false
		}
		n = t.child(n, t.code(r))
	}
	return n != 0 && t.units[n].weight != 0
}

func first(word []rune) rune {
	if len(word) == 0 {
		return 0
	}
	return word[0]
}
