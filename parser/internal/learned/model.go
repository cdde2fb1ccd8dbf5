// Package learned scores a message by linear models: how likely it is of each kind, how
// likely a scam, and which of its amounts is owed.
//
// A feature is a piece of text, up to three symbols long, or a fact that the parser has
// read; a model holds a weight for each output. Sums are integers, so that a message
// gets the same scores on every machine. internal/train makes the models.
package learned

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
)

// version is that of the features. A model that was made from others is refused. It is
// raised where a change makes a text have other features.
const version = 1

// Scam is the index of the score for a scam, after those of the kinds.
const Scam = 4

// Kinds are the kinds, in the order of their scores.
var Kinds = [Scam]string{"overdue", "reminder", "receipt", "other"}

//go:embed data/kind.model
var kindFile string

//go:embed data/owed.model
var owedFile string

var (
	loadKind = sync.OnceValue(func() *model { return mustLoad("kind", kindFile, Scam+1) })
	loadOwed = sync.OnceValue(func() *model { return mustLoad("owed", owedFile, 1) })
)

// Load reads the models, which the first Read does otherwise.
func Load() {
	loadKind()
	loadOwed()
	loadSaid()
	names()
}

func mustLoad(name, file string, outputs int) *model {
	m, err := newModel(name, file, outputs)
	mustRead(name, err)
	return m
}

// mustRead panics if a model's file cannot be read, which is a fault of the build.
func mustRead(name string, err error) {
	if err != nil {
		panic("dunsms: " + name + ".model: " + err.Error())
	}
}

// mostOutputs is the greatest number of outputs.
const mostOutputs = Scam + 1

// model holds the weights of features.
//
// Its file is a line of text and, sorted, the features: the four bytes of the hash, the
// lowest first, and a byte, signed, for the weight of each output. The line reads
//
//	dunsms kind, features 1, rows 16000, outputs 5, unit 0.015625
//
// followed by the temperature and the bias of each output. The unit is that of weights
// and biases, in nats; a temperature is what a score is multiplied by before it becomes a
// probability.
type model struct {
	index
	outputs      int
	weights      []int8 // outputs for each feature
	bias         [mostOutputs]int32
	temperatures [mostOutputs]float64 // in nats for a unit of the score
}

// newModel reads a model's file.
func newModel(name, file string, outputs int) (*model, error) {
	head, body, _ := strings.Cut(file, "\n")
	m := &model{outputs: outputs}
	rows, err := m.readHead(name, head)
	if err != nil {
		return nil, err
	}
	size := 4 + outputs
	if len(body) != rows*size {
		return nil, fmt.Errorf("it does not have the %d rows that it names", rows)
	}
	hashes := make([]uint32, rows)
	m.weights = make([]int8, 0, rows*outputs)
	for i := range rows {
		row := body[i*size : (i+1)*size]
		hashes[i] = binary.LittleEndian.Uint32([]byte(row[:4]))
		for _, b := range []byte(row[4:]) {
			m.weights = append(m.weights, int8(b))
		}
	}
	m.index, err = newIndex(hashes)
	return m, err
}

// readHead reads the first line of a model's file and returns the number of rows.
func (m *model) readHead(name, head string) (rows int, err error) {
	var is string
	var features, outputs int
	var unit float64
	in := strings.NewReader(strings.ReplaceAll(head, ",", " "))
	if _, err := fmt.Fscanf(in, "dunsms %s features %d rows %d outputs %d unit %g", &is, &features, &rows, &outputs, &unit); err != nil {
		return 0, fmt.Errorf("its first line cannot be read")
	}
	switch {
	case is != name || outputs != m.outputs:
		return 0, fmt.Errorf("it is the model of something else")
	case features != version:
		return 0, fmt.Errorf("it is of features %d, not %d: run go generate in internal/train", features, version)
	}
	for k := range outputs {
		if _, err := fmt.Fscan(in, &m.temperatures[k], &m.bias[k]); err != nil {
			return 0, fmt.Errorf("an output's temperature and bias cannot be read")
		}
		m.temperatures[k] *= unit
	}
	return rows, nil
}

// of returns the weights of a row.
func (m *model) of(row int32) []int8 {
	return m.weights[int(row)*m.outputs : (int(row)+1)*m.outputs]
}
