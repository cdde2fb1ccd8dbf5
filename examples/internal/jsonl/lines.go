package jsonl

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
)

// MaxLine is the longest line that is read, in bytes without the line end.
const MaxLine = 1 << 20

// Line is one line of a file.
type Line struct {
	Number  int    // from 1
	Data    []byte // without the line end; nil if it is too long
	TooLong bool   // longer than MaxLine
	Size    int64  // in bytes, with the line end
}

// Empty reports whether there is nothing to answer.
func (l Line) Empty() bool { return len(bytes.TrimSpace(l.Data)) == 0 && !l.TooLong }

// Lines yields the lines of r and last the error that ends it, if any. The CR of a CR LF is
// dropped; the last line needs no line end. It keeps one line at a time.
func Lines(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		br := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			l, err := next(br)
			l.Number = number
			if err != nil && !errors.Is(err, io.EOF) {
				yield(Line{}, err)
				return
			}
			if l.Size > 0 && !yield(l, nil) || err != nil {
				return
			}
		}
	}
}

// next reads to the end of a line. A line longer than MaxLine is read and dropped. With io.EOF it
// returns what was left, if anything.
func next(br *bufio.Reader) (Line, error) {
	var l Line
	for {
		part, err := br.ReadSlice('\n')
		l.Size += int64(len(part))
		if !l.TooLong {
			l.Data = append(l.Data, part...)
		}
		if len(l.Data) > MaxLine+len("\r\n") {
			l.Data, l.TooLong = nil, true
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		l.Data = bytes.TrimSuffix(l.Data, []byte("\n"))
		l.Data = bytes.TrimSuffix(l.Data, []byte("\r"))
		if len(l.Data) > MaxLine {
			l.Data, l.TooLong = nil, true
		}
		return l, err
	}
}
