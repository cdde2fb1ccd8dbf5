package main

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/examples/web/answer"
)

// pasted is a row of testdata/messages.tsv.
type pasted struct {
	name, text, fact string
	verdict          classify.Verdict
}

func pastedMessages(t *testing.T) (all []pasted) {
	t.Helper()
	data, err := os.ReadFile("testdata/messages.tsv")
	require.NoError(t, err)
	for row := range strings.Lines(string(data)) {
		if row[0] != '#' {
			f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
			require.Len(t, f, 4)
			all = append(all, pasted{name: f[0], text: f[1], verdict: classify.Verdict(f[2]), fact: f[3]})
		}
	}
	return all
}

// TestMessages counts the messages that the text alone does not settle, and how many answers these
// take. Each leads to one question, not the same for all, of which some answer settles it; and
// whatever is answered, there is a verdict after a few questions.
func TestMessages(t *testing.T) {
	open, first, most := 0, map[string]int{}, 0
	all := pastedMessages(t)
	for _, m := range all {
		t.Run(m.name, func(t *testing.T) {
			a := answer.To(answer.Question{Text: m.text})
			require.Equal(t, m.verdict, a.Verdict)
			if m.fact == "-" {
				require.Nil(t, a.Next)
				return
			}
			require.NotNil(t, a.Next)
			assert.Equal(t, m.fact, a.Next.Fact)
			if m.verdict != classify.Undetermined {
				return
			}
			nobody := slices.Contains(nameless, m.text)
			if !nobody {
				require.NotEmpty(t, a.Next.If)
			}
			open, first[m.fact] = open+1, first[m.fact]+1
			n := answersUntilVerdict(t, m.text, nil)
			t.Logf("%s: %v, a verdict after %d answers at most", a.Next.Fact, a.Next.If, n)
			if !nobody {
				most = max(most, n)
			}
		})
	}
	t.Logf("of %d messages %d cannot be told from the text alone; they are asked for %v, and told after %d answers at most", len(all), open, first, most)
	assert.Len(t, all, 15)
	assert.Equal(t, 8, open)
	assert.GreaterOrEqual(t, len(first), 3)
	assert.LessOrEqual(t, most, 3)
}

// nameless are the messages that name nobody, of which there may be no verdict.
var nameless = []string{"您的欠款已逾期，请速处理，否则后果自负。"}

// answersUntilVerdict returns how many questions it takes at most, whatever is answered.
func answersUntilVerdict(t *testing.T, text string, facts map[string]string) (most int) {
	t.Helper()
	a := answer.To(answer.Question{Text: text, Facts: factsOf(t, facts)})
	if a.Verdict != classify.Undetermined {
		return 0
	}
	if a.Next == nil { // nobody is named who could be asked
		require.Contains(t, nameless, text)
		return 0
	}
	for _, said := range []string{"yes", "no"} {
		with := maps.Clone(facts)
		if with == nil {
			with = map[string]string{}
		}
		with[a.Next.Fact] = said
		most = max(most, 1+answersUntilVerdict(t, text, with))
	}
	return most
}

// A reader who cannot answer is asked another question, in the end none; no question comes twice.
func TestSkipped(t *testing.T) {
	for _, m := range pastedMessages(t) {
		var skipped []string
		for {
			a := answer.To(answer.Question{Text: m.text, Skipped: skipped})
			if a.Next == nil {
				break
			}
			require.NotContains(t, skipped, a.Next.Fact)
			skipped = append(skipped, a.Next.Fact)
		}
		if m.verdict == classify.Undetermined {
			assert.Greater(t, len(skipped), 1, m.name)
		}
	}
}
