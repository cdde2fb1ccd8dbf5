package main

import (
	"runtime"
	"slices"
	"sync"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// guess is what a model that saw nothing of a row's lot says about the row.
type guess struct {
	*row
	scores [linear.Outputs]float32
}

// groups is how many groups of lots are held out in turn: a model for each single lot
// would take six times as long.
const groups = 12

// heldOut returns what read says about each row of lots, in order. For each row it uses a
// model that fit makes of always and of the lots of other groups.
func heldOut[T any](lots map[string][]*row, always []*row, fit func([]*row) *linear.Model, read func(*linear.Model, *row) T) []T {
	var wg sync.WaitGroup
	names := sortedLots(lots)
	said := make([][]T, len(names))
	free := make(chan struct{}, runtime.NumCPU())
	for group := range min(groups, len(names)) {
		wg.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			rest := slices.Clone(always)
			for i, name := range names {
				if i%groups != group {
					rest = append(rest, lots[name]...)
				}
			}
			m := fit(rest)
			for i := group; i < len(names); i += groups {
				for _, r := range lots[names[i]] {
					said[i] = append(said[i], read(m, r))
				}
			}
		})
	}
	wg.Wait()
	return slices.Concat(said...)
}

// kind returns the index of the kind that g gives, and its probability at a temperature.
func (g *guess) kind(temperature float64) (best int, p float64) {
	all := linear.Softmax(&g.scores, temperature)
	for k := range all {
		if all[k] > all[best] {
			best = k
		}
	}
	return best, all[best]
}

// scam returns the probability of a scam at a temperature.
func (g *guess) scam(temperature float64) float64 {
	return linear.Logistic(temperature * float64(g.scores[linear.Classes]))
}
