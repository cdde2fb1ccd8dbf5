package growth

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const unit = 20 * time.Microsecond

// costs are what work of so many KiB costs, and whether it is refused.
var costs = []struct {
	name    string
	of      func(kib time.Duration) time.Duration
	refused bool
}{
	{"linear", func(n time.Duration) time.Duration { return n * unit }, false},
	{"linear, and what every call costs", func(n time.Duration) time.Duration { return 100*unit + n*unit }, false},
	{"half as much again, as out of a cache", func(n time.Duration) time.Duration { return n*unit + n/(large>>10)*n*unit/2 }, false},
	{"too short to tell", func(n time.Duration) time.Duration { return n * n }, false},
	{"nothing", func(time.Duration) time.Duration { return 0 }, false},
	{"square", func(n time.Duration) time.Duration { return n * n * unit }, true},
	{"a square that passes the rest at 6 KiB", func(n time.Duration) time.Duration { return n*unit + n*n*unit/6 }, true},
}

// TestCosts holds Linear to costs that nothing disturbs.
func TestCosts(t *testing.T) {
	for _, c := range costs {
		got := refuses(t, func(size int) []time.Duration { return []time.Duration{c.of(time.Duration(size >> 10))} })
		assert.Equal(t, c.refused, got, c.name)
	}
	assert.True(t, refuses(t, func(size int) []time.Duration {
		return []time.Duration{unit, costs[0].of(time.Duration(size >> 10)), costs[5].of(time.Duration(size >> 10))}
	}), "the last of three parts")
}

// TestDisturbed has the large input and the small ones together be interrupted one
// time in four each, for up to three times as long as linear work takes, and all
// be slower by up to half.
func TestDisturbed(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, c := range costs[:6] { // the seventh is too near
		for range 1000 {
			got := refuses(t, func(size int) []time.Duration {
				took := c.of(time.Duration(size >> 10))
				took += time.Duration(rng.Float64() / 2 * float64(took))
				if rng.IntN(4*large) < size {
					took += time.Duration(rng.Float64() * 3 * float64(large>>10*unit))
				}
				return []time.Duration{took}
			})
			require.Equal(t, c.refused, got, c.name)
		}
	}
}

// TestWork holds Linear to work that is really done.
func TestWork(t *testing.T) {
	loop := func(n int) []time.Duration {
		return Time(func() {
			for range n {
				sink++
			}
		})
	}
	assert.False(t, refuses(t, func(size int) []time.Duration { return loop(20 * size) }))
	assert.True(t, refuses(t, func(size int) []time.Duration { return loop(size * size / 100) }))
}

// TestAtMost holds AtMost to work that is near the limit and disturbed, and to
// work beyond it.
func TestAtMost(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	disturbed := func(took time.Duration) time.Duration { return time.Duration(float64(took) * (1 + rng.Float64())) }
	for _, c := range []struct {
		took    time.Duration
		refused bool
	}{{0, false}, {2 * unit, false}, {3 * unit, false}, {8 * unit, true}, {100 * unit, true}} {
		for range 1000 {
			r := recorder{TB: t}
			AtMost(&r, "work", 4, func() (took, other time.Duration) { return disturbed(c.took), disturbed(unit) })
			require.Equal(t, c.refused, r.failed, c.took)
		}
	}
}

// refuses reports whether Linear refuses some work.
func refuses(t *testing.T, work func(size int) []time.Duration) bool {
	t.Helper()
	if Race {
		t.Skip("Linear is skipped")
	}
	r := recorder{TB: t}
	Linear(&r, t.Name(), []string{"a", "b", "c"}[:len(work(0))], work)
	return r.failed
}

// recorder notes a failure instead of failing.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }

var sink int
