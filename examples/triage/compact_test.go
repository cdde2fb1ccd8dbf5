package main

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// compactPaths say where the full answer has what a key of the compact form says.
var compactPaths = map[string]string{
	"v": "v", "line": "line", "id": "id", "error": "error",
	"kind": "notice.kind", "kind_probability": "notice.kind_probability", "scam_probability": "notice.scam_probability",
	"verdict": "assessment.verdict", "confidence": "assessment.confidence", "sender_status": "assessment.sender.status",
	"scores": "assessment.scores", "leading": "assessment.leading", "lead": "assessment.lead", "implied_rate": "assessment.implied_rate",
	"likely_mistake": "assessment.likely_mistake", "likely_identity_theft": "assessment.likely_identity_theft", "likely_scam": "assessment.likely_scam",
	"outcome": "comparison.outcome", "third_party": "notice.third_party",
	"lender": "notice.lender.text", "canonical": "notice.lender.canonical", "creditor": "notice.creditor.text",
	"amount_fen": "notice.amount.fen", "amount_max_fen": "notice.amount.max_fen", "amount_precision": "notice.amount.precision",
	"penalty_fen": "notice.penalty.fen",
	"days":        "notice.overdue.days", "months": "notice.overdue.months", "periods": "notice.overdue.periods", "since": "notice.overdue.since",
	"due": "notice.due.date", "due_in_days": "notice.due.in_days", "due_in_hours": "notice.due.in_hours",
	"phones": "notice.phones.text", "urls": "notice.urls.text",
	"threats": "notice.threats.type", "asks": "notice.asks.type", "signals": "notice.signals.type",
	"evidence": "assessment.evidence.code", "ask_next": "assessment.ask_next.fact",
	"breaches": "breaches.rule", "steps": "steps.code",
}

// compactOf makes the compact form of a full answer, both as JSON.
func compactOf(t *testing.T, full []byte) map[string]any {
	t.Helper()
	var all map[string]any
	require.NoError(t, json.Unmarshal(full, &all))
	want := map[string]any{}
	for key, path := range compactPaths {
		v := at(all, strings.Split(path, "."))
		if v == nil || v == false || v == "" || v == 0.0 && !slices.Contains(counts, key) {
			continue
		}
		want[key] = v
	}
	return want
}

// counts are the keys for which 0 does not mean that the value is missing.
var counts = []string{"amount_fen", "amount_max_fen", "penalty_fen", "days", "months", "periods", "due_in_days", "due_in_hours"}

// at returns what is at a path; of lists, of all their elements, each once.
func at(v any, path []string) any {
	if len(path) == 0 {
		return v
	}
	switch v := v.(type) {
	case map[string]any:
		return at(v[path[0]], path[1:])
	case []any:
		var all []any
		for _, e := range v {
			if one := at(e, path); !slices.Contains(all, one) {
				all = append(all, one)
			}
		}
		return all
	}
	return nil
}

// checkCompact asserts that the compact form of the answers to an input says what the full form
// does.
func checkCompact(t *testing.T, in string) {
	t.Helper()
	full, _ := answers(t, settings{}, in)
	compact, _ := answers(t, settings{output: outputCompact}, in)
	lines := strings.SplitAfter(compact, "\n")
	for l := range strings.SplitAfterSeq(full, "\n") {
		require.NotEmpty(t, lines, "too few answers")
		if l == "" {
			require.Equal(t, []string{""}, lines)
			return
		}
		var got map[string]any
		require.NoError(t, json.Unmarshal([]byte(lines[0]), &got))
		require.True(t, reflect.DeepEqual(compactOf(t, []byte(l)), got), "the compact form says something else")
		lines = lines[1:]
	}
}

// TestCompact compares the compact form with the full one for every message of the tables, and for
// some with testdata.
func TestCompact(t *testing.T) {
	for i, in := range inputs(t) {
		if !leftOut(i) {
			checkCompact(t, in)
		}
	}
	sample, err := os.ReadFile("../../testdata/sms/sample.jsonl")
	require.NoError(t, err)
	phone, err := os.ReadFile("testdata/phone.xml")
	require.NoError(t, err)
	me, err := readRecipient("testdata/me.json")
	require.NoError(t, err)
	var out strings.Builder
	for _, c := range []struct {
		s  settings
		in string
	}{
		{settings{}, string(sample) + `{"id":"bad"}`},
		{settings{form: inbox.XML, me: me}, string(phone)},
	} {
		c.s.output = outputCompact
		got, _ := answers(t, c.s, c.in)
		out.WriteString(got)
	}
	golden(t, "compact.golden", out.String())
}

// TestCompactKeys has every key of the compact form in the paths, in the README, and as a column.
func TestCompactKeys(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	var keys []string
	for f := range reflect.TypeFor[jsonl.Compact]().Fields() {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		keys = append(keys, key)
		assert.Contains(t, compactPaths, key)
		assert.True(t, strings.Contains(string(readme), "`"+key+"`"), key)
	}
	assert.Len(t, compactPaths, len(keys))
	var columns []string
	for _, name := range fieldNames(fields) {
		if key, isScore := strings.CutPrefix(name, "score_"); isScore {
			assert.Contains(t, storyWords, key)
			name = "scores"
		}
		assert.True(t, strings.Contains(string(readme), "`"+name+"`"), name)
		if name != "v" && slices.Contains(keys, name) {
			columns = append(columns, name)
		}
	}
	assert.Equal(t, keys[1:], slices.Compact(columns), "columns have the keys of the compact form, in its order")
}

// quoted returns a line of JSON.
func quoted(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data) + "\n"
}
