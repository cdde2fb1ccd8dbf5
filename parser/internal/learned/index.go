package learned

import "sync"

// index finds the rows of features by their hashes.
type index struct {
	rows  []row // by hash; the last one has no weights and ends them
	leads *leads
}

// leads tell, by the leading bits of a hash, which rows have hashes with the same leading
// bits. In the lower half bit i is set if the hash of one of these rows goes on with the
// bits of i: that rules out most features that the model does not have. The upper half is
// the first of these rows, or the next row if there is none.
type leads [1 << leadBits]uint32

// The leading bits of a hash, and those after them.
const (
	leadBits, leadShift = 15, 32 - leadBits
	goesOnBits          = 4
	goesOnShift         = leadShift - goesOnBits
)

// row is a feature that has weights.
type row struct {
	hash  uint32
	rest  uint32 // where the weights for the outputs beyond the first ones are
	first packed // the weights for the first ones
}

// mostRows is the greatest number of features of a model. It bounds what a broken file may
// ask for.
const mostRows = 1<<16 - 1

// newIndex returns the index of rows, the last of which has the greatest possible hash.
func newIndex(rows []row) index {
	x := index{rows, new(leads)}
	i := 0
	for k := range rows[:len(rows)-1] {
		h := rows[k].hash
		for ; i <= int(h>>leadShift); i++ {
			x.leads[i] = uint32(k) << 16
		}
		x.leads[h>>leadShift] |= 1 << (h >> goesOnShift & (1<<goesOnBits - 1))
	}
	for ; i < len(x.leads); i++ {
		x.leads[i] = uint32(len(rows)-1) << 16
	}
	return x
}

// every is the leads of a model that may have any feature.
var every = sync.OnceValue(func() *leads {
	x := new(leads)
	for i := range x {
		x[i] = 1<<(1<<goesOnBits) - 1
	}
	return x
})

// less returns 1 if a is less than b, else 0, without a branch, which the processor could
// not predict.
func less(a, b uint32) uint16 {
	if a < b {
		return 1
	}
	return 0
}
