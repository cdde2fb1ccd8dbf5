package plain

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// firsts returns the first columns of the rows of a table.
func firsts(t *testing.T, name string) (all []string) {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	for row := range strings.Lines(string(data)) {
		if row[0] != '#' {
			first, _, _ := strings.Cut(row, "\t")
			all = append(all, first)
		}
	}
	return all
}

// An embedded table that cannot be read would say nothing in silence.
func TestTablesAreRead(t *testing.T) {
	_, err := readSayings(headlinesTable)
	require.NoError(t, err)
	_, err = readPlacings(questionsTable)
	require.NoError(t, err)
	codes, lists := firsts(t, "../evidence.tsv"), firsts(t, "../remedy/data/lists.tsv")
	for _, data := range []string{string(headlinesTable), string(questionsTable)} {
		for row := range strings.Lines(data) {
			if row[0] == '#' {
				continue
			}
			for cell := range strings.SplitSeq(row, "\t") {
				for part := range strings.SplitSeq(strings.TrimSpace(cell), ",") {
					key, values, _ := strings.Cut(part, "=")
					for v := range strings.SplitSeq(values, "|") {
						switch strings.TrimSuffix(key, "!") {
						case "evidence":
							assert.Contains(t, codes, v)
						case "list":
							assert.Contains(t, lists, v)
						}
					}
				}
			}
		}
	}
}

// Each row is used if only its own conditions hold: none before it hides it.
func TestEveryRowIsSaid(t *testing.T) {
	rows := map[string]int{}
	for row := range strings.Lines(string(headlinesTable)) {
		if row[0] == '#' {
			continue
		}
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		rows[f[0]]++
		c := circumstancesOf(f[2])
		assert.Equal(t, f[3], c.say(f[0], remedy.Chinese), "%s %s", f[0], f[1])
		assert.Equal(t, f[4], c.say(f[0], remedy.English), "%s %s", f[0], f[1])
	}
	for part, n := range rows {
		assert.Equal(t, "-", strings.Split(strings.Split(string(headlinesTable), "\n"+part+"\t")[n], "\t")[1], "the last row of %s fits all", part)
	}
}

// circumstancesOf returns circumstances in which conditions hold, and no more than that.
func circumstancesOf(when string) *circumstances {
	c := &circumstances{a: &classify.Assessment{}, n: &parser.Notice{}}
	if when == "-" {
		return c
	}
	for part := range strings.SplitSeq(when, ",") {
		key, values, _ := strings.Cut(part, "=")
		value, _, _ := strings.Cut(values, "|")
		switch key {
		case "verdict":
			c.a.Verdict = classify.Verdict(value)
		case "confidence":
			c.a.Confidence = classify.Confidence(value)
		case "sender":
			c.a.Sender.Status = classify.SenderStatus(value)
		case "kind":
			c.n.Kind = parser.Kind(value)
		case "likely":
			c.a.LikelyMistake = c.a.LikelyMistake || value == "mistake"
			c.a.LikelyScam = c.a.LikelyScam || value == "scam"
		case "evidence":
			c.a.Evidence = append(c.a.Evidence, classify.Evidence{Code: value})
		case "signal":
			c.n.Signals = append(c.n.Signals, parser.Signal{Type: parser.SignalType(value)})
		case "list":
			c.steps = append(c.steps, remedy.Step{List: value})
		}
	}
	return c
}

// Whatever the values of an assessment, there is something to say, and not_a_notice is no
// all-clear.
func TestEveryCombinationIsSaid(t *testing.T) {
	sets := closedSets(t)
	for _, v := range slices.Concat(sets[Verdict], []string{"", "new_verdict"}) {
		for _, confidence := range sets[Confidence] {
			for _, sender := range sets[Sender] {
				for _, kind := range sets[Kind] {
					a := classify.Assessment{Verdict: classify.Verdict(v), Confidence: classify.Confidence(confidence), Sender: classify.Sender{Status: classify.SenderStatus(sender)}}
					s := Of(a, &parser.Notice{Kind: parser.Kind(kind)}, nil, "")
					require.NotEmpty(t, s.Gist)
					require.NotEmpty(t, s.Headline)
					require.NotEmpty(t, s.Now)
					if a.Verdict == classify.NotANotice {
						require.Regexp(t, "没有判断|不等于安全|不要照它去做", s.Headline)
					}
				}
			}
		}
	}
}

// A row that is not in the format that the head of its table describes is refused.
func TestBadRows(t *testing.T) {
	for _, row := range []string{
		"other\t1\t-\t一\tone", "headline\t2\t-\t一\tone", "headline\tx\t-\t一\tone", "headline\t1\t-\t一", "headline\t1\t-\t\tone",
		"headline\t1\tverdict\t一\tone", "headline\t1\tverdict=\t一\tone", "headline\t1\tverdict=no_such\t一\tone",
		"headline\t1\tno_such=scam\t一\tone", "headline\t1\tverdict=scam|genuine\t一\tone", "headline\t1\tkind=scam\t一\tone",
	} {
		_, err := readSayings([]byte(row + "\n"))
		assert.Error(t, err, row)
	}
	for _, row := range []string{
		"middle\t1\trepaid\t-", "first\t2\trepaid\t-", "first\t1\tno_such\t-", "first\t1\trepaid|amount_agrees\t-", "first\t1\trepaid\tverdict=x", "first\t1\trepaid",
	} {
		_, err := readPlacings([]byte(row + "\n"))
		assert.Error(t, err, row)
	}
}
