package runes

import (
	"cmp"
	"slices"
)

// Trie maps words to small positive numbers. Looking up a rune at the root takes two
// array reads; below the root it takes a short binary search.
//
// A Trie is read-only. The zero Trie has no words; lookups at its root are valid.
type Trie struct {
	pages [256]*[256]int32 // root: node by rune, for runes under 1<<16
	far   map[rune]int32   // root: node by rune, for the others
	nodes []trieNode
	edges []trieEdge
}

type trieNode struct {
	first, n int32 // the node's edges are edges[first:first+n]
	value    int32 // of the word that ends here; 0 if none does
}

type trieEdge struct {
	r    rune
	node int32
}

// NewTrie returns a trie in which words[i] has the value i+1. Of equal words the first
// counts. Empty words are skipped.
func NewTrie(words [][]rune) *Trie {
	order := sorted(words)
	t := &Trie{nodes: make([]trieNode, 1, 2*len(words)+1), edges: make([]trieEdge, 0, 2*len(words))}
	t.build(0, words, order, 0)
	for _, e := range t.edges[t.nodes[0].first:][:t.nodes[0].n] {
		t.setRoot(e.r, e.node)
	}
	return t
}

// sorted returns the indexes of the words that are not empty, by word and then by index.
func sorted(words [][]rune) []int32 {
	type entry struct {
		begins uint64 // the first three runes, each plus one; 0 where the word is shorter
		i      int32
	}
	entries := make([]entry, 0, len(words))
	for i, w := range words {
		if len(w) == 0 {
			continue
		}
		e := entry{i: int32(i)}
		for k := range 3 {
			e.begins <<= 21
			if k < len(w) {
				e.begins |= uint64(w[k]+1) & (1<<21 - 1)
			}
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.begins != b.begins {
			return cmp.Compare(a.begins, b.begins)
		}
		return cmp.Or(slices.Compare(words[a.i], words[b.i]), cmp.Compare(a.i, b.i))
	})
	order := make([]int32, len(entries))
	for k, e := range entries {
		order[k] = e.i
	}
	return order
}

// build makes the children of node from words[i] for i in order. These words are sorted
// and share their first depth runes.
func (t *Trie) build(node int32, words [][]rune, order []int32, depth int) {
	for len(order) > 0 && len(words[order[0]]) == depth {
		if t.nodes[node].value == 0 {
			t.nodes[node].value = order[0] + 1
		}
		order = order[1:]
	}
	first := int32(len(t.edges))
	for i, o := range order {
		if r := words[o][depth]; i == 0 || r != words[order[i-1]][depth] {
			t.edges = append(t.edges, trieEdge{r, int32(len(t.nodes))})
			t.nodes = append(t.nodes, trieNode{})
		}
	}
	n := int32(len(t.edges)) - first
	t.nodes[node].first, t.nodes[node].n = first, n
	for _, e := range t.edges[first:][:n] {
		end := 0
		for end < len(order) && words[order[end]][depth] == e.r {
			end++
		}
		t.build(e.node, words, order[:end], depth+1)
		order = order[end:]
	}
}

// setRoot sets the node of r below the root.
func (t *Trie) setRoot(r rune, node int32) {
	if r >= 1<<16 {
		if t.far == nil {
			t.far = map[rune]int32{}
		}
		t.far[r] = node
		return
	}
	if t.pages[r>>8] == nil {
		t.pages[r>>8] = new([256]int32)
	}
	t.pages[r>>8][r&0xff] = node
}

// Root returns the node of r below the root, 0 if no word begins with r.
func (t *Trie) Root(r rune) int32 {
	if uint32(r) >= 1<<16 {
		return t.far[r]
	}
	if p := t.pages[r>>8]; p != nil {
		return p[r&0xff]
	}
	return 0
}

// Next returns the child of node by r, 0 if there is none. node must not be 0.
func (t *Trie) Next(node int32, r rune) int32 {
	n := &t.nodes[node]
	edges := t.edges[n.first:][:n.n]
	for len(edges) > 4 {
		if m := len(edges) / 2; edges[m].r <= r {
			edges = edges[m:]
		} else {
			edges = edges[:m]
		}
	}
	for _, e := range edges {
		if e.r == r {
			return e.node
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
