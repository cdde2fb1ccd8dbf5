// Godlp is godlp for the comparison. It reads and writes what peers.py does. It is a
// module of its own, so that nothing else needs godlp.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"syscall"

	dlp "github.com/bytedance/godlp"
	"github.com/bytedance/godlp/dlpheader"
)

type (
	question struct {
		Messages []string `json:"messages"`
		Seconds  float64  `json:"seconds"`
	}
	answer struct {
		Version string             `json:"version"`
		Found   []found            `json:"found,omitempty"`
		Took    map[string]float64 `json:"took,omitempty"`
	}
	found struct {
		IDs    []span `json:"ids"`
		Phones []span `json:"phones"`
		URLs   []span `json:"urls"`
	}
	span struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "godlp:", err)
		os.Exit(1)
	}
}

func run() error {
	var q question
	if err := json.NewDecoder(os.Stdin).Decode(&q); err != nil {
		return err
	}
	engine, err := dlp.NewEngine("dunsms.bench.peers")
	if err != nil {
		return err
	}
	defer engine.Close()
	if err := engine.ApplyConfigDefault(); err != nil {
		return err
	}
	a := answer{Version: version()}
	if q.Seconds > 0 {
		ns, err := measure(engine, q)
		if err != nil {
			return err
		}
		a.Took = map[string]float64{"all its rules": ns}
		return json.NewEncoder(os.Stdout).Encode(a)
	}
	for _, text := range q.Messages {
		results, err := engine.Detect(text)
		if err != nil {
			return err
		}
		a.Found = append(a.Found, of(results))
	}
	return json.NewEncoder(os.Stdout).Encode(a)
}

// of returns what dunsms finds too.
func of(results []*dlpheader.DetectResult) found {
	var f found
	for _, r := range results {
		s := span{r.ByteStart, r.ByteEnd}
		switch r.InfoType {
		case "CHINA_IDCARD":
			f.IDs = append(f.IDs, s)
		case "PHONE":
			f.Phones = append(f.Phones, s)
		case "DOMAIN", "IP":
			f.URLs = append(f.URLs, s)
		}
	}
	return f
}

// measure returns the nanoseconds of CPU for a message.
func measure(engine dlpheader.EngineAPI, q question) (float64, error) {
	some := false
	for _, text := range q.Messages {
		results, err := engine.Detect(text)
		if err != nil {
			return 0, err
		}
		some = some || len(results) > 0
	}
	if !some {
		return 0, errors.New("nothing was found")
	}
	runs := 0
	begin := spent()
	for float64(spent()-begin) < q.Seconds*1e9 {
		for _, text := range q.Messages {
			if _, err := engine.Detect(text); err != nil {
				return 0, err
			}
		}
		runs += len(q.Messages)
	}
	return float64(spent()-begin) / float64(runs), nil
}

// spent returns the nanoseconds of CPU that this process has had.
func spent() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

// version returns that of the module.
func version() string {
	if b, ok := debug.ReadBuildInfo(); ok {
		for _, m := range b.Deps {
			if m.Path == "github.com/bytedance/godlp" {
				return m.Version
			}
		}
	}
	return "unknown"
}
