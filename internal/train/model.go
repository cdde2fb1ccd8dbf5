package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// unit is the least weight, in nats.
const unit = 1.0 / 64

// weightiest returns which features are among the keep with the greatest weights.
func weightiest(m *linear.Model, keep int) []bool {
	order := make([]int, len(m.Weights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(importance(&m.Weights[b]), importance(&m.Weights[a])) })
	kept := make([]bool, len(order))
	for _, i := range order[:min(keep, len(order))] {
		kept[i] = true
	}
	return kept
}

// quantise rounds weights to units that fit a byte.
func quantise(m *linear.Model) {
	for i := range m.Weights {
		w := &m.Weights[i]
		for k := range w {
			w[k] = float32(min(max(math.Round(float64(w[k])/unit), -127), 127) * unit)
		}
	}
	for k := range m.Bias {
		m.Bias[k] = float32(math.Round(float64(m.Bias[k])/unit) * unit)
	}
}

// importance returns the greatest difference that a feature makes.
func importance(w *[linear.Outputs]float32) float32 {
	kinds := w[:linear.Classes]
	return max(slices.Max(kinds)-slices.Min(kinds), max(w[linear.Classes], -w[linear.Classes]))
}

// encode returns the first outputs of a model as a file; the parser's package learned says
// how it looks.
func encode(name string, m *linear.Model, v *vocabulary, temperatures []float64, bias []float64) []byte {
	outputs := len(temperatures)
	var body bytes.Buffer
	rows := 0
	for i, h := range v.hashes {
		w := units(m.Weights[i][:])[linear.Outputs-outputs:]
		if !slices.ContainsFunc(w, func(x int) bool { return x != 0 }) {
			continue
		}
		rows++
		body.Write(binary.LittleEndian.AppendUint32(nil, h))
		for _, x := range w {
			body.WriteByte(byte(int8(x)))
		}
	}
	head := fmt.Sprintf("dunsms %s, features %d, rows %d, outputs %d, unit %g", name, version, rows, outputs, unit)
	for k, t := range temperatures {
		head += fmt.Sprintf(", %g %d", t, int(math.Round(bias[k]/unit)))
	}
	return append([]byte(head+"\n"), body.Bytes()...)
}

// units returns weights in units.
func units(weights []float32) []int {
	list := make([]int, len(weights))
	for k, w := range weights {
		list[k] = int(math.Round(float64(w) / unit))
	}
	return list
}
