package learned

// tally adds up the weights of the features of a message, each once.
type tally struct {
	*model
	hits
	scores [mostOutputs]int32 // without biases
	visit  func(hash uint32)  // if set, it gets the features, and nothing is added up
}

// begin makes t ready to add up by m.
func (t *tally) begin(m *model) {
	t.model, t.scores = m, [mostOutputs]int32{}
	t.hits.begin(len(m.hashes))
}

// hit adds the feature with hash h.
func (t *tally) hit(h uint64, from, to int32) {
	id := uint32(h >> 32)
	if t.visit != nil {
		t.visit(id)
		return
	}
	row := t.find(id)
	if row < 0 || !t.add(row, from, to) {
		return
	}
	for _, w := range t.of(row) {
		t.scores[w.output%mostOutputs] += int32(w.by)
	}
}

// score returns the score of an output, of which a cue says the same or not.
func (t *tally) score(output int, byCue bool) int32 {
	said := 0
	if byCue {
		said = 1
	}
	return t.scores[output] + t.outputs[output].bias[said]
}
