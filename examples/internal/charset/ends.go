package charset

import (
	"bufio"
	"bytes"
	"io"

	"golang.org/x/text/transform"
)

// Lines returns UTF-8 text with LF at the end of lines even if the file ends them with CR alone,
// as Excel on a Mac does. Such a file has at least two CRs before its first LF, if it has one; a
// single CR may be within a line.
func Lines(r io.Reader) io.Reader { return &endsReader{raw: bufio.NewReaderSize(r, sampleSize)} }

// endsReader looks at the first line at the first Read.
type endsReader struct {
	raw  *bufio.Reader
	text io.Reader // nil until the line end is decided
}

// Read implements io.Reader.
func (r *endsReader) Read(p []byte) (int, error) {
	if r.text == nil {
		r.text = r.raw
		if endsWithCR(firstLine(r.raw)) {
			r.text = transform.NewReader(r.raw, crToLF{})
		}
	}
	return r.text.Read(p)
}

// endsWithCR reports whether lines end with CR, judged by the text up to the first LF.
func endsWithCR(first []byte) bool {
	line, lf := bytes.CutSuffix(first, []byte("\n"))
	if lf {
		return bytes.Count(bytes.TrimSuffix(line, []byte("\r")), []byte("\r")) > 1
	}
	return bytes.Contains(line, []byte("\r"))
}

// firstLine returns the input up to the end of the line, or as much as fits the buffer, and waits
// for no more.
func firstLine(r *bufio.Reader) []byte {
	for {
		next, _ := r.Peek(r.Buffered())
		if i := bytes.IndexByte(next, '\n'); i >= 0 {
			return next[:i+1]
		}
		if len(next) == r.Size() {
			return next
		}
		if next, err := r.Peek(len(next) + 1); err != nil {
			return next
		}
	}
}

// crToLF replaces a CR that no LF follows by LF.
type crToLF struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (crToLF) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		c := src[read]
		if c == '\r' {
			if read+1 == len(src) && !atEOF {
				return written, read, transform.ErrShortSrc
			}
			if read+1 == len(src) || src[read+1] != '\n' {
				c = '\n'
			}
		}
		if written == len(dst) {
			return written, read, transform.ErrShortDst
		}
		dst[written] = c
		written, read = written+1, read+1
	}
	return written, read, nil
}
