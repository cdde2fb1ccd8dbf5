package learned

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSpread: a weight is divided among the runes of a span, of any length and direction.
func TestSpread(t *testing.T) {
	for n := int32(1); n <= 20; n++ {
		forward, backward := make(shares, n+3), make(shares, n+3)
		forward.spread(span{1, n + 1}, -3)
		backward.spread(span{n + 1, 1}, -3)
		assert.Equal(t, forward, backward)
		forward.end()
		assert.Equal(t, int64(0), forward[1])
		assert.InDelta(t, float64(-3*whole), forward[n+1], float64(n))
		assert.Equal(t, forward[n+1], forward[n+2])
	}
}
