// Package linear fits linear models over sparse binary features by Adam with dropout: a
// softmax over classes and a logistic output.
package linear

import (
	"math"
	"math/rand/v2"
)

// Classes is the number of classes.
const Classes = 4

// Outputs is the number of scores: one for each class, and the logistic one.
const Outputs = Classes + 1

// Example is a message. Features are indexes, each of which occurs once.
type Example struct {
	Features []int32
	Class    int // -1: not known
	Positive int // 1, 0, or -1: not known
}

// Model is a weight for each feature and output, and a bias.
type Model struct {
	Weights [][Outputs]float32
	Bias    [Outputs]float32
}

// Settings say how a model is fitted.
type Settings struct {
	Rounds  int     // how often each example is seen
	Batch   int     // examples for each step
	Rate    float64 // the length of the first step; it falls to nothing
	Dropout float64 // the share of an example's features that are left out
	Seed    uint64
}

// The decays of Adam's moments, and its floor: Kingma and Ba, 2015.
const (
	beta1, beta2 = 0.9, 0.999
	floor        = 1e-8
)

// moments are the moments of Adam for one feature.
type moments struct{ m, v [Outputs]float32 }

// fitter is the state of a fit.
type fitter struct {
	Settings
	model    Model
	moments  []moments
	gradient [][Outputs]float32
	touched  []int32 // features with a gradient in this batch
	stamp    []int32 // stamp[f] is the last batch that touched f
	random   *rand.Rand
	steps    int
	kept     []int32 // features of an example that dropout leaves in
}

// Fit fits a model with the given number of features. The last feature is the bias: it
// is in every example, and Features must not name it.
func Fit(examples []Example, features int, s Settings) *Model {
	f := &fitter{
		Settings: s, moments: make([]moments, features+1), gradient: make([][Outputs]float32, features+1),
		stamp: make([]int32, features+1), random: rand.New(rand.NewPCG(s.Seed, 1)),
	}
	f.model.Weights = make([][Outputs]float32, features+1)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	total := s.Rounds * ((len(examples) + s.Batch - 1) / s.Batch)
	for range s.Rounds {
		f.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for from := 0; from < len(order); from += s.Batch {
			batch := order[from:min(from+s.Batch, len(order))]
			f.steps++
			for _, i := range batch {
				f.add(&examples[i], int32(features), 1/float32(len(batch)))
			}
			f.step(1 - float64(f.steps-1)/float64(total))
		}
	}
	f.model.Bias = f.model.Weights[features]
	f.model.Weights = f.model.Weights[:features]
	return &f.model
}

// add adds the gradient of an example.
func (f *fitter) add(e *Example, bias int32, share float32) {
	scale := float32(1 / (1 - f.Dropout))
	f.kept = append(f.kept[:0], bias)
	limit := uint64(f.Dropout * (1 << 16))
	var word uint64
	for i, x := range e.Features {
		if i%4 == 0 {
			word = f.random.Uint64()
		}
		if word&0xFFFF >= limit {
			f.kept = append(f.kept, x)
		}
		word >>= 16
	}
	var scores [Outputs]float32
	for i, x := range f.kept {
		w := &f.model.Weights[x]
		by := scale
		if i == 0 {
			by = 1
		}
		for k := range scores {
			scores[k] += by * w[k]
		}
	}
	slope := slopes(&scores, e)
	for k := range slope {
		slope[k] *= share
	}
	for i, x := range f.kept {
		if f.stamp[x] != int32(f.steps) {
			f.stamp[x] = int32(f.steps)
			f.gradient[x] = [Outputs]float32{}
			f.touched = append(f.touched, x)
		}
		by := scale
		if i == 0 {
			by = 1
		}
		g := &f.gradient[x]
		for k := range slope {
			g[k] += by * slope[k]
		}
	}
}

// slopes returns the slope of the loss for each score.
func slopes(scores *[Outputs]float32, e *Example) (s [Outputs]float32) {
	if e.Class >= 0 {
		p := Softmax(scores, 1)
		for k := range Classes {
			s[k] = float32(p[k])
		}
		s[e.Class]--
	}
	if e.Positive >= 0 {
		s[Classes] = float32(Logistic(float64(scores[Classes]))) - float32(e.Positive)
	}
	return s
}

// step moves the weights that the batch touched. fall is the part of the rate that is
// left.
func (f *fitter) step(fall float64) {
	t := float64(f.steps)
	rate := float32(f.Rate * fall * math.Sqrt(1-math.Pow(beta2, t)) / (1 - math.Pow(beta1, t)))
	for _, x := range f.touched {
		m, g, w := &f.moments[x], &f.gradient[x], &f.model.Weights[x]
		for k := range g {
			m.m[k] = beta1*m.m[k] + (1-beta1)*g[k]
			m.v[k] = beta2*m.v[k] + (1-beta2)*g[k]*g[k]
			w[k] -= rate * m.m[k] / (float32(math.Sqrt(float64(m.v[k]))) + floor)
		}
	}
	f.touched = f.touched[:0]
}

// Mean returns the model whose scores are the means of the scores of models.
func Mean(models ...*Model) *Model {
	mean := &Model{Weights: make([][Outputs]float32, len(models[0].Weights))}
	share := 1 / float32(len(models))
	for _, m := range models {
		for i := range m.Weights {
			for k, w := range m.Weights[i] {
				mean.Weights[i][k] += share * w
			}
		}
		for k, b := range m.Bias {
			mean.Bias[k] += share * b
		}
	}
	return mean
}

// Scores returns the scores of features.
func (m *Model) Scores(features []int32) [Outputs]float32 {
	s := m.Bias
	for _, x := range features {
		w := &m.Weights[x]
		for k := range s {
			s[k] += w[k]
		}
	}
	return s
}

// Softmax returns the probabilities of the classes. Scores are first multiplied by
// temperature.
func Softmax(scores *[Outputs]float32, temperature float64) (p [Classes]float64) {
	most := scores[0]
	for _, s := range scores[:Classes] {
		most = max(most, s)
	}
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(temperature * float64(scores[k]-most))
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// Logistic returns the probability for a score.
func Logistic(score float64) float64 { return 1 / (1 + math.Exp(-score)) }
