package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"iter"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// output is a set of files that a run writes. A file is written under a temporary name and gets
// its own when all files are written.
type output struct {
	Dir    string
	Name   string // answersName and so on
	Run    string // tells runs apart
	Shards int    // 0 if each bundle writes a file of its own
	Gzip   bool
}

// file returns the final name of a shard.
func (o output) file(shard int) string { return o.files(fmt.Sprintf("%05d", shard)) }

// pattern returns a pattern for the final names of all shards.
func (o output) pattern() string { return o.files("*") }

func (o output) files(shard string) string {
	count := fmt.Sprintf("%05d", o.Shards)
	if o.Shards == 0 {
		count = "*"
	}
	name := fmt.Sprintf("%s/%s-%s-of-%s.jsonl", o.Dir, o.Name, shard, count)
	if o.Gzip {
		name += ".gz"
	}
	return name
}

// temporary returns a name for one attempt to write a file. An attempt that was given up may go on
// beside the next one, so each has its own name.
func (o output) temporary(file string) string {
	attempt := make([]byte, 8)
	rand.Read(attempt)
	return fmt.Sprintf("%s.%s-%s.temp", file, o.Run, hex.EncodeToString(attempt))
}

// temporaries returns a pattern for all temporary files of a run.
func temporaries(dir, run string) string { return fmt.Sprintf("%s/*.%s-*.temp", dir, run) }

// write writes a file and returns its temporary name.
func (o output) write(ctx context.Context, file string, blocks iter.Seq[[]byte]) (temp string, err error) {
	fs, err := filesystem.New(ctx, file)
	if err != nil {
		return "", err
	}
	defer fs.Close()
	temp = o.temporary(file)
	f, err := fs.OpenWrite(ctx, temp)
	if err != nil {
		return "", fmt.Errorf("write %s: %w", file, err)
	}
	err = o.writeTo(f, blocks)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return "", fmt.Errorf("write %s: %w", file, err)
	}
	return temp, nil
}

// writeTo writes blocks, which are gzip members.
func (o output) writeTo(w io.Writer, blocks iter.Seq[[]byte]) error {
	bw := bufio.NewWriterSize(w, 1<<20)
	for b := range blocks {
		var err error
		if o.Gzip {
			_, err = bw.Write(b)
		} else {
			err = unpack(bw, b)
		}
		if err != nil {
			return err
		}
	}
	return bw.Flush()
}
