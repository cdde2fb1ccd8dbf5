//go:build cgo

// Bench compares how long a message takes: Parse and Check, gojieba's Tokenize and
// Tag over its whole dictionary, and, where it is installed, Recognizers-Text on
// Node.
//
//	(cd examples/bench && npm install)
//	go run ./examples/bench [-rounds n] [-seconds n]
//
// All read the messages of messages.txt, in turns, so that what else the machine
// does falls on all: message by message but for Node, which has its turn in each
// round. The medians of the rounds are printed, and how many times as long as
// Tokenize each takes.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/yanyiwu/gojieba"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/parser"
)

//go:embed messages.txt
var messagesFile string

// reference is what the others are held against.
const reference = "gojieba Tokenize"

func main() {
	rounds := flag.Int("rounds", 10, "how many rounds")
	seconds := flag.Float64("seconds", 0.5, "how long each takes in a round")
	flag.Parse()
	if *rounds < 1 || *seconds <= 0 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, os.Stderr, *rounds, *seconds); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(out, notes io.Writer, rounds int, seconds float64) error {
	messages := strings.Split(strings.TrimSpace(messagesFile), "\n")
	j := gojieba.NewJieba()
	defer j.Free()
	subjects := []subject{
		{reference, func(s string) error { return some(len(j.Tokenize(s, gojieba.DefaultMode, true))) }},
		{"gojieba Tag", func(s string) error { return some(len(j.Tag(s))) }},
		{"dunsms Parse", func(s string) error {
			n, err := parser.Parse(s)
			if err != nil {
				return err
			}
			return some(len(n.Tokens))
		}},
		{"dunsms Check", func(s string) error {
			r, err := dunsms.Check(dunsms.Message{Text: s})
			if err != nil {
				return err
			}
			return some(len(r.Steps))
		}},
	}
	took := map[string][]float64{}
	var names []string
	note := func(name string, ns float64) {
		if took[name] == nil {
			names = append(names, name)
		}
		took[name] = append(took[name], ns)
	}
	node := true
	for range rounds {
		ns, err := inTurns(messages, seconds, subjects)
		if err != nil {
			return err
		}
		for i, s := range subjects {
			note(s.name, ns[i])
		}
		if !node {
			continue
		}
		asked, err := recognizers(messages, seconds)
		if err != nil {
			node = false
			fmt.Fprintln(notes, "Recognizers-Text is left out:", err)
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(asked)) {
			note("Recognizers-Text "+name, asked[name])
		}
	}
	return report(out, names, took)
}

var errNothing = errors.New("nothing came back")

func some(n int) error {
	if n == 0 {
		return errNothing
	}
	return nil
}

// subject is what is measured.
type subject struct {
	name string
	read func(string) error
}

// inTurns returns the nanoseconds that each subject takes for a message. They
// take turns message by message: none has the caches of the machine for itself.
func inTurns(messages []string, seconds float64, subjects []subject) ([]float64, error) {
	took := make([]float64, len(subjects))
	runs := 0
	for begin := time.Now(); time.Since(begin).Seconds() < seconds*float64(len(subjects)); {
		for _, m := range messages {
			for i, s := range subjects {
				start := time.Now()
				if err := s.read(m); err != nil {
					return nil, fmt.Errorf("%s: %w", s.name, err)
				}
				took[i] += float64(time.Since(start).Nanoseconds())
			}
		}
		runs += len(messages)
	}
	for i := range took {
		took[i] /= float64(runs)
	}
	return took, nil
}

// recognizers runs recognizers.js.
func recognizers(messages []string, seconds float64) (map[string]float64, error) {
	_, file, _, _ := runtime.Caller(0)
	dir := filepath.Dir(file)
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		return nil, errors.New("npm install has not been run beside recognizers.js")
	}
	in, err := json.Marshal(map[string]any{"messages": messages, "seconds": seconds})
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("node", "recognizers.js")
	cmd.Dir, cmd.Stdin, cmd.Stderr = dir, bytes.NewReader(in), os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var took map[string]float64
	return took, json.Unmarshal(text, &took)
}

// report prints the medians.
func report(w io.Writer, names []string, took map[string][]float64) error {
	base := median(took[reference])
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tab, "\tµs a message\ttimes "+reference+"\t")
	for _, name := range names {
		m := median(took[name])
		fmt.Fprintf(tab, "%s\t%.1f\t%.2f\t\n", name, m/1000, m/base)
	}
	return tab.Flush()
}

func median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
