package fold

// Pairs are the pairs of characters that are next to each other in some word, in a hash
// table that is at most half full. The zero Pairs has none.
type Pairs struct {
	slots []pair // its length is a power of two
	n     int    // how many slots are taken
}

// pair holds the first character of a pair, the second, and a lowest bit that is set if
// senders disguise the word. 0 is no pair.
type pair uint64

func newPair(a, b rune) pair { return pair(a)<<33 | pair(b)<<1 }

const hiddenPair pair = 1

// NewPairs returns the pairs of words and of the words that senders disguise.
func NewPairs(words [][]rune) *Pairs {
	p := new(Pairs)
	p.addAll(loadSpellings().hidden, hiddenPair)
	p.Add(words)
	return p
}

// Add adds the pairs of words.
func (p *Pairs) Add(words [][]rune) { p.addAll(words, 0) }

func (p *Pairs) addAll(words [][]rune, hidden pair) {
	for _, w := range words {
		for i := 1; i < len(w); i++ {
			p.add(newPair(w[i-1], w[i]) | hidden)
		}
	}
}

// add adds x and makes room for it first.
func (p *Pairs) add(x pair) {
	if 2*p.n >= len(p.slots) {
		less := p.slots
		p.slots, p.n = make([]pair, max(2*len(less), 1<<10)), 0
		for _, x := range less {
			if x != 0 {
				p.add(x)
			}
		}
	}
	at := p.at(x)
	if *at == 0 {
		p.n++
	}
	*at |= x
}

// at returns the slot of x, or the slot where it would be. p must have slots.
func (p *Pairs) at(x pair) *pair {
	for i := int(x >> 1 * 0x9E3779B97F4A7C15 >> 32); ; i++ {
		if at := &p.slots[i&(len(p.slots)-1)]; *at|hiddenPair == x|hiddenPair || *at == 0 {
			return at
		}
	}
}

// find reports whether p has the pair a, b, and whether it comes from a word that
// senders disguise.
func (p *Pairs) find(a, b rune) (hidden, ok bool) {
	if p.n == 0 {
		return false, false
	}
	x := *p.at(newPair(a, b))
	return x&hiddenPair != 0, x != 0
}
