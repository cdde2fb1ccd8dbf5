package main

import (
	"runtime"
	"slices"
	"sync"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// guess is what a model that saw nothing of a row's lot says of the row.
type guess struct {
	*row
	scores [linear.Outputs]float32
}

// heldOut returns what read says of each row of lots, in their order, by a model that fit
// makes of all the other lots and of always. It makes as many as there are lots, a few at
// a time.
func heldOut[T any](lots map[string][]*row, always []*row, fit func([]*row) *linear.Model, read func(*linear.Model, *row) T) []T {
	var wg sync.WaitGroup
	names := sortedLots(lots)
	said := make([][]T, len(names))
	free := make(chan struct{}, runtime.NumCPU())
	for i, lot := range names {
		wg.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			rest := slices.Clone(always)
			for _, other := range names {
				if other != lot {
					rest = append(rest, lots[other]...)
				}
			}
			m := fit(rest)
			for _, r := range lots[lot] {
				said[i] = append(said[i], read(m, r))
			}
		})
	}
	wg.Wait()
	return slices.Concat(said...)
}

// kind returns the index of the kind that g says, and its probability at a temperature.
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
