package learned

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPacked adds as many weights as may be added, of each sign beside each.
func TestPacked(t *testing.T) {
	for _, weights := range [][4]int8{{}, {1, -1, 1, -1}, {-1, -1, -1, -1}, {math.MinInt8, math.MaxInt8, 0, math.MinInt8}, {0, math.MinInt8, math.MinInt8, math.MaxInt8}} {
		var one, sum packed
		for k, by := range weights {
			one = one.with(k, by)
		}
		for range mostAdded {
			sum += one
		}
		for k, by := range weights {
			assert.Equal(t, int32(by), one.number(k), "%v", weights)
			assert.Equal(t, mostAdded*int32(by), sum.number(k), "%v", weights)
		}
	}
}
