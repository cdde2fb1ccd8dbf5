//go:build cgo && unix

package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/yanyiwu/gojieba"

	"github.com/dunsms/dunsms/parser"
)

// takeTimes has each peer read the messages of examples/bench for so many seconds of
// CPU in each round, so that what else the machine does counts little. What runs in
// this process takes turns with Tokenize message by message; a process has its turn in
// each round, and is compared with Tokenize as it was in turns with dunsms, when it had
// not all caches for itself.
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
		{"keyword filter", func(s string) error { isOverdue(s); return nil }},
		{"dunsms, all fields", func(s string) error { _, err := parser.Parse(s); return err }},
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

// inTurns returns the nanoseconds of CPU that Tokenize and read take for a message: what
// this process had, shared out as the clock says.
func inTurns(messages []string, seconds float64, read func(string) error, j *gojieba.Jieba) (base, ns float64, err error) {
	runs, begin := 0, spent()
	for float64(spent()-begin) < seconds*1e9 {
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
	each := float64(spent()-begin) / float64(runs) / (base + ns)
	return base * each, ns * each, nil
}

// spent returns the nanoseconds of CPU that this process has had.
func spent() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}
