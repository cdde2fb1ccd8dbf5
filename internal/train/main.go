// Command train makes the parser's models from the labelled messages of testdata.
//
//	go generate         makes it, the gate's table and the other models anew
//	go run . -gate      makes the gate's table, and prints how it opens for held-out lots
//	go run . -owed      makes the model of what is owed, and prints how it reads held-out lots
//	go run . -days      makes the model of the days past due, and prints the same
//	go run . -said      makes the model of threats and asks
//	go run . -measure   leaves the lots out in groups, prints a report, and writes card.json;
//	                    with -guesses FILE also what was said of each message, as the test
//	                    TestHeldOut of package classify reads it
//	go run . -test GLOB measures the model of all lots on other labelled messages
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/dunsms/dunsms/internal/train/linear"
)

//go:generate go run . -gate
//go:generate go run . -owed
//go:generate go run . -days
//go:generate go run . -said
//go:generate go run .

// settings are those with which held-out lots are read best.
var settings = linear.Settings{Rounds: 10, Batch: 128, Rate: 0.005, Dropout: 0.2, Seed: 1}

// caution is subtracted from the score of overdue, in nats: on a phone fewer messages are
// about a debt than in the lots, and to see a debt where there is none is the worse mistake.
const caution = 0.34

// surplus is subtracted from the score of other: the lots written for scams and adverts hold
// little else, and would make every other kind rarer than it is.
const surplus = 0.36

const (
	version  = 2     // of the features, as in the parser's package learned
	least    = 4     // messages that must have a feature
	keep     = 38700 // features that are kept for the kinds
	keepScam = 28000 // features that are kept for a scam; many are among both
)

// top is the top of the checkout.
const top = "../.."

// modelFile is the place of the model of kinds; modelFiles are the places of all models.
var (
	modelFile  = filepath.Join(top, "parser/internal/learned/data/kind.model.gz")
	modelFiles = []string{modelFile, owed.file(), days.file(), saidFile, gateFile}
)

// The messages: the lots, each of which is left out in turn, and those that are always
// trained on, because whoever wrote them had the parser in view.
var (
	lotFiles    = filepath.Join(top, "testdata/corpus/*.jsonl")
	alwaysFiles = []string{filepath.Join(top, "testdata/sms/[^s]*.jsonl"), filepath.Join(top, "testdata/unseen/*.jsonl")}
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("train: ")
	measured := flag.Bool("measure", false, "leave the lots out in groups")
	chooseOwed := flag.Bool("owed", false, "make the model of what is owed")
	chooseDays := flag.Bool("days", false, "make the model of the days past due")
	said := flag.Bool("said", false, "make the model of threats and asks")
	gate := flag.Bool("gate", false, "make the gate")
	guesses := flag.String("guesses", "", "`file` for what -measure says of each message")
	test := flag.String("test", "", "`pattern` of files of labelled messages to measure the model on")
	flag.Parse()
	d, err := readData(*test)
	if err != nil {
		log.Fatal(err)
	}
	switch {
	case *gate:
		err = makeGate(d)
	case *chooseOwed:
		err = owed.make(d)
	case *chooseDays:
		err = days.make(d)
	case *said:
		err = makeSaid(d)
	case *measured:
		err = measure(d, *guesses)
	case *test != "":
		m := fit(d.own(), d.features)
		printTests(os.Stdout, m, d.tests)
	default:
		err = write(d)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// data are the messages with their features.
type data struct {
	always, tests []*row
	lots          map[string][]*row
	*vocabulary
	features int
	hash     string
}

// own returns the messages on which the model is trained.
func (d *data) own() []*row { return slices.Concat(d.always, d.lotRows()) }

// lotRows returns the messages of all lots.
func (d *data) lotRows() (rows []*row) {
	for _, lot := range sortedLots(d.lots) {
		rows = append(rows, d.lots[lot]...)
	}
	return rows
}

// readData reads the messages, and those that match the pattern test unless it is "".
func readData(test string) (*data, error) {
	d := &data{lots: map[string][]*row{}}
	var err error
	if d.hash, err = hashOfFiles(append(alwaysFiles, lotFiles)...); err != nil {
		return nil, err
	}
	if d.always, err = readRows(alwaysFiles...); err != nil {
		return nil, err
	}
	rows, err := readRows(lotFiles)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		d.lots[r.lot] = append(d.lots[r.lot], r)
	}
	if test != "" {
		if d.tests, err = readRows(test); err != nil {
			return nil, err
		}
	}
	own := d.own()
	all := append(own[:len(own):len(own)], d.tests...)
	hashes, err := hashesOf(all)
	if err != nil {
		return nil, err
	}
	d.vocabulary = newVocabulary(hashes[:len(own)], least)
	d.features = len(d.vocabulary.hashes)
	for i, r := range all {
		r.features = d.vocabulary.of(hashes[i])
	}
	return d, nil
}

// measure prints how held-out lots are read, and puts it on the card. If file is not "",
// what is said of each message is written to it.
func measure(d *data, file string) error {
	c, err := readCard()
	if err != nil {
		c = new(card)
	}
	guesses := heldOut(d.lots, d.always,
		func(rows []*row) *linear.Model { return fit(rows, d.features) },
		func(m *linear.Model, r *row) guess { return guess{r, m.Scores(r.features)} })
	c.Temperatures = chooseTemperatures(guesses)
	c.HeldOut, c.Measured = figure(guesses, c.Temperatures), d.hash
	c.HeldOut.print(os.Stdout, c.Temperatures)
	if file != "" {
		if err := writeGuesses(file, guesses, c.Temperatures); err != nil {
			return err
		}
	}
	if c.Said, err = measureSaid(d); err != nil {
		return err
	}
	if err := os.WriteFile(pictureFile, picture(c.HeldOut.Bins), 0o644); err != nil {
		return err
	}
	return c.write()
}

// write makes the model, with the temperatures on the card.
func write(d *data) error {
	c, err := readCard()
	if err != nil {
		return err
	}
	m := fit(d.own(), d.features)
	t := c.Temperatures
	var columns []column
	for k, kind := range kinds[:linear.Classes-1] {
		columns = append(columns, columnOf(m, k, kind, kindUnit, t.Kind))
	}
	columns = append(columns, columnOf(m, linear.Classes, "scam", kindUnit, t.Scam))
	if err := pack(modelFile, encode("kind", d.vocabulary, columns)); err != nil {
		return err
	}
	c.Corpus, c.Settings, c.Least, c.Keep, c.KeepScam = d.hash, settings, least, keep, keepScam
	c.Often, c.Caution, c.Penalty = often, caution, saidPenalty
	if c.Models, err = hashOfFiles(modelFiles...); err != nil {
		return err
	}
	return c.write()
}

// fit fits the model of kinds to rows.
func fit(rows []*row, features int) *linear.Model {
	examples := make([]linear.Example, len(rows))
	for i, r := range rows {
		examples[i] = r.example()
	}
	m := fitKept(examples, features, settings, func(m *linear.Model) []bool {
		kept := weightiest(m, keep, byKinds)
		for x, scam := range weightiest(m, keepScam, byScam) {
			kept[x] = kept[x] || scam
		}
		return kept
	})
	m.Bias[slices.Index(kinds[:], "overdue")] -= caution
	m.Bias[slices.Index(kinds[:], "other")] -= surplus
	relative(m)
	quantise(m, kindUnit)
	return m
}

// fitKept fits a model, then fits again with only the features that choose keeps of the
// first model. It overwrites the examples' features.
func fitKept(examples []linear.Example, features int, s linear.Settings, choose func(*linear.Model) []bool) *linear.Model {
	kept := choose(fitOften(examples, features, s))
	for i := range examples {
		var left []int32
		for _, x := range examples[i].Features {
			if kept[x] {
				left = append(left, x)
			}
		}
		examples[i].Features = left
	}
	return fitOften(examples, features, s)
}

// anyOf returns a function that chooses the keep features with the greatest weights for any
// output.
func anyOf(keep int) func(*linear.Model) []bool {
	return func(m *linear.Model) []bool { return weightiest(m, keep, byAny) }
}

// often is how many models are fitted, each with another random seed, for one: their mean
// reads better than any of them.
const often = 5

func fitOften(examples []linear.Example, features int, s linear.Settings) *linear.Model {
	models := make([]*linear.Model, often)
	for i := range models {
		models[i] = linear.Fit(examples, features, s)
		s.Seed++
	}
	return linear.Mean(models...)
}
