package segment

import (
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
	"unsafe"
)

// maxJieba is the longest text in bytes that gojieba is given, some ten times
// the longest real message: it takes 400 bytes of memory and 250 ns for each
// character. Longer ones are cut by the plain engine, which gives the same
// words.
const maxJieba = 4 << 10

// Segmenter cuts text into words. Make one with [Default] or [New]; it is safe
// for concurrent use.
type Segmenter struct {
	plain    *plain
	jieba    *jieba // nil where cgo is off or its files could not be made
	shortens bool   // no word of the caller's hinders it
}

// Default returns the Segmenter of the embedded dictionary and lexicon. It is
// built at the first call.
var Default = sync.OnceValue(func() *Segmenter { return build(nil) })

// New returns a Segmenter that knows the caller's words beside the embedded
// ones. The reader gives one word a line, in the form of jieba's user
// dictionary: `word`, `word freq`, `word tag` or `word freq tag`, where freq
// counts occurrences in jieba's corpus of 60 million words (0 or none: chosen
// so that the word is cut whole) and a tag, ASCII letters, is not used. Empty
// lines are skipped. A line that cannot be used is a [*WordError]; an error of
// the reader is passed on. A nil reader gives [Default].
func New(words io.Reader) (*Segmenter, error) {
	if words == nil {
		return Default(), nil
	}
	entries, err := readWords(words)
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return Default(), nil
	}
	return build(entries), nil
}

func build(entries []entry) *Segmenter {
	figures := slices.ContainsFunc(entries, func(e entry) bool { return hindersGaps(e.word) })
	return &Segmenter{plain: newPlain(entries), jieba: newJieba(entries), shortens: !figures}
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
