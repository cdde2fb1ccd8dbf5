package presend

import (
	"bytes"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPreload finds nothing that a notice loads once Preload was called: no allocation of what is
// made at first use, in a process of its own. Without Preload there is some.
func TestPreload(t *testing.T) {
	const in, ok = "PRESEND_TEST_PRELOAD", "nothing was loaded"
	if how := os.Getenv(in); how != "" {
		runtime.MemProfileRate = 1
		all := []Notice{{Text: head + debt}}
		if how == "preload" {
			Preload()
			all = notices(t)
		}
		before := loaded()
		for _, n := range all {
			_, err := new(Checker).Check(n)
			require.NoError(t, err)
		}
		after := loaded()
		for place := range after {
			if before[place] != after[place] {
				t.Log("loaded by a notice:", place)
			}
		}
		if assert.ObjectsAreEqual(before, after) {
			t.Log(ok)
		}
		return
	}
	for _, how := range []string{"preload", "nothing"} {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestPreload$", "-test.v")
		cmd.Env = append(os.Environ(), in+"="+how)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Equal(t, how == "preload", bytes.Contains(out, []byte(ok)), "%s:\n%s", how, out)
	}
}

// notices are of all sorts: together they ask for each pattern.
func notices(t *testing.T) (all []Notice) {
	record := Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Amount: new(int64(50000)), Periods: new(2), Due: noon.AddDate(0, 0, 3)}
	for _, c := range cases {
		all = append(all, Notice{c.text, record})
	}
	for _, p := range placeholders() {
		all = append(all, Notice{"【青禾消费金融】沈*安先生，您的借款将于5天后到期。" + p.hit, record})
	}
	for _, date := range []string{"2026年3月5日", "2026-03-05（周四）", "20260305", "3/5", "本月5日", "还款日为5日", "5号", "5 March 2026", "March 5, 2026", "明天"} {
		all = append(all, Notice{"【青禾消费金融】沈*安先生，您的借款" + date + "到期，应还500.00元。", record})
	}
	days := record
	days.Due, days.Days = days.Due.AddDate(0, 0, -30), new(26)
	return append(all, Notice{head + "您的借款逾期两三天，共3期", days}, Notice{head + "5 days overdue", days})
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
