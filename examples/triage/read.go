package main

import (
	"errors"
	"fmt"
	"iter"
	"os"

	"github.com/dunsms/dunsms/examples/internal/inbox"
)

// stdinName stands for standard input among the files.
const stdinName = "-"

// line is one message of the input. Its Number counts through all files.
type line = inbox.Entry

// input is the files to read, one after the other.
type input struct {
	files   []string
	stdin   *os.File
	options inbox.Options
	places  *places // if not nil, it is told where the files begin
}

// size returns the sum of all sizes, or -1 if one of the files is not regular. An error means that
// a file is missing or is a directory.
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

// lines yields the lines of all files, numbered through, and last the error that ended them, if
// any. It keeps one line at a time, so memory does not grow with the input.
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

// file yields the lines of one file, numbered from before on, and reports whether to go on.
func (in input) file(name string, before *int, yield func(line, error) bool) bool {
	f := in.stdin
	if name != stdinName {
		var err error
		if f, err = os.Open(name); err != nil {
			return yield(line{}, err)
		}
		defer f.Close()
	}
	in.places.begin(*before)
	lines, err := inbox.Open(name, f, in.options)
	if err != nil {
		return yield(line{}, named(name, err))
	}
	for l, err := range lines.Entries() {
		if err != nil {
			yield(line{}, named(name, err))
			return false
		}
		l.Number += *before
		if !yield(l, nil) {
			return false
		}
	}
	*before += lines.Lines()
	return true
}

// named adds the name of the file to an error that has none.
func named(name string, err error) error {
	switch {
	case errors.As(err, new(*os.PathError)):
		return err
	case name == stdinName:
		name = "standard input"
	}
	return fmt.Errorf("%s: %w", name, err)
}
