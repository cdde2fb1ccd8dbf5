package smsbackup

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// maxRun is the most bytes that are kept between two marks of markup: more than any text of a
// message that is read, less than the pictures and films of an MMS, each of which is one
// attribute.
const maxRun = 1 << 20

// mender makes valid XML of what the app writes. Android's serializer writes a character beyond
// U+FFFF, such as an emoji, as two references to halves of a surrogate pair, &#55357;&#56832;,
// which are no characters in XML. A pair becomes its character. A lone half becomes U+FFFD, as
// does any other character that XML does not allow, raw or by reference. What goes beyond maxRun
// is dropped.
type mender struct {
	run int // bytes since the last mark of markup
}

const replacement = "\ufffd"

// maxReference is the length of the longest reference that is looked at.
const maxReference = len("&#x10FFFF;") + 2

// Reset implements transform.Transformer.
func (m *mender) Reset() { m.run = 0 }

// Transform implements transform.Transformer.
func (m *mender) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		piece, n := mend(src[read:], atEOF)
		if n == 0 {
			return written, read, transform.ErrShortSrc
		}
		if markup(src[read]) {
			m.run = 0
		}
		if m.run+n > maxRun {
			piece = nil
		}
		if written+len(piece) > len(dst) {
			return written, read, transform.ErrShortDst
		}
		written += copy(dst[written:], piece)
		m.run += n
		read += n
	}
	return written, read, nil
}

// maxPiece is the most bytes that are written at a time, so that they fit any buffer.
const maxPiece = 1 << 10

// mend returns what to write for the first n bytes of src; n is 0 if more input is needed.
func mend(src []byte, atEOF bool) (piece []byte, n int) {
	src = src[:min(len(src), maxPiece)]
	switch {
	case src[0] == '&':
		return mendReference(src, atEOF)
	case control(src[0]):
		return []byte(replacement), 1
	case markup(src[0]):
		return src[:1], 1
	}
	for n = 1; n < len(src) && src[n] != '&' && !control(src[n]) && !markup(src[n]); {
		n++
	}
	return src[:n], n
}

// markup reports whether a byte is a mark of markup, after which other text begins.
func markup(b byte) bool { return b == '"' || b == '<' || b == '>' || b == '\'' }

// control reports whether a byte is a control character that XML does not
// allow.
func control(b byte) bool { return b < ' ' && b != '\t' && b != '\n' && b != '\r' }

// mendReference is mend for src that begins with &.
func mendReference(src []byte, atEOF bool) (piece []byte, n int) {
	if len(src) < 2*maxReference && !atEOF {
		return nil, 0
	}
	c, n := reference(src)
	switch {
	case n == 0:
		return src[:1], 1
	case utf16.IsSurrogate(c):
		low, more := reference(src[n:])
		if c = utf16.DecodeRune(c, low); c == utf8.RuneError {
			return []byte(replacement), n
		}
		return utf8.AppendRune(nil, c), n + more
	case !allowed(c):
		return []byte(replacement), n
	}
	return src[:n], n
}

// reference reads a numeric character reference and returns its length, 0 if there is none.
func reference(src []byte) (c rune, n int) {
	src = src[:min(len(src), maxReference)]
	digits, ok := bytes.CutPrefix(src, []byte("&#"))
	end := bytes.IndexByte(digits, ';')
	if !ok || end < 0 {
		return 0, 0
	}
	digits = digits[:end]
	base := 10
	if hex, ok := bytes.CutPrefix(digits, []byte("x")); ok {
		digits, base = hex, 16
	}
	value, err := strconv.ParseUint(string(digits), base, 31)
	if err != nil {
		return 0, 0
	}
	return rune(value), len("&#;") + end
}

// allowed reports whether XML allows the character.
func allowed(c rune) bool {
	return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0xd800 ||
		c >= 0xe000 && c <= 0xfffd || c >= 0x10000 && c <= utf8.MaxRune
}
