// Package learned scores a message by linear models: how likely it is of each kind, how
// likely a scam, what it threatens and asks for, which of its amounts is owed, and which
// of its numbers are the days that a debt is past due.
//
// A feature is a piece of text, up to three symbols long, or a fact that the parser has
// read; a model holds a weight for each output. Sums are integers, so that a message
// gets the same scores on every machine. internal/train makes the models.
package learned

import (
	_ "embed"
	"slices"
	"sync"
)

// version is that of the features. A model that was made from others is refused. It is
// raised where a change makes a text have other features.
const version = 2

//go:embed data/kind.model
var kindFile string

//go:embed data/said.model
var saidFile string

//go:embed data/owed.model
var owedFile string

//go:embed data/days.model
var daysFile string

var (
	// loadMessage returns the models of what is said of a message: its kind, whether it
	// is a scam, what it threatens and asks for. They are one, so that a feature is
	// looked up once.
	loadMessage = sync.OnceValue(func() *messageModel {
		return newMessageModel(mustLoad("kind", kindFile), mustLoad("said", saidFile))
	})
	// loadChoices returns the models of choices.
	loadChoices = sync.OnceValue(func() *[choices]*model {
		return &[choices]*model{Owed: mustLoad("owed", owedFile), Days: mustLoad("days", daysFile)}
	})
)

// Load reads the models, which the first Read does otherwise.
func Load() {
	loadMessage()
	loadChoices()
	names.Get()
}

// mustLoad reads a model's file, and panics if it cannot, which is a fault of the build.
func mustLoad(name, file string) *model {
	m, err := newModel(name, file)
	if err != nil {
		panic("dunsms: " + name + ".model: " + err.Error())
	}
	return m
}

// mostOutputs is the greatest number of outputs of a model.
const mostOutputs = 32

// model holds the weights of features. Many of them are zero; it holds the others.
type model struct {
	index
	weights []weight // for all outputs but the first ones, by row
	outputs []output
}

// weight is a weight of a feature for an output.
type weight struct {
	output uint8
	by     int8
}

// output is what a model gives a score.
type output struct {
	name string
	unit float64  // of its weights, in nats
	bias [2]int32 // of its score: where no cue says the same, and where one does
}

// of returns the weights of a row for all outputs but the first ones.
func (m *model) of(row int32) []weight { return m.weights[m.rows[row].begin:m.rows[row+1].begin] }

// by returns the weight of a row for an output that is none of the first ones.
func (m *model) by(row int32, output uint8) int8 {
	for i, end := m.rows[row].begin, m.rows[row+1].begin; i < end; i++ {
		if w := m.weights[i]; w.output >= output {
			if w.output == output {
				return w.by
			}
			break
		}
	}
	return 0
}

// addRow begins the next row.
func (m *model) addRow(hash uint32) {
	m.rows = append(m.rows, row{hash: hash, begin: uint32(len(m.weights))})
}

// put adds a weight to the last row that has begun.
func (m *model) put(output int, by int8) {
	switch {
	case output < firstOutputs:
		m.rows[len(m.rows)-1].first[output] = by
	case by != 0:
		m.weights = append(m.weights, weight{uint8(output), by})
	}
}

// take adds the weights of a row of another model, whose first output has number from
// in m.
func (m *model) take(other *model, row, from int) {
	for k, by := range other.rows[row].first {
		m.put(from+k, by)
	}
	for _, w := range other.of(int32(row)) {
		m.put(from+int(w.output), w.by)
	}
}

// endRows ends the last row.
func (m *model) endRows() {
	m.addRow(0)
	m.index = newIndex(m.rows)
}

// joined returns the model with the outputs of a, and then those of b.
func joined(a, b *model) *model {
	m := &model{outputs: append(slices.Clip(a.outputs), b.outputs...)}
	m.rows = make([]row, 0, len(a.rows)+len(b.rows))
	i, k := 0, 0
	for i < len(a.rows)-1 || k < len(b.rows)-1 {
		ofA := k == len(b.rows)-1 || i < len(a.rows)-1 && a.rows[i].hash <= b.rows[k].hash
		ofB := i == len(a.rows)-1 || k < len(b.rows)-1 && b.rows[k].hash <= a.rows[i].hash
		if ofA {
			m.addRow(a.rows[i].hash)
			m.take(a, i, 0)
			i++
		}
		if ofB {
			if !ofA {
				m.addRow(b.rows[k].hash)
			}
			m.take(b, k, len(a.outputs))
			k++
		}
	}
	m.endRows()
	return m
}
