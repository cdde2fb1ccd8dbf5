package runes

import (
	"math/bits"
	"slices"
)

// Trie maps words to small positive numbers. A few bits tell for most runes that no word
// begins or goes on with them; other runes take a look into a hash table at the root, and
// a short binary search below it.
//
// A Trie is read-only. The zero Trie has no words; lookups at its root are valid.
type Trie struct {
	begins [32]uint64 // bit r&2047: some word may begin with r
	roots  []trieRoot
	shift  uint8 // of the hash of a rune in roots
	nodes  []trieNode
	by     []rune // by[k] leads to nodes[k]; kept apart because a search among children looks only at these
}

// trieRoot is a place of the hash table of first runes. It is free if its node is 0.
type trieRoot struct {
	r    rune
	node int32
}

type trieNode struct {
	first, n int32  // its children are nodes[first:first+n], sorted by their runes
	value    int32  // of the word that ends here; 0 if none does
	follows  uint32 // bit r&31: r may lead to a child
}

// NewTrie returns a trie in which words[i] has the value i+1. Of equal words the first
// counts. Empty words are skipped.
func NewTrie(words [][]rune) *Trie {
	t, _ := Index(words)
	return t
}

// Index returns NewTrie(words), and the value of each of the words in it.
func Index(words [][]rune) (t *Trie, values []int32) {
	order := sorted(words)
	n := 1 + beginnings(words, order)
	t = &Trie{nodes: make([]trieNode, 1, n), by: make([]rune, 1, n)}
	values = make([]int32, len(words))
	t.build(0, words, order, 0, values)
	t.setRoots()
	return t, values
}

// sorted returns the indexes of the words that are not empty, by word and then by index.
func sorted(words [][]rune) []int32 {
	// A key has the first two runes of a word, each plus one, and its index, for which 22
	// bits are enough: tables have fewer words.
	const runeBits, indexBits = 21, 64 - 2*21
	keys := make([]uint64, 0, len(words))
	for i, w := range words {
		switch len(w) {
		case 0:
		case 1:
			keys = append(keys, uint64(w[0]+1)<<(runeBits+indexBits)|uint64(i))
		default:
			keys = append(keys, uint64(w[0]+1)<<(runeBits+indexBits)|uint64(w[1]+1)<<indexBits|uint64(i))
		}
	}
	slices.Sort(keys)
	order := make([]int32, len(keys))
	for k, key := range keys {
		order[k] = int32(key & (1<<indexBits - 1))
	}
	for k := 0; k < len(keys); {
		end := k + 1
		for end < len(keys) && keys[end]>>indexBits == keys[k]>>indexBits {
			end++
		}
		if same := order[k:end]; len(same) > 1 {
			slices.SortStableFunc(same, func(a, b int32) int { return slices.Compare(words[a], words[b]) })
		}
		k = end
	}
	return order
}

// beginnings counts the different beginnings of the words, which are sorted by order.
func beginnings(words [][]rune, order []int32) (n int) {
	var before []rune
	for _, o := range order {
		w, same := words[o], 0
		for same < min(len(w), len(before)) && w[same] == before[same] {
			same++
		}
		n, before = n+len(w)-same, w
	}
	return n
}

// build makes the children of node from words[i] for i in order. These words are sorted
// and share their first depth runes.
func (t *Trie) build(node int32, words [][]rune, order []int32, depth int, values []int32) {
	for len(order) > 0 && len(words[order[0]]) == depth {
		if t.nodes[node].value == 0 {
			t.nodes[node].value = order[0] + 1
		}
		values[order[0]] = t.nodes[node].value
		order = order[1:]
	}
	first := len(t.nodes)
	for i, o := range order {
		if r := words[o][depth]; i == 0 || r != words[order[i-1]][depth] {
			t.nodes, t.by = append(t.nodes, trieNode{}), append(t.by, r)
			t.nodes[node].follows |= 1 << (r & 31)
		}
	}
	last := len(t.nodes)
	t.nodes[node].first, t.nodes[node].n = int32(first), int32(last-first)
	for child := first; child < last; child++ {
		end := 0
		for end < len(order) && words[order[end]][depth] == t.by[child] {
			end++
		}
		t.build(int32(child), words, order[:end], depth+1, values)
		order = order[end:]
	}
}

// setRoots makes the table of first runes.
func (t *Trie) setRoots() {
	top := t.nodes[0]
	size := bits.Len32(uint32(2 * top.n))
	t.roots, t.shift = make([]trieRoot, 1<<size), uint8(32-size)
	for node := top.first; node < top.first+top.n; node++ {
		r := t.by[node]
		t.begins[r>>6&31] |= 1 << (r & 63)
		at := t.rootAt(r)
		for t.roots[at].node != 0 {
			at = (at + 1) & (1<<size - 1)
		}
		t.roots[at] = trieRoot{r, node}
	}
}

// rootAt returns the first place in roots where r may be.
func (t *Trie) rootAt(r rune) int { return int(uint32(r) * 0x9E3779B1 >> t.shift) }

// Begins reports whether some word may begin with r, judging by a few of its bits.
func (t *Trie) Begins(r rune) bool { return t.begins[r>>6&31]>>(r&63)&1 != 0 }

// Root returns the node of r below the root, 0 if no word begins with r.
func (t *Trie) Root(r rune) int32 {
	if !t.Begins(r) {
		return 0
	}
	return t.root(r)
}

func (t *Trie) root(r rune) int32 {
	for at := t.rootAt(r); ; at = (at + 1) & (len(t.roots) - 1) {
		if root := t.roots[at]; root.r == r || root.node == 0 {
			return root.node
		}
	}
}

// Leads reports whether a word ends at node, or may go on from it with r[i]. Where words
// are looked for at each rune, this is the quickest way to tell that there is none.
func (t *Trie) Leads(node int32, r []rune, i int) bool {
	n := &t.nodes[node]
	return n.value != 0 || i < len(r) && n.follows>>(r[i]&31)&1 != 0
}

// Next returns the child of node by r, 0 if there is none. node must not be 0.
func (t *Trie) Next(node int32, r rune) int32 {
	if t.nodes[node].follows>>(r&31)&1 == 0 {
		return 0
	}
	return t.child(node, r)
}

// child is Next for when the few bits do not decide. It is a function of its own so that
// Next is inlined.
//
//go:noinline
func (t *Trie) child(node int32, r rune) int32 {
	n := &t.nodes[node]
	first, by := n.first, t.by[n.first:n.first+n.n]
	for len(by) > 8 {
		if half := len(by) / 2; by[half] <= r {
			first, by = first+int32(half), by[half:]
		} else {
			by = by[:half]
		}
	}
	for i, c := range by {
		if c == r {
			return first + int32(i)
		}
	}
	return 0
}

// Longest returns the value and the end of the longest word that begins at r[i], 0 and
// i if there is none.
func (t *Trie) Longest(r []rune, i int) (value int32, end int) {
	end = i
	if i >= len(r) {
		return 0, end
	}
	for node, j := t.Root(r[i]), i+1; node != 0; j++ {
		if v := t.nodes[node].value; v != 0 {
			value, end = v, j
		}
		if j == len(r) {
			break
		}
		node = t.Next(node, r[j])
	}
	return value, end
}

// Value returns the value of the word that ends at node, 0 if none does.
func (t *Trie) Value(node int32) int32 { return t.nodes[node].value }

// LongestBefore is Longest in a trie of words that are spelled backwards: it returns
// the value and the start of the longest word that ends before r[i], 0 and i if there
// is none.
func (t *Trie) LongestBefore(r []rune, i int) (value int32, start int) {
	start = i
	if i <= 0 {
		return 0, start
	}
	for node, j := t.Root(r[i-1]), i-1; node != 0; j-- {
		if v := t.nodes[node].value; v != 0 {
			value, start = v, j
		}
		if j == 0 {
			break
		}
		node = t.Next(node, r[j-1])
	}
	return value, start
}
