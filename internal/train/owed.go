package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// owedFile is the place of the model of what is owed.
var owedFile = filepath.Join(top, "parser/internal/learned/data/owed.model")

const owedKeep = 7000 // features that are kept

// owedSettings are those of the fit.
var owedSettings = linear.Settings{Rounds: 10, Batch: 64, Rate: 0.01, Dropout: 0.3, Seed: 1}

// sum is an amount of a message.
type sum struct {
	Fen      int64    `json:"fen"`
	Rank     int8     `json:"rank"`
	Hashes   []uint32 `json:"hashes"`
	features []int32
}

// saysOwed reports whether the label says what is owed, and leaves no doubt.
func (r *row) saysOwed() bool {
	return (r.Kind == "overdue" || r.Kind == "reminder") && !r.isDoubtful() && len(r.AmountAlt) == 0 && !slices.Contains(r.Ambiguous, "amount_fen")
}

// isOwed reports whether a sum is the one that is owed.
func (r *row) isOwed(s *sum) bool { return r.AmountFen != nil && *r.AmountFen == s.Fen }

// makeOwed fits the model of what is owed, prints how it reads held-out lots, and writes
// it.
func makeOwed(d *data) error {
	own := d.own()
	var all [][]uint32
	err := written(own, "./parser", "TestSumFeatures", "-sums", func(r *bufio.Reader) error {
		in := json.NewDecoder(r)
		for _, row := range own {
			if err := in.Decode(&row.sums); err != nil {
				return err
			}
			for i := range row.sums {
				s := &row.sums[i]
				slices.Sort(s.Hashes)
				s.Hashes = slices.Compact(s.Hashes)
				all = append(all, s.Hashes)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	v := newVocabulary(all, least)
	for _, r := range own {
		for i := range r.sums {
			r.sums[i].features = v.of(r.sums[i].Hashes)
		}
	}
	bias := owedBias(d, len(v.hashes))
	m := fitOwed(own, len(v.hashes))
	m.Bias[linear.Classes] += float32(bias)
	return os.WriteFile(owedFile, encode("owed", v, []column{columnOf(m, linear.Classes, "owed", owedUnit, 1)}), 0o644)
}

// fitOwed fits a model to the sums of rows.
func fitOwed(rows []*row, features int) *linear.Model {
	var examples []linear.Example
	for _, r := range rows {
		if !r.saysOwed() {
			continue
		}
		for i := range r.sums {
			e := linear.Example{Features: r.sums[i].features, Class: -1}
			if r.isOwed(&r.sums[i]) {
				e.Positive = 1
			}
			examples = append(examples, e)
		}
	}
	m := fitKept(examples, features, owedKeep, owedSettings)
	quantise(m, owedUnit)
	return m
}

// choice is the sum of a held-out row that scored best.
type choice struct {
	score         float64
	right, wanted bool
	found         bool // there is a sum
}

// owedBias returns what is to be added to scores so that of held-out rows as many as can
// be are right, and prints how many are.
func owedBias(d *data, features int) (bias float64) {
	var choices []choice
	for _, lot := range sortedLots(d.lots) {
		rest := slices.Clone(d.always)
		for _, other := range sortedLots(d.lots) {
			if other != lot {
				rest = append(rest, d.lots[other]...)
			}
		}
		m := fitOwed(rest, features)
		for _, r := range d.lots[lot] {
			if r.saysOwed() {
				choices = append(choices, r.choose(m))
			}
		}
	}
	best := 0.0
	for b := -3.0; b <= 9; b += 0.125 {
		if f := f1(choices, b); f > best {
			best, bias = f, b
		}
	}
	fmt.Printf("what is owed, of held-out messages: F1 %.4f (without the bias of %g: %.4f)\n", best, bias, f1(choices, 0))
	return bias
}

// choose returns the sum of r that m chooses.
func (r *row) choose(m *linear.Model) choice {
	c := choice{wanted: r.AmountFen != nil}
	for i := range r.sums {
		s := &r.sums[i]
		if score := float64(m.Scores(s.features)[linear.Classes]) - s.behind(); !c.found || score > c.score {
			c.score, c.right, c.found = score, r.isOwed(s), true
		}
	}
	return c
}

// rankWeight is how much a sum is behind, in nats, for each rank, as in the parser's
// package learned; neverOwed is the rank of those that are never owed by the rules.
const (
	rankWeight = 0.25
	neverOwed  = 9
)

// behind returns how much a sum is behind for its rank.
func (s *sum) behind() float64 {
	if s.Rank < 0 {
		return rankWeight * neverOwed
	}
	return rankWeight * float64(s.Rank)
}

// f1 returns the F1 of choices if bias is added to their scores.
func f1(choices []choice, bias float64) float64 {
	wanted, said, right := 0, 0, 0
	for _, c := range choices {
		if c.wanted {
			wanted++
		}
		if c.found && c.score+bias > 0 {
			said++
			if c.right {
				right++
			}
		}
	}
	return 2 * float64(right) / float64(max(wanted+said, 1))
}
