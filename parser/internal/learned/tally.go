package learned

// feature is something that a message has. Once its row is found, it holds a copy of
// what is in the row, which need not be looked up again.
type feature struct {
	first packed // the hash; later the weights for the first outputs
	rest  uint32 // what leads tell of the hash; later where the other weights are
	place
}

// hash returns the hash of f, as models know it, as long as its row is not found.
func (f feature) hash() uint32 { return uint32(uint64(f.first) >> 32) }

// put sets f to the feature with hash h. It returns 0 if the model surely does not have
// it, else 1, without a branch, which the processor could not predict.
func (x *leads) put(f *feature, h uint64, at place) int {
	told := x[h>>(32+leadShift)]
	f.first, f.rest, f.place = packed(h), told, at
	return int(told >> (h >> (32 + goesOnShift) & (1<<goesOnBits - 1)) & 1)
}

// tally adds up the weights of the features of a message, each once.
type tally struct {
	*model
	list   []feature                   // those that have a row, each once
	seen   [(mostRows + 1) / 64]uint64 // bit i: row i is in list
	scores [mostOutputs]int32          // without biases
}

// begin prepares t to add up weights of m.
func (t *tally) begin(m *model) { t.model = m }

// end forgets the features and the scores, and returns the memory of the list.
func (t *tally) end() (list []feature) {
	list = t.list
	clear(list)
	clear(t.seen[:len(t.rows)/64+1])
	t.list, t.scores = nil, [mostOutputs]int32{}
	return list[:0]
}

// sum adds the weights of features. The memory of list belongs to t until end.
func (t *tally) sum(list []feature) {
	n := t.find(list)
	clear(list[n:min(len(list)+1, cap(list))]) // put may have written a feature beyond the end
	t.list = list[:n]
	for list := t.list; len(list) > 0; {
		n := min(len(list), mostAdded)
		t.addUp(list[:n])
		list = list[n:]
	}
}

// find finds the rows of features, writes the features that have one to the beginning of
// list, each once, and returns how many they are. It goes over list twice, the first
// time without a branch, so that the processor waits for many places in memory at a
// time.
func (t *tally) find(list []feature) (n int) {
	rows := t.rows
	for i := range list {
		f := &list[i]
		row := uint16(f.rest >> 16)
		f.rest = uint32(row + less(rows[row].hash, f.hash())) // seldom it is a row after that
	}
	for _, f := range list {
		hash, row := f.hash(), uint16(f.rest)
		for rows[row].hash < hash {
			row++
		}
		r := &rows[row]
		word, bit := &t.seen[row/64], uint64(1)<<(row%64)
		if r.hash != hash || *word&bit != 0 {
			continue
		}
		*word |= bit
		list[n] = feature{r.first, r.rest, f.place}
		n++
	}
	return n
}

// addUp adds the weights of at most mostAdded rows.
func (t *tally) addUp(list []feature) {
	var first, a, b, c, d, e, f packed
	all := t.rest
	if len(t.outputs) <= firstOutputs {
		for i := range list {
			first += list[i].first
		}
		addTo(t.scores[:firstOutputs], first)
		return
	}
	for i := range list {
		first += list[i].first
		var rest *[6]packed = &all[list[i].rest] // as many as there are variables
		a += rest[0]
		b += rest[1]
		c += rest[2]
		d += rest[3]
		e += rest[4]
		f += rest[5]
	}
	addTo(t.scores[:], first, a, b, c, d, e, f)
}

// addTo adds sums to scores.
func addTo(scores []int32, sums ...packed) {
	for _, sum := range sums {
		a, b, c, d := sum.numbers()
		scores[0] += a
		scores[1] += b
		scores[2] += c
		scores[3] += d
		scores = scores[4:]
	}
}

// score returns the score of an output. byCue says whether a cue says the same.
func (t *tally) score(output int, byCue bool) int32 {
	said := 0
	if byCue {
		said = 1
	}
	return t.scores[output] + t.outputs[output].bias[said]
}
