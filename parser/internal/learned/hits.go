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

// add adds a row, and reports whether it is new.
func (h *hits) add(row, from, to int32) bool {
	seen, bit := &h.seen[row>>6], uint64(1)<<(row&63)
	if *seen&bit != 0 {
		return false
	}
	*seen |= bit
	h.list = append(h.list, hit{row, from, to})
	return true
}
