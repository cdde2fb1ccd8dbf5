package growth

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestSuperlinear(t *testing.T) {
	cost := func(f func(kib time.Duration) time.Duration) (took [len(Sizes)]time.Duration) {
		for i, size := range Sizes {
			took[i] = f(time.Duration(size >> 10))
		}
		return took
	}
	const unit = 20 * time.Microsecond
	assert.False(t, superlinear(cost(func(n time.Duration) time.Duration { return n * unit })))
	assert.False(t, superlinear(cost(func(n time.Duration) time.Duration { return 100*unit + n*unit })), "with what every call costs")
	assert.False(t, superlinear(cost(func(n time.Duration) time.Duration { return n })), "too short to tell")
	assert.True(t, superlinear(cost(func(n time.Duration) time.Duration { return n * n * unit })))
	assert.True(t, superlinear(cost(func(n time.Duration) time.Duration { return n*unit + n*n*unit/6 })), "a square that passes the rest at 6 KiB")
}

// TestLinear holds Linear to work that is not: it must fail.
func TestLinear(t *testing.T) {
	if Race {
		t.Skip("Linear is skipped")
	}
	for _, c := range []struct {
		name   string
		square bool
	}{{"linear", false}, {"square", true}} {
		r := recorder{TB: t}
		Linear(&r, c.name, []string{"work"}, func(size int) []time.Duration {
			n := 20 * size
			if c.square {
				n = size * size / 20
			}
			return Time(func() {
				for range n {
					sink++
				}
			})
		})
		assert.Equal(t, c.square, r.failed, c.name)
	}
}

// recorder notes a failure instead of failing.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }

var sink int
