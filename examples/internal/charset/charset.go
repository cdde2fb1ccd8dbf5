// Package charset reads text files in the encodings in which Chinese programs export them: UTF-8,
// UTF-16 and GB18030, which includes GBK.
package charset

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding is a character encoding of a file.
type Encoding string

// The encodings that are recognised. ASCII could be any of them except UTF-16; Binary is not text
// and is passed on unchanged.
const (
	ASCII   Encoding = "ASCII"
	Binary  Encoding = "binary"
	UTF8    Encoding = "UTF-8"
	UTF16LE Encoding = "UTF-16LE"
	UTF16BE Encoding = "UTF-16BE"
	GB18030 Encoding = "GB18030"
)

// sampleSize is the most bytes of a line that are looked at to tell an encoding.
const sampleSize = 64 << 10

// Reader reads a file as UTF-8, without its byte order mark. What is not a character of the file's
// encoding is given as bytes that are not UTF-8, so that whoever reads line by line can refuse
// that line alone; in UTF-16, half a surrogate pair is given as U+FFFD.
//
// UTF-16 is recognised at the start, by its mark or by how likely the characters are. Otherwise
// ASCII is passed on, and the first line with other bytes decides the encoding of the rest of the
// file. Reader never waits for input beyond the end of a line, so that typed lines are answered
// one by one.
type Reader struct {
	raw     *bufio.Reader
	text    io.Reader // decodes the rest; nil until the encoding is decided
	begun   bool
	decided Encoding
}

// NewReader returns a Reader of r. It reads nothing yet.
func NewReader(r io.Reader) *Reader {
	return &Reader{raw: bufio.NewReaderSize(r, sampleSize), decided: ASCII}
}

// Encoding returns the encoding recognised so far.
func (r *Reader) Encoding() Encoding { return r.decided }

// Read reads UTF-8.
func (r *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if !r.begun {
		r.begin()
	}
	if r.text == nil {
		if n, err := r.ascii(p); n > 0 || err != nil {
			return n, err
		}
		r.decide(encodingOf(r.sample()))
	}
	return r.text.Read(p)
}

// begin drops the byte order mark and recognises UTF-16.
func (r *Reader) begin() {
	r.begun = true
	sample := r.start()
	for _, mark := range []struct {
		bytes string
		of    Encoding
	}{{"\xef\xbb\xbf", UTF8}, {"\xff\xfe", UTF16LE}, {"\xfe\xff", UTF16BE}, {"\x84\x31\x95\x33", GB18030}} {
		if bytes.HasPrefix(sample, []byte(mark.bytes)) {
			_, _ = r.raw.Discard(len(mark.bytes)) // these bytes are in the buffer
			r.decide(mark.of)
			return
		}
	}
	if e := utf16Of(sample); e != "" {
		r.decide(e)
	} else if binary(sample) {
		r.decide(Binary)
	}
}

// decide sets the decoder for the rest.
func (r *Reader) decide(e Encoding) {
	r.decided = e
	switch e {
	case UTF16LE:
		r.text = transform.NewReader(r.raw, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case UTF16BE:
		r.text = transform.NewReader(r.raw, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	case GB18030:
		r.text = transform.NewReader(r.raw, transform.Chain(simplifiedchinese.GB18030.NewDecoder(), refuse{}))
	default:
		r.text = r.raw
	}
}

// ascii reads up to the first byte that is not ASCII: nothing, if that comes next.
func (r *Reader) ascii(p []byte) (int, error) {
	if _, err := r.raw.Peek(1); err != nil {
		return 0, err
	}
	next, _ := r.raw.Peek(min(r.raw.Buffered(), len(p)))
	n := 0
	for n < len(next) && next[n] < utf8.RuneSelf {
		n++
	}
	return r.raw.Read(p[:n])
}

// start returns the beginning of a file, as sample does, except that a byte 0A ends a line only if
// it is surely not half a character of UTF-16, such as 上, U+4E0A.
func (r *Reader) start() []byte {
	for i := 0; ; i++ {
		next, err := r.raw.Peek(i + 1)
		if err != nil {
			return next
		}
		switch {
		case next[i] != '\n':
		case i%2 == 1 && next[i-1] == 0, narrow(next):
			return next
		case i%2 == 0:
			if next, err := r.raw.Peek(i + 2); err != nil || next[i+1] == 0 {
				return next
			}
		}
	}
}

// sample returns the input up to the end of the line, or up to sampleSize. It does not use more
// even if more is buffered: what is recognised must not depend on how a file comes through a pipe.
func (r *Reader) sample() []byte {
	for {
		next, _ := r.raw.Peek(r.raw.Buffered())
		if i := bytes.IndexByte(next, '\n'); i >= 0 {
			return next[:i+1]
		}
		if len(next) == sampleSize {
			return next
		}
		if next, err := r.raw.Peek(len(next) + 1); err != nil {
			return next
		}
	}
}

// refuse replaces U+FFFD, which stands for what could not be decoded, by a byte that is not UTF-8.
type refuse struct{ transform.NopResetter }

const replacement = "\ufffd"

// Transform implements transform.Transformer.
func (refuse) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		rest := src[read:]
		n := bytes.IndexByte(rest, replacement[0])
		switch {
		case n < 0:
			n = len(rest)
		case n > 0:
		case bytes.HasPrefix(rest, []byte(replacement)):
			if written == len(dst) {
				return written, read, transform.ErrShortDst
			}
			dst[written] = 0xff
			written, read = written+1, read+len(replacement)
			continue
		case len(rest) < len(replacement) && !atEOF:
			return written, read, transform.ErrShortSrc
		default:
			n = 1
		}
		copied := copy(dst[written:], rest[:n])
		written, read = written+copied, read+copied
		if copied < n {
			return written, read, transform.ErrShortDst
		}
	}
	return written, read, nil
}
