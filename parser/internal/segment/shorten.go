package segment

import (
	"strings"
	"sync"
)

// An engine's time goes by the character and by the part, and half of a notice is
// figures and marks at which text is always parted: an ID number, amounts, a
// phone, commas. No word of the dictionary holds a mark, or two figures side by
// side. So a run of them is shown to the engine as its first and its last figure
// around a gap, which parts words like a mark, and is cut here. Where two paths
// through the words of a part are equally good, the last bit of a sum decides, and
// may decide otherwise than for the whole text.

// gap is in no word, and stands alone in every text.
const gap = '\x01'

// figure reports whether c is ASCII that shows and no letter.
func figure(c byte) bool { return '!' <= c && c <= '~' && !letter(rune(c)) }

// markAt returns how many bytes the separator at the start of text has, 0 if none
// is there.
func markAt(text string) int {
	switch text[0] {
	case 0, ' ', '\t', '\n':
		return 1
	case "，"[0]:
		if strings.HasPrefix(text, "，") {
			return len("，")
		}
	case "。"[0]:
		if strings.HasPrefix(text, "。") {
			return len("。")
		}
	}
	return 0
}

// hindersGaps reports whether a word is a figure, holds two side by side, or
// holds a gap: texts with such words are not shortened.
func hindersGaps(word string) bool {
	for i := 1; i < len(word); i++ {
		if figure(word[i-1]) && figure(word[i]) {
			return true
		}
	}
	return len(word) == 1 && figure(word[0]) || strings.IndexByte(word, gap) >= 0
}

// worthIt is how many figures a run without a mark has at least.
const worthIt = 5

// shortening is a text as an engine sees it.
type shortening struct {
	text    []byte
	runs    []run
	ends    []int32
	figures []byte // of the run that is cut
}

// run is a run of figures and marks: its bounds in the shortened text and in the
// original, and whether it begins and ends with a figure that is shown.
type run struct {
	at, after  int32
	begin, end int32
	head, tail bool
}

var shortenings = sync.Pool{New: func() any { return new(shortening) }}

// read shortens text; s.runs is empty where there is nothing to shorten.
func (s *shortening) read(text string) {
	s.text, s.runs, s.ends = s.text[:0], s.runs[:0], s.ends[:0]
	copied := 0
	for i := 0; i < len(text); {
		if !figure(text[i]) && markAt(text[i:]) == 0 {
			i++
			continue
		}
		begin := i
		end, last, marks := runEnd(text, begin)
		i = end
		if begin > 0 && letter(rune(text[begin-1])) {
			for begin < end && digit(rune(text[begin])) {
				begin++ // digits join the letters before them
			}
		}
		if begin == end || !marks && end-begin < worthIt {
			continue
		}
		s.text = append(s.text, text[copied:begin]...)
		s.add(text, begin, last, end)
		copied = end
	}
	s.text = append(s.text, text[copied:]...)
}

// runEnd returns the end of the run of figures and marks that begins at i, where its
// last begins, and whether it has a mark.
func runEnd(text string, i int) (end, last int, marks bool) {
	for end = i; end < len(text); {
		n := 1
		if !figure(text[end]) {
			if n = markAt(text[end:]); n == 0 {
				break
			}
			marks = true
		}
		last = end
		end += n
	}
	return end, last, marks
}

// add notes the run text[begin:end], whose last figure or mark begins at last, and
// writes it shortened.
func (s *shortening) add(text string, begin, last, end int) {
	r := run{at: int32(len(s.text)), begin: int32(begin), end: int32(end)}
	if r.head = figure(text[begin]); r.head {
		s.text = append(s.text, text[begin])
	}
	s.text = append(s.text, gap)
	if r.tail = last > begin && figure(text[last]); r.tail {
		s.text = append(s.text, text[last])
	}
	r.after = int32(len(s.text))
	s.runs = append(s.runs, r)
}

// restore appends to dst the ends of the words of the original, of which s.ends
// are those of the shortened text.
func (s *shortening) restore(dst []int32, text string) []int32 {
	ends, longer := s.ends, int32(0)
	for _, r := range s.runs {
		last := int32(0) // a run that begins the text has no word before it
		for len(ends) > 0 && ends[0] <= r.at {
			last = ends[0]
			dst = append(dst, last+longer)
			ends = ends[1:]
		}
		begin, end := r.begin, r.end
		if r.head && last < r.at { // a word before the run took its first figure
			begin++
			dst = append(dst, begin)
		}
		gapEnd := r.after
		if r.tail {
			gapEnd--
		}
		for len(ends) > 0 && ends[0] <= gapEnd {
			ends = ends[1:]
		}
		switch {
		case !r.tail:
		case ends[0] == r.after:
			ends = ends[1:]
		default:
			end-- // a word behind the run took its last figure
		}
		dst = s.cutRun(dst, text, begin, end)
		longer = r.end - r.after
	}
	for _, e := range ends {
		dst = append(dst, e+longer)
	}
	return dst
}

// cutRun cuts what no word outside of a run took of it.
func (s *shortening) cutRun(dst []int32, text string, begin, end int32) []int32 {
	s.figures = append(s.figures[:0], text[begin:end]...)
	for i := 0; i < len(s.figures); {
		if n := markAt(text[int(begin)+i:]); n > 0 {
			i += n
		} else {
			i = asciiEnd(s.figures, i)
		}
		dst = append(dst, begin+int32(i))
	}
	return dst
}

// release gives s back with nothing of the text in it.
func (s *shortening) release() {
	if cap(s.text) > maxKept || cap(s.figures) > maxKept {
		return
	}
	clear(s.text[:cap(s.text)])
	clear(s.figures[:cap(s.figures)])
	shortenings.Put(s)
}
