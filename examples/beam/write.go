package main

import (
	"bytes"
	"context"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function1x3(noLines)
	register.DoFn3x3[context.Context, int, func(*[]byte) bool, string, string, error](&shardFn{})
	register.DoFn3x3[context.Context, []byte, func(*table) bool, string, string, error](&tableFn{})
}

// writeShards writes blocks by shard and returns the files with their temporary names. A shard
// without lines is also a file, so that a set always has as many files as their names say.
func writeShards(s beam.Scope, o output, blocks beam.PCollection) beam.PCollection {
	if o.Shards == 0 {
		return nameParts(s, o, blocks) // bundles have written them
	}
	shards := make([]int, o.Shards)
	for i := range shards {
		shards[i] = i
	}
	none := beam.ParDo(s, noLines, beam.CreateList(s, shards))
	return beam.ParDo(s, &shardFn{o}, beam.GroupByKey(s, beam.Flatten(s, blocks, none)))
}

// noLines returns a block without lines, since an empty file is not valid gzip.
func noLines(shard int) (int, []byte, error) {
	b, err := pack(nil)
	return shard, b, err
}

// shardFn writes the blocks of a shard.
type shardFn struct{ Output output }

// ProcessElement writes one shard and returns its final and its temporary name.
func (fn *shardFn) ProcessElement(ctx context.Context, shard int, blocks func(*[]byte) bool) (string, string, error) {
	file := fn.Output.file(shard)
	temp, err := fn.Output.write(ctx, file, func(yield func([]byte) bool) {
		for b := []byte(nil); blocks(&b) && yield(b); {
		}
	})
	return file, temp, err
}

// writeTable writes the first rows of a table, in order, into one file.
func writeTable(s beam.Scope, o output, rows beam.PCollection, most int) beam.PCollection {
	first := beam.Combine(s, &firstFn{most}, rows)
	// There is a file even if there are no rows, so it does not depend on them.
	return beam.ParDo(s, &tableFn{o}, beam.Impulse(s), beam.SideInput{Input: first})
}

// tableFn writes a table.
type tableFn struct{ Output output }

// ProcessElement writes the table and returns its final and its temporary name.
func (fn *tableFn) ProcessElement(ctx context.Context, _ []byte, tables func(*table) bool) (string, string, error) {
	var t table
	tables(&t)
	var lines bytes.Buffer
	for _, r := range t.Rows {
		lines.Write(r.Line)
	}
	block, err := pack(lines.Bytes())
	if err != nil {
		return "", "", err
	}
	file := fn.Output.file(0)
	temp, err := fn.Output.write(ctx, file, slices.Values([][]byte{block}))
	return file, temp, err
}
