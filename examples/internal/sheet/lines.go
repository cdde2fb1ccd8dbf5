package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

var (
	errTooLong = errors.New("row too long")
	errEmpty   = errors.New("the table is empty: its first line must name the columns")
)

// lines gives one line at each Read. It keeps the lines of the row being read, so that it can go
// back to the second of them.
type lines struct {
	r        *bufio.Reader
	err      error  // of r, to be returned after buf
	buf      []byte // from the row's start, or before it, up to what was read of r
	start    int    // where in buf the row begins
	at       int    // where in buf the next line begins
	number   int    // lines before the row
	formulas        // state within the row being read
}

// Read reads as much as fits of one line.
func (l *lines) Read(p []byte) (int, error) {
	if l.at-l.start > MaxRow {
		return 0, errTooLong
	}
	if err := l.fill(); err != nil {
		return 0, err
	}
	n, read := l.copy(p, l.buf[l.at:l.at+l.length()])
	l.at += read
	return n, nil
}

// length returns the length of the line at l.at, as far as it is in the buffer.
func (l *lines) length() int {
	if i := bytes.IndexByte(l.buf[l.at:], '\n'); i >= 0 {
		return i + 1
	}
	return len(l.buf) - l.at
}

// fill reads a line if the buffer has none. Of a line that is far too long it keeps enough to
// tell.
func (l *lines) fill() error {
	if l.at < len(l.buf) {
		return nil
	}
	l.buf = append(l.buf[:0], l.buf[l.start:]...)
	l.start, l.at = 0, l.at-l.start
	cut := false
	for more := l.err == nil; more; {
		var part []byte
		part, l.err = l.r.ReadSlice('\n')
		if more = errors.Is(l.err, bufio.ErrBufferFull); more {
			l.err = nil
		}
		room := MaxRow + 1 - (len(l.buf) - l.at)
		cut = cut || len(part) > room
		l.buf = append(l.buf, part[:min(len(part), room)]...)
	}
	if cut {
		l.buf[len(l.buf)-1] = '\n'
	}
	if l.at < len(l.buf) {
		return nil
	}
	return l.err
}

// begin skips blank lines, to where a row begins.
func (l *lines) begin() error {
	for {
		if err := l.fill(); err != nil {
			return err
		}
		n := l.length()
		if len(bytes.Trim(l.buf[l.at:l.at+n], l.blanks()+"\r\n")) > 0 {
			return nil
		}
		l.at += n
		l.end()
	}
}

// blanks returns the characters of a blank line. Tabs may separate values.
func (l *lines) blanks() string {
	if l.separator == '\t' {
		return " "
	}
	return " \t"
}

// row returns the lines of the row.
func (l *lines) row() []byte { return l.buf[l.start:l.at] }

// end ends the row after the line that was read last.
func (l *lines) end() {
	l.number += max(bytes.Count(l.row(), []byte{'\n'}), 1)
	l.start, l.inside, l.quoted = l.at, false, false
}

// endAfterFirst ends the row after its first line.
func (l *lines) endAfterFirst() {
	l.at = l.start
	l.at += l.length()
	l.end()
}

// first returns the first line that is not blank, and ends it as a row.
func (l *lines) first() (string, error) {
	err := l.begin()
	if errors.Is(err, io.EOF) {
		return "", errEmpty
	}
	if err == nil && l.err != nil && !errors.Is(l.err, io.EOF) {
		err = l.err
	}
	if err != nil {
		return "", err
	}
	l.at += l.length()
	line := strings.TrimRight(string(l.row()), "\r\n")
	l.end()
	return line, nil
}
