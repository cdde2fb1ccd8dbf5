// Package firstuse lets tests check what is loaded at first use.
package firstuse

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Way is a way to get ready.
type Way struct {
	Name  string
	Ready func(t *testing.T) (use func()) // gets ready, and returns what is done then
	Loads bool                            // whether use then still loads something
}

// inChild holds the name of the way in the process that takes it.
const inChild = "DUNSMS_FIRST_USE"

// Check asserts for each way that what is done then allocates something that is made at first
// use if Loads is set, and else nothing. Each way is taken in a process of its own, which runs
// the test t.
func Check(t *testing.T, ways []Way) {
	t.Helper()
	const nothing = "nothing was loaded"
	if name := os.Getenv(inChild); name != "" {
		runtime.MemProfileRate = 1
		use := ways[slices.IndexFunc(ways, func(w Way) bool { return w.Name == name })].Ready(t)
		before := loaded()
		use()
		after := loaded()
		for _, place := range slices.Sorted(maps.Keys(after)) {
			if before[place] != after[place] {
				t.Log("loaded:", place)
			}
		}
		if maps.Equal(before, after) {
			t.Log(nothing)
		}
		return
	}
	for _, w := range ways {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		cmd.Env = append(os.Environ(), inChild+"="+w.Name)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Equal(t, w.Loads, !bytes.Contains(out, []byte(nothing)), "%s:\n%s", w.Name, out)
	}
}

// loaded returns how many bytes were allocated by what is done only once, by the function of
// ours that did it.
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
