package main

import (
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// guess is what a model that saw nothing of a row's lot says of it.
type guess struct {
	*row
	scores [linear.Outputs]float32
}

// measure leaves each lot of the corpus out in turn.
func measure(own []*row, features int, tests []*row) error {
	lots := map[string][]*row{}
	for _, r := range own {
		lots[r.lot] = append(lots[r.lot], r)
	}
	names := slices.Sorted(maps.Keys(lots))
	guesses := make(map[string][]guess)
	var mu sync.Mutex
	var wg sync.WaitGroup
	free := make(chan bool, runtime.NumCPU())
	for _, lot := range names {
		wg.Go(func() {
			free <- true
			defer func() { <-free }()
			var rest []*row
			for _, r := range own {
				if r.lot != lot {
					rest = append(rest, r)
				}
			}
			m := fit(rest, features)
			list := make([]guess, len(lots[lot]))
			for i, r := range lots[lot] {
				list[i] = guess{r, m.Scores(r.features)}
			}
			mu.Lock()
			guesses[lot] = list
			mu.Unlock()
		})
	}
	wg.Wait()
	sum, n := 0.0, 0
	var loss float64
	var rows int
	var bins [10][2]float64
	for _, lot := range names {
		right := 0
		for _, g := range guesses[lot] {
			p := linear.Softmax(&g.scores, kindTemp)
			best := slices.Index(p[:], slices.Max(p[:]))
			ok := g.isRight(kinds[best])
			if ok {
				right++
			}
			if !g.isDoubtful() {
				loss -= math.Log(p[slices.Index(kinds[:], g.Kind)])
				rows++
				b := min(int(p[best]*10), 9)
				bins[b][0]++
				if ok {
					bins[b][1]++
				}
			}
		}
		share := float64(right) / float64(len(guesses[lot]))
		if inCorpus(guesses[lot][0].row) {
			sum += share
			n++
			fmt.Printf("%s %.3f  ", lot, share)
		}
	}
	ece := 0.0
	fmt.Println()
	for b, x := range bins {
		if x[0] > 0 {
			fmt.Printf("%.1f: %.0f %.3f  ", float64(b)/10, x[0], x[1]/x[0])
		}
	}
	fmt.Printf("\nmean %.4f of %d lots, loss %.4f\n", sum/float64(n), n, loss/float64(rows))
	_ = ece
	if len(tests) > 0 {
		printTests(fit(own, features), tests)
	}
	return nil
}

func inCorpus(r *row) bool { return r.Origin != "" && r.lot != "unseen" }
