//go:build cgo

package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/yanyiwu/gojieba"

	"github.com/dunsms/dunsms/parser"
)

// takeTimes has each peer read the messages of examples/bench for so many seconds in
// each round. What runs in this process takes turns with Tokenize message by message;
// a process has its turn in each round.
func takeTimes(answered []reading, rounds int, seconds float64) ([]timing, error) {
	text, err := os.ReadFile(filepath.Join(here(), "..", "messages.txt"))
	if err != nil {
		return nil, err
	}
	messages := strings.Split(strings.TrimSpace(string(text)), "\n")
	j := gojieba.NewJieba()
	defer j.Free()
	isOverdue := filter(keywords(), 1)
	own := []struct {
		name string
		read func(string) error
	}{
		{"dunsms, all fields", func(s string) error { _, err := parser.Parse(s); return err }},
		{"keyword filter", func(s string) error { isOverdue(s); return nil }},
	}
	var taken []timing
	for range rounds {
		var base float64
		for _, o := range own {
			var ns float64
			if base, ns, err = inTurns(messages, seconds, o.read, j); err != nil {
				return nil, err
			}
			taken = append(taken, timing{o.name, ns, base})
		}
		for _, p := range answered {
			if p.name == "dunsms" {
				continue
			}
			a, err := p.ask(question{messages, seconds})
			if err != nil {
				return nil, fmt.Errorf("%s: %w", p.name, err)
			}
			for _, what := range slices.Sorted(maps.Keys(a.Took)) {
				taken = append(taken, timing{p.name + ", " + what, a.Took[what], base})
			}
		}
	}
	return medians(taken), nil
}

// inTurns returns the nanoseconds that Tokenize and read take for a message.
func inTurns(messages []string, seconds float64, read func(string) error, j *gojieba.Jieba) (base, ns float64, err error) {
	runs := 0
	for begin := time.Now(); time.Since(begin).Seconds() < seconds; {
		for _, m := range messages {
			start := time.Now()
			if err := read(m); err != nil {
				return 0, 0, err
			}
			middle := time.Now()
			j.Tokenize(m, gojieba.DefaultMode, true)
			ns += float64(middle.Sub(start).Nanoseconds())
			base += float64(time.Since(middle).Nanoseconds())
		}
		runs += len(messages)
	}
	return base / float64(runs), ns / float64(runs), nil
}
