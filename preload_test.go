package dunsms_test

import (
	"bytes"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/parser"
)

// preload is what may be done before the first message.
type preload struct {
	name string
	do   func(t *testing.T) *dunsms.Checker
	left bool // something is left to load
}

var preloads = []preload{
	{"nothing", func(*testing.T) *dunsms.Checker { return new(dunsms.Checker) }, true},
	{"all", func(*testing.T) *dunsms.Checker { dunsms.Preload(); return new(dunsms.Checker) }, false},
	{"of a Checker with a Parser", func(t *testing.T) *dunsms.Checker {
		p, err := parser.New(parser.WithCues(strings.NewReader("尾账未销\tdebt\n")))
		require.NoError(t, err)
		c := &dunsms.Checker{Parser: p}
		c.Preload()
		return c
	}, false},
}

// TestPreload finds nothing that a message loads once Preload was called: no allocation of what
// is made at first use, in a process of its own for each. Without Preload there are some.
func TestPreload(t *testing.T) {
	const in, ok = "DUNSMS_TEST_PRELOAD", "nothing was loaded"
	if name := os.Getenv(in); name != "" {
		runtime.MemProfileRate = 1
		p := preloads[slices.IndexFunc(preloads, func(p preload) bool { return p.name == name })]
		c, all := p.do(t), everything(t)
		if p.left {
			all = all[:5]
		}
		before := loaded()
		readAll(t, c, all)
		if after := loaded(); !assert.ObjectsAreEqual(before, after) {
			for place := range after {
				if before[place] != after[place] {
					t.Log("loaded by a message: ", place)
				}
			}
			return
		}
		t.Log(ok)
		return
	}
	for _, p := range preloads {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestPreload$", "-test.v")
		cmd.Env = append(os.Environ(), in+"="+p.name)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Equal(t, p.left, !bytes.Contains(out, []byte(ok)), "%s:\n%s", p.name, out)
	}
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

// loaded is how many bytes were allocated by what is done once, by the function of ours that did
// it.
func loaded() map[string]int64 {
	runtime.GC() // a profile has what was allocated up to the last collection but one
	runtime.GC()
	records := make([]runtime.MemProfileRecord, 100_000)
	n, _ := runtime.MemProfile(records, true)
	all := map[string]int64{}
	for i := range records[:n] {
		place, once := "", false
		frames := runtime.CallersFrames(records[i].Stack())
		for f, more := frames.Next(); ; f, more = frames.Next() {
			if strings.Contains(f.Function, "dunsms") && !once {
				place = f.Function
			}
			once = once || strings.HasPrefix(f.Function, "sync.(*Once).doSlow")
			if !more {
				break
			}
		}
		if once && place != "" {
			all[place] += records[i].AllocBytes
		}
	}
	return all
}

// BenchmarkFirstCheck is a process's first Check after Preload beside the second, and what
// Preload itself takes, in a process of its own for each run.
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
