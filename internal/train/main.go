// Command train makes the parser's models from the labelled messages of testdata.
//
//	go generate         makes them anew
//	go run . -measure   leaves each lot out in turn and writes card.json and report.txt
//	go run . -test GLOB measures the model that is made from all lots on other files
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/dunsms/dunsms/internal/train/linear"
)

//go:generate go run .

// settings are those that the lots, each left out in turn, chose.
var settings = linear.Settings{Rounds: 10, Batch: 128, Rate: 0.008, Dropout: 0.2, Seed: 1}

const (
	version  = 1   // of the features, as in the parser's package learned
	least    = 4   // messages that must have a feature
	kindTemp = 0.8 // temperatures, chosen on held-out lots; see the report
	scamTemp = 0.95
)

// modelFile is the model's place, from the top of the checkout.
const modelFile = "parser/internal/learned/data/kind.model"

var corpus *string
var keep int

func main() {
	log.SetFlags(0)
	log.SetPrefix("train: ")
	corpus = flag.String("corpus", "../../testdata/corpus/*.jsonl", "")
	measured := flag.Bool("measure", false, "leave each lot out in turn")
	test := flag.String("test", "", "`pattern` of files of labelled messages to measure the model on")
	flag.Float64Var(&settings.Dropout, "dropout", settings.Dropout, "")
	flag.IntVar(&settings.Rounds, "rounds", settings.Rounds, "")
	flag.Float64Var(&settings.Rate, "rate", settings.Rate, "")
	flag.IntVar(&keep, "keep", 16000, "")
	flag.Parse()
	if err := run(*measured, *test); err != nil {
		log.Fatal(err)
	}
}

func run(measured bool, test string) error {
	const top = "../.."
	own, err := readRows(*corpus, filepath.Join(top, "testdata/sms/*.jsonl"), filepath.Join(top, "testdata/unseen/*.jsonl"))
	if err != nil {
		return err
	}
	own = labelled(own)
	all := own
	if test != "" {
		others, err := readRows(test)
		if err != nil {
			return err
		}
		all = append(all[:len(all):len(all)], others...)
	}
	hashes, err := hashesOf(all, top)
	if err != nil {
		return err
	}
	v := newVocabulary(hashes[:len(own)], least)
	for i, r := range all {
		r.features = v.features(hashes[i])
	}
	if measured {
		return measure(own, len(v.hashes), all[len(own):])
	}
	m := fit(own, len(v.hashes))
	if test != "" {
		printTests(m, all[len(own):])
		return nil
	}
	return os.WriteFile(filepath.Join(top, modelFile), encode(m, v, version, kindTemp, scamTemp), 0o644)
}

// labelled returns the rows with an ID: those of the triage sample have no labels.
func labelled(rows []*row) []*row {
	var kept []*row
	for _, r := range rows {
		if r.lot != "sample" {
			kept = append(kept, r)
		}
	}
	return kept
}

// fit fits a model to rows and prunes it.
func fit(rows []*row, features int) *linear.Model {
	examples := make([]linear.Example, len(rows))
	for i, r := range rows {
		examples[i] = r.example()
	}
	m := linear.Fit(examples, features, settings)
	prune(m, keep)
	kept := make([]bool, features)
	for x, w := range m.Weights {
		kept[x] = w != ([linear.Outputs]float32{})
	}
	for i := range examples {
		var left []int32
		for _, x := range examples[i].Features {
			if kept[x] {
				left = append(left, x)
			}
		}
		examples[i].Features = left
	}
	m = linear.Fit(examples, features, settings)
	prune(m, keep)
	return m
}

func printTests(m *linear.Model, rows []*row) {
	right, total, overdue := map[string]int{}, map[string]int{}, map[string]int{}
	var lots []string
	for _, r := range rows {
		kind, _ := judge(m, r)
		if total[r.lot]++; total[r.lot] == 1 {
			lots = append(lots, r.lot)
		}
		if r.isRight(kind) {
			right[r.lot]++
		}
		if kind == "overdue" {
			overdue[r.lot]++
		}
	}
	for _, lot := range lots {
		fmt.Printf("%-14s %5d  kind %.3f  called overdue %d\n", lot, total[lot], float64(right[lot])/float64(total[lot]), overdue[lot])
	}
}

// judge returns the kind that m gives r, and its probability.
func judge(m *linear.Model, r *row) (string, float64) {
	scores := m.Scores(r.features)
	p := linear.Softmax(&scores, kindTemp)
	best := 0
	for k := range p {
		if p[k] > p[best] {
			best = k
		}
	}
	return kinds[best], p[best]
}
