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

// part is a temporary file with the lines of one bundle. If a set of files has no number of
// shards, each bundle writes its own part: only the part's name goes through the runner, not its
// lines.
type part struct {
	fs   filesystem.Interface
	file io.WriteCloser
	temp string
}

// partName returns what a part is called before it has its name.
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

// close closes the part.
func (p *part) close() error { return cmp.Or(p.file.Close(), p.fs.Close()) }

// nameParts says which set of files the parts belong to.
func nameParts(s beam.Scope, o output, parts beam.PCollection) beam.PCollection {
	return beam.ParDo(s, &namePartFn{o.Name}, parts)
}

// namePartFn returns the name of the set and the temporary name of a part. A part has no name of
// its own until the number of parts is known.
type namePartFn struct{ Set string }

// ProcessElement names one part.
func (fn *namePartFn) ProcessElement(_ int, temp []byte) (string, string) {
	return fn.Set, string(temp)
}

// nameParts gives the parts of a set, among files, the names of its shards. There are as many
// shards as parts, or one empty shard if there are none. The parts are in the order of their
// temporary names, so that a retry gives the same names. It removes what an earlier attempt with
// other parts has published.
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
