package learned

import "fmt"

// index finds the rows of features by their hashes.
type index struct {
	hashes []uint32 // sorted
	maybe  []uint64 // bit h>>maybeShift: some feature's hash begins like that
	first  []uint16 // first[h>>firstShift] is the first feature whose hash begins like that
}

// The leading bits of a hash that find its bucket, and those that tell most features
// that the model does not have.
const (
	firstBits, firstShift = 15, 32 - firstBits
	maybeBits, maybeShift = 19, 32 - maybeBits
)

// newIndex returns the index of hashes, which must rise.
func newIndex(hashes []uint32) (index, error) {
	x := index{hashes, make([]uint64, 1<<maybeBits/64), make([]uint16, 1<<firstBits+1)}
	if len(hashes) >= 1<<16 {
		return x, fmt.Errorf("it has too many rows")
	}
	bucket := 0
	for i, h := range hashes {
		if i > 0 && h <= hashes[i-1] {
			return x, fmt.Errorf("row %d is out of order", i)
		}
		x.maybe[h>>maybeShift>>6] |= 1 << (h >> maybeShift & 63)
		for ; bucket <= int(h>>firstShift); bucket++ {
			x.first[bucket] = uint16(i)
		}
	}
	for ; bucket < len(x.first); bucket++ {
		x.first[bucket] = uint16(len(hashes))
	}
	return x, nil
}

// find returns the row of the feature with hash h, or -1.
func (x *index) find(h uint32) int32 {
	if x.maybe[h>>maybeShift>>6]>>(h>>maybeShift&63)&1 == 0 {
		return -1
	}
	b := h >> firstShift
	for i, end := x.first[b], x.first[b+1]; i < end; i++ {
		if x.hashes[i] == h {
			return int32(i)
		}
	}
	return -1
}

// hit is a feature of the message that has a row in a model.
type hit struct{ row, from, to int32 } // from and to in runes; equal if it is of the message as a whole

// hits are the rows of the features of a message, each once.
type hits struct {
	list []hit
	seen []uint64 // bit i: row i is in list
}

// begin makes h ready for rows below n.
func (h *hits) begin(n int) {
	if words := (n + 63) / 64; len(h.seen) != words {
		h.seen = make([]uint64, words)
	}
}

// end forgets the rows.
func (h *hits) end() {
	for _, x := range h.list {
		h.seen[x.row>>6] = 0
	}
	clear(h.list)
	h.list = h.list[:0]
}

// add adds a row, and reports whether it is new.
func (h *hits) add(row, from, to int32) bool {
	if h.seen[row>>6]>>(row&63)&1 != 0 {
		return false
	}
	h.seen[row>>6] |= 1 << (row & 63)
	h.list = append(h.list, hit{row, from, to})
	return true
}
