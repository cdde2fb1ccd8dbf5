// Package growth lets tests assert that the time some work takes grows no
// faster than its input.
package growth

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// Sizes are what work is measured on, in bytes. The last is the length of the
// longest message.
var Sizes = [...]int{1 << 10, 2 << 10, 4 << 10, 8 << 10, 16 << 10}

const (
	// factor is how much a byte of the greatest size may cost over one of the
	// small sizes: caches and pools make it up to half as much again, the square
	// of the size eight times as much.
	factor = 2
	// slack is what a single measurement may be off.
	slack = 50 * time.Microsecond
	// The shortest time of so many rounds counts. Other work on the machine
	// makes times longer and never shorter, so what is linear passes at last.
	leastRounds, mostRounds = 3, 50
)

// Linear asserts that no part of some work grows faster than its size. work does
// it once and returns how long each of the parts took. Under the race detector,
// whose own work is not linear, the test is skipped.
func Linear(t testing.TB, name string, parts []string, work func(size int) []time.Duration) {
	t.Helper()
	if Race {
		t.Skip("the race detector's own work is not linear")
	}
	runtime.LockOSThread() // whose clock is read
	defer runtime.UnlockOSThread()
	best := make([][len(Sizes)]time.Duration, len(parts))
	for round := 1; ; round++ {
		for i, size := range Sizes {
			for part, took := range work(size) {
				if b := &best[part][i]; round == 1 || took < *b {
					*b = took
				}
			}
		}
		bad := slices.IndexFunc(best, superlinear)
		switch {
		case round < leastRounds:
		case bad < 0:
			return
		case round == mostRounds:
			t.Errorf("%s: %s grows faster than its input: %s", name, parts[bad], show(best[bad]))
			return
		}
	}
}

// superlinear reports whether the greatest size takes too long beside the median
// of the small ones.
func superlinear(took [len(Sizes)]time.Duration) bool {
	var each [3]float64
	for i := range each {
		each[i] = float64(took[i]) / float64(Sizes[i])
	}
	slices.Sort(each[:])
	last := len(Sizes) - 1
	return float64(took[last]) > factor*each[1]*float64(Sizes[last])+float64(slack)
}

func show(took [len(Sizes)]time.Duration) string {
	var all []string
	for i, size := range Sizes {
		all = append(all, fmt.Sprintf("%d KiB %v", size>>10, took[i]))
	}
	return strings.Join(all, ", ")
}

// Time returns how long f takes, as the one part of some work.
func Time(f func()) []time.Duration {
	begin := now()
	f()
	return []time.Duration{now() - begin}
}

// Fill returns as many whole pieces as fit into size bytes.
func Fill(piece string, size int) string { return strings.Repeat(piece, size/len(piece)) }
