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
	"math"
	"math/bits"
	"sync"
)

// version is that of the features. A model made from other features is refused. A change
// that gives some text other features raises it.
const version = 2

//go:embed data/kind.model.gz
var kindFile string

//go:embed data/said.model.gz
var saidFile string

//go:embed data/owed.model.gz
var owedFile string

//go:embed data/days.model.gz
var daysFile string

var (
	// loadMessage returns the models of what a message says: its kind, whether it is a
	// scam, what it threatens and asks for. They are one model, so that each feature is
	// looked up once.
	loadMessage = sync.OnceValue(func() *messageModel {
		return newMessageModel(mustRead("kind", kindFile), mustRead("said", saidFile))
	})
	// loadChoices returns the models of choices.
	loadChoices = sync.OnceValue(func() *[choices]*model {
		return &[choices]*model{Owed: newModel(mustRead("owed", owedFile)), Days: newModel(mustRead("days", daysFile))}
	})
)

// Load reads the models, which otherwise the first Read does.
func Load() {
	loadMessage()
	loadChoices()
	names.Get()
}

// mustRead reads a model's file as it is embedded. It panics if it cannot, which is a fault of
// the build.
func mustRead(name, packed string) *file {
	text, err := unpack(packed)
	var f *file
	if err == nil {
		f, err = readFile(name, text)
	}
	if err != nil {
		panic("dunsms: " + name + ".model: " + err.Error())
	}
	return f
}

// model holds the weights of features. Most rows have weights only for the first outputs.
type model struct {
	index
	rest    [][restWords]packed // the weights for the other outputs; rest[0] is all zero
	outputs []output
}

// output is something that a model scores.
type output struct {
	name string
	unit float64  // of its weights, in nats
	bias [2]int32 // of its score: where no cue says the same, and where one does
}

// newModel returns the model with the outputs of all files, one after another.
func newModel(files ...*file) *model {
	m := &model{rest: make([][restWords]packed, 1)}
	most := 1
	for _, f := range files {
		m.outputs = append(m.outputs, f.outputs...)
		most += len(f.hashes)
	}
	rows := make([]row, 0, most)
	next := make([]struct{ row, weight int }, len(files))
	for {
		least, more := uint32(math.MaxUint32), false
		for i, f := range files {
			if k := next[i].row; k < len(f.hashes) {
				least, more = min(least, f.hashes[k]), true
			}
		}
		if !more {
			break
		}
		r := row{hash: least}
		from := 0
		for i, f := range files {
			if n := &next[i]; n.row < len(f.hashes) && f.hashes[n.row] == least {
				for set := f.sets[n.row]; set != 0; set &= set - 1 {
					m.put(&r, from+bits.TrailingZeros32(set), int8(f.weights[n.weight]))
					n.weight++
				}
				n.row++
			}
			from += len(f.outputs)
		}
		rows = append(rows, r)
	}
	m.index = newIndex(append(rows, row{hash: math.MaxUint32}))
	return m
}

// put sets a weight of a row.
func (m *model) put(r *row, output int, by int8) {
	switch {
	case output < firstOutputs:
		r.first = r.first.with(output, by)
	case by != 0:
		if r.rest == 0 {
			r.rest = uint32(len(m.rest))
			m.rest = append(m.rest, [restWords]packed{})
		}
		k := output - firstOutputs
		word := &m.rest[r.rest][k/4]
		*word = word.with(k%4, by)
	}
}
