package jsonl

import (
	"bufio"
	"errors"
	"io"
	"iter"
)

// ErrCut means that a list of messages has no end.
var ErrCut = errors.New("the list of messages has no end: the file is cut short")

// Values yields the objects of a JSON array, or objects one after another, each with the line on
// which it begins, and last the error that ends r, if any. It keeps one object at a time and does
// not check that it is valid. What is no object ends with its line; a string that does not end on
// its line ends its object, and reading goes on at the next {.
func Values(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		v := values{r: bufio.NewReaderSize(r, 64<<10), line: 1}
		for {
			l, err := v.next()
			if len(l.Data) > 0 || l.TooLong {
				if !yield(l, nil) {
					return
				}
			}
			if errors.Is(err, io.EOF) && v.lists > 0 {
				err = ErrCut
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Line{}, err)
				return
			}
		}
	}
}

// values reads bytes and counts lines and open lists.
type values struct {
	r      *bufio.Reader
	line   int
	lists  int
	broken bool // the value before did not end properly
}

// next returns the next value; it is empty at the end.
func (v *values) next() (Line, error) {
	for {
		c, err := v.r.ReadByte()
		if err != nil {
			return Line{}, err
		}
		switch c {
		case '\n':
			v.line++
		case ' ', '\t', '\r', ',':
		case '[':
			if !v.broken {
				v.lists++
			}
		case ']':
			v.lists = max(v.lists-1, 0)
		case '{':
			v.broken = false
			return v.value(c)
		default:
			if !v.broken {
				return v.value(c)
			}
		}
	}
}

// value returns the value that begins with c.
func (v *values) value(c byte) (Line, error) {
	l := Line{Number: v.line, Data: []byte{c}, Size: 1}
	depth, quoted, escaped := 0, c == '"', false
	if c == '{' {
		depth = 1
	}
	for {
		c, err := v.r.ReadByte()
		if err != nil {
			return l, err
		}
		end := c == '\n' && (quoted || depth == 0)
		switch {
		case end:
			v.broken = depth > 0
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case depth == 0 && (c == ',' || c == ']'):
			return l, v.r.UnreadByte()
		case c == '{':
			depth++
		case c == '}':
			depth--
			end = depth == 0
		}
		if c == '\n' {
			v.line++
		}
		l.add(c)
		if end {
			return l, nil
		}
	}
}

// add adds a byte, unless the value is too long.
func (l *Line) add(c byte) {
	l.Size++
	if l.TooLong {
		return
	}
	if l.Data = append(l.Data, c); len(l.Data) > MaxLine {
		l.Data, l.TooLong = nil, true
	}
}
