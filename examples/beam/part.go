package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() { register.DoFn2x2[int, []byte, string, string](&namePartFn{}) }

// part is a temporary file that holds the lines of one bundle. Where a set of files has
// no number of shards, a bundle writes a part of its own: its lines do not go through
// the runner, only the part's name does.
type part struct {
	fs   filesystem.Interface
	file io.WriteCloser
	temp string
}

// partName is how a part is called before it has its name.
func (o output) partName() string { return fmt.Sprintf("%s/%s-part.jsonl", o.Dir, o.Name) }

// openPart opens a part of a set of files.
func openPart(ctx context.Context, o output) (*part, error) {
	fs, err := filesystem.New(ctx, o.Dir)
	if err != nil {
		return nil, err
	}
	temp := o.temporary(o.partName())
	f, err := fs.OpenWrite(ctx, temp)
	if err != nil {
		fs.Close()
		return nil, fmt.Errorf("write %s: %w", o.partName(), err)
	}
	return &part{fs, f, temp}, nil
}

// close ends the part.
func (p *part) close() error { return cmp.Or(p.file.Close(), p.fs.Close()) }

// nameParts says of which set of files the parts are.
func nameParts(s beam.Scope, o output, parts beam.PCollection) beam.PCollection {
	return beam.ParDo(s, &namePartFn{o.Name}, parts)
}

// namePartFn returns the name of the set, since a part has none of its own before it is
// known how many there are, and the temporary one.
type namePartFn struct{ Set string }

// ProcessElement names one part.
func (fn *namePartFn) ProcessElement(_ int, temp []byte) (string, string) {
	return fn.Set, string(temp)
}

// nameParts gives the parts of a set, among files, the names of its shards: they are as
// many as there are parts, and one without a line where there are none. The order is
// that of their temporary names, and so the same where it is done again. What an attempt
// with other parts has published before it was given up is removed.
func (o output) nameParts(ctx context.Context, fs filesystem.Interface, files []writtenFile) ([]writtenFile, error) {
	var parts []string
	for _, f := range files {
		if f.Name == o.Name {
			parts = append(parts, f.Temporary)
		}
	}
	files = slices.DeleteFunc(files, func(f writtenFile) bool { return f.Name == o.Name })
	before, err := fs.List(ctx, o.pattern())
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", o.Dir, err)
	}
	o.Shards = max(len(parts), 1)
	if len(parts) == 0 {
		empty, err := pack(nil)
		if err != nil {
			return nil, err
		}
		temp, err := o.write(ctx, o.file(0), slices.Values([][]byte{empty}))
		if err != nil {
			return nil, err
		}
		parts = []string{temp}
	}
	slices.Sort(parts)
	names := map[string]bool{}
	for i, temp := range parts {
		names[o.file(i)] = true
		files = append(files, writtenFile{o.file(i), temp})
	}
	for _, name := range before {
		if !names[name] {
			if err := remove(ctx, fs, name); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}
