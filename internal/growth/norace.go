//go:build !race

package growth

// Race reports whether the race detector is on, which slows work down and holds
// memory.
const Race = false
