package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// choice is what the parser chooses by a model among the candidates of a message.
type choice struct {
	name   string
	title  string
	keep   int               // features that are kept
	ranked int8              // the rules choose only candidates of lower ranks
	says   func(*row) bool   // whether the label says it without doubt
	label  func(*row) *int64 // its value, in hundredths; nil if there is none
}

// choiceSettings are those of the fits.
var choiceSettings = linear.Settings{Rounds: 20, Batch: 64, Rate: 0.01, Dropout: 0.3, Seed: 1}

// The choices.
var (
	owed = choice{
		name: "owed", title: "what is owed", keep: 3500, ranked: 8,
		says:  (*row).saysOwed,
		label: func(r *row) *int64 { return r.AmountFen },
	}
	days = choice{
		name: "days", title: "days past due", keep: 5000, ranked: 1,
		says: (*row).saysDays,
		label: func(r *row) *int64 {
			if r.OverdueDays == nil {
				return nil
			}
			return new(*r.OverdueDays * 100)
		},
	}
)

// file returns the place of the model of c.
func (c *choice) file() string {
	return filepath.Join(top, "parser/internal/learned/data", c.name+".model.gz")
}

// saysOwed reports whether the label says what is owed.
func (r *row) saysOwed() bool {
	return (r.Kind == "overdue" || r.Kind == "reminder") && !r.isDoubtful() && len(r.AmountAlt) == 0 && !slices.Contains(r.Ambiguous, "amount_fen")
}

// saysDays reports whether the label says how many days the debt is past due.
func (r *row) saysDays() bool {
	return r.Kind == "overdue" && !r.isDoubtful() && len(r.DaysAlt) == 0 && !slices.Contains(r.Ambiguous, "overdue_days")
}

// candidate is a value of a message that may be chosen.
type candidate struct {
	Value    int64    `json:"value"`
	Rank     int8     `json:"rank"`
	Bare     bool     `json:"bare"` // not of this kind according to the rules
	Hashes   []uint32 `json:"hashes"`
	features []int32
}

// isRight reports whether a candidate has the value that the label of r says.
func (c *choice) isRight(r *row, v *candidate) bool {
	label := c.label(r)
	return label != nil && *label == v.Value
}

// make fits and writes the model of c, and prints how it reads held-out lots.
func (c *choice) make(d *data) error {
	own := d.own()
	var all [][]uint32
	err := written(own, "./parser", "TestCandidateFeatures", "-candidates", func(r *bufio.Reader) error {
		in := json.NewDecoder(r)
		for _, row := range own {
			var lists map[string][]candidate
			if err := in.Decode(&lists); err != nil {
				return err
			}
			row.candidates = lists[c.name]
			for i := range row.candidates {
				v := &row.candidates[i]
				slices.Sort(v.Hashes)
				v.Hashes = slices.Compact(v.Hashes)
				all = append(all, v.Hashes)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	v := newVocabulary(all, least)
	for _, r := range own {
		for i := range r.candidates {
			r.candidates[i].features = v.of(r.candidates[i].Hashes)
		}
	}
	onCard, err := readCard()
	if err != nil {
		return err
	}
	f := c.measure(d, len(v.hashes))
	f.Measured = d.hash
	f.print(os.Stdout, c.title)
	m := c.fit(own, len(v.hashes))
	m.Bias[linear.Classes] += float32(f.Bias)
	if err := pack(c.file(), encode(c.name, v, []column{columnOf(m, linear.Classes, c.name, choiceUnit, 1)})); err != nil {
		return err
	}
	if onCard.Chosen == nil {
		onCard.Chosen = map[string]chosenFigures{}
	}
	onCard.Chosen[c.name] = f
	return onCard.write()
}

// chosenFigures are how well a choice is made in held-out lots.
type chosenFigures struct {
	Wanted   int     `json:"wanted"`
	F1       float64 `json:"f1"`
	ByRules  float64 `json:"by_rules"` // F1 of the ranks that the rules give
	Bias     float64 `json:"bias"`     // what is added to scores so that F1 is close to its greatest
	Measured string  `json:"measured"` // hash of the messages that the figures are about
}

// print writes the figures for a person to read.
func (f *chosenFigures) print(w io.Writer, title string) {
	fmt.Fprintf(w, "%s, of %d held-out messages that say it: F1 %.4f, by rules alone %.4f\n", title, f.Wanted, f.F1, f.ByRules)
}

// fit fits a model to the candidates of rows.
func (c *choice) fit(rows []*row, features int) *linear.Model {
	var examples []linear.Example
	for _, r := range rows {
		if !c.says(r) {
			continue
		}
		for i := range r.candidates {
			e := linear.Example{Features: r.candidates[i].features, Class: -1}
			if c.isRight(r, &r.candidates[i]) {
				e.Positive = 1
			}
			examples = append(examples, e)
		}
	}
	m := fitKept(examples, features, choiceSettings, anyOf(c.keep))
	quantise(m, choiceUnit)
	return m
}

// chosen is the candidate that is chosen for a held-out row.
type chosen struct {
	score         float64
	right, wanted bool
	found         bool // there is one
}

// measure returns how rows are read by models that saw nothing of their lot, with the
// bias for which they are read best.
func (c *choice) measure(d *data, features int) (f chosenFigures) {
	var byModel, byRules []chosen
	all := heldOut(d.lots, d.always,
		func(rows []*row) *linear.Model { return c.fit(rows, features) },
		func(m *linear.Model, r *row) [2]chosen { return [2]chosen{c.choose(r, m), c.byRules(r)} })
	for i, r := range d.lotRows() {
		if c.says(r) {
			byModel, byRules = append(byModel, all[i][0]), append(byRules, all[i][1])
		}
	}
	for _, choice := range byRules {
		if choice.wanted {
			f.Wanted++
		}
	}
	best := 0.0
	for b := leastBias; b <= mostBias; b += 0.125 {
		best = max(best, f1(byModel, b))
	}
	for b := leastBias; b <= mostBias; b += 0.125 {
		if x := f1(byModel, b); x >= best-choiceSlack {
			f.F1, f.Bias = x, b // the last one: to say nothing is the worse mistake
		}
	}
	f.F1, f.ByRules = rounded(f.F1), rounded(f1(byRules, 0))
	return f
}

// Where a choice's bias is looked for, in nats, and how much F1 may be lost for a bias
// with which more is said.
const (
	leastBias, mostBias = -3.0, 9.0
	choiceSlack         = 0.0005
)

// choose returns the candidate of r that m chooses.
func (c *choice) choose(r *row, m *linear.Model) chosen {
	best := chosen{wanted: c.label(r) != nil}
	for i := range r.candidates {
		v := &r.candidates[i]
		if score := float64(m.Scores(v.features)[linear.Classes]) - v.behind(); !best.found || score > best.score {
			best.score, best.right, best.found = score, c.isRight(r, v), true
		}
	}
	return best
}

// byRules returns the candidate of r with the best rank, if the rules choose any.
func (c *choice) byRules(r *row) chosen {
	best := chosen{wanted: c.label(r) != nil, score: 1}
	rank := c.ranked
	for i := range r.candidates {
		if v := &r.candidates[i]; !v.Bare && v.Rank >= 0 && v.Rank < rank {
			rank, best.right, best.found = v.Rank, c.isRight(r, v), true
		}
	}
	return best
}

// rankWeight is how much a candidate is behind for each rank, in nats, as in the
// parser's package learned; neverOwed is the rank of candidates that are never owed
// according to the rules.
const (
	rankWeight = 0.25
	neverOwed  = 9
)

// behind returns how much a candidate is behind because of its rank.
func (v *candidate) behind() float64 {
	if v.Rank < 0 {
		return rankWeight * neverOwed
	}
	return rankWeight * float64(v.Rank)
}

// f1 returns the F1 of choices if bias is added to their scores.
func f1(choices []chosen, bias float64) float64 {
	var t tally
	for _, c := range choices {
		if c.wanted {
			t.wanted++
		}
		if c.found && c.score+bias > 0 {
			t.said++
			if c.right {
				t.both++
			}
		}
	}
	return t.f1()
}
