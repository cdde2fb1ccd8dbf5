package learned

// hit is a feature of the message that has a row in a model.
type hit struct{ row, from, to int32 } // from and to in runes; equal if it is of the message as a whole

// hits are the rows of the features of a message, each once.
type hits struct {
	list []hit
	seen []uint64 // bit i: row i is in list
}

// begin makes h ready for rows below n.
func (h *hits) begin(n int) {
	if words := (n + 63) / 64; len(h.seen) < words {
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

// dropRepeated drops the hits of rows that are in the list before.
func (h *hits) dropRepeated() {
	n := 0
	for _, x := range h.list {
		seen := &h.seen[x.row>>6]
		bit := uint64(1) << (x.row & 63)
		if *seen&bit == 0 {
			h.list[n] = x
			n++
		}
		*seen |= bit
	}
	clear(h.list[n:])
	h.list = h.list[:n]
}
