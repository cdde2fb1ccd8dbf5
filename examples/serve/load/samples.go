package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dunsms/dunsms"
)

// sample is a message and its JSON on one line.
type sample struct {
	message dunsms.Message
	line    []byte
}

// readMessages reads the messages of files; other keys of their lines are ignored.
func readMessages(pattern string) ([]sample, error) {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	var all []sample
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for l := range bytes.Lines(data) {
			var s sample
			if json.Unmarshal(l, &s.message) != nil {
				return nil, fmt.Errorf("%s has a line that is not a message", name)
			}
			if s.line, err = json.Marshal(s.message); err != nil {
				return nil, err
			}
			s.line = append(s.line, '\n')
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("there are no messages in %s; start this in the project's folder", pattern)
	}
	return all, nil
}

// loop checks messages in several goroutines for the time took, and returns how many in all and
// per second.
func loop(all []sample, goroutines int, took time.Duration) (int, float64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(goroutines))
	var next atomic.Int64
	var done sync.WaitGroup
	begin := time.Now()
	for range goroutines {
		done.Go(func() {
			for time.Since(begin) < took {
				m := all[int(next.Add(1)-1)%len(all)].message
				_, _ = dunsms.Check(m) // some are refused
			}
		})
	}
	done.Wait()
	return int(next.Load()), float64(next.Load()) / time.Since(begin).Seconds()
}
