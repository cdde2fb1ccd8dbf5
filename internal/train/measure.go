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

// heldOut returns a guess for each row of lots, by a model that fit makes of all the other
// lots and of always, and scores by score. It makes as many as there are lots, a few at a
// time.
func heldOut(lots map[string][]*row, always []*row, fit func([]*row) *linear.Model, score func(*linear.Model, *row) [linear.Outputs]float32) []guess {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var guesses []guess
	free := make(chan struct{}, runtime.NumCPU())
	for lot, rows := range lots {
		wg.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			rest := slices.Clone(always)
			for _, other := range sortedLots(lots) {
				if other != lot {
					rest = append(rest, lots[other]...)
				}
			}
			m := fit(rest)
			mu.Lock()
			defer mu.Unlock()
			for _, r := range rows {
				guesses = append(guesses, guess{r, score(m, r)})
			}
		})
	}
	wg.Wait()
	slices.SortFunc(guesses, func(a, b guess) int { return a.compare(b.row) })
	return guesses
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
