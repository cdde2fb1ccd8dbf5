package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/charset"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/sheet"
)

// stdinName stands for standard input among the files.
const stdinName = "-"

// line is one message of the input, or what cannot be read as one. It is numbered
// through all files, and its size is about how many bytes of input it takes.
type line struct {
	jsonl.Line      // of JSON and text, with what is in it
	form       form // "": JSON

	message dunsms.Message // of the other forms, which are read already
	bad     *jsonl.Error   // why it could not be
	leftOut string         // why it is no message that was received, "" where it is one
}

// empty reports whether there is nothing to answer.
func (l line) empty() bool {
	lined := l.form != formCSV && l.form != formXML
	return lined && l.Empty()
}

// input is the files to read, one after the other.
type input struct {
	files   []string
	stdin   *os.File
	form    form
	columns sheet.Columns
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
		before := 0
		for _, name := range in.files {
			if !in.file(name, &before, yield) {
				return
			}
		}
	}
}

// file yields the lines of one file, which come after so many others, and says
// whether to go on.
func (in input) file(name string, before *int, yield func(line, error) bool) bool {
	f := in.stdin
	if name != stdinName {
		var err error
		if f, err = os.Open(name); err != nil {
			return yield(line{}, err)
		}
		defer f.Close()
	}
	raw := &counter{r: f}
	text := &counter{r: charset.NewReader(raw)}
	var answered int64 // of raw
	for l, err := range in.messages(name, text) {
		l.Number += *before
		if l.Size > 0 {
			l.Size = l.Size * raw.bytes / text.bytes // as the encoding of the file has it
		} else {
			l.Size, answered = raw.bytes-answered, raw.bytes // by what is read ahead
		}
		if !yield(l, err) || err != nil {
			return false
		}
	}
	*before += text.lines()
	return true
}

// messages yields the messages of a file that is UTF-8, in whatever form it is. What
// is named as a table and looks like no other form is one: its rows are never taken
// for messages.
func (in input) messages(name string, text io.Reader) iter.Seq2[line, error] {
	r := bufio.NewReaderSize(text, 64<<10)
	f := in.form
	if f == formAuto {
		if f = formOf(r, in.columns); f == formText && tableNamed(name) && len(firstLine(r)) > 0 {
			f = formCSV
		}
	}
	switch f {
	case formCSV:
		return table(r, in.columns)
	case formXML:
		return backup(r)
	}
	return scan(r, f)
}

// counter counts what is read.
type counter struct {
	r     io.Reader
	bytes int64
	ends  int  // of lines
	last  byte // that was read
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if n > 0 {
		c.bytes, c.ends, c.last = c.bytes+int64(n), c.ends+bytes.Count(p[:n], []byte{'\n'}), p[n-1]
	}
	return n, err
}

// lines returns how many lines there are, the last of which need not be ended.
func (c *counter) lines() int {
	if c.bytes > 0 && c.last != '\n' {
		return c.ends + 1
	}
	return c.ends
}

// scan yields the lines of r.
func scan(r io.Reader, f form) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		for l, err := range jsonl.Lines(r) {
			if !yield(line{Line: l, form: f}, err) {
				return
			}
		}
	}
}
