package main

import (
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function2x1(newFile)
	register.DoFn3x1[context.Context, int, func(*writtenFile) bool, error](&publishFn{})
	register.Iter1[writtenFile]()
}

// writtenFile is a file that was written under a temporary name. The Name of a part is that of its
// set of files.
type writtenFile struct{ Name, Temporary string }

func newFile(name, temp string) writtenFile { return writtenFile{name, temp} }

// publish gives the files their names when all of them are written.
func publish(s beam.Scope, o settings, files beam.PCollection) {
	all := beam.GroupByKey(s, beam.AddFixedKey(s, beam.ParDo(s, newFile, files)))
	beam.ParDo0(s, &publishFn{Dir: o.Output, Run: o.Run, Parted: o.parted()}, all)
}

// publishFn renames files. It can be run again after it failed half-way.
type publishFn struct {
	Dir, Run string
	Parted   []output // sets without a number of shards
}

// ProcessElement renames all files of a run and removes what failed attempts have left.
func (fn *publishFn) ProcessElement(ctx context.Context, _ int, files func(*writtenFile) bool) error {
	fs, err := filesystem.New(ctx, fn.Dir)
	if err != nil {
		return err
	}
	defer fs.Close()
	var all []writtenFile
	for f := (writtenFile{}); files(&f); {
		all = append(all, f)
	}
	for _, o := range fn.Parted {
		if all, err = o.nameParts(ctx, fs, all); err != nil {
			return err
		}
	}
	for _, f := range all {
		if !exists(ctx, fs, f.Temporary) && exists(ctx, fs, f.Name) {
			continue // renamed by an earlier attempt
		}
		if err := filesystem.Rename(ctx, fs, f.Temporary, f.Name); err != nil {
			return fmt.Errorf("rename to %s: %w", f.Name, err)
		}
	}
	left, err := fs.List(ctx, temporaries(fn.Dir, fn.Run))
	if err != nil {
		return fmt.Errorf("list what is left in %s: %w", fn.Dir, err)
	}
	for _, name := range left {
		if err := remove(ctx, fs, name); err != nil {
			return err
		}
	}
	return nil
}

// published returns an error unless all files of a run have their names.
func published(ctx context.Context, o settings) error {
	fs, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	for _, name := range o.names() {
		out := o.output(name)
		found, err := fs.List(ctx, out.pattern())
		if err != nil {
			return fmt.Errorf("list %s: %w", o.Output, err)
		}
		if out.Shards == 0 && len(found) > 0 {
			continue
		}
		out.Shards = max(out.Shards, 1)
		if len(found) < out.Shards {
			return fmt.Errorf("the run ended with %d of %d files of %s", len(found), out.Shards, name)
		}
	}
	return nil
}

// exists reports whether a file is there. Size would leave a local file open.
func exists(ctx context.Context, fs filesystem.Interface, name string) bool {
	f, err := fs.OpenRead(ctx, name)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// remove removes a file, if the file system can.
func remove(ctx context.Context, fs filesystem.Interface, name string) error {
	if r, ok := fs.(filesystem.Remover); ok {
		if err := r.Remove(ctx, name); err != nil {
			return fmt.Errorf("remove %s: %w", name, err)
		}
	}
	return nil
}
