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
const version = 1

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
	names()
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
	begins  []uint32 // begins[row] is the first weight of a row
	weights []weight
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

// of returns the weights of a row.
func (m *model) of(row int32) []weight { return m.weights[m.begins[row]:m.begins[row+1]] }

// joined returns the model with the outputs of a, and then those of b.
func joined(a, b *model) *model {
	m := &model{outputs: append(slices.Clip(a.outputs), b.outputs...)}
	var hashes []uint32
	m.weights = make([]weight, 0, len(a.weights)+len(b.weights))
	i, k := 0, 0
	for i < len(a.hashes) || k < len(b.hashes) {
		m.begins = append(m.begins, uint32(len(m.weights)))
		ofA := k == len(b.hashes) || i < len(a.hashes) && a.hashes[i] <= b.hashes[k]
		ofB := i == len(a.hashes) || k < len(b.hashes) && b.hashes[k] <= a.hashes[i]
		if ofB {
			hashes = append(hashes, b.hashes[k])
		} else {
			hashes = append(hashes, a.hashes[i])
		}
		if ofA {
			m.weights = append(m.weights, a.of(int32(i))...)
			i++
		}
		if ofB {
			for _, w := range b.of(int32(k)) {
				m.weights = append(m.weights, weight{w.output + uint8(len(a.outputs)), w.by})
			}
			k++
		}
	}
	m.begins = append(m.begins, uint32(len(m.weights)))
	m.index = newIndex(hashes)
	return m
}
