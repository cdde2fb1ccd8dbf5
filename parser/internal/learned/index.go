package learned

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

// mostRows is the greatest number of features of a model.
const mostRows = 1<<16 - 1

// newIndex returns the index of hashes, which rise, mostRows at most.
func newIndex(hashes []uint32) index {
	x := index{hashes, make([]uint64, 1<<maybeBits/64), make([]uint16, 1<<firstBits+1)}
	bucket := 0
	for i, h := range hashes {
		x.maybe[h>>maybeShift>>6] |= 1 << (h >> maybeShift & 63)
		for ; bucket <= int(h>>firstShift); bucket++ {
			x.first[bucket] = uint16(i)
		}
	}
	for ; bucket < len(x.first); bucket++ {
		x.first[bucket] = uint16(len(hashes))
	}
	return x
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
