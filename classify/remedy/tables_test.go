package remedy_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
)

func TestTables(t *testing.T) {
	_, err := remedy.Load(remedy.Files{})
	require.NoError(t, err)
	han := regexp.MustCompile(`\p{Han}`)
	texts := map[string]string{}
	for _, name := range listNames {
		zh, en := remedy.Builtin().List(name, remedy.Chinese), remedy.Builtin().List(name, remedy.English)
		require.NotEmpty(t, zh, name)
		require.Equal(t, codes(zh), codes(en))
		for i, s := range zh {
			assert.Regexp(t, han, s.Text, s.Code)
			assert.Regexp(t, `[a-z]{3}`, en[i].Text, s.Code)
			assert.NotEmpty(t, s.Source, s.Code)
			assert.Equal(t, "2026-11-23", s.Checked, s.Code)
			assert.Contains(t, []string{"A", "B", "C", "own"}, s.Trust, s.Code)
			assert.Equal(t, name, s.List)
			if other, ok := texts[s.Text]; ok {
				assert.Equal(t, other, s.Code, "two codes, one text")
			}
			texts[s.Text] = s.Code
		}
	}
	seen := map[string]bool{}
	en := remedy.Channels(remedy.English)
	for i, c := range remedy.Channels(remedy.Chinese) {
		assert.False(t, seen[c.Code])
		seen[c.Code] = true
		assert.Equal(t, "2026-11-23", c.Checked, c.Code)
		assert.Contains(t, []string{"A", "B", "C"}, c.Trust, c.Code)
		assert.NotEmpty(t, c.Source)
		assert.Regexp(t, han, c.Name+c.For)
		assert.NotRegexp(t, han, en[i].Name+en[i].For)
		assert.NotRegexp(t, `\d:\d\d|24小时`, c.For, "no hours")
	}
	for _, code := range []string{"110", "96110", "12378", "12363", "12321", "LOCAL_AUTHORITY", "NIFA", "PBCCRC"} {
		assert.True(t, seen[code], code)
	}
}

// Every step of steps.tsv and every source is used, so that none is forgotten.
func TestNothingIsUnused(t *testing.T) {
	used := map[string]bool{}
	for _, name := range listNames {
		for _, s := range remedy.Builtin().List(name, remedy.Chinese) {
			used[s.Code] = true
			used[s.Source] = true
		}
	}
	for _, c := range remedy.Channels(remedy.Chinese) {
		used[c.Source] = true
	}
	for _, row := range rowsOf(t, "data/steps.tsv") {
		assert.True(t, used[row[0]], row[0])
	}
	for _, row := range rowsOf(t, "data/sources.tsv") {
		assert.True(t, used[row[1]], row[0])
	}
}

func TestLoad(t *testing.T) {
	const secret = "王小明13800001234"
	const sources = "s\tsource\t2026-01-02\tB\n"
	const steps = "a\t-\t-\t做\tdo\ts\n"
	tests := []struct {
		name, lists, steps, channels, sources, want string
	}{
		{name: "columns", sources: "# head\n\n" + secret + "\n", want: "sources, line 3: wrong number of columns"},
		{name: "empty column", sources: "s\t\t2026-01-02\tB\n", want: "sources, line 1: empty column"},
		{name: "date", sources: "s\tx\t" + secret + "\tB\n", want: "sources, line 1: no date"},
		{name: "trust", sources: "s\tx\t2026-01-02\t" + secret + "\n", want: "sources, line 1: no such trust"},
		{name: "sources unsorted", sources: sources + sources, want: "sources, line 2: not sorted"},
		{name: "not UTF-8", sources: "\xff\n", want: "sources, line 1: not UTF-8"},
		{name: "long line", sources: sources + strings.Repeat("x", 1<<17), want: "sources, line 2: line too long"},
		{name: "steps unsorted", sources: sources, steps: steps + steps, want: "steps, line 2: not sorted"},
		{name: "within", sources: sources, steps: "a\t" + secret + "\t-\t做\tdo\ts\n", want: "steps, line 1: neither now nor today"},
		{name: "days", sources: sources, steps: "a\t-\t" + secret + "\t做\tdo\ts\n", want: "steps, line 1: no number of days"},
		{name: "days unsorted", sources: sources, steps: "a\t-\t30,15\t做\tdo\ts\n", want: "steps, line 1: days not in order"},
		{name: "source of a step", sources: sources, steps: "a\t-\t-\t做\tdo\t" + secret + "\n", want: "steps, line 1: no such source"},
		{name: "number", sources: sources, steps: steps, lists: "x\t2\ta\t-\n", want: "lists, line 1: not the next number"},
		{name: "step", sources: sources, steps: steps, lists: "x\t1\t" + secret + "\t-\n", want: "lists, line 1: no such step"},
		{name: "twice", sources: sources, steps: steps, lists: "x\t1\ta\t-\nx\t2\ta\t-\n", want: "lists, line 2: twice in a list"},
		{name: "lists unsorted", sources: sources, steps: steps, lists: "y\t1\ta\t-\nx\t1\ta\t-\n", want: "lists, line 2: not sorted"},
		{name: "condition", sources: sources, steps: steps, lists: "x\t1\ta\t" + secret + "\n", want: "lists, line 1: no condition"},
		{name: "fact", sources: sources, steps: steps, lists: "x\t1\ta\t" + secret + "=yes\n", want: "lists, line 1: no such condition"},
		{name: "answer", sources: sources, steps: steps, lists: "x\t1\ta\trepaid=" + secret + "\n", want: "lists, line 1: no such condition"},
		{name: "verdict", sources: sources, steps: steps, lists: "x\t1\ta\tverdict!=" + secret + "\n", want: "lists, line 1: no such condition"},
		{name: "no value", sources: sources, steps: steps, lists: "x\t1\ta\tbreach=\n", want: "lists, line 1: no condition"},
		{name: "channels unsorted", sources: sources, steps: steps, channels: "b\tn\tn\tf\tf\ts\na\tn\tn\tf\tf\ts\n", want: "channels, line 2: not sorted"},
		{name: "source of a channel", sources: sources, steps: steps, channels: "b\tn\tn\tf\tf\t" + secret + "\n", want: "channels, line 1: no such source"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := remedy.Load(remedy.Files{
				Lists: strings.NewReader(tt.lists), Steps: strings.NewReader(tt.steps),
				Channels: strings.NewReader(tt.channels), Sources: strings.NewReader(tt.sources),
			})
			require.EqualError(t, err, "remedy: "+tt.want)
			assert.IsType(t, &remedy.TableError{}, err)
		})
	}
	_, err := remedy.Load(remedy.Files{Steps: failing{}})
	assert.EqualError(t, err, "remedy: table cannot be read")
}

// failing is a reader whose error quotes personal data.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, fmt.Errorf("王小明13800001234") }

func TestOwnTables(t *testing.T) {
	own, err := remedy.Load(remedy.Files{
		Sources: strings.NewReader("s\tsource\t2026-01-02\tB\n"),
		Steps:   strings.NewReader("a\tnow\t3,5\t做\tdo\ts\nb\t-\t-\t再做\tdo again\ts\n"),
		Lists: strings.NewReader("breach\t1\tb\tbreach=OWN_RULE,verdict!=scam\n" +
			"mistake\t1\tb\tknows_named=yes|unknown\nmistake\t2\ta\t-\n"),
		Channels: strings.NewReader("c\t名\tname\t事\tmatter\ts\r\n"),
	})
	require.NoError(t, err)
	mistake := classify.Assessment{Verdict: classify.Mistake}
	assert.Equal(t, []remedy.Step{
		{Code: "b", Text: "do again", Source: "source", Checked: "2026-01-02", Trust: "B", List: "mistake"},
		{Code: "a", Text: "do", Source: "source", Checked: "2026-01-02", Trust: "B", List: "mistake", Within: "now", AnswerDays: []int{3, 5}},
	}, own.Steps(mistake, classify.Facts{}, nil, remedy.English))
	known := classify.Facts{KnowsNamed: classify.No}
	assert.Equal(t, []string{"a"}, codes(own.Steps(mistake, known, nil, remedy.English)))
	assert.Equal(t, []string{"a", "b"}, codes(own.Steps(mistake, known, []conduct.Breach{{Rule: "OWN_RULE"}}, remedy.English)))
	assert.Empty(t, own.Steps(classify.Assessment{Verdict: classify.Scam}, known, []conduct.Breach{{Rule: "OWN_RULE"}}, remedy.English))
	assert.Equal(t, []remedy.Channel{{Code: "c", Name: "名", For: "事", Source: "source", Checked: "2026-01-02", Trust: "B"}},
		own.Channels("fr"), "a language that is not known is Chinese")
	var zero remedy.Tables
	assert.Empty(t, zero.Steps(mistake, classify.Facts{}, nil, remedy.Chinese))
	assert.Empty(t, zero.Channels(remedy.Chinese))
}
