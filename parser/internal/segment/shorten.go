package segment

import "sync"

// An engine's time goes by the character, and a fifth of a notice is figures: an
// ID number, amounts, a phone. No word of the dictionary holds two of these side
// by side, so a run of them is shown to the engine as its first and its last one
// around a star, and cut here.

// figure reports whether c is ASCII that shows and no letter.
func figure(c byte) bool { return '!' <= c && c <= '~' && !letter(rune(c)) }

// holdsFigures reports whether a word is of figures alone where it begins, or
// holds two side by side: texts with such words are not shortened.
func holdsFigures(word string) bool {
	if len(word) == 1 && figure(word[0]) {
		return true
	}
	for i := 1; i < len(word); i++ {
		if figure(word[i-1]) && figure(word[i]) {
			return true
		}
	}
	return false
}

const (
	shown     = 3 // figures of a run that the engine sees
	worthIt   = 5 // figures from which a run is shortened
	starIndex = 1 // of the shown
)

// shortening is a text as an engine sees it.
type shortening struct {
	text []byte
	runs []run
	ends []int32
	run  []byte
}

// run is a run of figures: where it begins in the shortened text, and its bounds
// in the original.
type run struct{ at, begin, end int32 }

var shortenings = sync.Pool{New: func() any { return new(shortening) }}

// read shortens text; s.runs is empty where there is nothing to shorten.
func (s *shortening) read(text string) {
	s.text, s.runs, s.ends = s.text[:0], s.runs[:0], s.ends[:0]
	copied := 0
	for i := 0; i < len(text); {
		if !figure(text[i]) {
			i++
			continue
		}
		begin, end := i, i
		for end < len(text) && figure(text[end]) {
			end++
		}
		if i > 0 && letter(rune(text[i-1])) {
			for begin < end && digit(rune(text[begin])) {
				begin++ // digits join the letters before them
			}
		}
		if end-begin >= worthIt {
			s.text = append(s.text, text[copied:begin+1]...)
			s.runs = append(s.runs, run{int32(len(s.text) - 1), int32(begin), int32(end)})
			s.text = append(s.text, '*')
			copied = end - 1
		}
		i = end
	}
	s.text = append(s.text, text[copied:]...)
}

// restore appends to dst the ends of the words of the original, of which s.ends
// are those of the shortened text.
func (s *shortening) restore(dst []int32, text string) []int32 {
	ends, longer := s.ends, int32(0)
	for _, r := range s.runs {
		last := int32(0)
		for len(ends) > 0 && ends[0] <= r.at {
			last = ends[0]
			dst = append(dst, last+longer)
			ends = ends[1:]
		}
		begin, end := r.begin, r.end
		if last < r.at { // a word before the run took its first figure
			begin++
			dst = append(dst, begin)
		}
		for ends[0] <= r.at+starIndex+1 {
			ends = ends[1:]
		}
		if ends[0] == r.at+shown {
			ends = ends[1:]
		} else {
			end-- // a word behind the run took its last
		}
		s.run = append(s.run[:0], text[begin:end]...)
		for i := 0; i < len(s.run); {
			i = asciiEnd(s.run, i)
			dst = append(dst, begin+int32(i))
		}
		longer = r.end - (r.at + shown)
	}
	for _, e := range ends {
		dst = append(dst, e+longer)
	}
	return dst
}

// release gives s back with nothing of the text in it.
func (s *shortening) release() {
	if cap(s.text) > maxKept {
		return
	}
	clear(s.text[:cap(s.text)])
	clear(s.run[:cap(s.run)])
	shortenings.Put(s)
}
