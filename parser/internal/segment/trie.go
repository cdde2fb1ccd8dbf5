package segment

import "math/bits"

// trie holds words, spelled in codes, in a hash table of nodes. A node is at the hash
// of its parent's index and its character's code, or in the next free place, so that
// adding a node moves no other. First characters have no node, but an index beyond the
// table.
type trie struct {
	nodes []node   // the first is not used
	seen  []uint64 // eight bits for each place of the table: the hashes in it
	mask  uint32   // of the index of a bit
}

type node struct {
	key    uint64  // index of the parent, and code; 0: free
	weight float64 // log probability of the word that ends here; 0: none
}

// newTrie returns a trie with room for the given number of nodes.
func newTrie(room int) trie {
	size := 8 << bits.Len(uint(room+room/2)/8)
	t := trie{make([]node, size), make([]uint64, size/8), uint32(8*size - 1)}
	t.nodes[0].key = 1<<64 - 1
	return t
}

// first returns the index of the first character with code c.
func (t *trie) first(c uint32) uint32 { return t.mask>>3 + 1 + c }

// isFirst reports whether n is the index of a first character, and returns its code.
func (t *trie) isFirst(n uint32) (c uint32, ok bool) { return n - t.first(0), n >= t.first(0) }

// child returns the node below n by code c, 0 if there is none.
func (t *trie) child(n, c uint32) uint32 {
	key, hash := t.keyOf(n, c)
	if t.seen[hash>>6]>>(hash&63)&1 == 0 {
		return 0
	}
	for i := hash >> 3; ; i = (i + 1) & (t.mask >> 3) {
		switch t.nodes[i].key {
		case key:
			return i
		case 0:
			return 0
		}
	}
}

// keyOf returns the key of the node below n by code c, and its hash.
func (t *trie) keyOf(n, c uint32) (key uint64, hash uint32) {
	key = uint64(n)<<32 | uint64(c)
	return key, uint32(key*0x9E3779B97F4A7C15>>32) & t.mask
}

// add returns the node below n by code c, which it makes if there is none.
func (t *trie) add(n, c uint32) uint32 {
	key, hash := t.keyOf(n, c)
	i := hash >> 3
	for t.nodes[i].key != key {
		if t.nodes[i].key == 0 {
			t.nodes[i].key = key
			t.seen[hash>>6] |= 1 << (hash & 63)
			break
		}
		i = (i + 1) & (t.mask >> 3)
	}
	return i
}
