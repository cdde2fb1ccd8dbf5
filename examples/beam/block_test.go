package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBlocks has lines of all sizes come out as they went in, in blocks of about
// blockSize, each in the shard of its first line.
func TestBlocks(t *testing.T) {
	const shards = 7
	var in, out bytes.Buffer
	sizes := map[int]int{}
	emit := func(shard int, member []byte) {
		before := out.Len()
		require.NoError(t, unpack(&out, member))
		first := line{File: "f"}
		_, err := fmt.Sscan(out.String()[before:], &first.Number)
		require.NoError(t, err)
		assert.Equal(t, first.shard(shards), shard)
		sizes[out.Len()-before]++
	}
	b := block{output: output{Shards: shards}}
	for i := range 300 {
		l := fmt.Appendf(nil, "%d %s\n", i, strings.Repeat("x", i*i))
		in.Write(l)
		require.NoError(t, b.add(t.Context(), line{File: "f", Number: i}, l, emit))
	}
	require.NoError(t, b.finish(t.Context(), emit))
	require.NoError(t, b.finish(t.Context(), emit), "nothing is left")
	assert.Equal(t, in.String(), out.String())
	small := 0
	for size, n := range sizes {
		assert.Less(t, size, blockSize+300*300+10)
		if size < blockSize {
			small += n
		}
	}
	assert.Equal(t, 1, small, "the last")
	assert.Error(t, unpack(&out, []byte("no gzip")))
}

// Lines spread evenly over the shards.
func TestShard(t *testing.T) {
	const shards, lines = 16, 16_000
	var counts [shards]int
	for i := range lines {
		counts[line{File: "gs://bucket/file", Number: i}.shard(shards)]++
	}
	for _, n := range counts {
		assert.InDelta(t, lines/shards, n, lines/shards/5)
	}
}

func TestFirst(t *testing.T) {
	fn := &firstFn{Rows: 3}
	rows := func(ranks ...int64) (t table) {
		for _, r := range ranks {
			t = fn.AddInput(t, row{Rank: []int64{r / 10, r % 10}, Line: fmt.Append(nil, r)})
		}
		return t
	}
	ranks := func(t table) (out string) {
		for _, r := range t.Rows {
			out += string(r.Line) + " "
		}
		return out
	}
	assert.Equal(t, "", ranks(fn.ExtractOutput(table{})))
	assert.Equal(t, "21 20 ", ranks(fn.ExtractOutput(rows(20, 21))))
	assert.Equal(t, "98 93 90 ", ranks(fn.ExtractOutput(rows(11, 90, 12, 14, 93, 15, 16, 98, 17, 18))))
	assert.Equal(t, "98 93 90 ", ranks(fn.MergeAccumulators(rows(90, 11), rows(98, 93, 12, 13))))
	// Rows of equal rank are in the order of their lines.
	equal := table{[]row{{[]int64{1}, []byte("b")}, {[]int64{1}, []byte("a")}}}
	assert.Equal(t, "a b ", ranks(fn.ExtractOutput(equal)))
}
