// Peers compares what dunsms reads of a message with what other programs read of it:
// JioNLP, Recognizers-Text, godlp and a keyword filter, on labelled messages of
// testdata/corpus, and how long each takes.
//
//	pip install -r examples/bench/peers/requirements.txt
//	npm install --prefix examples/bench
//	go run ./examples/bench/peers [-markdown] [-python command] [-lots a,b] [-rounds n] [-seconds n]
//	go run ./examples/bench/peers -show JioNLP/amounts [-n 30]
//
// A peer that is not installed is left out, with a line that says why. All but the
// times are the same in each run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// options are the flags.
type options struct {
	markdown bool
	python   string
	lots     string
	rounds   int
	seconds  float64
	show     string
	n        int
}

func main() {
	var o options
	flag.BoolVar(&o.markdown, "markdown", false, "write tables of Markdown")
	flag.StringVar(&o.python, "python", "python3", "the Python that has JioNLP")
	flag.StringVar(&o.lots, "lots", strings.Join(slices.Concat(newest, notices), ","), "the lots that fields are compared on")
	flag.IntVar(&o.rounds, "rounds", 5, "how many rounds times are taken in; 0: none")
	flag.Float64Var(&o.seconds, "seconds", 1, "how long each takes in a round")
	flag.StringVar(&o.show, "show", "", "print what a peer reads otherwise than it is labelled, as JioNLP/amounts")
	flag.IntVar(&o.n, "n", 30, "how many messages -show prints")
	flag.Parse()
	if o.rounds < 0 || o.seconds <= 0 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Stderr, o); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(out, notes io.Writer, o options) error {
	lots := strings.Split(o.lots, ",")
	rows, err := readLots(lots)
	if err != nil {
		return err
	}
	more, err := readForIDs(lots)
	if err != nil {
		return err
	}
	rows = append(rows, more...)
	all, err := readLots(nil)
	if err != nil {
		return err
	}
	c, err := readCard()
	if err != nil {
		return err
	}
	var answered []reading
	for _, p := range peers(o.python) {
		if o.show != "" && !strings.HasPrefix(o.show, p.name+"/") {
			continue
		}
		a, err := p.ask(question{Messages: texts(rows)})
		if err != nil {
			fmt.Fprintf(notes, "%s is left out: %v\n", p.name, err)
			continue
		}
		answered = append(answered, reading{p, a})
	}
	if o.show != "" {
		if len(answered) == 0 {
			return errors.New("-show is of no peer that is there")
		}
		return answered[0].show(out, rows, o)
	}
	r := report{out: out, markdown: o.markdown}
	r.head(lots, rows, answered)
	r.fields(rows, answered)
	r.kinds(all, c)
	if o.rounds > 0 {
		times, err := takeTimes(answered, o.rounds, o.seconds)
		if err != nil {
			fmt.Fprintln(notes, "times are left out:", err)
		} else {
			r.times(times)
		}
	}
	return r.err
}

// reading is what a peer made of the messages.
type reading struct {
	peer
	answer
}

func texts(rows []row) []string {
	var list []string
	for i := range rows {
		list = append(list, rows[i].Text)
	}
	return list
}

// show prints messages in which a field is read otherwise than it is labelled, spread
// over all of them.
func (p reading) show(out io.Writer, rows []row, o options) error {
	_, feature, _ := strings.Cut(o.show, "/")
	i := slices.IndexFunc(fields, func(f field) bool { return f.feature == feature && slices.Contains(p.has, feature) })
	if i < 0 {
		return fmt.Errorf("%s has no %s", p.name, feature)
	}
	var lines []string
	for k := range rows {
		r, got := &rows[k], p.Found[k]
		if s := fields[i].score(r, got); fields[i].counts(r) && s.extra+s.missed > 0 {
			lines = append(lines, fmt.Sprintf("%s %s\n  labelled %q\n  found %q\n", r.ID, r.Text, r.labels(feature), got.texts(r.Text, feature)))
		}
	}
	for k := range min(o.n, len(lines)) {
		if _, err := io.WriteString(out, lines[k*len(lines)/min(o.n, len(lines))]); err != nil {
			return err
		}
	}
	return nil
}

// labels returns what is labelled for a feature.
func (r *row) labels(feature string) []string {
	switch feature {
	case "amounts":
		var list []string
		for _, a := range r.Amounts {
			list = append(list, a[0])
		}
		return list
	case "phones":
		return r.Phones
	case "ids":
		return []string{r.MaskedID}
	}
	return r.URLs
}

// texts returns what is found for a feature, with values.
func (f found) texts(text, feature string) []string {
	pieces := f.URLs
	switch feature {
	case "amounts":
		pieces = f.Amounts
	case "phones":
		pieces = f.Phones
	case "ids":
		pieces = f.IDs
	}
	var list []string
	for _, p := range pieces {
		list = append(list, strings.TrimSpace(text[p.Start:p.End]+" "+strings.Join(p.Values, "-")))
	}
	return list
}
