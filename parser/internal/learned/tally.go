package learned

// feature is something that a message has.
type feature struct {
	hash     uint32
	from, to int32 // in runes; equal if it is of the message as a whole
}

// append appends the feature with hash h to list if it may be one of x: without a branch,
// which the machine could not foretell.
func (x *index) append(list []feature, h uint64, from, to int32) []feature {
	id := uint32(h >> 32)
	return append(list, feature{id, from, to})[:len(list)+x.maybe(id)]
}

// tally adds up the weights of the features of a message, each once.
type tally struct {
	*model
	hits
	scores [mostOutputs]int32 // without biases
}

// begin makes t ready to add up by m.
func (t *tally) begin(m *model) {
	t.model = m
	t.hits.begin(len(m.rows))
}

// sum adds the weights of features, and erases list: in one pass those that lie in their
// rows, and in another the rest, so that the machine waits for many places in memory at a
// time.
func (t *tally) sum(list []feature) {
	var first [firstOutputs]int32
	for _, f := range list {
		row := t.find(f.hash)
		if row < 0 || !t.add(row, f.from, f.to) {
			continue
		}
		by := t.rows[row].first
		first[0] += int32(by[0])
		first[1] += int32(by[1])
		first[2] += int32(by[2])
		first[3] += int32(by[3])
	}
	clear(list[:min(len(list)+1, cap(list))]) // append may have written one beyond the end
	copy(t.scores[:], first[:])
	for _, h := range t.list {
		for _, w := range t.of(h.row) {
			t.scores[w.output%mostOutputs] += int32(w.by)
		}
	}
}

// end forgets the features and the scores.
func (t *tally) end() {
	t.hits.end()
	t.scores = [mostOutputs]int32{}
}

// score returns the score of an output, of which a cue says the same or not.
func (t *tally) score(output int, byCue bool) int32 {
	said := 0
	if byCue {
		said = 1
	}
	return t.scores[output] + t.outputs[output].bias[said]
}
