package matter_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/internal/slow"
	"github.com/dunsms/dunsms/parser"
)

// storm returns n messages about debts of one phone: those of all phones, again and again, each
// time with other days, and with other numbers so that they are no copies.
func storm(t testing.TB, n int) (all []matter.Message) {
	t.Helper()
	phones := loadPhones(t, "../../testdata/phones/*.jsonl")
	for round := 0; len(all) < n; round++ {
		for _, p := range phones {
			for _, m := range p.messages {
				if len(all) == n {
					return all
				}
				all = append(all, matter.Message{
					Number: len(all) + 1, Text: m.Text, Sender: fmt.Sprintf("%s%02d", m.Sender, round), ReceivedAt: m.ReceivedAt.AddDate(0, 0, 7*round),
				})
			}
		}
	}
	return all
}

func measure(t testing.TB, all []matter.Message) (joined, alone time.Duration, peak uint64) {
	t.Helper()
	start := time.Now()
	for i := range all {
		n, err := parser.Parse(all[i].Text)
		require.NoError(t, err)
		classify.Assess(n, classify.Context{Sender: all[i].Sender, ReceivedAt: all[i].ReceivedAt})
	}
	alone = time.Since(start)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start = time.Now()
	var p matter.Phone
	for _, m := range all {
		require.NoError(t, p.AddMessage(m))
	}
	t.Log("read", time.Since(start))
	r := p.Matters()
	joined = time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	t.Logf("%d matters", len(r.Matters))
	runtime.KeepAlive(r)
	runtime.KeepAlive(p)
	return joined, alone, after.HeapAlloc - before.HeapAlloc
}

func TestGrowth(t *testing.T) {
	slow.Skip(t)
	for _, n := range []int{10_000, 20_000} {
		joined, alone, kept := measure(t, storm(t, n))
		t.Logf("%d: joined %v, alone %v, %d MB kept", n, joined, alone, kept>>20)
	}
}
