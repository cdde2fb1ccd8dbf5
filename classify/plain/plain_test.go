package plain

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
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// message is a line of testdata/cases.jsonl.
type message struct {
	ID, Text, Sender string
	ReceivedAt       time.Time `json:"received_at"`
	Recipient        identity.Profile
	Facts            classify.Facts
}

// assess returns what is known of a message.
func assess(t *testing.T, m message) (classify.Assessment, *parser.Notice) {
	t.Helper()
	n, err := parser.Parse(m.Text)
	require.NoError(t, err, m.ID)
	return classify.Assess(n, classify.Context{Recipient: m.Recipient, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Facts: m.Facts}), n
}

// summary returns what is said of a message.
func summary(t *testing.T, m message, lang remedy.Lang) Summary {
	t.Helper()
	a, n := assess(t, m)
	return Of(a, n, remedy.Steps(a, m.Facts, nil, lang), lang)
}

// cases returns the judged cases of the project.
func cases(t *testing.T) (all []message) {
	t.Helper()
	f, err := os.Open("../../testdata/cases.jsonl")
	require.NoError(t, err)
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var m message
		require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
		all = append(all, m)
	}
	require.NotEmpty(t, all)
	return all
}

// For each case there is one sentence each on the verdict, the reason and what to do now, in the
// language asked for, and nothing of the message.
func TestCases(t *testing.T) {
	prior, _ := assess(t, message{Text: "您已逾期3天"})
	require.Equal(t, "PRIOR", prior.Evidence[0].Code)
	for _, m := range cases(t) {
		for _, lang := range []remedy.Lang{remedy.Chinese, remedy.English} {
			s := summary(t, m, lang)
			for _, said := range []string{s.Headline, s.Reason, s.Now} {
				if lang == remedy.English {
					require.Regexp(t, `^[A-Z][^\n]*[^.]\.$`, said, m.ID)
				} else {
					require.Equal(t, len(said)-len("。"), strings.Index(said, "。"), "%s: one sentence", m.ID)
				}
			}
			require.Regexp(t, map[remedy.Lang]string{remedy.Chinese: `^[^。\n]{4,14}$`, remedy.English: `^[A-Z][^.\n]{8,54}$`}[lang], s.Gist, "%s: a line of a phone", m.ID)
			require.NotContains(t, s.Reason, strings.TrimSuffix(sentence(prior.Evidence[0].Explain(string(lang)), lang), "."), m.ID)
			require.NotEmpty(t, s.Do, m.ID)
			require.NotEmpty(t, s.Dont, m.ID)
			for _, q := range s.Ask {
				require.True(t, q.Text != q.Fact && q.Why != "", "%s: %s", m.ID, q.Fact)
			}
		}
	}
}

// What is said where it matters most. The people and numbers are invented.
func TestOf(t *testing.T) {
	const (
		dun    = "【青禾消费金融】沈*安先生（身份证110101********2314），您的借款本金8,000.00元已逾期26天，请尽快还款。"
		linked = "【青禾消费金融】沈*安先生，您的借款本金8,000.00元已逾期26天，请点击 http://pay.example.net/q 还款。"
	)
	sure := classify.Facts{HasAccount: classify.Yes, ShownInApp: classify.Yes}
	theft := classify.Facts{HasAccount: classify.No, LenderConfirms: classify.Yes}
	him := identity.Profile{Name: "沈亦安"}
	for _, c := range []struct {
		name                  string
		m                     message
		headline, reason, now string // a part of each
		first                 string // question, "" for any
	}{
		{"genuine", message{Text: dun, Recipient: him, Facts: sure},
			"几乎可以肯定，这笔欠款属实", "App或官网里查得到", "官方App核对金额", "lender_confirms"},
		{"a debt that is real, and a link that is nobody's", message{Text: linked, Recipient: him, Facts: sure},
			"没有查明发信人", "App或官网里查得到", "只在自己打开的官方App里还款", "sender_confirmed"},
		{"paid, and still on record", message{Text: dun, Recipient: him, Facts: classify.Facts{HasAccount: classify.Yes, ShownInApp: classify.Yes, Repaid: classify.Yes}},
			"可能还没有入账", "App或官网里查得到", "不要再付一次", ""},
		{"identity theft, the money not followed", message{Text: dun, Recipient: him, Facts: theft},
			"钱到了谁的账户还没有查明", "您从未借款，而记录显示有借款", "先查清钱到了哪张卡", "received_money"},
		{"mistake", message{Text: dun, Recipient: identity.Profile{Name: "林问渠"}, Facts: classify.Facts{HasAccount: classify.No, ShownInApp: classify.No}},
			"很可能发错了人", "姓名与您不符", "先不要付款", "number_on_other_record"},
		{"two matters", message{Text: dun, Recipient: identity.Profile{Name: "林问渠"}, Facts: theft},
			"这里有两件事", "两件事", "两件事分开办", "received_money"},
		{"a court", message{Text: "【云川市南山区人民法院】林问渠：你与青禾消费金融借款合同纠纷一案，案号(2026)云0305诉前调20331号，请在15日内答复。"},
			"法院、仲裁或调解机构的名义", "12368", "12368", ""},
		{"violence", message{Text: "林问渠，欠的6,600逾期多久了心里有数，明天叫人去卸你一条腿。"},
			"不论有没有欠款", "先打110", "先拨打110", ""},
		{"extortion", message{Text: "林问渠，你逾期了，再不还2600就爆你通讯录，把你的照片发给所有人！"},
			"很可能是敲诈", "", "拨打110报警", ""},
		{"harm is done", message{Text: linked, Facts: classify.Facts{Harmed: classify.Yes}},
			"", "", "止付", ""},
		{"a private payee", message{Text: "【青禾消费金融】您已逾期26天，欠款8,000元，请转账至支付宝13800001234。"},
			"", "个人", "不要向短信给的账户付款", ""},
		{"a code", message{Text: "【云杉银行】您的贷款已逾期，请添加微信abc12345，提供验证码处理。"},
			"诈骗", "索要验证码", "不给验证码", ""},
		{"the text alone", message{Text: "您的贷款已逾期6天，请尽快还款。"},
			"说不准", "", "先不要照短信去做", ""},
		{"chat", message{Text: "明天下午三点老地方见，别忘了带书。"},
			"这里没有判断", "不等于安全", "96110", ""},
		{"a reminder", message{Text: "【云杉银行】您的账单应还1,280.00元，还款日为12月8日，请按时还款。"},
			"没有说已经逾期", "", "官方App核对日期", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := summary(t, c.m, remedy.Chinese)
			assert.Contains(t, s.Headline, c.headline)
			assert.Contains(t, s.Reason, c.reason)
			assert.Contains(t, s.Now, c.now)
			if c.first != "" {
				require.NotEmpty(t, s.Ask)
				assert.Equal(t, c.first, s.Ask[0].Fact)
			}
		})
	}
}

// No question about a wrong number is put to whoever has a court, an extorter or a debt of
// their own to deal with.
func TestNumberIsNotAsked(t *testing.T) {
	asks := []classify.Ask{{Fact: "number_on_other_record"}, {Fact: "shown_in_app"}}
	for _, a := range []classify.Assessment{
		{Verdict: classify.Genuine, AskNext: asks},
		{AskNext: asks, Evidence: []classify.Evidence{{Code: "COURT_MATTER"}}},
		{Verdict: classify.Scam, AskNext: asks, Evidence: []classify.Evidence{{Code: "EXTORTS"}}},
		{AskNext: asks, Evidence: []classify.Evidence{{Code: "VIOLENCE"}}},
	} {
		got := Of(a, &parser.Notice{Kind: parser.KindOverdue}, nil, "").Ask
		require.Len(t, got, 1)
		assert.Equal(t, "shown_in_app", got[0].Fact)
	}
	theft := classify.Assessment{Verdict: classify.IdentityTheft, AskNext: append(asks, classify.Ask{Fact: "received_money"}, classify.Ask{Fact: "new_fact"})}
	var order []string
	for _, q := range Of(theft, nil, nil, "").Ask {
		order = append(order, q.Fact)
	}
	assert.Equal(t, []string{"received_money", "number_on_other_record", "shown_in_app", "new_fact"}, order)
}

// Do and Dont are the steps, all of them, in their order.
func TestSteps(t *testing.T) {
	for _, m := range cases(t) {
		a, n := assess(t, m)
		steps := remedy.Steps(a, m.Facts, nil, "")
		s := Of(a, n, steps, "")
		require.ElementsMatch(t, steps, slices.Concat(s.Do, s.Dont), m.ID)
		for _, step := range s.Dont {
			require.Equal(t, listNever, step.List)
		}
	}
}

// The zero Assessment is undetermined.
func TestZero(t *testing.T) {
	s := Of(classify.Assessment{}, nil, nil, "")
	assert.Equal(t, "真假还说不准。", s.Headline)
	assert.Empty(t, s.Reason)
	assert.NotEmpty(t, s.Now)
}

// A leaning is given from a lead of 2 bits on, and never for a court.
func TestLeaning(t *testing.T) {
	a := classify.Assessment{Leading: classify.Genuine, Lead: 2, LikelyScam: true}
	assert.Equal(t, classify.Genuine, Of(a, nil, nil, "").Leaning)
	assert.Equal(t, []classify.Verdict{classify.Scam}, Of(a, nil, nil, "").Also)
	a.Lead = 1.9
	assert.Empty(t, Of(a, nil, nil, "").Leaning)
	a.Lead, a.Evidence = 5, []classify.Evidence{{Code: "COURT_MATTER"}}
	assert.Empty(t, Of(a, nil, nil, "").Leaning)
	a.Verdict, a.Evidence = classify.Scam, nil
	assert.Empty(t, Of(a, nil, nil, "").Leaning)
	assert.Empty(t, Of(a, nil, nil, "").Also)
}

func TestReason(t *testing.T) {
	counted := func(code, group string, s classify.Scores) classify.Evidence {
		return classify.Evidence{Code: code, Group: group, Counted: s, ExplanationZh: code, ExplanationEn: "says " + code}
	}
	a := classify.Assessment{
		Verdict: classify.Scam, Scores: classify.Scores{Genuine: 1, Mistake: 2, Scam: 7},
		Evidence: []classify.Evidence{
			counted("PRIOR", "prior", classify.Scores{Scam: 9}),
			counted("A", "call", classify.Scores{Scam: 4, Mistake: 3}),
			counted("B", "pay", classify.Scores{Scam: 3}),
			counted("C", "pay", classify.Scores{Scam: 3}),
			counted("GATE", "gate", classify.Scores{Scam: 9}),
			{Code: "SILENT", Counted: classify.Scores{Scam: 9}},
		},
	}
	assert.Equal(t, "B。", Reason(a, remedy.Chinese), "against the runner-up, mistake; the first of two")
	assert.Equal(t, "Says B.", Reason(a, remedy.English))
	a.Evidence = append(a.Evidence, counted("WORDS", "wording", classify.Scores{Scam: 5}))
	assert.Equal(t, "B。", Reason(a, ""), "one thing rather than the wording as a whole")
	a.Verdict = classify.Undetermined
	assert.Equal(t, "GATE。", Reason(a, ""))
	a.Verdict, a.Evidence = classify.Mistake, a.Evidence[:1]
	assert.Empty(t, Reason(a, ""), "never the prior")
}

func BenchmarkHeadline(b *testing.B) {
	n, err := parser.Parse("【青禾消费金融】沈*安先生，您的借款本金8,000.00元已逾期26天，请尽快还款。")
	require.NoError(b, err)
	a := classify.Assess(n, classify.Context{})
	steps := remedy.Steps(a, classify.Facts{}, nil, "")
	b.ReportAllocs()
	for b.Loop() {
		Headline(a, n, steps, "")
		Reason(a, "")
	}
}
