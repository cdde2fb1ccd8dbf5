package segment

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// An engine takes time for each character and each part, and half of a notice is figures
// and marks at which text is always split: an ID number, amounts, a phone, commas. No
// word of the dictionary contains a mark, or two figures in a row. So of a run of them
// the engine sees only the first and the last figure, around a gap, which splits text
// like a mark; the run itself is cut here. If two paths through the words of a part are
// equally good, the last bit of a sum decides, and that may differ from the whole text.

// gap is in no word, and is a word by itself in every text.
const gap = '\x01'

// figure reports whether c is visible ASCII other than a letter.
func figure(c rune) bool { return '!' <= c && c <= '~' && !letter(c) }

// hindersGaps reports whether word is a figure, or contains two in a row or a gap. With
// such a word texts are not shortened.
func hindersGaps(word string) bool {
	for i := 1; i < len(word); i++ {
		if figure(rune(word[i-1])) && figure(rune(word[i])) {
			return true
		}
	}
	return len(word) == 1 && figure(rune(word[0])) || strings.IndexByte(word, gap) >= 0
}

// worthIt is the least number of figures for which a run without a mark is shortened.
const worthIt = 5

// shortening is a text as an engine sees it.
type shortening struct {
	text  []byte
	until []int32 // outside of runs, text[:k] stands for until[k] runes of the whole text
	runs  []run
	ends  []int32 // of the engine's words, in bytes of text
	whole []rune  // see Cut
}

// run is a run of figures and marks: its bytes in the shortened text, its runes in the
// whole one, and whether the engine sees its first and its last figure.
type run struct {
	at, after  int32
	begin, end int32
	head, tail bool
}

var shortenings = sync.Pool{New: func() any { return new(shortening) }}

// read encodes text for an engine. It shortens text if shortens is set.
func (s *shortening) read(text []rune, shortens bool) {
	s.text, s.runs, s.ends = s.text[:0], s.runs[:0], s.ends[:0]
	n := utf8.UTFMax*len(text) + 1
	s.until = slices.Grow(s.until[:0], n)[:n]
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case '一' <= c && c <= '龥': // as are most
			s.text = append(s.text, 0xE0|byte(c>>12), 0x80|byte(c>>6)&0x3F, 0x80|byte(c)&0x3F)
			i++
			s.until[len(s.text)] = int32(i)
		case shortens && inRun(c):
			i = s.readRun(text, i)
		default:
			s.put(c)
			i++
			s.until[len(s.text)] = int32(i)
		}
	}
}

// put writes the rune c. gojieba would stop at NUL, so a line feed takes its place, which
// is as long and is cut in the same way.
func (s *shortening) put(c rune) {
	if c == 0 {
		c = '\n'
	}
	s.text = utf8.AppendRune(s.text, c)
}

// inRun reports whether c is a figure or a mark at which text is always split.
func inRun(c rune) bool { return figure(c) || separator(c) }

// readRun writes the run at text[i], shortened if it is worth it, and returns its end.
func (s *shortening) readRun(text []rune, i int) (end int) {
	marks := false
	for end = i; end < len(text) && inRun(text[end]); end++ {
		marks = marks || separator(text[end])
	}
	begin := i
	if i > 0 && letter(text[i-1]) {
		for begin < end && digit(text[begin]) {
			begin++ // digits belong to the letters before them
		}
	}
	if !marks && end-begin < worthIt {
		begin = end
	}
	for ; i < begin; i++ {
		s.put(text[i])
		s.until[len(s.text)] = int32(i + 1)
	}
	if begin < end {
		s.add(text, begin, end)
	}
	return end
}

// add notes the run text[begin:end] and writes its shortened form.
func (s *shortening) add(text []rune, begin, end int) {
	r := run{at: int32(len(s.text)), begin: int32(begin), end: int32(end)}
	if r.head = figure(text[begin]); r.head {
		s.put(text[begin])
	}
	s.put(gap)
	if r.tail = begin < end-1 && figure(text[end-1]); r.tail {
		s.put(text[end-1])
	}
	r.after = int32(len(s.text))
	s.runs = append(s.runs, r)
}

// restore appends to dst the ends of the words of the whole text. s.ends has those of the
// shortened text.
func (s *shortening) restore(dst []int32, text []rune) []int32 {
	ends := s.ends
	for _, r := range s.runs {
		last := int32(0) // no word comes before a run that begins the text
		for len(ends) > 0 && ends[0] <= r.at {
			last = ends[0]
			dst = append(dst, s.until[last])
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
		dst = cutRun(dst, text[:end], int(begin))
	}
	for _, e := range ends {
		dst = append(dst, s.until[e])
	}
	return dst
}

// cutRun cuts what words outside of a run have left of the run, text[i:].
func cutRun(dst []int32, text []rune, i int) []int32 {
	for i < len(text) {
		i = asciiEnd(text, i)
		dst = append(dst, int32(i))
	}
	return dst
}

// release erases the text of s and lets it be reused.
func (s *shortening) release() {
	clear(s.text)
	clear(s.whole)
	s.whole = s.whole[:0]
	if cap(s.text) <= maxKept {
		shortenings.Put(s)
	}
}
