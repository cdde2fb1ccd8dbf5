package ordered_test

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/ordered"
)

func count(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// back waits until there are no more goroutines than there were: one that has ended may not be
// gone at once.
func back(t testing.TB, before int) {
	t.Helper()
	for range 10_000 { // require.Eventually has a goroutine of its own
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	require.LessOrEqual(t, runtime.NumGoroutine(), before, "a goroutine is left")
}

// uneven takes the longer the less it is of use to those that wait: values near each other end
// in another order than they began.
func uneven(i int) int {
	for range (i * 7919 % 13) * 100 {
		runtime.Gosched()
	}
	return i * 2
}

func TestOrder(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, n := range []int{0, 1, 2, 63, 64, 65, 1000} {
		var got []int
		for r := range ordered.Map(t.Context(), count(n), uneven) {
			got = append(got, r)
		}
		require.Len(t, got, n)
		for i, r := range got {
			require.Equal(t, 2*i, r)
		}
	}
	back(t, before)
}

// TestOnce: each value is mapped once, and the sequence may be used again.
func TestOnce(t *testing.T) {
	var calls atomic.Int64
	all := ordered.Map(t.Context(), count(100), func(i int) int { calls.Add(1); return i })
	first, second := slices.Collect(all), slices.Collect(all)
	assert.Equal(t, first, second)
	assert.EqualValues(t, 200, calls.Load())
}

// TestTogether: values are mapped at once as far as there are cores, and not one after the
// other: two that wait for each other come to an end.
func TestTogether(t *testing.T) {
	if runtime.GOMAXPROCS(0) < 2 {
		t.Skip("one core")
	}
	met := make(chan struct{})
	got := slices.Collect(ordered.Map(t.Context(), count(2), func(i int) int {
		if i == 0 {
			<-met
		} else {
			close(met)
		}
		return i
	}))
	assert.Equal(t, []int{0, 1}, got)
}

// TestConsumerStops: what is drawn is bounded, and no goroutine is left.
func TestConsumerStops(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, after := range []int{1, 5, 300} {
		drawn, ended := 0, false
		endless := func(yield func(int) bool) {
			defer func() { ended = true }()
			for ; yield(drawn); drawn++ { // all that ends it is the consumer
			}
		}
		got := 0
		for r := range ordered.Map(t.Context(), endless, uneven) {
			require.Equal(t, 2*got, r)
			if got++; got == after {
				break
			}
		}
		assert.True(t, ended, "the values are left before Map returns")
		assert.LessOrEqual(t, drawn, after+(64+2)*runtime.GOMAXPROCS(0)+2, "not far ahead of the consumer")
	}
	back(t, before)
}

func TestContextEnds(t *testing.T) {
	before := runtime.NumGoroutine()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	n := 0
	for range ordered.Map(ended, count(1000), uneven) {
		n++
	}
	assert.Less(t, n, 1000)

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	got := 0
	for r := range ordered.Map(ctx, endless, uneven) {
		require.Equal(t, 2*got, r, "in order to the end")
		if got++; got == 10 {
			cancel()
		}
	}
	assert.GreaterOrEqual(t, got, 10)
	back(t, before)
}

// TestConsumerPanics: the panic is the consumer's, and no goroutine is left.
func TestConsumerPanics(t *testing.T) {
	before := runtime.NumGoroutine()
	assert.PanicsWithValue(t, "consumer", func() {
		for range ordered.Map(t.Context(), count(1000), uneven) {
			panic("consumer")
		}
	})
	back(t, before)
}

// TestPanics: a panic of f, or of the values, comes to the consumer after all that is before it,
// as in a loop, and no goroutine is left.
func TestPanics(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, at := range []int{0, 1, 50, 500} {
		got := 0
		assert.PanicsWithValue(t, "f gives up", func() {
			for r := range ordered.Map(t.Context(), count(1000), func(i int) int {
				if i >= at {
					panic("f gives up")
				}
				return uneven(i)
			}) {
				require.Equal(t, 2*got, r)
				got++
			}
		})
		assert.Equal(t, at, got)

		got = 0
		assert.PanicsWithValue(t, "the values give up", func() {
			for r := range ordered.Map(t.Context(), func(yield func(int) bool) {
				if count(at)(yield); true {
					panic("the values give up")
				}
			}, uneven) {
				require.Equal(t, 2*got, r)
				got++
			}
		})
		assert.Equal(t, at, got)
	}
	assert.PanicsWithValue(t, "the values give up at the end", func() {
		for range ordered.Map(t.Context(), func(yield func(int) bool) {
			defer func() { panic("the values give up at the end") }()
			count(1000)(yield)
		}, uneven) {
			break
		}
	})
	back(t, before)
}

// TestExit: values that end their goroutine, as a test that fails does, end the consumer's.
func TestExit(t *testing.T) {
	before := runtime.NumGoroutine()
	got, went := 0, false
	var all sync.WaitGroup
	all.Go(func() {
		for range ordered.Map(t.Context(), func(yield func(int) bool) {
			count(10)(yield)
			runtime.Goexit()
		}, uneven) {
			got++
		}
		went = true
	})
	all.Wait()
	assert.Equal(t, 10, got)
	assert.False(t, went, "it went on")
	back(t, before)
}

// TestAnsweredAsTheyCome: a result does not wait for values to come: those that are drawn once
// the one before is answered are answered.
func TestAnsweredAsTheyCome(t *testing.T) {
	answered, got := make(chan bool, 1), 0
	for r := range ordered.Map(t.Context(), func(yield func(int) bool) {
		for i := range 300 {
			if !yield(i) {
				return
			}
			<-answered
		}
	}, uneven) {
		require.Equal(t, 2*got, r)
		got++
		answered <- true
	}
	assert.Equal(t, 300, got)
}

// TestMemory: no more results are kept than there are slots, however many values there are.
func TestMemory(t *testing.T) {
	var alive atomic.Int64
	slots := int64(64*runtime.GOMAXPROCS(0) + 1)
	n := 0
	for range ordered.Map(t.Context(), count(3000), func(int) *[1 << 10]byte {
		alive.Add(1)
		p := new([1 << 10]byte)
		runtime.AddCleanup(p, func(n *atomic.Int64) { n.Add(-1) }, &alive)
		return p
	}) {
		if n++; n%1000 != 0 {
			continue
		}
		for tries := 0; alive.Load() > slots && tries < 1000; tries++ {
			runtime.GC() // cleanups run after it, in a goroutine of their own
			time.Sleep(time.Millisecond)
		}
		require.LessOrEqual(t, alive.Load(), slots)
	}
}

// BenchmarkMap is what passing a value on costs, beside nothing that is done with it.
func BenchmarkMap(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for range ordered.Map(b.Context(), func(yield func(int) bool) {
		for i := 0; i < b.N && yield(i); i++ {
		}
	}, func(i int) int { return i }) {
		n++
	}
	if n != b.N {
		b.Fatal("some are lost")
	}
}

// TestExitOfF has f end its goroutine: the consumer's ends, too, and does not wait for ever.
func TestExitOfF(t *testing.T) {
	var got []int
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range ordered.Map(t.Context(), count(100), func(i int) int {
			if i == 50 {
				runtime.Goexit()
			}
			return i
		}) {
			got = append(got, i)
		}
		t.Error("the loop went on")
	}()
	<-done
	assert.Len(t, got, 50)
}
