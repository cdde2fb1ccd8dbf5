package linear

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// examples have one feature for each class, one for what is positive, and one that all
// of them have.
func examples() []Example {
	var all []Example
	for i := range 400 {
		e := Example{Features: []int32{int32(i % Classes), 5}, Class: i % Classes}
		if i%3 == 0 {
			e.Features, e.Positive = append(e.Features, 4), 1
		}
		all = append(all, e)
	}
	return all
}

var settings = Settings{Rounds: 20, Batch: 16, Rate: 0.05, Dropout: 0.2, Seed: 1}

func TestFit(t *testing.T) {
	all := examples()
	m := Fit(all, 6, settings)
	for _, e := range all {
		s := m.Scores(e.Features)
		p := Softmax(&s, 1)
		assert.Greater(t, p[e.Class], 0.5)
		assert.Equal(t, e.Positive == 1, s[Classes] > 0)
	}
	assert.Equal(t, m, Fit(examples(), 6, settings), "the same examples make the same model")
	other := settings
	other.Seed = 2
	assert.NotEqual(t, m, Fit(all, 6, other))
}

// TestFitUnknown: what is not known of an example teaches nothing.
func TestFitUnknown(t *testing.T) {
	m := Fit([]Example{{Features: []int32{0}, Class: -1, Positive: -1}}, 1, settings)
	assert.Equal(t, [Outputs]float32{}, m.Weights[0])
	assert.Equal(t, [Outputs]float32{}, m.Bias)
}

// TestSlopes compares the slopes of the loss with its differences.
func TestSlopes(t *testing.T) {
	scores := [Outputs]float32{0.3, -0.2, 1, 0, 0.7}
	e := Example{Class: 2, Positive: 0}
	got := slopes(&scores, &e)
	for k := range scores {
		const h = 1e-2
		up, down := scores, scores
		up[k] += h
		down[k] -= h
		assert.InDelta(t, (loss(&up, &e)-loss(&down, &e))/(2*h), float64(got[k]), 1e-3)
	}
}

func TestSoftmax(t *testing.T) {
	scores := [Outputs]float32{1000, 1000, 0, 0, 0}
	p := Softmax(&scores, 1)
	assert.InDelta(t, 0.5, p[0], 1e-9)
	assert.InDelta(t, 0.5, p[1], 1e-9)
	p = Softmax(&scores, 0)
	assert.InDelta(t, 0.25, p[3], 1e-9)
}

// loss returns the loss of an example.
func loss(scores *[Outputs]float32, e *Example) float64 {
	p := Softmax(scores, 1)
	positive := Logistic(float64(scores[Classes]))
	if e.Positive == 0 {
		positive = 1 - positive
	}
	return -math.Log(p[e.Class]) - math.Log(positive)
}
