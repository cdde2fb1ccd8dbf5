package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// The least weights, in nats.
const (
	kindUnit   = 1.0 / 32
	choiceUnit = 1.0 / 64
	saidUnit   = 1.0 / 16
)

// weightiest returns for each feature whether it is among the keep with the greatest
// weights, where counts says what of its weights counts.
func weightiest(m *linear.Model, keep int, counts func(*[linear.Outputs]float32) float32) []bool {
	order := make([]int, len(m.Weights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(counts(&m.Weights[b]), counts(&m.Weights[a])) })
	kept := make([]bool, len(order))
	for _, i := range order[:min(keep, len(order))] {
		kept[i] = true
	}
	return kept
}

// relative makes the weights of the classes relative to those of the last class, which
// become zero. Probabilities do not change.
func relative(m *linear.Model) {
	for i := range m.Weights {
		beyondLast(&m.Weights[i])
	}
	beyondLast(&m.Bias)
}

func beyondLast(w *[linear.Outputs]float32) {
	last := w[linear.Classes-1]
	for k := range linear.Classes {
		w[k] -= last
	}
}

// quantise rounds weights to units that fit a byte.
func quantise(m *linear.Model, unit float64) {
	for i := range m.Weights {
		w := &m.Weights[i]
		for k := range w {
			w[k] = float32(float64(inByte(w[k], unit)) * unit)
		}
	}
	for k := range m.Bias {
		m.Bias[k] = float32(math.Round(float64(m.Bias[k])/unit) * unit)
	}
}

// inByte returns the weight w in units, rounded and limited to what fits a byte.
func inByte(w float32, unit float64) int8 {
	return int8(min(max(math.Round(float64(w)/unit), -127), 127))
}

// byKinds returns the greatest difference that a feature makes between kinds.
func byKinds(w *[linear.Outputs]float32) float32 {
	kinds := w[:linear.Classes]
	return slices.Max(kinds) - slices.Min(kinds)
}

// byScam returns the difference that a feature makes for a scam, or for whatever else the
// logistic output of a model is.
func byScam(w *[linear.Outputs]float32) float32 {
	return max(w[linear.Classes], -w[linear.Classes])
}

// byAny returns the greatest difference that a feature makes.
func byAny(w *[linear.Outputs]float32) float32 { return max(byKinds(w), byScam(w)) }

// column is an output of a model in the form that its file has.
type column struct {
	name   string
	unit   float64 // of weights and biases, in nats
	scale  float64 // what a score is multiplied by before it becomes a probability
	biases []float64
	weight func(feature int32) float32
}

// encode returns a model as a file, whose form the parser's package learned describes.
func encode(name string, v *vocabulary, columns []column) []byte {
	var distances, outputs, weights []byte
	rows, last := 0, uint32(0)
	for x, h := range v.hashes {
		has := uint64(0)
		for k, c := range columns {
			if w := inByte(c.weight(int32(x)), c.unit); w != 0 {
				has |= 1 << k
				weights = append(weights, byte(w))
			}
		}
		if has == 0 {
			continue
		}
		rows++
		distances = binary.AppendUvarint(distances, uint64(h-last))
		outputs = binary.AppendUvarint(outputs, has)
		last = h
	}
	head := fmt.Sprintf("dunsms %s, features %d, rows %d", name, version, rows)
	for _, c := range columns {
		head += fmt.Sprintf(", %s %g", c.name, c.unit*c.scale)
		for _, bias := range c.biases {
			head += fmt.Sprintf(" %d", int(math.Round(bias/c.unit)))
		}
	}
	return slices.Concat([]byte(head+"\n"), distances, outputs, weights)
}

// pack writes a packed file. One that holds the same text already is left alone, so that
// another version of the compressor makes no difference.
func pack(path string, text []byte) error {
	if old, err := unpack(path); err == nil && bytes.Equal(old, text) {
		return nil
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// unpack returns the text of a packed file.
func unpack(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// columnOf returns an output of m as a column.
func columnOf(m *linear.Model, output int, name string, unit, scale float64) column {
	return column{
		name: name, unit: unit, scale: scale, biases: []float64{float64(m.Bias[output])},
		weight: func(x int32) float32 { return m.Weights[x][output] },
	}
}
