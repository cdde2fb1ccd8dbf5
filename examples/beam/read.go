package main

import (
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dunsms/dunsms/examples/internal/inbox"
)

func init() { register.DoFn3x1[context.Context, fileio.ReadableFile, func(line), error](&readFn{}) }

// line is one non-empty line of a file.
type line struct {
	File    string
	Number  int    // from 1, in the file
	Data    []byte // without the line end; empty if it is too long
	TooLong bool
}

// readFn reads the lines of a JSON file, or the objects of its array, as package inbox does. A
// file is not split: gzip cannot be read from the middle, and lines are numbered from the start.
type readFn struct{ files beam.Counter }

// Setup makes the counter of the files.
func (fn *readFn) Setup() { fn.files = beam.NewCounter(namespace, filesMetric) }

// ProcessElement reads one file. The error has the file's name and quotes nothing of its content.
func (fn *readFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, emit func(line)) error {
	name := file.Metadata.Path
	f, err := file.Open(ctx)
	if err != nil {
		return fmt.Errorf("open %s: %w", name, err)
	}
	defer f.Close()
	in, err := inbox.Open(name, f, inbox.Options{JSON: true})
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	read := 0
	for l, err := range in.Entries() {
		if err != nil {
			return fmt.Errorf("read %s after line %d: %w", name, read, err)
		}
		read = l.Number
		if !l.Empty() {
			emit(line{File: name, Number: l.Number, Data: l.Data, TooLong: l.TooLong})
		}
	}
	fn.files.Inc(ctx, 1)
	return nil
}
