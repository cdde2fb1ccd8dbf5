package remedy_test

import (
	"encoding/json"
	"slices"
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
	"breach", "calm", "court", "danger", "genuine", "harm", "identity_theft", "lenders", "loan", "mistake", "never", "not_a_notice", "scam",
	"third_party", "undetermined",
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
			facts: classify.Facts{Harmed: classify.Yes}, lists: []string{"harm", "identity_theft", "never"}},
		{name: "scam, insults", assessment: classify.Assessment{Verdict: classify.Scam}, breaches: breach,
			lists: []string{"calm", "scam", "breach", "never"}, has: []string{"breach_police_repeated", "scam_check_app"}, not: []string{"breach_complain", "breach_police"}},
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
			lists:      []string{"harm", "identity_theft", "mistake", "never"}},
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

// Laws of every situation without a notice: harm first and nothing calm beside it,
// else calm first; the whole never-list last, no step twice, and a JSON that reads
// back.
func TestLawsOfSteps(t *testing.T) {
	never := codes(remedy.Builtin().List("never", remedy.Chinese))
	require.Len(t, never, 9)
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
						assert.Equal(t, codes(remedy.Builtin().List("harm", remedy.English)), all[:6])
						assert.NotContains(t, all, "calm")
					} else {
						assert.Equal(t, "calm", all[0])
					}
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
