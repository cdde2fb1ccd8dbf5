//go:build !race

package growth

// Race reports whether the race detector is on: it makes work slower, and holds memory.
const Race = false
