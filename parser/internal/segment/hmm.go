package segment

// States of a character in a word, as cppjieba numbers them. The odd ones end a
// word.
const (
	begins = iota
	ends
	middle
	single
)

// cutSingles cuts the runes [begin, end), none of which is part of a word of the
// dictionary: numbers, and letters with the digits after them, stay together; other
// ASCII is cut into characters; the rest goes to the HMM.
func (t *tables) cutSingles(s *scratch, dst []int32, begin, end int) []int32 {
	for i := begin; i < end; {
		j := i
		for j < end && s.runes[j] >= 0x80 {
			j++
		}
		if j > i {
			dst = t.viterbi(s, dst, i, j)
		} else {
			j = asciiEnd(s.runes[:end], i)
			dst = append(dst, s.ends[j-1])
		}
		i = j
	}
	return dst
}

// asciiEnd returns the end of the word of ASCII, or of the mark, that begins at i.
func asciiEnd(text []rune, i int) int {
	letters := letter(text[i])
	if !letters && !digit(text[i]) {
		return i + 1
	}
	for i++; i < len(text); i++ {
		r := text[i]
		if !digit(r) && !(letters && letter(r)) && (letters || r != '.') {
			break
		}
	}
	return i
}

func letter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }
func digit(r rune) bool  { return '0' <= r && r <= '9' }

// viterbi cuts the runes [begin, end) by their most likely states.
func (t *tables) viterbi(s *scratch, dst []int32, begin, end int) []int32 {
	var last, now [4]float64
	emit := &t.emit[s.codes[begin]]
	for y := range last {
		last[y] = t.start[y] + emit[y]
	}
	for x := begin + 1; x < end; x++ {
		emit = &t.emit[s.codes[x]]
		path := uint8(0)
		for y := range now {
			weight, from := minDouble, uint8(ends)
			for z := range last {
				if sum := last[z] + t.trans[z][y] + emit[y]; sum > weight {
					weight, from = sum, uint8(z)
				}
			}
			now[y] = weight
			path |= from << (2 * y)
		}
		s.paths[x] = path
		last = now
	}
	state := uint8(single)
	if last[ends] >= last[single] {
		state = ends
	}
	for x := end - 1; x > begin; x-- {
		path := s.paths[x]
		s.paths[x] = state
		state = path >> (2 * state) & 3
	}
	s.paths[begin] = state
	for x := begin; x < end; x++ {
		if s.paths[x]&1 == 1 {
			dst = append(dst, s.ends[x])
		}
	}
	return dst
}
