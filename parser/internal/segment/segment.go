package segment

import (
	"unicode/utf8"
	"unsafe"
)

// maxJieba is the length in bytes of the longest text that gojieba is given, about ten
// times the longest real message: gojieba takes 400 bytes of memory and 250 ns per
// character. The plain engine cuts longer texts, into the same words.
const maxJieba = 4 << 10

// Segmenter cuts text into words. Make one with [Dictionary.Segmenter]; it is
// safe for concurrent use.
type Segmenter struct {
	dictionary *tables // without the caller's words
	plain      *plain
	jieba      *jieba // nil if cgo is off or its files could not be made
	shortens   bool   // texts are shortened, since no word of the caller prevents it
}

// Engine returns the name of the engine that cuts: "gojieba" or "plain".
func (s *Segmenter) Engine() string {
	if s.jieba != nil {
		return "gojieba"
	}
	return "plain"
}

// CutRunes appends to dst the end of each word of text, in runes, and returns the
// extended slice. The words cover all of text. UTF-8 must be able to encode its runes.
func (s *Segmenter) CutRunes(dst []int32, text []rune) []int32 {
	if len(text) == 0 {
		return dst
	}
	short := shortenings.Get().(*shortening)
	defer short.release()
	return s.cutShort(dst, text, short)
}

// cutShort is CutRunes with memory for the text as an engine sees it.
func (s *Segmenter) cutShort(dst []int32, text []rune, short *shortening) []int32 {
	short.read(text, s.shortens)
	// The engines keep nothing of their text, so it need not be copied.
	seen := unsafe.String(&short.text[0], len(short.text))
	if s.jieba == nil || len(seen) > maxJieba {
		short.ends = s.plain.cut(short.ends, seen)
	} else {
		short.ends = s.jieba.cut(short.ends, seen)
	}
	return short.restore(dst, text)
}

// Cut is CutRunes for a string: ends are in bytes. Text that is not valid UTF-8 is cut
// into runes and stray bytes.
func (s *Segmenter) Cut(dst []int32, text string) []int32 {
	switch {
	case text == "":
		return dst
	case !utf8.ValidString(text):
		return cutRunes(dst, text)
	}
	short := shortenings.Get().(*shortening)
	defer short.release()
	for _, r := range text {
		short.whole = append(short.whole, r)
	}
	n := len(dst)
	dst = s.cutShort(dst, short.whole, short)
	at, end := 0, int32(0)
	for _, r := range text {
		at, end = at+1, end+int32(utf8.RuneLen(r))
		if int(dst[n]) == at {
			dst[n] = end
			n++
		}
	}
	return dst
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
