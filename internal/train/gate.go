package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// gateFile is the place of the gate's table.
var gateFile = filepath.Join(top, "parser/internal/lexicon/data/gate.tsv")

const (
	gateLeast = 8        // messages that must have a piece
	gateKeep  = 4400     // pieces that are kept
	gateUnit  = 1.0 / 16 // of weights, in nats
	biasUnit  = 2        // of biases, as a multiple of the unit of weights

	// The least sum of the weights above zero, in nats, that opens the gate, as in the
	// parser's package lexicon.
	leastSpeaks = 0.5

	// The least shares of held-out messages for which the gate opens: of those about a debt,
	// and of the others that want something of the reader.
	debtRecall  = 0.9945
	fieldRecall = 0.95
)

// gateSettings are those of the gate's fit.
var gateSettings = linear.Settings{Rounds: 10, Batch: 128, Rate: 0.003, Dropout: 0.5, Seed: 1}

// The gate's two outputs: a debt, against classOther; and a message that wants something.
const (
	classDebt  = 0
	classOther = linear.Classes - 1
)

// gateExample returns the row in the form that the gate's fit takes.
func (r *row) gateExample() linear.Example {
	e := linear.Example{Features: r.features, Class: classOther}
	switch {
	case r.isDoubtful():
		e.Class = -1
	case r.Kind != "other":
		e.Class = classDebt
	}
	if len(r.Asks)+len(r.Threats)+len(r.Phones)+len(r.URLs) > 0 || r.Origin == "scam" {
		e.Positive = 1
	}
	return e
}

// makeGate fits the gate, prints for which held-out messages it opens, and writes its table.
func makeGate(d *data) error {
	lists, err := piecesOf(d.own())
	if err != nil {
		return err
	}
	hashes := make([][]uint32, len(lists))
	names := map[uint32]string{}
	for i, list := range lists {
		for _, piece := range list {
			h := fnv.New32a()
			io.WriteString(h, piece)
			names[h.Sum32()] = piece
			hashes[i] = append(hashes[i], h.Sum32())
		}
		slices.Sort(hashes[i])
		hashes[i] = slices.Compact(hashes[i])
	}
	v := newVocabulary(hashes, gateLeast)
	for i, r := range d.own() {
		r.features = v.of(hashes[i])
	}
	bias := gateBias(d, len(v.hashes))
	m := fitGate(d.own(), len(v.hashes))
	return os.WriteFile(gateFile, gateTable(m, v, names, bias), 0o644)
}

// piecesOf returns the pieces of each row that the gate weighs. The lexicon's test TestPieces
// writes them.
func piecesOf(rows []*row) ([][]string, error) {
	lists := make([][]string, 0, len(rows))
	return lists, written(rows, "./parser/internal/lexicon", "TestPieces", "-pieces", func(r *bufio.Reader) error {
		d := json.NewDecoder(r)
		for range rows {
			var list []string
			if err := d.Decode(&list); err != nil {
				return err
			}
			lists = append(lists, list)
		}
		return nil
	})
}

// fitGate fits a model that keeps only the weightiest pieces.
func fitGate(rows []*row, features int) *linear.Model {
	examples := make([]linear.Example, len(rows))
	for i, r := range rows {
		examples[i] = r.gateExample()
	}
	return fitKept(examples, features, gateSettings, anyOf(gateKeep))
}

// gateGuess returns the scores of r. If too little speaks, the score is beyond any bias: the
// gate is shut then.
func gateGuess(m *linear.Model, r *row) guess {
	s := m.Scores(r.features)
	debt, fields := 0.0, 0.0
	for _, x := range r.features {
		debt += max(debtScore(m.Weights[x]), 0)
		fields += max(float64(m.Weights[x][linear.Classes]), 0)
	}
	const beyond = 100
	if debt < leastSpeaks {
		s[classDebt] -= beyond
	}
	if fields < leastSpeaks {
		s[linear.Classes] -= beyond
	}
	return guess{r, s}
}

// debtScore returns the score of a debt.
func debtScore(s [linear.Outputs]float32) float64 { return float64(s[classDebt] - s[classOther]) }

// gateBias returns what must be added to the scores so that the gate opens for the wanted
// shares of held-out messages, and prints what it does then.
func gateBias(d *data, features int) (bias [2]float64) {
	var debts, wants []float64
	guesses := heldOut(d.lots, d.always, func(rows []*row) *linear.Model { return fitGate(rows, features) }, gateGuess)
	guesses = slices.DeleteFunc(guesses, func(g guess) bool { return g.isDoubtful() })
	for _, g := range guesses {
		e := g.gateExample()
		if e.Class == classDebt {
			debts = append(debts, debtScore(g.scores))
		} else if e.Positive == 1 {
			wants = append(wants, float64(g.scores[linear.Classes]))
		}
	}
	bias = [2]float64{-quantile(debts, 1-debtRecall), -quantile(wants, 1-fieldRecall)}
	opens := map[string]*[3]int{}
	for _, g := range guesses {
		name := g.Kind
		if name == "other" {
			name = "other, nothing wanted"
			switch {
			case g.Origin == "scam":
				name = "scam without a debt"
			case g.gateExample().Positive == 1:
				name = "other, something wanted"
			}
		}
		how := 2
		switch {
		case debtScore(g.scores)+bias[0] >= 0:
			how = 0
		case float64(g.scores[linear.Classes])+bias[1] >= 0:
			how = 1
		}
		names := []string{name}
		if g.Kind == "other" {
			names = append(names, "all without a debt")
		}
		for _, name := range names {
			if opens[name] == nil {
				opens[name] = new([3]int)
			}
			opens[name][how]++
		}
	}
	for _, name := range []string{"overdue", "reminder", "receipt", "scam without a debt", "other, something wanted", "other, nothing wanted", "all without a debt"} {
		n := opens[name]
		total := float64(n[0] + n[1] + n[2])
		fmt.Printf("%-24s opens for a debt %.3f, for fields %.3f, shut %.3f\n", name, float64(n[0])/total, float64(n[1])/total, float64(n[2])/total)
	}
	return bias
}

// quantile returns the value below which a share of values lies.
func quantile(values []float64, share float64) float64 {
	slices.Sort(values)
	return values[int(share*float64(len(values)))]
}

// gateHead is the head of gate.tsv.
const gateHead = `# Characters and pairs of neighbours by which the gate tells whether a message is worth reading.
#
# Columns (tab): piece, debt, fields.
#   piece   a character, or two that follow each other, folded; 0 is a number, and letters are passed over. bias: what every message has
#   debt    how much it speaks for a message about a debt, in sixteenths of a nat (the bias in eighths)
#   fields  how much it speaks for one that wants something of the reader, or is a scam
# Each piece counts once. A message whose sum is not below zero opens the gate.
#
# Made by internal/train from testdata/corpus; not to be edited. Sorted by code points. Licence: MIT, as the project.
`

// gateTable returns the table of a model.
func gateTable(m *linear.Model, v *vocabulary, names map[uint32]string, bias [2]float64) []byte {
	var lines []string
	for i, h := range v.hashes {
		w := m.Weights[i]
		debt, fields := gateWeight(debtScore(w)), gateWeight(float64(w[linear.Classes]))
		if debt != 0 || fields != 0 {
			lines = append(lines, fmt.Sprintf("%s\t%d\t%d\n", names[h], debt, fields))
		}
	}
	at := func(x float64) int { return int(math.Ceil(x / gateUnit / biasUnit)) }
	lines = append(lines, fmt.Sprintf("bias\t%d\t%d\n", at(debtScore(m.Bias)+bias[0]), at(float64(m.Bias[linear.Classes])+bias[1])))
	slices.Sort(lines)
	var b bytes.Buffer
	b.WriteString(gateHead + strings.Join(lines, ""))
	return b.Bytes()
}

func gateWeight(x float64) int { return int(min(max(math.Round(x/gateUnit), -127), 127)) }
