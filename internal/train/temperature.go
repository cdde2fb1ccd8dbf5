package main

import (
	"math"
	"slices"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// temperatures are the factors of scores before they become probabilities.
type temperatures struct {
	Kind float64 `json:"kind"`
	Scam float64 `json:"scam"`
}

// chooseTemperatures returns the temperatures at which held-out guesses are
// likeliest.
func chooseTemperatures(guesses []guess) temperatures {
	kind := func(t float64) (loss float64) {
		for _, g := range guesses {
			if !g.isDoubtful() {
				p := linear.Softmax(&g.scores, t)
				loss -= math.Log(max(p[slices.Index(kinds[:], g.Kind)], 1e-12))
			}
		}
		return loss
	}
	scam := func(t float64) (loss float64) {
		for _, g := range guesses {
			switch p := g.scam(t); g.Origin {
			case "scam":
				loss -= math.Log(max(p, 1e-12))
			case "genuine":
				loss -= math.Log(max(1-p, 1e-12))
			}
		}
		return loss
	}
	return temperatures{likeliest(kind), likeliest(scam)}
}

// likeliest returns the temperature, in twentieths, with the least loss.
func likeliest(loss func(float64) float64) float64 {
	best := 1.0
	for i := range 40 {
		if t := float64(i+1) / 20; loss(t) < loss(best) {
			best = t
		}
	}
	return best
}
