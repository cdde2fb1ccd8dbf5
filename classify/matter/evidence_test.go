package matter

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
)

// scenario is an invented phone with a few messages, numbered from 1.
type scenario struct {
	Why       string           `json:"why"`
	Recipient identity.Profile `json:"recipient"`
	Messages  []struct {
		Text       string         `json:"text"`
		Sender     string         `json:"sender"`
		ReceivedAt time.Time      `json:"received_at"`
		Facts      classify.Facts `json:"facts"`
	} `json:"messages"`
}

// trial is a line of testdata/evidence.jsonl: where a code is found, and where it is not.
type trial struct {
	Code   string     `json:"code"`
	Hits   []scenario `json:"hits"`
	Misses []scenario `json:"misses"`
}

func trials(t testing.TB) (all []trial) {
	t.Helper()
	f, err := os.Open("testdata/evidence.jsonl")
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row trial
		require.NoError(t, json.Unmarshal(lines.Bytes(), &row))
		all = append(all, row)
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, all)
	return all
}

func (s *scenario) messages() (all []Message) {
	for i, m := range s.Messages {
		all = append(all, Message{Number: i + 1, Text: m.Text, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Facts: m.Facts})
	}
	return all
}

func (s *scenario) matters(t testing.TB) Result {
	t.Helper()
	p := Phone{Recipient: s.Recipient}
	for _, m := range s.messages() {
		require.NoError(t, p.AddMessage(m))
	}
	return p.Matters()
}

// shown returns the messages that show a code, of any matter.
func (r *Result) shown(code string) (messages []int) {
	for _, m := range r.Matters {
		for _, s := range m.Shown {
			if s.Code == code {
				messages = append(messages, s.Messages...)
			}
		}
	}
	return messages
}

// TestEvidence: every code of the table is found in at least two scenes and not in two similar
// ones. What is found is weighed, with the explanation of the table.
func TestEvidence(t *testing.T) {
	tried := map[string]bool{}
	for _, trial := range trials(t) {
		t.Run(trial.Code, func(t *testing.T) {
			require.False(t, tried[trial.Code], "a code has one line")
			tried[trial.Code] = true
			i := slices.IndexFunc(*rows.Get(), func(e classify.Evidence) bool { return e.Code == trial.Code })
			require.GreaterOrEqual(t, i, 0, "no such code")
			row := (*rows.Get())[i]
			assert.GreaterOrEqual(t, len(trial.Hits), 2)
			assert.GreaterOrEqual(t, len(trial.Misses), 2)
			for n, s := range trial.Hits {
				r := s.matters(t)
				if !assert.NotEmpty(t, r.shown(trial.Code), "hit %d", n+1) {
					continue
				}
				for _, m := range r.Matters {
					for _, shown := range m.Shown {
						checkShown(t, &m, shown, len(s.Messages))
					}
				}
				for _, m := range r.Matters {
					for _, e := range m.Assessment.Evidence {
						if e.Code == trial.Code {
							assert.Equal(t, row.Group, e.Group)
							assert.Equal(t, row.Weights, e.Weights)
							assert.Equal(t, row.ExplanationZh, e.Explain("zh"))
							assert.Equal(t, row.ExplanationEn, e.Explain("en"))
						}
					}
				}
			}
			for n, s := range trial.Misses {
				r := s.matters(t)
				assert.NotEmpty(t, r.Matters, "miss %d has a matter", n+1)
				assert.Empty(t, r.shown(trial.Code), "miss %d: %s", n+1, s.Why)
				assert.NotEmpty(t, s.Why, "miss %d does not say why", n+1)
			}
		})
	}
	for _, row := range *rows.Get() {
		assert.True(t, tried[row.Code], "%s is not tried", row.Code)
	}
}

// checkShown: what is shown is among the evidence that is weighed, and its messages are some of
// the phone, in order.
func checkShown(t *testing.T, m *Matter, s Shown, messages int) {
	t.Helper()
	i := slices.IndexFunc(m.Assessment.Evidence, func(e classify.Evidence) bool { return e.Code == s.Code })
	require.GreaterOrEqual(t, i, 0, "%s is shown and not weighed", s.Code)
	require.NotEmpty(t, s.Messages)
	for j, n := range s.Messages {
		require.True(t, n >= 1 && n <= messages)
		require.True(t, j == 0 || s.Messages[j-1] < n, "%s: in order, each once", s.Code)
	}
	for _, at := range m.Assessment.Evidence[i].Spans {
		require.True(t, 0 <= at.Start && at.Start < at.End && at.End <= len(m.Text))
	}
}

// TestEvidenceTable: every row has its trigger and every trigger its row, and the rows are as
// the head of the table says.
func TestEvidenceTable(t *testing.T) {
	codes, groups := map[string]bool{}, map[string]bool{}
	last := classify.Evidence{}
	for _, row := range *rows.Get() {
		assert.NotNil(t, triggers[row.Code], "nothing triggers %s", row.Code)
		assert.False(t, codes[row.Code], "%s has two rows", row.Code)
		codes[row.Code] = true
		if row.Group != last.Group {
			assert.False(t, groups[row.Group], "rows of %s stand together", row.Group)
			groups[row.Group] = true
		}
		last = row
		assert.NotEmpty(t, row.ExplanationZh)
		assert.NotEmpty(t, row.ExplanationEn)
		assert.NotEqual(t, classify.Scores{}, row.Weights, row.Code)
		for _, w := range []float64{row.Weights.Genuine, row.Weights.Mistake, row.Weights.IdentityTheft, row.Weights.Scam} {
			assert.Equal(t, float64(int(2*w)), 2*w, "%s: weights are in half bits", row.Code)
		}
	}
	for code := range triggers {
		assert.True(t, codes[code], "%s has no row", code)
	}
}

// TestTables: the tables of words are sorted as their heads say, and a row comes once.
func TestTables(t *testing.T) {
	cell := func(n int) func(string) string {
		return func(row string) string { return strings.Split(row, "\t")[n] }
	}
	second := func(row string) string { return cell(1)(row) + "\t" + cell(0)(row) }
	for _, table := range []struct {
		name, text string
		by         func(row string) string
	}{
		{"words.tsv", wordsTable, second},
		{"links.tsv", linksTable, cell(0)},
		{"products.tsv", productsTable, second},
		{"roles.tsv", rolesTable, second},
	} {
		last, n := "", 0
		for line := range strings.Lines(table.text) {
			if line = strings.TrimSuffix(line, "\n"); strings.HasPrefix(line, "#") {
				continue
			}
			by := table.by(line)
			assert.Less(t, last, by, table.name)
			last = by
			n++
		}
		assert.Positive(t, n, table.name)
	}
	for i, code := range []string{linkCardTail: "CARD_TAIL", linkLender: "LENDER", linkTimePersons: "TIME_PERSONS"} {
		if code != "" {
			assert.Equal(t, code, links.Get()[i].code, "the constants are in the order of the table")
		}
	}
	assert.NotEmpty(t, links.Get()[linksInAll-1].code, "a constant has no row")
	assert.LessOrEqual(t, int(linksInAll), 64, "a set of links is 64 bits")
}
