package dunsms_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/internal/firstuse"
	"github.com/dunsms/dunsms/parser"
)

// TestPreload: once Preload was called, a message loads nothing more. Without Preload it
// does.
func TestPreload(t *testing.T) {
	firstuse.Check(t, []firstuse.Way{
		{Name: "nothing", Loads: true, Ready: func(t *testing.T) func() {
			all := everything(t)[:5]
			return func() { readAll(t, new(dunsms.Checker), all) }
		}},
		{Name: "all", Ready: func(t *testing.T) func() {
			dunsms.Preload()
			all := everything(t)
			return func() { readAll(t, new(dunsms.Checker), all) }
		}},
		{Name: "of a Checker with a Parser", Ready: func(t *testing.T) func() {
			p, err := parser.New(parser.WithCues(strings.NewReader("尾账未销\tdebt\n")))
			require.NoError(t, err)
			c := &dunsms.Checker{Parser: p}
			c.Preload()
			all := everything(t)
			return func() { readAll(t, c, all) }
		}},
	})
}

// everything are messages of all sorts.
func everything(t *testing.T) []dunsms.Message {
	all := messages(t)
	for _, piece := range pieces {
		all = append(all, dunsms.Message{Text: "【青禾消费金融】沈*安先生，您的借款8,000.00元已逾期26天。" + piece, Sender: "1069000000001"})
	}
	for i := range all {
		if all[i].ReceivedAt.IsZero() {
			all[i].ReceivedAt = time.Date(2026, 3, 1, 0, i, 0, 0, time.UTC)
		}
	}
	return all
}

// readAll reads messages, by themselves and some as those of a phone.
func readAll(t *testing.T, c *dunsms.Checker, all []dunsms.Message) {
	for _, m := range all {
		_, err := c.Check(m)
		require.NoError(t, err)
	}
	_, err := c.Matters(t.Context(), dunsms.Phone{}, slices.Values(all[:min(40, len(all))]))
	require.NoError(t, err)
}

// BenchmarkFirstCheck measures a process's first Check after Preload, the second Check, and
// Preload itself, in a process of its own for each run.
func BenchmarkFirstCheck(b *testing.B) {
	const in = "DUNSMS_BENCHMARK_FIRST"
	m := messages(b)[0]
	if os.Getenv(in) != "" {
		var took [3]time.Duration
		for i, f := range []func(){dunsms.Preload, func() { _, _ = dunsms.Check(m) }, func() { _, _ = dunsms.Check(m) }} {
			start := time.Now()
			f()
			took[i] = time.Since(start)
		}
		for _, d := range took {
			os.Stdout.WriteString("took " + d.String() + "\n")
		}
		os.Exit(0)
	}
	var sums [3]time.Duration
	for b.Loop() {
		cmd := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^$", "-test.bench=^BenchmarkFirstCheck$", "-test.benchtime=1x")
		cmd.Env = append(os.Environ(), in+"=1")
		out, err := cmd.Output()
		if err != nil {
			b.Fatal(err)
		}
		i := 0
		for line := range strings.Lines(string(out)) {
			if s, ok := strings.CutPrefix(strings.TrimSpace(line), "took "); ok && i < len(sums) {
				d, err := time.ParseDuration(s)
				if err != nil {
					b.Fatal(err)
				}
				sums[i] += d
				i++
			}
		}
	}
	for i, name := range []string{"preload-µs", "first-µs", "second-µs"} {
		b.ReportMetric(float64(sums[i].Microseconds())/float64(b.N), name)
	}
}
