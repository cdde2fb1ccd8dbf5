package main

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// figures are the figures of guesses.
type figures struct {
	Rows        int                `json:"rows"`
	Mean        float64            `json:"mean"`  // over lots, of the share of right kinds
	Worst       string             `json:"worst"` // the lot that is read worst
	Lots        map[string]float64 `json:"lots"`
	Kinds       map[string]scores  `json:"kinds"`
	Calibration float64            `json:"calibration"` // expected calibration error of the kind
	Bins        []bin              `json:"bins"`
	Scam        scores             `json:"scam"` // at a probability of 0.5

	surest []guess // the wrong ones, the surest first
}

// scores are precision and recall of one answer.
type scores struct {
	Wanted    int     `json:"wanted"`
	Said      int     `json:"said"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
}

// bin are the guesses with a probability from From to From + 0.1.
type bin struct {
	From  float64 `json:"from"`
	Rows  int     `json:"rows"`
	Said  float64 `json:"said"`  // the mean of their probabilities
	Right float64 `json:"right"` // the share that is right
}

// figure counts guesses.
func figure(guesses []guess, t temperatures) *figures {
	f := &figures{Rows: len(guesses), Lots: map[string]float64{}, Kinds: map[string]scores{}, Bins: make([]bin, 10)}
	right, rows := map[string]int{}, map[string]int{}
	var kind [linear.Classes]tally
	var scam tally
	for _, g := range guesses {
		k, p := g.kind(t.Kind)
		ok := g.isRight(kinds[k])
		rows[g.lot]++
		if ok {
			right[g.lot]++
		}
		if p := g.scam(t.Scam); g.Origin != "unknown" {
			scam.add(g.Origin == "scam", p >= 0.5)
		}
		if g.isDoubtful() {
			continue
		}
		for c := range kinds {
			kind[c].add(g.Kind == kinds[c], k == c)
		}
		b := &f.Bins[min(int(p*10), 9)]
		b.Rows++
		b.Said += p
		if ok {
			b.Right++
		} else {
			f.surest = append(f.surest, g)
		}
	}
	worst := 2.0
	for _, lot := range slices.Sorted(maps.Keys(rows)) {
		share := float64(right[lot]) / float64(rows[lot])
		f.Lots[lot] = rounded(share)
		f.Mean += share / float64(len(rows))
		if share < worst {
			worst, f.Worst = share, lot
		}
	}
	for c := range kinds {
		f.Kinds[kinds[c]] = kind[c].scores()
	}
	f.Scam = scam.scores()
	f.calibrate()
	slices.SortStableFunc(f.surest, func(a, b guess) int {
		_, p := a.kind(t.Kind)
		_, q := b.kind(t.Kind)
		switch {
		case p > q:
			return -1
		case p < q:
			return 1
		}
		return 0
	})
	f.Mean = rounded(f.Mean)
	return f
}

// calibrate turns the sums of bins into means, and computes the expected
// calibration error.
func (f *figures) calibrate() {
	total := 0
	for i := range f.Bins {
		total += f.Bins[i].Rows
	}
	for i := range f.Bins {
		b := &f.Bins[i]
		b.From = float64(i) / 10
		if b.Rows == 0 {
			continue
		}
		f.Calibration += math.Abs(b.Said-b.Right) / float64(total)
		b.Said, b.Right = rounded(b.Said/float64(b.Rows)), rounded(b.Right/float64(b.Rows))
	}
	f.Calibration = rounded(f.Calibration)
}

// tally counts one answer.
type tally struct{ wanted, said, both int }

func (t *tally) add(wanted, said bool) {
	if wanted {
		t.wanted++
	}
	if said {
		t.said++
	}
	if wanted && said {
		t.both++
	}
}

func (t *tally) scores() scores {
	return scores{t.wanted, t.said, rounded(float64(t.both) / float64(max(t.said, 1))), rounded(float64(t.both) / float64(max(t.wanted, 1)))}
}

func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// shown is how many of the surest disagreements print shows.
const shown = 40

// print writes the figures for a person to read. Rows are named by their IDs.
func (f *figures) print(w io.Writer, t temperatures) {
	fmt.Fprintf(w, "%d messages, each read by a model that saw nothing of its lot\n\nkind right, by lot\n", f.Rows)
	for _, lot := range slices.Sorted(maps.Keys(f.Lots)) {
		fmt.Fprintf(w, "  %-14s %.3f\n", lot, f.Lots[lot])
	}
	fmt.Fprintf(w, "  %-14s %.4f, worst %s\n\n", "mean", f.Mean, f.Worst)
	for _, kind := range kinds {
		f.Kinds[kind].print(w, kind)
	}
	f.Scam.print(w, "scam")
	fmt.Fprintf(w, "\nreliability of the kind: expected calibration error %.4f\n", f.Calibration)
	for _, b := range f.Bins {
		if b.Rows > 0 {
			fmt.Fprintf(w, "  from %.1f  %6d messages  said %.3f  right %.3f\n", b.From, b.Rows, b.Said, b.Right)
		}
	}
	fmt.Fprintf(w, "\nthe surest disagreements\n")
	for _, g := range f.surest[:min(shown, len(f.surest))] {
		k, p := g.kind(t.Kind)
		fmt.Fprintf(w, "  %-12s %-10s labelled %-9s read %-9s %.3f\n", g.lot, g.ID, g.Kind, kinds[k], p)
	}
}

func (s scores) print(w io.Writer, name string) {
	fmt.Fprintf(w, "  %-10s wanted %5d  said %5d  precision %.3f  recall %.3f\n", name, s.Wanted, s.Said, s.Precision, s.Recall)
}
