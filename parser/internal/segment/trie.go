package segment

import "math/bits"

// trie holds words, spelt in codes, with their weights. The nodes of first
// characters stand at their codes, the others behind them as in a hash table:
// where the parent's index and the character's code lead, or at the next free
// place. So a word is added without moving any other.
type trie struct {
	nodes []node
	first uint32 // how many nodes are of first characters
	mask  uint32 // of the others, less one
	shift uint8  // of a hash to an index
}

type node struct {
	key    uint64  // index of the parent, code; 0: free
	weight float64 // log probability of the word that ends here; 0: none
}

// newTrie returns a trie for words of as many codes, with as many characters
// after the first.
func newTrie(codes, later int) trie {
	size := bits.Len(uint(later + later/2))
	return trie{make([]node, codes+1<<size), uint32(codes), 1<<size - 1, uint8(64 - size)}
}

// add adds a word of one code or more, or changes its weight.
func (t *trie) add(word []uint32, weight float64) {
	n := word[0]
	for _, c := range word[1:] {
		at := t.at(n, c)
		t.nodes[at].key = uint64(n)<<32 | uint64(c)
		n = at
	}
	t.nodes[n].weight = weight
}

// child returns the node under node n by code c, 0 if there is none.
func (t *trie) child(n, c uint32) uint32 {
	at := t.at(n, c)
	if t.nodes[at].key == 0 {
		return 0
	}
	return at
}

// at returns where the node under node n by code c is, or where it belongs.
func (t *trie) at(n, c uint32) uint32 {
	key := uint64(n)<<32 | uint64(c)
	i := uint32(key * 0x9E3779B97F4A7C15 >> t.shift)
	for {
		at := t.first + i
		if k := t.nodes[at].key; k == key || k == 0 {
			return at
		}
		i = (i + 1) & t.mask
	}
}
