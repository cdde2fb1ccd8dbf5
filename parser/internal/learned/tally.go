package learned

// tally adds up the weights of the features of a message, each once.
type tally struct {
	*model
	scores [mostOutputs]int32
	hits   []hit
	seen   []uint64          // bit i: row i of the model is among hits
	visit  func(hash uint32) // if set, it gets the features, and nothing is added up
}

// hit is a feature of the message that has a row in the model.
type hit struct{ row, from, to int32 } // from and to in runes; equal if it is of the message as a whole

// begin makes t ready to add up by m.
func (t *tally) begin(m *model) {
	t.model, t.scores = m, m.bias
	if n := (len(m.hashes) + 63) / 64; len(t.seen) != n {
		t.seen = make([]uint64, n)
	}
}

// end forgets the features.
func (t *tally) end() {
	for _, h := range t.hits {
		t.seen[h.row>>6] = 0
	}
	clear(t.hits)
	t.hits = t.hits[:0]
}

// hit adds the feature with hash h.
func (t *tally) hit(h uint64, from, to int32) {
	id := uint32(h >> 32)
	if t.visit != nil {
		t.visit(id)
		return
	}
	row := t.find(id)
	if row < 0 || t.seen[row>>6]>>(row&63)&1 != 0 {
		return
	}
	t.seen[row>>6] |= 1 << (row & 63)
	for k, w := range t.of(row) {
		t.scores[k] += int32(w)
	}
	t.hits = append(t.hits, hit{row, from, to})
}
