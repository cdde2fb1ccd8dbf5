package segment

// minDouble is cppjieba's logarithm of zero.
const minDouble = -3.14e+100

// tables are the data of the plain engine: words with their weights, and the HMM.
type tables struct {
	trie
	codes  []uint32     // of each rune; 0 if it is in no word
	ones   []float64    // by code: weight of the character by itself
	emit   [][4]float64 // by code: HMM; log probabilities in thousandths
	start  [4]float64
	trans  [4][4]float64
	min    float64 // weight of a character that is not a word
	total  uint64  // words in jieba's corpus
	ladder []rung
	floor  int // index in ladder of the least rung of a word to be cut whole
}

// code returns the code of r, 0 if r is in no word.
func (t *tables) code(r rune) uint32 {
	if uint32(r) >= uint32(len(t.codes)) {
		return 0
	}
	return t.codes[r]
}

// encode gives r a code if it has none.
func (t *tables) encode(r rune) {
	if t.code(r) != 0 {
		return
	}
	if int(r) >= len(t.codes) {
		t.codes = append(t.codes, make([]uint32, int(r)+1-len(t.codes))...)
	}
	t.codes[r] = uint32(len(t.emit))
	t.ones = append(t.ones, t.min)
	t.emit = append(t.emit, [4]float64{minDouble, minDouble, minDouble, minDouble})
}

// addWord adds the nodes of a word, whose runes must have codes, and returns the last.
func (t *tables) addWord(word string) uint32 {
	n := uint32(0)
	for i, r := range word {
		if c := t.code(r); i == 0 {
			n = t.first(c)
		} else {
			n = t.add(n, c)
		}
	}
	return n
}

// weigh sets the weight of the word that ends at node n.
func (t *tables) weigh(n uint32, weight float64) {
	if c, ok := t.isFirst(n); ok {
		t.ones[c] = weight
	} else {
		t.nodes[n].weight = weight
	}
}
