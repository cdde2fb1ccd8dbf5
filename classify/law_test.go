package classify

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// TestGroupCap: a group never exceeds twice its strongest, the strongest counts
// whole, and more evidence never lowers what speaks for a story.
func TestGroupCap(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		group := make([]piece, 1+rnd.IntN(20))
		for i := range group {
			var w bits
			for s := range w {
				w[s] = halfBits(rnd)
			}
			group[i] = piece{row: &row{group: "pay"}, weights: w}
		}
		before := bits{}
		for n := 1; n <= len(group); n++ {
			sum := count(group[:n])
			for s := range stories {
				high, low := 0.0, 0.0
				for _, p := range group[:n] {
					high, low = max(high, p.weights[s]), min(low, p.weights[s])
				}
				assert.LessOrEqual(t, sum[s], 2*high+low)
				assert.GreaterOrEqual(t, sum[s], 2*low+high)
				if group[n-1].weights[s] >= 0 && n > 1 {
					assert.GreaterOrEqual(t, sum[s], before[s]-1e-9)
				}
			}
			before = sum
		}
	}
}

// halfBits is a weight in half bits, from −8 to 8.
func halfBits(rnd *rand.Rand) float64 { return float64(rnd.IntN(33)-16) / 2 }

func TestGroupsOfFacts(t *testing.T) {
	assert.Equal(t, "account", groups[firstOfFacts])
	assert.Equal(t, "id_number", groups[lastOfFacts])
}

func TestGroupCounts(t *testing.T) {
	group := []piece{
		{weights: bits{scam: 4}}, {weights: bits{scam: -2}}, {weights: bits{scam: 6, mistake: 1}}, {weights: bits{scam: 3}},
	}
	countGroup(group)
	got := []float64{}
	for _, p := range group {
		got = append(got, p.counted[scam])
	}
	assert.Equal(t, []float64{2, -2, 6, 0.75}, got)
	assert.Equal(t, 1.0, group[2].counted[mistake])
}

// checkLaws asserts what holds for every assessment.
func checkLaws(t *testing.T, n *parser.Notice, c Context) {
	t.Helper()
	a := Assess(n, c)
	require.Equal(t, a, Assess(n, c), "not the same twice")

	var sum bits
	for _, e := range a.Evidence {
		counted := e.Counted.bits()
		sum.add(&counted)
		require.NotEmpty(t, e.Explain("zh"))
	}
	for s, bits := range a.Scores.bits() {
		require.InDelta(t, sum[s], bits, 0.1001, "the evidence does not add up")
	}
	require.Equal(t, a.LikelyMistake, LikelyMistake(n, c).Likely)
	require.Equal(t, a.LikelyIdentityTheft, LikelyIdentityTheft(n, c).Likely)
	require.Equal(t, a.LikelyScam, LikelyScam(n, c).Likely)
	switch a.Verdict {
	case Genuine:
		require.True(t, c.Facts.recordSays())
	case IdentityTheft:
		require.True(t, c.Facts.recordSays() && c.Facts.HasAccount == No)
	}
	if a.Verdict == Undetermined || a.Verdict == NotANotice {
		require.Equal(t, ConfidenceNone, a.Confidence)
	} else {
		require.Equal(t, a.Verdict, a.Leading)
		require.GreaterOrEqual(t, a.Lead, 2.0)
	}
	require.True(t, slices.IsSortedFunc(a.Evidence, func(x, y Evidence) int { return groupRank(x.Group) - groupRank(y.Group) }))

	data, err := json.Marshal(a)
	require.NoError(t, err)
	var back Assessment
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, a, back)
	require.NotEmpty(t, a.String())
}

func TestLaws(t *testing.T) {
	for _, c := range allCases(t) {
		checkLaws(t, c.notice(t), c.context())
		checkLaws(t, c.notice(t), Context{})
	}
}

// TestUsableZeros: nil and zero arguments, and notices that the parser did not make.
func TestUsableZeros(t *testing.T) {
	for _, n := range []*parser.Notice{nil, {}, {Kind: parser.KindOverdue}, {Kind: "dunning", ThirdParty: true}} {
		checkLaws(t, n, Context{})
		checkLaws(t, n, Context{Facts: Facts{HasAccount: 9, LenderConfirms: Yes}, Population: "moon", Lenders: make([]parser.Lender, 3)})
	}
	assert.Equal(t, NotANotice, Assess(nil, Context{}).Verdict)
	assert.Equal(t, Undetermined, Assess(&parser.Notice{Kind: parser.KindOverdue}, Context{}).Verdict)

	for _, p := range []float64{-0.5, 7, nanValue()} {
		checkLaws(t, &parser.Notice{Kind: parser.KindOverdue, KindProbability: 0.9, ScamProbability: p}, Context{})
	}

	foreign := &parser.Notice{
		Kind:     parser.KindOverdue,
		Name:     &parser.Name{Found: parser.Found{Text: "\xff", Span: parser.Span{Start: 9, End: -3}}},
		MaskedID: &parser.Found{Text: "****"},
		Phone:    &parser.Found{},
		Phones:   []parser.Found{{}, {Text: "00"}},
		URLs:     []parser.Found{{}, {Text: "://"}, {Text: "http://[::1]:80/a.apk"}, {Text: "@@:.-"}},
		Accounts: []parser.Account{{Type: "moon"}},
		Asks:     []parser.Ask{{Type: parser.AskTransfer}, {Type: "sing"}},
		Tokens:   []parser.Token{{}, {Found: parser.Found{Text: "升"}}},
		Lender:   &parser.LenderName{},
		Overdue:  &parser.Overdue{}, Due: &parser.Due{},
		Amounts: []parser.Money{{}},
		Signals: []parser.Signal{{Type: parser.SignalEvasion}, {}},
	}
	lenders := []parser.Lender{{}, {Name: "甲", Domains: []string{"", ".", "a"}, Hotlines: []string{""}, Senders: []string{""}}}
	checkLaws(t, foreign, Context{Lenders: lenders, Recipient: identity.Profile{Name: "*", Phones: []string{"", "x"}}})
}

// TestCallersEvidence: it is weighed like ours, in its group, and NaN weighs nothing.
func TestCallersEvidence(t *testing.T) {
	n, err := parser.Parse("【澜庭银行】您的贷款已逾期12天，应还2,310.00元，请加微信demo0001办理。")
	require.NoError(t, err)
	plain := Assess(n, Context{})
	require.Equal(t, 4.0, find(plain, "ASKS_CONTACT").Counted.Scam)

	same := Assess(n, Context{Evidence: []Evidence{{Code: "SEEN_BEFORE", Group: "call", Weights: Scores{Scam: 6}}}})
	assert.Equal(t, 6.0, find(same, "SEEN_BEFORE").Counted.Scam)
	assert.Equal(t, 2.0, find(same, "ASKS_CONTACT").Counted.Scam)
	assert.Equal(t, plain.Scores.Scam+4, same.Scores.Scam)

	own := Assess(n, Context{Evidence: []Evidence{{Code: "SEEN_BEFORE", Weights: Scores{Genuine: 3}}}})
	assert.Equal(t, CallersGroup, find(own, "SEEN_BEFORE").Group)
	assert.Equal(t, plain.Scores.Genuine+3, own.Scores.Genuine)

	nan := Assess(n, Context{Evidence: []Evidence{{Code: "X", Weights: Scores{Genuine: nanValue(), Scam: 1e300}}}})
	assert.Equal(t, Scores{Scam: maxWeight}, find(nan, "X").Weights)

	// A caller's answer beside ours, in the group of the records.
	records := Context{Evidence: []Evidence{{Code: "BRANCH_CONFIRMS", Group: "records", Weights: Scores{Genuine: 1, IdentityTheft: 1, Mistake: -3, Scam: -4}}}}
	a := Assess(n, records)
	require.NotEmpty(t, a.AskNext)
	for _, q := range a.AskNext {
		assert.Positive(t, q.Bits)
	}
}

// TestManyCallersPieces: however many, in whatever order, they add up.
func TestManyCallersPieces(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	c := Context{Facts: Facts{HasAccount: Yes}}
	for i := range 300 {
		c.Evidence = append(c.Evidence, Evidence{
			Code: string(rune('A' + i%26)), Group: []string{"", "pay", "records", "own", "gate", "prior"}[i%6],
			Weights:       Scores{halfBits(rnd), halfBits(rnd), halfBits(rnd), halfBits(rnd)},
			ExplanationZh: "x", Spans: []parser.Span{{Start: rnd.IntN(9), End: 9}},
		})
	}
	for _, n := range []int{0, 1, 20, 63, 64, 300} {
		few := c
		few.Evidence = c.Evidence[:n]
		checkLaws(t, &parser.Notice{Kind: parser.KindOverdue}, few)
		checkLaws(t, nil, few)
	}
}

// TestCapWithoutFacts: a strong cue caps genuine where another story leads.
func TestCapWithoutFacts(t *testing.T) {
	n := &parser.Notice{Kind: parser.KindOverdue, ThirdParty: true, Asks: []parser.Ask{{Type: parser.AskGiveCode}}}
	a := Assess(n, Context{Evidence: []Evidence{
		{Code: "A", Weights: Scores{Genuine: 12, Mistake: 12}, ExplanationZh: "x"},
	}})
	assert.Equal(t, Mistake, a.Leading)
	assert.Equal(t, a.Scores.Scam-2, a.Scores.Genuine)
	assert.Negative(t, find(a, "SCAM_CUE_CAPS_GENUINE").Counted.Genuine)
}

func nanValue() float64 { zero := 0.0; return zero / zero }

func find(a Assessment, code string) Evidence {
	i := slices.IndexFunc(a.Evidence, func(e Evidence) bool { return e.Code == code })
	if i < 0 {
		return Evidence{}
	}
	return a.Evidence[i]
}

// TestAskNextTellsTheTruth: giving the answer changes the lead by as much as AskNext says.
func TestAskNextTellsTheTruth(t *testing.T) {
	for _, c := range allCases(t) {
		n, ctx := c.notice(t), c.context()
		a := Assess(n, ctx)
		scores := a.Scores.bits()
		lead := scores.leadOf(storyIndex(a.Leading))
		for _, q := range a.AskNext {
			most := 0.0
			for _, f := range questions {
				if f.fact != q.Fact {
					continue
				}
				for _, answer := range []Answer{No, Yes} {
					with := ctx
					*f.field(&with.Facts) = answer
					after := Assess(n, with).Scores.bits()
					most = max(most, abs(after.leadOf(storyIndex(a.Leading))-lead)) // of scores in tenths
				}
			}
			assert.InDelta(t, most, q.Bits, 0.21, "%s: %s", c.ID, q.Fact)
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

func TestReportLast(t *testing.T) {
	asks := []Ask{{"on_credit_report", 6}, {"has_account", 5}, {"lender_confirms", 4}, {"shown_in_app", 4}, {"repaid", 1}}
	reportLast(asks)
	assert.Equal(t, []Ask{{"has_account", 5}, {"lender_confirms", 4}, {"shown_in_app", 4}, {"on_credit_report", 6}, {"repaid", 1}}, asks)
}
