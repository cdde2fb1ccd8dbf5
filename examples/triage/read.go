package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
)

// maxLine is the longest line that is read, in bytes without what ends it.
const maxLine = 1 << 20

// stdinName stands for standard input among the files.
const stdinName = "-"

const byteOrderMark = "\ufeff"

// line is one line of the input.
type line struct {
	number  int
	data    []byte // without what ends the line; nil where it is too long
	tooLong bool
	size    int64 // bytes of input, with what ends the line
}

// input is the files to read, one after the other.
type input struct {
	files []string
	stdin *os.File
}

// size returns the sum of all sizes, or -1 where one of them is no regular
// file. An error means that a file is not there or a directory.
func (in input) size() (int64, error) {
	var sum int64
	for _, name := range in.files {
		stat := func() (os.FileInfo, error) { return os.Stat(name) }
		if name == stdinName {
			stat = in.stdin.Stat
		}
		info, err := stat()
		if err != nil {
			return 0, err
		}
		switch {
		case info.IsDir():
			return 0, fmt.Errorf("%s is a directory", name)
		case !info.Mode().IsRegular() || sum < 0:
			sum = -1
		default:
			sum += info.Size()
		}
	}
	return sum, nil
}

// lines yields the lines of all files, numbered through. An error is the last
// that it yields. It keeps one line at a time, so memory does not grow with
// the input.
func (in input) lines() iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		number := 0
		for _, name := range in.files {
			if !in.file(name, &number, yield) {
				return
			}
		}
	}
}

// file yields the lines of one file and says whether to go on.
func (in input) file(name string, number *int, yield func(line, error) bool) bool {
	f := in.stdin
	if name != stdinName {
		var err error
		if f, err = os.Open(name); err != nil {
			return yield(line{}, err)
		}
		defer f.Close()
	}
	for l, err := range scan(f) {
		*number++
		l.number = *number
		if !yield(l, err) || err != nil {
			return false
		}
	}
	return true
}

// scan yields the lines of r without their numbers, and the error that ends
// it, if any. A byte order mark at the start is dropped, and so is the CR of a
// CR LF; the last line need not be ended.
func scan(r io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		br := bufio.NewReaderSize(r, 64<<10)
		var mark int64
		if start, _ := br.Peek(len(byteOrderMark)); string(start) == byteOrderMark {
			n, _ := br.Discard(len(start))
			mark = int64(n)
		}
		for {
			l, err := next(br)
			l.size, mark = l.size+mark, 0
			if err != nil && !errors.Is(err, io.EOF) {
				yield(line{}, err)
				return
			}
			if l.size > 0 && !yield(l, nil) || err != nil {
				return
			}
		}
	}
}

// next reads to the end of a line. What goes beyond maxLine is read and
// dropped. With io.EOF comes what was left, if anything.
func next(br *bufio.Reader) (line, error) {
	var l line
	for {
		part, err := br.ReadSlice('\n')
		l.size += int64(len(part))
		if !l.tooLong {
			l.data = append(l.data, part...)
		}
		if len(l.data) > maxLine+len("\r\n") {
			l.data, l.tooLong = nil, true
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		l.data = bytes.TrimSuffix(l.data, []byte("\n"))
		l.data = bytes.TrimSuffix(l.data, []byte("\r"))
		if len(l.data) > maxLine {
			l.data, l.tooLong = nil, true
		}
		return l, err
	}
}
