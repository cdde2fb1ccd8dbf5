// Package learned scores a message by linear models: how likely it is of each kind, and
// how likely a scam.
//
// A feature is a piece of text, up to four symbols long, or a fact that the parser has
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

// outputs is the number of outputs of the model: a score for each kind, and one for a
// scam.
const outputs = Scam + 1

// Scam is the index of the score for a scam, after those of the kinds.
const Scam = 4

// Kinds are the kinds, in the order of their scores.
var Kinds = [Scam]string{"overdue", "reminder", "receipt", "other"}

//go:embed data/kind.model
var kindModel string

// model holds the weights of features.
//
// Its file is a line of text and, sorted, the features: the four bytes of the hash, the
// lowest first, and a byte, signed, for the weight of each output. The line reads
//
//	dunsms kind, features 1, rows 20000, unit 0.015625, temperature 0.8 0.95, bias 12 -3 5 0 -40
//
// where the unit is that of weights and biases in nats, and the temperatures are those of
// the kind and of the scam: what scores are multiplied by before they become
// probabilities.
type model struct {
	hashes  []uint32
	weights [][outputs]int8
	maybe   []uint64 // bit h>>maybeShift: some feature's hash begins like that
	first   []uint16 // first[h>>firstShift] is the first feature whose hash begins like that
	bias    [outputs]int32
	kind    float64 // nats for each unit of a kind's score, and of a scam's
	scam    float64
}

// The leading bits of a hash that find its bucket, and those that tell most features
// that the model does not have.
const (
	firstBits, firstShift = 15, 32 - firstBits
	maybeBits, maybeShift = 19, 32 - maybeBits
)

// entrySize is the size of a row, in bytes.
const entrySize = 4 + outputs

var load = sync.OnceValue(func() *model {
	m, err := newModel(kindModel)
	if err != nil {
		panic("dunsms: kind.model: " + err.Error())
	}
	return m
})

// newModel reads a model's file.
func newModel(file string) (*model, error) {
	head, body, _ := strings.Cut(file, "\n")
	var m model
	var features, rows int
	var unit float64
	b := &m.bias
	if _, err := fmt.Sscanf(head, "dunsms kind, features %d, rows %d, unit %g, temperature %g %g, bias %d %d %d %d %d",
		&features, &rows, &unit, &m.kind, &m.scam, &b[0], &b[1], &b[2], &b[3], &b[4]); err != nil {
		return nil, fmt.Errorf("the first line cannot be read")
	}
	switch {
	case features != version:
		return nil, fmt.Errorf("it is of features %d, not %d: run go generate in internal/train", features, version)
	case len(body) != rows*entrySize || rows >= 1<<16:
		return nil, fmt.Errorf("it does not have the %d rows that it names", rows)
	}
	m.kind, m.scam = m.kind*unit, m.scam*unit
	m.hashes = make([]uint32, rows)
	m.weights = make([][outputs]int8, rows)
	m.first = make([]uint16, 1<<firstBits+1)
	m.maybe = make([]uint64, 1<<maybeBits/64)
	bucket := 0
	for i := range rows {
		row := body[i*entrySize : (i+1)*entrySize]
		h := binary.LittleEndian.Uint32([]byte(row[:4]))
		if i > 0 && h <= m.hashes[i-1] {
			return nil, fmt.Errorf("row %d is out of order", i)
		}
		m.hashes[i] = h
		m.maybe[h>>maybeShift>>6] |= 1 << (h >> maybeShift & 63)
		for k := range outputs {
			m.weights[i][k] = int8(row[4+k])
		}
		for ; bucket <= int(h>>firstShift); bucket++ {
			m.first[bucket] = uint16(i)
		}
	}
	for ; bucket < len(m.first); bucket++ {
		m.first[bucket] = uint16(rows)
	}
	return &m, nil
}

// find returns the row of the feature with hash h, or -1.
func (m *model) find(h uint32) int32 {
	if m.maybe[h>>maybeShift>>6]>>(h>>maybeShift&63)&1 == 0 {
		return -1
	}
	b := h >> firstShift
	for i, end := m.first[b], m.first[b+1]; i < end; i++ {
		if m.hashes[i] == h {
			return int32(i)
		}
	}
	return -1
}
