package remedy_test

import (
	"encoding/json"
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

var verdicts = []classify.Verdict{
	classify.Undetermined, classify.Genuine, classify.Mistake, classify.IdentityTheft, classify.Scam, classify.NotANotice,
}

var listNames = []string{
	"breach", "calm", "genuine", "harm", "identity_theft", "lenders", "mistake", "never", "not_a_notice", "scam", "undetermined",
}

func codes(steps []remedy.Step) []string {
	var out []string
	for _, s := range steps {
		out = append(out, s.Code)
	}
	return out
}

// lists returns the lists in the order in which they come.
func lists(steps []remedy.Step) []string {
	var out []string
	for _, s := range steps {
		out = append(out, s.List)
	}
	return slices.Compact(out)
}

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

func TestSteps(t *testing.T) {
	breach := []conduct.Breach{{Rule: conduct.Insult}}
	night := []conduct.Breach{{Rule: conduct.NightHours}}
	tests := []struct {
		name       string
		assessment classify.Assessment
		facts      classify.Facts
		breaches   []conduct.Breach
		lists      []string
		has, not   []string
	}{
		{name: "nothing known", lists: []string{"calm", "undetermined", "never"}, has: []string{"undetermined_call_line"}},
		{name: "mistake", assessment: classify.Assessment{Verdict: classify.Mistake},
			lists: []string{"calm", "mistake", "never"},
			has:   []string{"mistake_call_line", "mistake_demand", "mistake_recycled", "complain_lender", "mistake_no_id_copy"}},
		{name: "mistake, number is not on another record", assessment: classify.Assessment{Verdict: classify.Mistake},
			facts: classify.Facts{NumberOnOtherRecord: classify.No, Repaid: classify.No},
			lists: []string{"calm", "mistake", "never"}, not: []string{"mistake_recycled", "keep_repayment_proof"}},
		{name: "theft", assessment: classify.Assessment{Verdict: classify.IdentityTheft},
			lists: []string{"calm", "identity_theft", "never"}, has: []string{"theft_police", "theft_phone_cards", "theft_id_copies"}},
		{name: "theft, harm done", assessment: classify.Assessment{Verdict: classify.IdentityTheft},
			facts: classify.Facts{Harmed: classify.Yes}, lists: []string{"harm", "calm", "identity_theft", "never"}},
		{name: "scam, insults", assessment: classify.Assessment{Verdict: classify.Scam}, breaches: breach,
			lists: []string{"calm", "scam", "breach", "never"}, has: []string{"breach_police", "scam_check_app"}, not: []string{"breach_complain"}},
		{name: "genuine, at night", assessment: classify.Assessment{Verdict: classify.Genuine}, breaches: night,
			lists: []string{"calm", "genuine", "breach", "never"}, has: []string{"breach_complain"}, not: []string{"breach_police"}},
		{name: "genuine debt, message likely a scam", assessment: classify.Assessment{Verdict: classify.Genuine, LikelyScam: true},
			lists: []string{"calm", "scam", "genuine", "never"}},
		{name: "no notice", assessment: classify.Assessment{Verdict: classify.NotANotice}, lists: []string{"calm", "not_a_notice", "never"}},
		{name: "a verdict of later", assessment: classify.Assessment{Verdict: "later"}, lists: []string{"calm", "undetermined", "never"}},
		{name: "two matters, said by the assessment",
			assessment: classify.Assessment{Verdict: classify.Undetermined, Evidence: []classify.Evidence{{Code: "TWO_MATTERS"}}},
			lists:      []string{"calm", "identity_theft", "mistake", "never"}, has: []string{"theft_police", "mistake_demand"}},
		{name: "two matters, seen from the facts",
			assessment: classify.Assessment{LikelyMistake: true},
			facts:      classify.Facts{HasAccount: classify.No, LenderConfirms: classify.Yes},
			lists:      []string{"calm", "identity_theft", "mistake", "never"}},
		{name: "two matters, harm done",
			assessment: classify.Assessment{Evidence: []classify.Evidence{{Code: "TWO_MATTERS"}}},
			facts:      classify.Facts{Harmed: classify.Yes},
			lists:      []string{"harm", "calm", "identity_theft", "mistake", "never"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := remedy.Steps(tt.assessment, tt.facts, tt.breaches, remedy.Chinese)
			assert.Equal(t, tt.lists, lists(got))
			assert.Subset(t, codes(got), tt.has)
			for _, code := range tt.not {
				assert.NotContains(t, codes(got), code)
			}
			assert.Equal(t, codes(got), codes(remedy.Steps(tt.assessment, tt.facts, tt.breaches, remedy.English)))
		})
	}
}

// Laws of every situation: harm first, then calm, the whole never-list last, no
// step twice, the same in both languages, and a JSON that reads back.
func TestLawsOfSteps(t *testing.T) {
	never := codes(remedy.Builtin().List("never", remedy.Chinese))
	require.Len(t, never, 11)
	answers := []classify.Answer{classify.Unknown, classify.No, classify.Yes}
	for _, v := range append(verdicts, "", "later") {
		for _, harmed := range answers {
			for _, repaid := range answers {
				for _, rule := range []string{"", conduct.Insult, conduct.NightHours} {
					var breaches []conduct.Breach
					if rule != "" {
						breaches = []conduct.Breach{{Rule: rule}}
					}
					a := classify.Assessment{Verdict: v}
					got := remedy.Steps(a, classify.Facts{Harmed: harmed, Repaid: repaid}, breaches, remedy.English)
					all := codes(got)
					if harmed == classify.Yes {
						assert.Equal(t, codes(remedy.Builtin().List("harm", remedy.English)), all[:5])
						all = all[5:]
					}
					assert.Equal(t, "calm", all[0])
					assert.Equal(t, never, all[len(all)-len(never):])
					sorted := slices.Sorted(slices.Values(all))
					assert.Len(t, slices.Compact(sorted), len(all), "no step twice")
					data, err := json.Marshal(got)
					require.NoError(t, err)
					var back []remedy.Step
					require.NoError(t, json.Unmarshal(data, &back))
					assert.Equal(t, got, back)
				}
			}
		}
	}
}

func TestDeadlines(t *testing.T) {
	got := map[string]remedy.Step{}
	for _, name := range listNames {
		for _, s := range remedy.Builtin().List(name, remedy.English) {
			got[s.Code] = s
		}
	}
	assert.Equal(t, []int{15, 30, 60}, got["complain_lender"].AnswerDays)
	assert.Equal(t, []int{20}, got["theft_objection"].AnswerDays)
	assert.Equal(t, []int{2}, got["theft_phone_cards"].AnswerDays)
	assert.Equal(t, "today", got["theft_call_line"].Within)
	assert.Equal(t, "now", got["harm_stop_payment"].Within)
	assert.Empty(t, got["calm"].Within)
}

func TestStepsDoNotShareMemory(t *testing.T) {
	one := remedy.Builtin().List("mistake", remedy.Chinese)
	for i := range one {
		for j := range one[i].AnswerDays {
			one[i].AnswerDays[j] = -1
		}
	}
	for _, s := range remedy.Builtin().List("mistake", remedy.Chinese) {
		assert.NotContains(t, s.AnswerDays, -1)
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
