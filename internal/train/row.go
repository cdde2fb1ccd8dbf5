package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// kinds are the kinds in the order of the model's scores.
var kinds = [linear.Classes]string{"overdue", "reminder", "receipt", "other"}

// row is a labelled message.
type row struct {
	ID          string   `json:"id"`
	Text        string   `json:"text"`
	Kind        string   `json:"kind"`
	Origin      string   `json:"origin"`
	KindAlt     []string `json:"kind_alt"`
	Ambiguous   []string `json:"ambiguous"`
	AmountFen   *int64   `json:"amount_fen"`
	AmountAlt   []*int64 `json:"amount_fen_alt"`
	OverdueDays *int64   `json:"overdue_days"`
	DaysAlt     []*int64 `json:"overdue_days_alt"`
	Asks        []string `json:"asks"`
	Threats     []string `json:"threats"`

	AsksOptional    []string `json:"asks_optional"`
	ThreatsOptional []string `json:"threats_optional"`

	Phones []string `json:"phones"`
	URLs   []string `json:"urls"`

	lot        string
	features   []int32
	candidates []candidate // for the choice whose model is being made
	byCues     []bool      // see readSaid
}

// isDoubtful reports whether more than one kind is right.
func (r *row) isDoubtful() bool {
	return len(r.KindAlt) > 0 || slices.Contains(r.Ambiguous, "kind")
}

// isRight reports whether a kind is a right one.
func (r *row) isRight(kind string) bool {
	return kind == r.Kind || slices.Contains(r.KindAlt, kind) || slices.Contains(r.Ambiguous, "kind")
}

// example returns the row in the form that the fit takes. What is in doubt is not trained
// on.
func (r *row) example() linear.Example {
	e := linear.Example{Features: r.features, Class: -1, Positive: -1}
	if !r.isDoubtful() {
		e.Class = slices.Index(kinds[:], r.Kind)
	}
	switch r.Origin {
	case "scam":
		e.Positive = 1
	case "genuine":
		e.Positive = 0
	}
	return e
}

// sortedLots returns the names of lots in their order.
func sortedLots(lots map[string][]*row) []string { return slices.Sorted(maps.Keys(lots)) }

// readRows reads files of JSON lines. Each file is a lot, named like the file. The error
// for a line that cannot be read names its place.
func readRows(patterns ...string) (rows []*row, err error) {
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("no file for %s", pattern)
		}
		for _, file := range files {
			if rows, err = appendFile(rows, file); err != nil {
				return nil, err
			}
		}
	}
	return rows, nil
}

func appendFile(rows []*row, file string) ([]*row, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		r := &row{lot: name}
		if json.Unmarshal(lines.Bytes(), r) != nil {
			return nil, fmt.Errorf("%s: line %d cannot be read", filepath.Base(file), n)
		}
		if r.Kind == "" {
			r.Kind = "other"
		}
		rows = append(rows, r)
	}
	return rows, lines.Err()
}

// printTests prints how m reads rows, by file.
func printTests(w io.Writer, m *linear.Model, rows []*row) {
	right, total, overdue := map[string]int{}, map[string]int{}, map[string]int{}
	for _, r := range rows {
		g := guess{r, m.Scores(r.features)}
		k, _ := g.kind(1)
		total[r.lot]++
		if r.isRight(kinds[k]) {
			right[r.lot]++
		}
		if kinds[k] == "overdue" {
			overdue[r.lot]++
		}
	}
	for _, lot := range slices.Sorted(maps.Keys(total)) {
		fmt.Fprintf(w, "%-14s %5d messages  kind right %.3f  called overdue %d\n", lot, total[lot], float64(right[lot])/float64(total[lot]), overdue[lot])
	}
}
