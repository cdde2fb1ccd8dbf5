package learned

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

//go:embed data/said.model
var saidFile string

var loadSaid = sync.OnceValue(func() *saidModel {
	m, err := newSaidModel(saidFile)
	mustRead("said", err)
	return m
})

// saidModel tells what a message threatens, and what it asks for. Most of its weights
// are zero, so that it holds only the others.
//
// Its file is a line of text, and the weights, sorted by feature and output: the four
// bytes of the feature's hash, the lowest first, the number of the output, and the weight.
// The line reads
//
//	dunsms said, features 1, weights 9000, outputs 20, unit 0.0625
//
// followed by the name of each output and its two biases: where no cue says it, and where
// one does.
type saidModel struct {
	index
	begins   []uint16 // begins[row] is the first weight of a row
	weights  []saidWeight
	outputs  []lexicon.Mention
	judged   lexicon.Mention // all outputs
	bias     [mostSaid][2]int32
	unit     float64   // in nats
	numberOf [64]uint8 // of the output for a bit of judged
}

// saidWeight is a weight of a feature for an output.
type saidWeight struct {
	output uint8
	weight int8
}

// mostSaid is the greatest number of outputs of a saidModel.
const mostSaid = 32

func newSaidModel(file string) (*saidModel, error) {
	head, body, _ := strings.Cut(file, "\n")
	m := new(saidModel)
	n, err := m.readHead(head)
	if err != nil {
		return nil, err
	}
	const size = 6
	if n >= 1<<16 {
		return nil, fmt.Errorf("it has too many weights")
	}
	if len(body) != n*size {
		return nil, fmt.Errorf("it does not have the %d weights that it names", n)
	}
	var hashes []uint32
	for i := range n {
		b := []byte(body[i*size : (i+1)*size])
		h := binary.LittleEndian.Uint32(b)
		if len(hashes) == 0 || h != hashes[len(hashes)-1] {
			hashes = append(hashes, h)
			m.begins = append(m.begins, uint16(i))
		}
		if int(b[4]) >= len(m.outputs) {
			return nil, fmt.Errorf("weight %d is of no output", i)
		}
		m.weights = append(m.weights, saidWeight{b[4], int8(b[5])})
	}
	m.begins = append(m.begins, uint16(n))
	m.index, err = newIndex(hashes)
	return m, err
}

func (m *saidModel) readHead(head string) (weights int, err error) {
	var features, outputs int
	in := strings.NewReader(strings.ReplaceAll(head, ",", " "))
	if _, err := fmt.Fscanf(in, "dunsms said features %d weights %d outputs %d unit %g", &features, &weights, &outputs, &m.unit); err != nil {
		return 0, fmt.Errorf("its first line cannot be read")
	}
	if features != version {
		return 0, fmt.Errorf("it is of features %d, not %d: run go generate in internal/train", features, version)
	}
	if outputs > mostSaid {
		return 0, fmt.Errorf("it has too many outputs")
	}
	for k := range outputs {
		var name string
		if _, err := fmt.Fscan(in, &name, &m.bias[k][0], &m.bias[k][1]); err != nil {
			return 0, fmt.Errorf("an output's name and biases cannot be read")
		}
		bit := slices.Index(lexicon.MentionNames(), name)
		if bit < 0 {
			return 0, fmt.Errorf("output %d is of no row of senses.tsv", k)
		}
		m.outputs = append(m.outputs, 1<<bit)
		m.judged |= 1 << bit
		m.numberOf[bit] = uint8(k)
	}
	return weights, nil
}

// saidTally adds up the weights of a saidModel.
type saidTally struct {
	*saidModel
	hits
	scores [mostSaid]int32
}

func (t *saidTally) begin(m *saidModel) {
	t.saidModel, t.scores = m, [mostSaid]int32{}
	t.hits.begin(len(m.hashes))
}

func (t *saidTally) hit(h uint64, from, to int32) {
	if t.saidModel == nil { // the features are only visited
		return
	}
	row := t.find(uint32(h >> 32))
	if row < 0 || !t.add(row, from, to) {
		return
	}
	for _, w := range t.of(row) {
		t.scores[w.output%mostSaid] += int32(w.weight)
	}
}

// of returns the weights of a row.
func (m *saidModel) of(row int32) []saidWeight { return m.weights[m.begins[row]:m.begins[row+1]] }

// Said returns the threats and asks that the model hears, of which cues say some.
func (r *Reading) Said(byCues lexicon.Mention) (heard lexicon.Mention) {
	for k, bit := range r.said.outputs {
		said := 0
		if byCues&bit != 0 {
			said = 1
		}
		if r.said.scores[k]+r.said.bias[k][said] > 0 {
			heard |= bit
		}
	}
	return heard
}

// Judged are the threats and asks that the model can hear.
func (r *Reading) Judged() lexicon.Mention { return r.said.judged }

// SaidBy returns the word that spoke most for a threat or an ask, or the value. ok is
// false if none did, or the model cannot hear it.
func (r *Reading) SaidBy(l *scan.Line, m lexicon.Mention) (p Piece, ok bool) {
	if m&r.said.judged == 0 {
		return p, false
	}
	output := r.said.numberOf[bits.TrailingZeros64(uint64(m))]
	var best hit
	most := int8(0)
	r.beginRunes(l)
	for _, h := range r.said.list {
		for _, w := range r.said.of(h.row) {
			if w.output != output {
				continue
			}
			r.spread(h.from, h.to, float32(w.weight))
			if w.weight > most {
				best, most = h, w.weight
			}
		}
	}
	if most == 0 {
		return p, false
	}
	// The words that the weightiest feature touches, and of these the one that speaks most.
	p.Weight = math.Inf(-1)
	for i := int(best.from); i < int(best.to); {
		q := r.piece(l, i)
		if i = q.End; q.Weight > p.Weight {
			p = q
		}
	}
	p.Weight = rounded(p.Weight * r.said.unit)
	return p, true
}
