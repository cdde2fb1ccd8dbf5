package segment

import (
	"strings"
	"unicode/utf8"
	"unsafe"
)

// maxJieba is the longest text in bytes that gojieba is given, some ten times
// the longest real message: it takes 400 bytes of memory and 250 ns for each
// character. Longer ones are cut by the plain engine, which gives the same
// words.
const maxJieba = 4 << 10

// Segmenter cuts text into words. Make one with [Dictionary.Segmenter]; it is
// safe for concurrent use.
type Segmenter struct {
	dictionary *tables // without the caller's words
	plain      *plain
	jieba      *jieba // nil where cgo is off or its files could not be made
	shortens   bool   // no word of the caller's hinders it
}

// Engine returns the name of the engine that cuts: "gojieba" or "plain".
func (s *Segmenter) Engine() string {
	if s.jieba != nil {
		return "gojieba"
	}
	return "plain"
}

// Cut appends to dst the byte offset of the end of each word of text and
// returns the longer slice: the words tile text from 0 to len(text). Text that
// is not valid UTF-8 gives one word for each rune or stray byte.
func (s *Segmenter) Cut(dst []int32, text string) []int32 {
	switch {
	case text == "":
		return dst
	case !utf8.ValidString(text):
		return cutRunes(dst, text)
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

// cut cuts valid UTF-8 with the engine there is.
func (s *Segmenter) cut(dst []int32, text string) []int32 {
	if s.jieba == nil || len(text) > maxJieba {
		return s.plain.cut(dst, text)
	}
	if strings.IndexByte(text, 0) >= 0 {
		// gojieba stops at NUL. A line feed is as long and is cut off alike.
		text = strings.ReplaceAll(text, "\x00", "\n")
	}
	return s.jieba.cut(dst, text)
}

func cutRunes(dst []int32, text string) []int32 {
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
		dst = append(dst, int32(i))
	}
	return dst
}
