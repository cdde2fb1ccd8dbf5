package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
)

// owned is the messages of one recipient and everything that is known about the recipient.
type owned struct {
	recipient identity.Profile
	lines     []string
}

// phonesOfTestdata returns the invented phones of testdata, as an operator or a complaints office
// might hold their messages: not all messages say the same about the recipient, some are there
// twice, and some have no time or no ID.
func phonesOfTestdata(t *testing.T) (all []owned) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "phones", "*.jsonl"))
	require.NoError(t, err)
	for i, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		var whole struct{ Recipient map[string]any }
		var of owned
		lines := bufio.NewScanner(bytes.NewReader(data))
		require.True(t, lines.Scan())
		require.NoError(t, json.Unmarshal(lines.Bytes(), &whole))
		r := whole.Recipient
		switch i % 3 {
		case 1: // the numbers, and on some messages the name
			delete(r, "id_number")
		case 2: // the name alone; no two have the same
			r = map[string]any{"name": r["name"]}
		}
		encoded, err := json.Marshal(r)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(encoded, &of.recipient))
		slices.Sort(of.recipient.Phones)
		for n := 0; lines.Scan(); n++ {
			var m map[string]any
			require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
			for _, key := range []string{"matter", "also_matter", "whole"} {
				delete(m, key)
			}
			m["recipient"] = r
			if n%3 == 1 && i%3 < 2 { // no more than what tells them apart
				key := [...]string{"id_number", "phones"}[i%3]
				m["recipient"] = map[string]any{key: r[key]}
			}
			if i%5 == 3 {
				delete(m, "id")
			}
			if n%17 == 5 {
				delete(m, "received_at")
			}
			line, err := json.Marshal(m)
			require.NoError(t, err)
			of.lines = append(of.lines, string(line))
			if n%11 == 7 {
				of.lines = append(of.lines, string(line))
			}
			if at, ok := m["received_at"].(string); ok && n%13 == 9 { // in the file of another program
				came, err := time.Parse(time.RFC3339, at)
				require.NoError(t, err)
				m["received_at"] = came.UTC().Format(time.RFC3339)
				line, err := json.Marshal(m)
				require.NoError(t, err)
				of.lines = append(of.lines, string(line))
			}
		}
		all = append(all, of)
	}
	require.GreaterOrEqual(t, len(all), 40)
	return all
}

// singleRun returns the reports of Checker.Matters on the messages of each recipient.
func singleRun(t *testing.T, all []owned) (reports []string, counts map[string]int64) {
	t.Helper()
	counts = map[string]int64{recipientMetric: int64(len(all))}
	for _, of := range all {
		var messages []dunsms.Message
		for _, l := range of.lines {
			i, lineErr := jsonl.Decode(jsonl.Line{Number: 1, Data: []byte(l)})
			require.Nil(t, lineErr)
			if !i.ReceivedAt.IsZero() {
				i.ReceivedAt = i.ReceivedAt.In(china)
			}
			messages = append(messages, i.Message)
		}
		slices.SortFunc(messages, func(a, b dunsms.Message) int { return markOf(a).compare(markOf(b)) })
		r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{Recipient: of.recipient}, slices.Values(messages))
		require.NoError(t, err)
		for _, m := range r.Matters {
			counts[matterMetric+string(m.Assessment.Verdict)]++
		}
		if len(r.Matters)+len(r.Open) > 0 {
			line, err := jsonl.Encode(recipientReport{of.recipient, r})
			require.NoError(t, err)
			reports = append(reports, string(line))
		}
	}
	require.NotEmpty(t, reports)
	return reports, counts
}

// deal deals lines out to files of a new directory, in a random order.
func deal(t *testing.T, lines []string, files int, seed uint64) (dir string) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 1))
	lines = slices.Clone(lines)
	rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	dir = t.TempDir()
	for i := range files {
		part := lines[len(lines)*i/files : len(lines)*(i+1)/files]
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("in-%03d.jsonl", i)), []byte(strings.Join(part, "\n")+"\n"), 0o600))
	}
	return dir
}

// TestMatters compares what a run writes with what Checker.Matters says of the
// messages of each recipient: few large files, and many small ones in another order.
func TestMatters(t *testing.T) {
	all := phonesOfTestdata(t)
	want, counts := singleRun(t, all)
	slices.Sort(want)
	var lines []string
	for _, of := range all {
		lines = append(lines, of.lines...)
	}
	messages := len(lines)
	// These belong to nobody.
	lines = append(lines,
		`{"text":"【某某金融】您已逾期3天"}`, `{"text":"【某某金融】您已逾期3天","recipient":{"name":"王*明"}}`,
		`{"text":"【某某金融】您已逾期3天","recipient":{"phones":["尾号1234"]}}`, `{"text":"好","type":2,"recipient":{"phones":["13800000000"]}}`,
		`{"id":"bad","recipient":{"phones":["13800000000"]}}`,
	)
	for _, c := range []struct{ files, shards int }{{3, 5}, {200, 1}, {40, 64}} {
		t.Run(fmt.Sprintf("%d files", c.files), func(t *testing.T) {
			dir, out := deal(t, lines, c.files, uint64(c.files)), t.TempDir()
			s := runPipeline(t, "-input", dir+"/*.jsonl", "-output", out, "-matters", "-shards", fmt.Sprint(c.shards), "-only", "scam")
			got := readLines(t, out, mattersName)
			slices.Sort(got)
			require.Len(t, got, len(want))
			for i := range want {
				require.Equal(t, want[i], got[i])
			}
			gotCounts := maps.Clone(s.counts)
			maps.DeleteFunc(gotCounts, func(name string, _ int64) bool {
				return name != recipientMetric && !strings.HasPrefix(name, matterMetric)
			})
			assert.Equal(t, counts, gotCounts)
			assert.Equal(t, int64(3), s.counts[noRecipientMetric])
			assert.Equal(t, int64(messages), s.each.Sum)
			assert.Equal(t, int64(1), s.counts[badLinesMetric])
			assert.Contains(t, s.String(), fmt.Sprintf("; recipients: %d (at most %d messages each), messages without: 3; matters: ", len(all), s.each.Max))
		})
	}
}

// Without -matters there are no files of matters.
func TestNoMatters(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	require.NoError(t, os.WriteFile(in, []byte(`{"text":"【某某金融】您已逾期3天","recipient":{"name":"王小明"}}`), 0o600))
	s := runPipeline(t, "-input", in, "-output", filepath.Join(dir, "out"))
	found, err := filepath.Glob(filepath.Join(dir, "out", mattersName+"-*"))
	require.NoError(t, err)
	assert.Empty(t, found)
	assert.NotContains(t, s.String(), "matters")
	assert.Zero(t, s.counts[recipientMetric])
}

// A recipient's lines come out as they went in, few or more than a block.
func TestReplay(t *testing.T) {
	var r replay
	for _, n := range []int{0, 3, 30_000, 1} {
		r.reset()
		var want []string
		for i := range n {
			want = append(want, fmt.Sprintf("%d %s\n", i, strings.Repeat("x", i%200)))
			r.add([]byte(want[i]))
		}
		for range 2 {
			var got []string
			for data := range r.all() {
				got = append(got, string(data))
			}
			require.NoError(t, r.err)
			assert.True(t, slices.Equal(want, got))
		}
		for data := range r.all() { // not to its end
			assert.Equal(t, want[0], string(data))
			break
		}
		assert.Equal(t, n > 1000, len(r.packed) > 1)
	}
	r.packed = [][]byte{[]byte("no gzip")}
	fn := &matterFn{checker: new(dunsms.Checker), lines: r}
	_, err := fn.matters(t.Context(), identity.Profile{}, nil)
	assert.ErrorContains(t, err, "join the messages of a recipient: ")
}

// Numbers are in order of time, whatever the order in which messages came.
func TestNumbersOf(t *testing.T) {
	at := func(second int64, text string) mark {
		return markOf(dunsms.Message{Text: text, ReceivedAt: time.Unix(second, 0)})
	}
	untimed := markOf(dunsms.Message{Text: "a"})
	assert.Equal(t, []int{4, 3, 1, 5, 1}, numbersOf([]mark{at(3, "a"), at(2, "b"), at(1, "a"), untimed, at(1, "a")}))
	assert.NotEqual(t, at(1, "a"), at(1, "b"))
	assert.Equal(t, at(1, "a"), markOf(dunsms.Message{Text: "a", ReceivedAt: time.Unix(1, 0).In(china)}), "it is one moment")
	assert.Empty(t, numbersOf(nil))
}
