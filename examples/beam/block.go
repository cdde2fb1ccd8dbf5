package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"sync"
)

// blockSize is how many bytes of lines make a block.
const blockSize = 1 << 20

// block gathers lines of a bundle for a file. Answers are long and alike, so blocks are compressed
// at once: the runner then shuffles and stores a seventh, and gzip members in a row are a valid
// gzip file.
type block struct {
	output output
	shard  int // the shard for the block
	lines  bytes.Buffer
	part   *part // if there are no shards
}

// add adds the answer to l. The first line of a block determines its shard.
func (b *block) add(ctx context.Context, l line, out []byte, emit func(int, []byte)) error {
	if b.lines.Len() == 0 && b.output.Shards > 0 {
		b.shard = l.shard(b.output.Shards)
	}
	b.lines.Write(out)
	if b.lines.Len() < blockSize {
		return nil
	}
	return b.flush(ctx, emit)
}

// finish emits the lines that are left, or the name of the part that has all lines.
func (b *block) finish(ctx context.Context, emit func(int, []byte)) error {
	if err := b.flush(ctx, emit); err != nil || b.part == nil {
		return err
	}
	p := b.part
	b.part = nil
	if err := p.close(); err != nil {
		return fmt.Errorf("write %s: %w", b.output.partName(), err)
	}
	emit(0, []byte(p.temp))
	return nil
}

// flush emits or writes the lines, if there are any.
func (b *block) flush(ctx context.Context, emit func(int, []byte)) error {
	if b.lines.Len() == 0 {
		return nil
	}
	if b.output.Shards == 0 {
		return b.flushPart(ctx)
	}
	member, err := pack(b.lines.Bytes())
	if err != nil {
		return err
	}
	b.lines.Reset()
	emit(b.shard, member)
	return nil
}

// flushPart writes the lines into the part of the bundle.
func (b *block) flushPart(ctx context.Context) (err error) {
	if b.part == nil {
		if b.part, err = openPart(ctx, b.output); err != nil {
			return err
		}
	}
	lines := b.lines.Bytes()
	if b.output.Gzip {
		if lines, err = pack(lines); err != nil {
			return err
		}
	}
	if _, err := b.part.file.Write(lines); err != nil {
		return fmt.Errorf("write %s: %w", b.output.partName(), err)
	}
	b.lines.Reset()
	return nil
}

// drop drops what a failed bundle has left.
func (b *block) drop() {
	if b.part != nil {
		b.part.close()
	}
	b.part = nil
	b.lines.Reset()
}

// pack returns lines as a gzip member.
func pack(lines []byte) ([]byte, error) {
	var member bytes.Buffer
	zw := gzipWriters.Get().(*gzip.Writer)
	defer gzipWriters.Put(zw)
	zw.Reset(&member)
	_, err := zw.Write(lines)
	err = cmp.Or(err, zw.Close())
	return member.Bytes(), err
}

var gzipWriters = sync.Pool{New: func() any {
	zw, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the level is valid
	return zw
}}

// unpack writes the lines of a block to w.
func unpack(w io.Writer, member []byte) error {
	zr, err := gzip.NewReader(bytes.NewReader(member))
	if err != nil {
		return err
	}
	_, err = io.Copy(w, zr)
	return err
}

// shard returns a shard that is evenly distributed over lines.
func (l line) shard(shards int) int {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%d", l.File, l.Number)
	return int(h.Sum64() % uint64(shards))
}
