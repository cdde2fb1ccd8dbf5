package linear

import "math"

// Sparse is a logistic model most of whose weights are zero.
type Sparse struct {
	Weights map[int32]float32 // by feature
	Bias    float32
}

// Score returns the score of features.
func (m *Sparse) Score(features []int32) float32 {
	s := m.Bias
	for _, x := range features {
		s += m.Weights[x]
	}
	return s
}

// Columns are examples by feature: for each feature, the numbers of the examples that have
// it.
type Columns [][]int32

// ColumnsOf turns lists of features, one for each example, into columns.
func ColumnsOf(lists [][]int32, features int) Columns {
	counts := make([]int, features)
	for _, list := range lists {
		for _, x := range list {
			counts[x]++
		}
	}
	columns := make(Columns, features)
	for x, n := range counts {
		columns[x] = make([]int32, 0, n)
	}
	for i, list := range lists {
		for _, x := range list {
			columns[x] = append(columns[x], int32(i))
		}
	}
	return columns
}

// Rounds of FitSparse: over all features, and between two of these, over the features with a
// weight.
const (
	allRounds = 6
	fewRounds = 5
)

// least is the least step that is worth taking, in nats.
const least = 0.005

// lasso is the state of a fit.
type lasso struct {
	labels  []int8 // 1, 0, or -1: not known
	scores  []float32
	slopes  []float32 // of the loss by the score: 0 if the label is not known
	penalty float64
	bias    float32
	weights []float64
}

// FitSparse fits a model by coordinate descent. It minimizes the sum of the logistic loss
// and penalty times the sum of the weights' absolute values. Each step goes to the minimum
// of a parabola that lies above the loss, so that no step makes it worse (Krishnapuram et
// al., Sparse Multinomial Logistic Regression, 2005). labels are 1, 0 or, for an example
// that teaches nothing, -1.
func FitSparse(columns Columns, labels []int8, penalty float64) *Sparse {
	l := &lasso{
		labels: labels, scores: make([]float32, len(labels)), slopes: make([]float32, len(labels)),
		penalty: penalty, weights: make([]float64, len(columns)),
	}
	positive, known := 0, 0
	for _, y := range labels {
		if y >= 0 {
			known++
			positive += int(y)
		}
	}
	switch positive {
	case 0:
		return &Sparse{Bias: -sure}
	case known:
		return &Sparse{Bias: sure}
	}
	l.addBias(float32(math.Log(float64(positive) / float64(known-positive))))
	var some []int32 // features with a weight
	for range allRounds {
		some = some[:0]
		for x := range columns {
			l.step(x, columns[x])
			if l.weights[x] != 0 {
				some = append(some, int32(x))
			}
		}
		for range fewRounds {
			for _, x := range some {
				l.step(int(x), columns[x])
			}
			l.stepBias(known)
		}
	}
	m := &Sparse{Weights: map[int32]float32{}, Bias: l.bias}
	for x, w := range l.weights {
		if w != 0 {
			m.Weights[int32(x)] = float32(w)
		}
	}
	return m
}

// sure is the bias if all examples are positive, in nats.
const sure = 8

// step moves the weight of feature x.
func (l *lasso) step(x int, column []int32) {
	slope := 0.0
	for _, i := range column {
		slope += float64(l.slopes[i])
	}
	w := l.weights[x]
	if w == 0 && math.Abs(slope) <= l.penalty {
		return
	}
	bend := float64(len(column)) / 4 // an upper bound of the curvature of the loss
	to := shrunk(w-slope/bend, l.penalty/bend)
	if math.Abs(to-w) < least && to != 0 {
		return
	}
	l.weights[x] = to
	for _, i := range column {
		l.move(i, float32(to-w))
	}
}

func (l *lasso) stepBias(known int) {
	slope := 0.0
	for _, s := range l.slopes {
		slope += float64(s)
	}
	l.addBias(float32(-slope / (float64(known) / 4)))
}

func (l *lasso) addBias(by float32) {
	l.bias += by
	for i := range l.scores {
		l.move(int32(i), by)
	}
}

// move adds by to the score of example i.
func (l *lasso) move(i int32, by float32) {
	l.scores[i] += by
	if y := l.labels[i]; y >= 0 {
		l.slopes[i] = float32(Logistic(float64(l.scores[i]))) - float32(y)
	}
}

// shrunk returns w moved towards zero by at most by.
func shrunk(w, by float64) float64 {
	switch {
	case w > by:
		return w - by
	case w < -by:
		return w + by
	}
	return 0
}
