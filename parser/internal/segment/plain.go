package segment

import (
	"slices"
	"sync"
	"unicode/utf8"
)

// plain cuts like cppjieba's MixSegment, with the same floating-point operations in the
// same order: text is split at separators; each part takes the path of the dictionary's
// words with the highest sum of weights; the HMM joins what remains as single
// characters.
type plain struct {
	*tables
	alone map[rune]bool // the caller's words of one character
}

// newPlain returns an engine that also knows the caller's words, whose weights take
// precedence.
func (w weighed) newPlain(callers []entry) *plain {
	if len(callers) == 0 {
		return &plain{tables: w.tables}
	}
	entries := slices.Concat(w.entries, callers)
	words := make([]string, len(entries))
	alone := map[rune]bool{}
	for i, e := range entries {
		words[i] = e.word
		if r, size := utf8.DecodeRuneInString(e.word); size == len(e.word) {
			alone[r] = true
		}
	}
	t, nodes := newTables(plainBin, words)
	for i, e := range entries {
		t.weigh(nodes[i], e.rung.weight)
	}
	return &plain{t, alone}
}

// separator reports whether text is always split around r. cppjieba never sees NUL: it
// is given a line feed instead.
func separator(r rune) bool {
	switch r {
	case 0, ' ', '\t', '\n', '，', '。':
		return true
	}
	return false
}

// scratch is the working memory of one cut.
type scratch struct {
	runes []rune
	codes []uint32
	ends  []int32   // byte offset after each rune
	best  []float64 // weight of the best path from each rune to the end of the part
	next  []int32   // end of the word taken at each rune
	paths []uint8   // Viterbi: for each state, in two bits, the state before it
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// maxKept is the capacity, in runes, of the largest scratch that is kept.
const maxKept = 1 << 15

// cut cuts text, which must be valid UTF-8.
func (p *plain) cut(dst []int32, text string) []int32 {
	s := scratches.Get().(*scratch)
	s.read(p.tables, text)
	for i := 0; i < len(s.runes); i++ {
		end := i
		for end < len(s.runes) && !separator(s.runes[end]) {
			end++
		}
		if end > i {
			dst = p.cutPart(s, dst, i, end)
		}
		if end < len(s.runes) {
			dst = append(dst, s.ends[end])
		}
		i = end
	}
	s.release()
	return dst
}

// release erases the text of s and lets it be reused.
func (s *scratch) release() {
	clear(s.runes)
	clear(s.codes)
	if cap(s.runes) <= maxKept {
		scratches.Put(s)
	}
}

// read decodes text into s.
func (s *scratch) read(t *tables, text string) {
	s.runes, s.codes, s.ends = s.runes[:0], s.codes[:0], s.ends[:0]
	for i, r := range text {
		s.runes = append(s.runes, r)
		s.codes = append(s.codes, t.code(r))
		if i > 0 {
			s.ends = append(s.ends, int32(i))
		}
	}
	s.ends = append(s.ends, int32(len(text)))
	n := len(s.runes) + 1
	if cap(s.best) < n {
		s.best = make([]float64, cap(s.runes)+1)
		s.next = make([]int32, cap(s.runes)+1)
		s.paths = make([]uint8, cap(s.runes)+1)
	}
	s.best, s.next, s.paths = s.best[:n], s.next[:n], s.paths[:n]
}

// cutPart cuts the runes [begin, end), which contain no separator.
func (p *plain) cutPart(s *scratch, dst []int32, begin, end int) []int32 {
	t := p.tables
	s.best[end] = 0
	for i := end - 1; i >= begin; i-- {
		t.take(s, i, end)
	}
	for i := begin; i < end; {
		j := i
		for j < end && s.next[j] == int32(j+1) && (p.alone == nil || !p.alone[s.runes[j]]) {
			j++
		}
		if j > i {
			dst = t.cutSingles(s, dst, i, j)
		} else {
			j = int(s.next[i])
			dst = append(dst, s.ends[j-1])
		}
		i = j
	}
	return dst
}

// take chooses the word that begins at rune i, given the choices after it. Of equal
// paths the one with the shorter word wins.
func (t *tables) take(s *scratch, i, end int) {
	c := s.codes[i]
	best, next := s.best[i+1]+t.ones[c], i+1
	n := t.first(c)
	for j := i + 1; j < end; j++ {
		if n = t.child(n, s.codes[j]); n == 0 {
			break
		}
		if w := t.nodes[n].weight; w != 0 {
			if sum := s.best[j+1] + w; sum > best {
				best, next = sum, j+1
			}
		}
	}
	s.best[i], s.next[i] = best, int32(next)
}
