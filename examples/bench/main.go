//go:build cgo

// Bench compares how long a message takes: Parse and Check, gojieba's Tokenize and
// Tag over its whole dictionary, and, where it is installed, Recognizers-Text on
// Node.
//
//	(cd examples/bench && npm install)
//	go run ./examples/bench [-rounds n] [-seconds n]
//
// All read the messages of messages.txt, each in turns with Tokenize, so that what
// else the machine does falls on both: message by message but for Node, which has
// its turn in each round. The medians of the rounds are printed, and how many times
// as long as Tokenize each takes.
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
	tokenize := func(s string) error { return some(len(j.Tokenize(s, gojieba.DefaultMode, true))) }
	subjects := []subject{
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
	var table table
	node := true
	for range rounds {
		var base float64
		for _, s := range subjects {
			var ns float64
			var err error
			if base, ns, err = inTurns(messages, seconds, tokenize, s.read); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			table.add(s.name, ns, ns/base)
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
			table.add("Recognizers-Text "+name, asked[name], asked[name]/base)
		}
	}
	return table.print(out)
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

// inTurns returns the nanoseconds that Tokenize and a subject take for a message.
// They take turns message by message: neither has the machine's caches for itself.
func inTurns(messages []string, seconds float64, tokenize, read func(string) error) (base, ns float64, err error) {
	runs := 0
	for begin := time.Now(); time.Since(begin).Seconds() < seconds; {
		for _, m := range messages {
			start := time.Now()
			if err := read(m); err != nil {
				return 0, 0, err
			}
			middle := time.Now()
			if err := tokenize(m); err != nil {
				return 0, 0, err
			}
			ns += float64(middle.Sub(start).Nanoseconds())
			base += float64(time.Since(middle).Nanoseconds())
		}
		runs += len(messages)
	}
	return base / float64(runs), ns / float64(runs), nil
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

// table holds what was measured, in the order in which it came.
type table struct {
	names []string
	ns    map[string][]float64
	times map[string][]float64
}

func (t *table) add(name string, ns, times float64) {
	if t.ns == nil {
		t.ns, t.times = map[string][]float64{}, map[string][]float64{}
	}
	if t.ns[name] == nil {
		t.names = append(t.names, name)
	}
	t.ns[name] = append(t.ns[name], ns)
	t.times[name] = append(t.times[name], times)
}

// print writes the medians.
func (t *table) print(w io.Writer) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tab, "\tµs a message\ttimes gojieba Tokenize\t")
	for _, name := range t.names {
		fmt.Fprintf(tab, "%s\t%.1f\t%.2f\t\n", name, median(t.ns[name])/1000, median(t.times[name]))
	}
	return tab.Flush()
}

func median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
