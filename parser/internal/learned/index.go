package learned

import (
	"math/bits"
	"sync"
)

// index finds the rows of features by their hashes.
type index struct {
	rows   []row   // by hash, and one that ends the last
	blocks []block // by the leading bits of hashes
}

// row is a feature that has weights.
type row struct {
	hash  uint32
	first [firstOutputs]int8 // for the first outputs, most of which most rows have
	begin uint32             // of those for the others, which end where the next row's begin
}

// firstOutputs is how many outputs each row has a weight for: those of the kinds and a scam.
const firstOutputs = saidOutput

// block is what the index knows of the hashes with the same leading bits. It lies in one
// line of the machine's cache, and tells most features that the model does not have.
type block struct {
	some   uint32 // bit i: some hash goes on with the bits of i
	before uint32 // how many hashes come before those of the block
}

// The bits of a hash that tell its block, and those after them that tell the bit in it.
const (
	blockBits, blockShift = 13, 32 - blockBits
	someBits, someShift   = 5, blockShift - someBits
)

// mostRows is the greatest number of features of a model, which bounds what a broken file
// may ask for.
const mostRows = 1<<16 - 1

// newIndex returns the index of rows, the last of which ends the one before.
func newIndex(rows []row) index {
	x := index{rows, make([]block, 1<<blockBits)}
	for _, r := range rows[:len(rows)-1] {
		b := &x.blocks[r.hash>>blockShift]
		b.some |= 1 << (r.hash >> someShift & (1<<someBits - 1))
		b.before++
	}
	sum := uint32(0)
	for i := range x.blocks {
		sum, x.blocks[i].before = sum+x.blocks[i].before, sum
	}
	return x
}

// every returns an index that may have every feature.
var every = sync.OnceValue(func() *index {
	x := newIndex(make([]row, 1))
	for i := range x.blocks {
		x.blocks[i].some = 1<<(1<<someBits) - 1
	}
	return &x
})

// maybe returns 0 if there is no feature with hash h, else 1.
func (x *index) maybe(h uint32) int {
	return int(x.blocks[h>>blockShift].some >> (h >> someShift & (1<<someBits - 1)) & 1)
}

// find returns the row of the feature with hash h, or -1.
func (x *index) find(h uint32) int32 {
	b := &x.blocks[h>>blockShift]
	lower := b.some & (1<<(h>>someShift&(1<<someBits-1)) - 1) // each is of one row at least
	for i := int(b.before) + bits.OnesCount32(lower); i < len(x.rows)-1 && x.rows[i].hash <= h; i++ {
		if x.rows[i].hash == h {
			return int32(i)
		}
	}
	return -1
}
