package main

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/internal/slow"
)

var costMessages = flag.Int("cost", 2_000, "how many `messages` TestCost and BenchmarkCost answer")

// atOnce is how many messages are checked, and then answered, in one turn: so few that a machine
// that is faster or slower for a while affects both.
const atOnce = 100

// messagesFiles writes so many messages, those of testdata again and again, to files of atOnce.
func messagesFiles(t testing.TB, count int) (files []string) {
	t.Helper()
	var rows []string
	for _, pattern := range []string{"cases.jsonl", "sms/*.jsonl", "corpus/*.jsonl"} {
		files, err := filepath.Glob(filepath.Join("../../testdata", pattern))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			for l := range strings.Lines(string(data)) {
				var row struct {
					ID         string          `json:"id,omitempty"`
					Text       string          `json:"text"`
					Sender     string          `json:"sender,omitempty"`
					ReceivedAt string          `json:"received_at,omitempty"`
					Recipient  json.RawMessage `json:"recipient,omitempty"`
					Facts      json.RawMessage `json:"facts,omitempty"`
				}
				require.NoError(t, json.Unmarshal([]byte(l), &row))
				data, err := json.Marshal(row)
				require.NoError(t, err)
				rows = append(rows, string(data)+"\n")
			}
		}
	}
	dir := t.TempDir()
	for first := 0; first < count; first += atOnce {
		var b strings.Builder
		for i := first; i < min(first+atOnce, count); i++ {
			// A step that shares no divisor with their number visits all of them, of each file some at a time.
			b.WriteString(rows[i*7919%len(rows)])
		}
		file := filepath.Join(dir, strconv.Itoa(first)+".jsonl")
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o600))
		files = append(files, file)
	}
	return files
}

// costs do what is measured: check messages alone, and answer those of a file in each form.
type costs struct {
	t        testing.TB
	in       input
	messages []dunsms.Message
	checker  *dunsms.Checker
	out      string
}

// allCosts returns what is measured, a turn each.
func allCosts(t testing.TB) (all []*costs) {
	checker, out := new(dunsms.Checker), filepath.Join(t.TempDir(), "out")
	for _, file := range messagesFiles(t, *costMessages) {
		c := &costs{t: t, checker: checker, out: out}
		c.in = input{files: []string{file}, options: inbox.Options{Form: inbox.JSONL}}
		for l, err := range c.in.lines() {
			require.NoError(t, err)
			i, bad := l.Item()
			require.Nil(t, bad)
			c.messages = append(c.messages, i.Message)
		}
		all = append(all, c)
	}
	return all
}

func (c *costs) check() {
	for _, m := range c.messages {
		_, err := c.checker.Check(m)
		require.NoError(c.t, err)
	}
}

// answer does what the program does, and returns how many bytes it wrote.
func (c *costs) answer(s settings) int64 {
	f, err := os.Create(c.out)
	require.NoError(c.t, err)
	defer f.Close()
	require.NoError(c.t, process(context.Background(), c.in.lines(), answerer(s, c.checker), newOutput(f, nil)))
	info, err := f.Stat()
	require.NoError(c.t, err)
	return info.Size()
}

// onOneCore makes what follows run on one core, with the garbage collection of main.
func onOneCore(t testing.TB) {
	cores, percent := runtime.GOMAXPROCS(1), debug.SetGCPercent(200)
	t.Cleanup(func() {
		runtime.GOMAXPROCS(cores)
		debug.SetGCPercent(percent)
	})
}

// forms are those whose cost is measured, with how many times that of Check it may be.
var forms = []struct {
	name string
	s    settings
	most float64
}{
	{"compact", settings{output: outputCompact}, 1.4},
	{"csv", settings{output: outputCSV, fields: must(parseFields("")), lang: "zh"}, 1.6},
	{"table", settings{output: outputTable, lang: "zh", screen: screen{width: 120}}, 2},
	{"json", settings{}, 2},
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// worked is how long all threads of the process have worked.
func worked(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestCost answers messages in the compact form in at most 1.4 times what checking them alone
// takes, on one core, and says what the other forms take: -run TestCost/compact -v -cost 100000.
// The median of some rounds counts, in each of which the two take turns.
func TestCost(t *testing.T) {
	slow.Skip(t)
	if growth.Race {
		t.Skip("the race detector slows down one more than the other")
	}
	all := allCosts(t)
	onOneCore(t)
	all[0].check() // what is done at first use is done
	const rounds = 5
	for _, form := range forms {
		t.Run(form.name, func(t *testing.T) {
			var times []float64
			var bytes int64
			var took, alone time.Duration
			for range rounds {
				bytes, took, alone = 0, 0, 0
				for _, c := range all {
					begin := worked(t)
					c.check()
					middle := worked(t)
					bytes += c.answer(form.s)
					took, alone = took+worked(t)-middle, alone+middle-begin
				}
				times = append(times, took.Seconds()/alone.Seconds())
			}
			slices.Sort(times)
			n := *costMessages
			t.Logf("%d messages, %d bytes each: %.2f times Check alone, of %.2f to %.2f; in the last round %.0f and %.0f a second", n, bytes/int64(n),
				times[rounds/2], times[0], times[rounds-1], float64(n)/took.Seconds(), float64(n)/alone.Seconds())
			assert.LessOrEqual(t, times[rounds/2], form.most)
		})
	}
}

// BenchmarkCost is for profiles of one form: -bench Cost/json -cpuprofile f.
func BenchmarkCost(b *testing.B) {
	all := allCosts(b)
	onOneCore(b)
	all[0].check()
	run := func(name string, f func(c *costs)) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for _, c := range all {
					f(c)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N**costMessages), "ns/message")
		})
	}
	run("Check", (*costs).check)
	for _, form := range forms {
		run(form.name, func(c *costs) { c.answer(form.s) })
	}
}
