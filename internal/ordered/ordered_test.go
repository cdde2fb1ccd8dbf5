package ordered_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"slices"
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

// TestPanicIsNotSwallowed: a panic of f ends the process, as it does in any goroutine that
// nobody recovers in. It is run in a process of its own.
func TestPanicIsNotSwallowed(t *testing.T) {
	const in = "ORDERED_TEST_PANICS"
	if os.Getenv(in) != "" {
		for range ordered.Map(context.Background(), count(100), func(i int) int {
			if i == 50 {
				panic("f gives up")
			}
			return i
		}) {
		}
		os.Exit(0) // it was swallowed
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestPanicIsNotSwallowed$")
	cmd.Env = append(os.Environ(), in+"=1")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	require.True(t, errors.As(err, &exit), "it was swallowed")
	assert.NotZero(t, exit.ExitCode())
	assert.Contains(t, string(out), "panic: f gives up")
}
