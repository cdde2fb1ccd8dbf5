package segment

import (
	"strings"
	"unicode/utf8"
	"unsafe"
)

// maxJieba is the length in bytes of the longest text that gojieba is given, about ten
// times the longest real message: it takes 400 bytes of memory and 250 ns per
// character. The plain engine cuts longer ones into the same words.
const maxJieba = 4 << 10

// Segmenter cuts text into words. Make one with [Dictionary.Segmenter]; it is
// safe for concurrent use.
type Segmenter struct {
	dictionary *tables // without the caller's words
	plain      *plain
	jieba      *jieba // nil where cgo is off or its files could not be made
	shortens   bool   // texts are shortened: no word of the caller prevents it
}

// Engine returns the name of the engine that cuts: "gojieba" or "plain".
func (s *Segmenter) Engine() string {
	if s.jieba != nil {
		return "gojieba"
	}
	return "plain"
}

// Cut appends to dst the byte offset of the end of each word of text and returns the
// extended slice. The words cover text from 0 to len(text). Text that is not valid
// UTF-8 is cut into runes and stray bytes.
func (s *Segmenter) Cut(dst []int32, text string) []int32 {
	if !utf8.ValidString(text) {
		return cutRunes(dst, text)
	}
	return s.CutValid(dst, text)
}

// CutValid is Cut for text that is known to be UTF-8.
func (s *Segmenter) CutValid(dst []int32, text string) []int32 {
	switch {
	case text == "":
		return dst
	case !s.shortens:
		return s.cut(dst, text)
	}
	short := shortenings.Get().(*shortening)
	defer short.release()
	short.read(text)
	if len(short.runs) == 0 {
		return s.cut(dst, text)
	}
	// The engines keep nothing of their text, so it need not be copied.
	short.ends = s.cut(short.ends, unsafe.String(&short.text[0], len(short.text)))
	return short.restore(dst, text)
}

// cut cuts valid UTF-8 with the engine that s has.
func (s *Segmenter) cut(dst []int32, text string) []int32 {
	if s.jieba == nil || len(text) > maxJieba {
		return s.plain.cut(dst, text)
	}
	if strings.IndexByte(text, 0) >= 0 {
		// gojieba stops at NUL. A line feed is as long and is cut the same way.
		text = strings.ReplaceAll(text, "\x00", "\n")
	}
	return s.jieba.cut(dst, text)
}

// cutRunes cuts text into runes and stray bytes.
func cutRunes(dst []int32, text string) []int32 {
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
		dst = append(dst, int32(i))
	}
	return dst
}
