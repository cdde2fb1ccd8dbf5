// Package growth lets tests assert that the cost of some work grows no faster than its
// input, or is at most so many times the cost of other work. It never asserts how long
// work takes, which depends on the machine.
package growth

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// Work is measured on one input of large bytes, the length of the longest message, and
// on as many inputs of small bytes as add up to that length. No reader looks as far
// ahead as a small one is long.
const small, large = 4 << 10, 16 << 10

const (
	// factor is how many times as long as the small inputs the large one may take:
	// caches make it up to half as much again, quadratic work four times as much.
	factor = 2
	// slack is how far off a single measurement may be.
	slack = 50 * time.Microsecond
	// passes and fails are the leads at which some work passes or fails. Other work on
	// the machine disturbs both sides of a round alike, or one of them by chance: then
	// more rounds are needed, but they hardly ever end otherwise.
	passes, fails lead = 3, -20
)

// lead is how many more rounds were in favour of some work than against it.
type lead int

// add counts a round, unless enough rounds are counted.
func (l *lead) add(good bool) {
	switch {
	case l.decided():
	case good:
		*l++
	default:
		*l--
	}
}

func (l lead) decided() bool { return l == passes || l == fails }

// round is how long the same bytes took as one input and as several inputs.
type round struct{ large, small time.Duration }

// Linear asserts that the cost of no part of some work grows faster than the size.
// work does it once and returns how long each of the parts took. Under the race
// detector, whose own work is not linear, the test is skipped.
func Linear(t testing.TB, name string, parts []string, work func(size int) []time.Duration) {
	t.Helper()
	if Race {
		t.Skip("the race detector's own work is not linear")
	}
	runtime.LockOSThread() // its clock is read
	defer runtime.UnlockOSThread()
	leads := make([]lead, len(parts))
	for slices.ContainsFunc(leads, func(l lead) bool { return !l.decided() }) {
		for part, r := range measure(work) {
			leads[part].add(r.large <= factor*r.small+slack)
			if leads[part] == fails {
				t.Errorf("%s: %s grows faster than its input: of %d KiB at once it takes %v, of %d KiB at a time %v",
					name, parts[part], large>>10, r.large, small>>10, r.small)
				return
			}
		}
	}
}

// AtMost asserts that some work takes at most so many times as long as other work.
// measure does both and returns how long they took. The least time of each counts, of
// a few rounds or, if they do not suffice, of many: other work on the machine can only
// add to both.
func AtMost(t testing.TB, name string, times float64, measure func() (took, other time.Duration)) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const few, many = 3, 24
	took, other := measure()
	for n := 1; n < few || n < many && float64(took) > times*float64(other); n++ {
		a, b := measure()
		took, other = min(took, a), min(other, b)
	}
	if float64(took) > times*float64(other) {
		t.Errorf("%s takes %v, more than %g times %v", name, took, times, other)
	}
}

// measure does some work for a round, and returns that of each part.
func measure(work func(size int) []time.Duration) (parts []round) {
	for _, took := range work(large) {
		parts = append(parts, round{large: took})
	}
	for range large / small {
		for part, took := range work(small) {
			parts[part].small += took
		}
	}
	return parts
}

// Time returns how long f takes, as work that has one part.
func Time(f func()) []time.Duration {
	begin := now()
	f()
	return []time.Duration{now() - begin}
}

// Fill returns as many whole pieces as fit into size bytes.
func Fill(piece string, size int) string { return strings.Repeat(piece, size/len(piece)) }
