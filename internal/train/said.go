package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// saidFile is the place of the model of threats and asks.
var saidFile = filepath.Join(top, "parser/internal/learned/data/said.model.gz")

const saidPenalty = 1.4 // of the weights, see linear.FitSparse

// wanted returns whether a row is labelled with the threat or ask name: 1, 0, or -1 if that
// is in doubt.
func (r *row) wanted(name string) int8 {
	group, word, _ := strings.Cut(name, ":")
	wants, optional := r.Asks, r.AsksOptional
	if group == "threat" {
		wants, optional = r.Threats, r.ThreatsOptional
	}
	switch {
	case slices.Contains(r.Ambiguous, group+"s") || slices.Contains(optional, word):
		return -1
	case slices.Contains(wants, word):
		return 1
	}
	return 0
}

// readSaid makes the parser say which threats and asks cues make in each row, and gives the
// rows the pieces of their texts as features.
func readSaid(rows []*row) (names []string, v *vocabulary, err error) {
	var all [][]uint32
	err = written(rows, "./parser", "TestSaidFeatures", "-said", func(r *bufio.Reader) error {
		in := json.NewDecoder(r)
		if err := in.Decode(&names); err != nil {
			return err
		}
		for _, row := range rows {
			var m struct {
				Said   []string
				Hashes []uint32
			}
			if err := in.Decode(&m); err != nil {
				return err
			}
			row.byCues = make([]bool, len(names))
			for k, name := range names {
				row.byCues[k] = slices.Contains(m.Said, name)
			}
			slices.Sort(m.Hashes)
			all = append(all, slices.Compact(m.Hashes))
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	v = newVocabulary(all, least)
	for i, r := range rows {
		r.features = v.of(all[i])
	}
	return names, v, nil
}

// labelledSaid returns the rows that are always trained on and that say what is threatened
// and asked.
func (d *data) labelledSaid() (rows []*row) {
	for _, r := range d.always {
		if r.Asks != nil && r.Threats != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

// fitSaid fits a model for each name to rows.
func fitSaid(rows []*row, names []string, features int) []*linear.Sparse {
	lists := make([][]int32, len(rows))
	for i, r := range rows {
		lists[i] = r.features
	}
	columns := linear.ColumnsOf(lists, features)
	models := make([]*linear.Sparse, len(names))
	for k, name := range names {
		labels := make([]int8, len(rows))
		for i, r := range rows {
			labels[i] = r.wanted(name)
		}
		models[k] = linear.FitSparse(columns, labels, saidPenalty)
		for x, w := range models[k].Weights {
			models[k].Weights[x] = float32(float64(inByte(w, saidUnit)) * saidUnit)
		}
	}
	return models
}

// heard is what a model that saw nothing of a row's lot says about a threat or ask.
type heard struct {
	lot    string
	score  float32
	byCues bool
	wanted int8
	debt   bool // the row is about a debt
}

// hearHeldOut returns what is heard in each row of the lots, by name.
func hearHeldOut(d *data, names []string, features int) [][]heard {
	var wg sync.WaitGroup
	var mu sync.Mutex
	all := make([][]heard, len(names))
	free := make(chan struct{}, runtime.NumCPU())
	for g := range groups {
		wg.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			var out []*row
			rest := d.labelledSaid()
			for i, lot := range sortedLots(d.lots) {
				if i%groups == g {
					out = append(out, d.lots[lot]...)
				} else {
					rest = append(rest, d.lots[lot]...)
				}
			}
			models := fitSaid(rest, names, features)
			mu.Lock()
			defer mu.Unlock()
			for k, name := range names {
				for _, r := range out {
					all[k] = append(all[k], heard{r.lot, models[k].Score(r.features), r.byCues[k], r.wanted(name), r.Kind != "other"})
				}
			}
		})
	}
	wg.Wait()
	return all
}

// saidFigures are how well threats and asks are heard in held-out lots, and the thresholds,
// which are chosen on the same lots.
type saidFigures struct {
	Group     string            `json:"group"`
	Without   float64           `json:"without"` // the least score, in nats, of what no cue says
	With      float64           `json:"with"`    // and of what a cue says
	F1        float64           `json:"f1"`      // of messages about a debt
	ByCues    float64           `json:"by_cues"` // F1 of the cues alone
	Precision float64           `json:"precision"`
	Recall    float64           `json:"recall"`
	All       float64           `json:"f1_all"` // of all messages
	Types     map[string]scores `json:"types"`
	Lots      map[string]scores `json:"lots"`
}

// slack is how much F1 may be lost for thresholds that leave more to the cues.
const slack = 0.01

// figureSaid chooses the thresholds of a group. Of those with about the best F1, it takes
// for asks those that take least away of what cues say, and for threats those that add least
// to it: an ask that is missed may be the one that is followed, and a threat that nobody
// made frightens.
func figureSaid(group string, names []string, all [][]heard) saidFigures {
	f := saidFigures{Group: group, Types: map[string]scores{}, Lots: map[string]scores{}}
	best := 0.0
	try := func(accept func(f1 float64) bool) {
		const takings, addings = 7, 25 // steps of a quarter: what a cue says is seldom doubted
		for i := range takings * addings {
			takes, adds := i/addings, i%addings
			if group == "threat" {
				takes, adds = i%takings, i/takings
			}
			with, without := -6+float64(takes)/4, 3-float64(adds)/4
			if t := f.count(names, all, without, with, aboutDebt); accept(t.f1()) {
				f.Without, f.With = without, with
				return
			}
		}
	}
	try(func(f1 float64) bool { best = max(best, f1); return false })
	try(func(f1 float64) bool { return f1 >= best-slack })
	t := f.count(names, all, f.Without, f.With, aboutDebt)
	s := t.scores()
	f.F1, f.Precision, f.Recall = rounded(t.f1()), s.Precision, s.Recall
	t = f.count(names, all, f.Without, f.With, func(*heard) bool { return true })
	f.All = rounded(t.f1())
	const never, always = 1e6, -1e6
	t = f.count(names, all, never, always, aboutDebt)
	f.ByCues = rounded(t.f1())
	for k, name := range names {
		if group, word, _ := strings.Cut(name, ":"); group == f.Group {
			t = f.count(names[k:k+1], all[k:k+1], f.Without, f.With, aboutDebt)
			f.Types[word] = t.scores()
		}
	}
	lots := map[string]bool{}
	for i := range all[0] {
		lots[all[0][i].lot] = true
	}
	for lot := range lots {
		t = f.count(names, all, f.Without, f.With, func(h *heard) bool { return h.lot == lot && aboutDebt(h) })
		f.Lots[lot] = t.scores()
	}
	return f
}

func aboutDebt(h *heard) bool { return h.debt }

// count counts the group's answers at thresholds, over the rows for which counts is true.
func (f *saidFigures) count(names []string, all [][]heard, without, with float64, counts func(*heard) bool) (t tally) {
	for k, name := range names {
		if !strings.HasPrefix(name, f.Group) {
			continue
		}
		for i := range all[k] {
			h := &all[k][i]
			least := without
			if h.byCues {
				least = with
			}
			if h.wanted >= 0 && counts(h) {
				t.add(h.wanted == 1, float64(h.score) > least)
			}
		}
	}
	return t
}

func (t *tally) f1() float64 { return 2 * float64(t.both) / float64(max(t.wanted+t.said, 1)) }

// print writes the figures for a person to read.
func (f *saidFigures) print(w io.Writer) {
	fmt.Fprintf(w, "\n%ss: F1 %.3f of messages about a debt (by cues alone %.3f), precision %.3f, recall %.3f; of all messages F1 %.3f\n", f.Group, f.F1, f.ByCues, f.Precision, f.Recall, f.All)
	for _, byName := range []map[string]scores{f.Types, f.Lots} {
		for _, name := range slices.Sorted(maps.Keys(byName)) {
			byName[name].print(w, name)
		}
	}
}

// makeSaid writes the model of threats and asks, with the thresholds on the card.
func makeSaid(d *data) error {
	c, err := readCard()
	if err != nil {
		return err
	}
	if len(c.Said) == 0 {
		return errors.New("the card has no thresholds: run go run . -measure")
	}
	names, v, err := readSaid(d.own())
	if err != nil {
		return err
	}
	rows := d.labelledSaid()
	for _, lot := range sortedLots(d.lots) {
		rows = append(rows, d.lots[lot]...)
	}
	models := fitSaid(rows, names, len(v.hashes))
	return pack(saidFile, encode("said", v, saidColumns(models, names, c.Said)))
}

// saidColumns returns the models as columns, with the thresholds of figures.
func saidColumns(models []*linear.Sparse, names []string, figures []saidFigures) (columns []column) {
	for k, name := range names {
		group, _, _ := strings.Cut(name, ":")
		f := figures[slices.IndexFunc(figures, func(f saidFigures) bool { return f.Group == group })]
		m := models[k]
		columns = append(columns, column{
			name: name, unit: saidUnit, scale: 1,
			biases: []float64{float64(m.Bias) - f.Without, float64(m.Bias) - f.With},
			weight: func(x int32) float32 { return m.Weights[x] },
		})
	}
	return columns
}

// measureSaid prints how threats and asks are heard in held-out lots.
func measureSaid(d *data) ([]saidFigures, error) {
	names, v, err := readSaid(d.own())
	if err != nil {
		return nil, err
	}
	all := hearHeldOut(d, names, len(v.hashes))
	var figures []saidFigures
	for _, group := range []string{"ask", "threat"} {
		f := figureSaid(group, names, all)
		f.print(os.Stdout)
		figures = append(figures, f)
	}
	return figures, nil
}
