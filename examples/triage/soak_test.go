package main

import (
	"flag"
	"fmt"
	"hash/maphash"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/internal/growth"
)

var soakMessages = flag.Int("soak", map[bool]int{false: 10_000, true: 2_000}[growth.Race], "how many `messages` TestSoak answers; a million shows a leak of eight bytes a message")

// TestSoak has 64 goroutines share one checker. Every answer must be the one that
// a single goroutine gives; when all is warm, neither Go's memory nor that of
// the process, in which gojieba's is, may grow; and no goroutine is left.
func TestSoak(t *testing.T) {
	const goroutines, slices = 64, 10
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	answer := answerer(settings{tokens: true}, new(dunsms.Checker))
	lines := inputs(t)
	for _, piece := range []string{"逾期25天，", "1", "欠款1元，", "\u200b", "王*明先生，"} {
		lines = append(lines, fmt.Sprintf(`{"text":"借款逾期%s"}`, growth.Fill(piece, 16_000)))
	}
	seed := maphash.MakeSeed()
	want := make([]uint64, len(lines))
	for i, l := range lines {
		want[i] = maphash.Bytes(seed, answer(lineOf(1, l)).out)
	}
	var memory []usage
	begin := time.Now()
	for slice := range slices {
		var next, wrong atomic.Int64
		end := int64(*soakMessages / slices)
		var all sync.WaitGroup
		for range goroutines {
			all.Go(func() {
				for n := next.Add(1); n <= end; n = next.Add(1) {
					i := int(int64(slice)*end+n) % len(lines)
					if maphash.Bytes(seed, answer(lineOf(1, lines[i])).out) != want[i] {
						wrong.Add(1)
					}
				}
			})
		}
		all.Wait()
		require.Zero(t, wrong.Load(), "another answer than that of a single goroutine")
		memory = append(memory, used(t))
	}
	t.Logf("%d messages in %v; after each tenth: %v", *soakMessages, time.Since(begin).Round(time.Millisecond), memory)
	warm, last := least(memory[1:slices/2]), least(memory[slices/2+1:])
	assert.Less(t, last.heap-warm.heap, 1<<10, "KiB more in Go's heap")
	if growth.Race {
		return // it holds memory for whatever was ever touched
	}
	assert.Less(t, last.resident-warm.resident, 4<<10, "KiB more in memory")
}

// least is what is held for sure: pools hold now more, now less.
func least(all []usage) usage {
	l := all[0]
	for _, u := range all {
		l = usage{min(l.heap, u.heap), min(l.resident, u.resident)}
	}
	return l
}

// usage is what a process holds, in KiB.
type usage struct{ heap, resident int }

func (u usage) String() string { return fmt.Sprintf("%d of %d KiB", u.heap, u.resident) }

// used returns what the process holds when Go has given back what it can.
// Resident is 0 where the system does not tell.
func used(t *testing.T) usage {
	t.Helper()
	for range 2 { // a pool is empty after the second
		runtime.GC()
	}
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	u := usage{heap: int(m.HeapAlloc >> 10)}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return u
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	u.resident, err = strconv.Atoi(strings.Fields(rest)[0])
	require.NoError(t, err)
	return u
}
