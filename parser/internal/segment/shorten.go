package segment

import (
	"strings"
	"sync"
)

// An engine takes time for each character and each part, and half of a notice is
// figures and marks at which text is always split: an ID number, amounts, a phone,
// commas. No word of the dictionary contains a mark, or two figures in a row. So the
// engine sees of a run of them only the first and the last figure around a gap, which
// splits text like a mark; the run itself is cut here. If two paths through the words
// of a part are equally good, the last bit of a sum decides, and may decide
// differently from the whole text.

// gap is in no word, and is a word by itself in every text.
const gap = '\x01'

// figure reports whether c is visible ASCII other than a letter.
func figure(c byte) bool { return '!' <= c && c <= '~' && !letter(rune(c)) }

// markAt returns the length in bytes of the separator that text begins with, 0 if there
// is none.
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

// hanBytes is how many bytes a common Chinese character takes.
const hanBytes = len("一")

// mayBeginHan reports whether c begins only characters that take hanBytes and are no marks,
// as are most of a text.
func mayBeginHan(c byte) bool { return "一"[0] <= c && c <= "龥"[0] }

// hindersGaps reports whether word is a figure, or contains two in a row or a gap:
// texts are then not shortened.
func hindersGaps(word string) bool {
	for i := 1; i < len(word); i++ {
		if figure(word[i-1]) && figure(word[i]) {
			return true
		}
	}
	return len(word) == 1 && figure(word[0]) || strings.IndexByte(word, gap) >= 0
}

// worthIt is the least number of figures of a run without a mark that is shortened.
const worthIt = 5

// shortening is a text as an engine sees it.
type shortening struct {
	text    []byte
	runs    []run
	ends    []int32
	figures []byte // of the run that is cut
}

// run is a run of figures and marks: its bounds in the shortened text and in the
// original, and whether the engine sees its first and its last figure.
type run struct {
	at, after  int32
	begin, end int32
	head, tail bool
}

var shortenings = sync.Pool{New: func() any { return new(shortening) }}

// read shortens text. s.runs is empty if there is nothing to shorten.
func (s *shortening) read(text string) {
	s.text, s.runs, s.ends = s.text[:0], s.runs[:0], s.ends[:0]
	copied := 0
	for i := 0; i < len(text); {
		c := text[i]
		if mayBeginHan(c) {
			i += hanBytes
			continue
		}
		if !figure(c) && markAt(text[i:]) == 0 {
			i++
			continue
		}
		begin := i
		end, last, marks := runEnd(text, begin)
		i = end
		if begin > 0 && letter(rune(text[begin-1])) {
			for begin < end && digit(rune(text[begin])) {
				begin++ // digits belong to the letters before them
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

// runEnd returns the end of the run of figures and marks that begins at i, the start of
// its last figure or mark, and whether it has a mark.
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
// writes its shortened form.
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

// restore appends to dst the ends of the words of the original text. s.ends has those
// of the shortened text.
func (s *shortening) restore(dst []int32, text string) []int32 {
	ends, longer := s.ends, int32(0)
	for _, r := range s.runs {
		last := int32(0) // no word comes before a run that begins the text
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
			end-- // a word after the run took its last figure
		}
		dst = s.cutRun(dst, text, begin, end)
		longer = r.end - r.after
	}
	for _, e := range ends {
		dst = append(dst, e+longer)
	}
	return dst
}

// cutRun cuts what words outside of a run have left of it.
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

// release erases the text of s and lets it be reused.
func (s *shortening) release() {
	if cap(s.text) > maxKept || cap(s.figures) > maxKept {
		return
	}
	clear(s.text[:cap(s.text)])
	clear(s.figures[:cap(s.figures)])
	shortenings.Put(s)
}
