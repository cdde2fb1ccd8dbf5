package remedy_test

import (
	"fmt"
	"regexp"
	"slices"
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
			assert.Equal(t, "2026-11-28", s.Checked, s.Code)
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
		assert.Equal(t, "2026-11-28", c.Checked, c.Code)
		assert.Contains(t, []string{"A", "B", "C", "own"}, c.Trust, c.Code)
		assert.NotEmpty(t, c.Source)
		assert.Regexp(t, han, c.Name+c.For)
		assert.NotRegexp(t, han, en[i].Name+en[i].For+en[i].Source)
		assert.NotRegexp(t, `\d:\d\d|24小时`, c.For, "no hours")
	}
	for _, code := range []string{"110", "96110", "12378", "12363", "12321", "12368", "12315", "12348", "LOCAL_AUTHORITY", "PBCCRC"} {
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
		zh, _, _ := strings.Cut(row[1], " | ")
		assert.True(t, used[zh], row[0])
	}
}

// A source is shown in words, in both languages, and its address only if it is official or named
// press; the words say if it is a repost.
func TestSources(t *testing.T) {
	own := []string{"gov.cn", "court.gov.cn", "spp.gov.cn", "edu.cn", "xinhuanet.com.cn", "shanghai.dacheng.com", "ipcrs.pbccrc.org.cn"}
	for _, row := range rowsOf(t, "data/sources.tsv") {
		words := strings.Split(row[1], " | ")
		require.GreaterOrEqual(t, len(words), 2, row[0])
		assert.Regexp(t, `\p{Han}`, words[0], row[0])
		assert.NotRegexp(t, `\p{Han}|https?:|www\.`, words[1], row[0])
		assert.NotRegexp(t, `[a-z]\.(com|cn|net|org|wiki)`, words[0]+words[1], row[0])
		if len(words) == 2 {
			continue
		}
		host, _, _ := strings.Cut(words[2], "/")
		assert.True(t, slices.ContainsFunc(own, func(s string) bool { return host == s || strings.HasSuffix(host, "."+s) }), row[0])
		if row[3] == "A" {
			assert.Regexp(t, `gov\.cn$`, host, row[0])
		}
	}
	for _, s := range remedy.Builtin().List("mistake", remedy.English) {
		assert.NotRegexp(t, `\p{Han}`, s.Source, s.Code)
	}
}

// The wording of texts for people: 您, never 你, one word for a lender, and no legal or foreign word
// if a plain one will do.
func TestWordsOfSteps(t *testing.T) {
	for _, row := range rowsOf(t, "data/steps.tsv") {
		zh := row[3]
		assert.NotRegexp(t, `你[^们]|贷款机构|放款机构|债权人|本息|催告|verdict|SMS`, zh, row[0])
		assert.NotRegexp(t, `出借方`, zh, row[0])
		assert.LessOrEqual(t, len([]rune(zh)), 130, row[0])
		assert.NotContains(t, row[4], "—", row[0])
		assert.Regexp(t, `[.?]$`, row[4], row[0])
		assert.Regexp(t, `[。？]$`, zh, row[0])
	}
}

func TestLoad(t *testing.T) {
	const secret = "王小明13800001234"
	const sources = "s\tsource\t2026-01-02\tB\n"
	const steps = "a\t-\t-\t做\tdo\ts\n"
	tests := []struct {
		name, lists, steps, channels, sources, circumstances, want string
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
		{name: "circumstance", sources: sources, steps: steps, lists: "x\t1\ta\tcircumstance=" + secret + "\n", want: "lists, line 1: no such condition"},
		{name: "circumstances unsorted", sources: sources, circumstances: "heir\ttext\ta\t-\t-\t-\ncard\ttext\ta\t-\t-\t-\n", want: "circumstances, line 2: not sorted"},
		{name: "circumstance of a row", sources: sources, circumstances: secret + "\ttext\ta\t-\t-\t-\n", want: "circumstances, line 1: no such circumstance"},
		{name: "place", sources: sources, circumstances: "heir\t" + secret + "\ta\t-\t-\t-\n", want: "circumstances, line 1: no such place"},
		{name: "phrase", sources: sources, circumstances: "heir\ttext\ta{" + secret + "\t-\t-\t-\n", want: "circumstances, line 1: no phrase"},
		{name: "gap alone", sources: sources, circumstances: "heir\ttext\ta…\t-\t-\t-\n", want: "circumstances, line 1: no phrase"},
		{name: "blank phrase", sources: sources, circumstances: "heir\ttext\t \t-\t-\t-\n", want: "circumstances, line 1: no phrase"},
		{name: "hidden by", sources: sources, circumstances: "heir\ttext\ta\t…\t-\t-\n", want: "circumstances, line 1: no phrase"},
		{name: "phrases", sources: sources, circumstances: "heir\ttext\t" + strings.Repeat("{a|b}", 30) + "\t-\t-\t-\n", want: "circumstances, line 1: too many phrases"},
		{name: "source of a channel", sources: sources, steps: steps, channels: "b\tn\tn\tf\tf\t" + secret + "\n", want: "channels, line 1: no such source"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := remedy.Load(remedy.Files{
				Lists: strings.NewReader(tt.lists), Steps: strings.NewReader(tt.steps),
				Channels: strings.NewReader(tt.channels), Sources: strings.NewReader(tt.sources),
				Circumstances: strings.NewReader(tt.circumstances),
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
