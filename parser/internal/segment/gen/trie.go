package main

import (
	"maps"
	"slices"
)

// node is a node of the trie of words before it is laid out.
type node struct {
	children map[uint32]*node
	weight   float64
}

// unit is a place in the double array: a node's child under code c stands at
// base+c and has the node's place as its check.
type unit struct {
	base, check uint32
	weight      float64
}

const unused = ^uint32(0)

// doubleArray lays the words out. Unit 0 is the root.
func doubleArray(words map[string]float64, codes map[rune]uint32) []unit {
	root := &node{children: map[uint32]*node{}}
	for word, weight := range words {
		n := root
		for _, r := range word {
			next := n.children[codes[r]]
			if next == nil {
				next = &node{children: map[uint32]*node{}}
				n.children[codes[r]] = next
			}
			n = next
		}
		n.weight = weight
	}
	units := []unit{{check: unused}}
	free := 1 // every place before it is taken
	type placed struct {
		n  *node
		at uint32
	}
	for queue := []placed{{root, 0}}; len(queue) > 0; queue = queue[1:] {
		p := queue[0]
		if len(p.n.children) == 0 {
			continue
		}
		children := slices.Sorted(maps.Keys(p.n.children))
		for free < len(units) && units[free].check != unused {
			free++
		}
		base := findBase(units, children, uint32(free))
		units[p.at].base = base
		for _, c := range children {
			for uint32(len(units)) <= base+c {
				units = append(units, unit{check: unused})
			}
			child := p.n.children[c]
			units[base+c] = unit{check: p.at, weight: child.weight}
			queue = append(queue, placed{child, base + c})
		}
	}
	return units
}

// window is how far before the end of the array a base is looked for.
const window = 1 << 14

// findBase returns the lowest base in the window at which every child finds a
// free place.
func findBase(units []unit, children []uint32, free uint32) uint32 {
	base := uint32(0)
	if end := uint32(len(units)); end > window {
		free = max(free, end-window)
	}
	if free > children[0] {
		base = free - children[0]
	}
	for ; ; base++ {
		if !slices.ContainsFunc(children, func(c uint32) bool {
			at := base + c
			return at == 0 || at < uint32(len(units)) && units[at].check != unused
		}) {
			return base
		}
	}
}
