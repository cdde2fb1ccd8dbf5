package remedy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser"
)

// The recipients of the cases: a grown-up and their child.
const childID = "330203201304121176"

// situationOf returns the situation of a message as the library itself reads it, with a given
// verdict.
func situationOf(t testing.TB, text, id string, v classify.Verdict, f classify.Facts) remedy.Situation {
	s := remedy.Situation{Facts: f, ReceivedAt: receivedAt, Recipient: identity.Profile{Name: "沈亦安", Phones: []string{"13800003401"}}}
	var err error
	s.Recipient.ID, err = identity.ParseID(id)
	require.NoError(t, err)
	s.Notice, err = parser.Parse(text)
	require.NoError(t, err)
	s.Assessment = classify.Assess(s.Notice, classify.Context{Recipient: s.Recipient, ReceivedAt: receivedAt, Facts: f})
	if v != "" {
		s.Assessment.Verdict = v
	}
	s.Breaches = conduct.Breaches(s.Notice, receivedAt, identity.Unknown)
	return s
}

// circumstanceCase is a case of a circumstance, with the steps that it needs and those that would
// be wrong with it.
type circumstanceCase struct {
	of      remedy.Circumstance
	text    string
	id      string
	verdict classify.Verdict
	facts   classify.Facts
	first   string // the first step
	has     []string
	not     []string
	miss    string // a near text without the circumstance
}

var circumstanceCases = []circumstanceCase{
	{of: remedy.Danger, text: "你欠的3000元逾期了，再不还就去你家泼油漆", verdict: classify.Mistake, first: "danger_police",
		has: []string{"danger_together"}, not: []string{"calm", "threats_police", "breach_police", "danger_photos"}, miss: "你欠的3000元逾期了，再不还就去你家"},
	{of: remedy.Ransom, text: "你弟弟扣在公司，拿2万来赎人，别报警", verdict: classify.Scam, first: "danger_police",
		has: []string{"danger_family", "scam_no_contact"}, not: []string{"calm"}, miss: "你弟弟在公司上班，欠2万"},
	{of: remedy.Exposure, text: "你的借款3000元逾期，今晚不还就把你的照片群发通讯录", verdict: classify.Undetermined, first: "danger_photos",
		not: []string{"calm", "danger_police", "undetermined_call_line"}, miss: "你的借款3000元逾期，请上传照片"},
	{of: remedy.Court, text: "【云溪区人民法院】程*禾，青禾银行诉您借款纠纷一案，欠款8,000.00元逾期，请联系12368", verdict: classify.Mistake, first: "court_check",
		has: []string{"answer_court", "court_not_you", "keep_message"}, not: []string{"calm", "mistake_demand", "mistake_call_line", "complain_lender", "mistake_complain_regulator", "mistake_no_id_copy"},
		miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Forum, text: "【云溪金融调解中心】您在青禾银行的欠款8,000.00元已逾期，请来电调解", verdict: classify.Mistake,
		has: []string{"court_mediation"}, not: []string{"mistake_demand", "complain_lender"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.LawFirm, text: "【青禾律师事务所】您的欠款8,000.00元已逾期26天，将依法起诉", verdict: classify.Mistake,
		has: []string{"law_firm_ask", "lawsuit_check"}, not: []string{"mistake_demand", "complain_lender"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Organ, text: "【云溪市公安局】您的欠款8,000.00元已逾期26天，请转账", verdict: classify.Scam,
		has: []string{"organ_check", "scam_no_contact"}, not: []string{"scam_tell_lender"}, miss: "【公安县农商银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Summons, text: "【青禾银行】您的借款8,000.00元已逾期，法院已立案，传票将于近日送达", verdict: classify.Genuine, first: "court_check",
		has: []string{"answer_court"}, not: []string{"calm", "genuine_check_app", "lawsuit_check"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天，将依法起诉"},
	{of: remedy.PaymentOrder, text: "【云溪区人民法院】现向您送达支付令：支付借款4,366.20元，已逾期，15日内不提异议又不履行的，可强制执行", verdict: classify.Undetermined, first: "court_check",
		has: []string{"court_payment_order"}, not: []string{"calm", "undetermined_call_line", "undetermined_app"}, miss: "【青禾银行】您的借款8,000.00元已逾期，我行将申请支付令"},
	{of: remedy.Arbitration, text: "【青禾小贷】您的借款8,000.00元已逾期，云溪仲裁委已受理该案", verdict: classify.Genuine, first: "arbitration_check",
		not: []string{"calm"}, miss: "【青禾小贷】您的借款8,000.00元已逾期，我司可依法申请仲裁"},
	{of: remedy.Mediation, text: "【青禾银行】您的借款8,000.00元已逾期，现已转诉前调解", verdict: classify.Genuine,
		has: []string{"court_mediation", "genuine_check_app"}, miss: "【青禾银行】您的借款8,000.00元已逾期，愿意协调解决的请登录官方App"},
	{of: remedy.Lawsuit, text: "【青禾银行】您的借款8,000.00元已逾期26天，我行将依法起诉", verdict: classify.Genuine, first: "calm",
		has: []string{"lawsuit_check", "genuine_check_app"}, not: []string{"court_check", "answer_court"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Guarantor, text: "【青禾银行】沈亦安，您为程晓禾担保的借款8,000.00元已逾期26天", verdict: classify.Genuine,
		has: []string{"guarantor_check"}, not: []string{"genuine_check_app", "genuine_hardship"}, miss: "【青禾银行】免担保免抵押，您的借款8,000.00元已逾期26天"},
	{of: remedy.Heir, text: "【青禾银行】您父亲程某已去世，其借款8,000.00元逾期26天，请您偿还", verdict: classify.Undetermined,
		has: []string{"heir_check"}, not: []string{"relative_check", "undetermined_call_line", "never_tell_whereabouts"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Relative, text: "父债子还，你爸欠的8000元逾期半年了，你来还", verdict: classify.Undetermined,
		has: []string{"relative_check", "never_tell_whereabouts"}, not: []string{"undetermined_call_line", "undetermined_app", "undetermined_report"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天，将联系您父亲说明逾期情况"},
	{of: remedy.Contact, text: "【青禾银行】请转告程晓禾：其借款8,000.00元已逾期26天，请其尽快还款", verdict: classify.Mistake,
		has: []string{"contact_check", "never_tell_whereabouts", "mistake_demand"}, not: []string{"mistake_recycled"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Minor, text: "【青禾银行】沈亦安，您的借款8,000.00元已逾期26天", id: childID, verdict: classify.Genuine,
		has: []string{"minor_check"}},
	{of: remedy.Student, text: "【青禾小贷】沈亦安同学，您的借款8,000.00元已逾期26天，将通知您的辅导员", verdict: classify.Genuine,
		has: []string{"student_check"}, miss: "【青禾小贷】您的借款8,000.00元已逾期26天，大学生村官报名"},
	{of: remedy.Rental, text: "【机租乐】您租赁的手机第4期租金658.00元已逾期11天", verdict: classify.Genuine,
		has: []string{"rental_check"}, not: []string{"genuine_cost_table", "genuine_check_app"}, miss: "【青禾公寓】您的房屋租金658.00元已逾期11天"},
	{of: remedy.IllegalLender, text: "你借的高炮1500元逾期3天了，快还", verdict: classify.Genuine,
		has: []string{"illegal_lender_check"}, not: []string{"genuine_check_app", "genuine_cost_table", "genuine_hardship", "breach_complain"}, miss: "你借的1500元逾期3天了，快还"},
	{of: remedy.SoldLoan, text: "【云溪资产管理】青禾消费金融已将对您的债权转让给我司，本金15,320.00元已逾期", verdict: classify.Genuine,
		has: []string{"genuine_assignee"}, not: []string{"genuine_check_app"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Collector, text: "【云溪商务咨询】受青禾消费金融委托，通知您借款8,000.00元已逾期26天", verdict: classify.Genuine,
		has: []string{"genuine_partner_list"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.NoDebt, text: "妈，我手机坏了，学费2600元打到6217000000001234李老师，急", verdict: classify.Scam,
		has: []string{"scam_no_contact", "never_personal_account"}, not: []string{"scam_check_app", "scam_tell_lender", "never_answer", "never_pay_to_stop", "never_pay_agent"},
		miss: "【青禾服务】网贷停息挂账，请加微信qhkf0101"},
	{of: remedy.NothingAsked, text: "【青禾速运】您的快件已到丰巢柜，取件码3321", verdict: classify.NotANotice, first: "other_official_app",
		not: []string{"calm", "never_tap_link", "never_pay_agent"}, miss: "【青禾速运】您的快件已到丰巢柜，请加微信qhkf0101领取"},
	{of: remedy.Handle, text: "【青禾银行】您的借款8,000.00元已逾期26天，请加微信qhkf0101还款", verdict: classify.Genuine,
		has: []string{"genuine_handle", "genuine_check_app"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Bank, text: "【青禾银行】您的借款8,000.00元已逾期26天", verdict: classify.Mistake, has: []string{"complain_lender"}, not: []string{"complain_lender_other"},
		miss: "【青禾小贷】您的借款8,000.00元已逾期26天"},
	{of: remedy.ConsumerFinance, text: "【青禾消费金融】您的借款8,000.00元已逾期26天", verdict: classify.Mistake, has: []string{"complain_lender"}, not: []string{"complain_lender_other"},
		miss: "【青禾小贷】您的借款8,000.00元已逾期26天"},
	{of: remedy.SmallLoan, text: "【青禾小贷】您的借款8,000.00元已逾期26天", verdict: classify.Mistake, has: []string{"complain_lender_other"}, not: []string{"complain_lender"},
		miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.UnknownLender, text: "您的借款8,000.00元已逾期26天，请尽快还款", verdict: classify.Undetermined,
		has: []string{"unknown_lender"}, not: []string{"undetermined_app", "undetermined_call_line"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.Card, text: "【青禾银行】您的信用卡欠款60,000.00元已逾期120天，涉嫌信用卡诈骗罪，将追究刑事责任", verdict: classify.Genuine,
		has: []string{"threat_card"}, miss: "【青禾银行】您的借款8,000.00元已逾期26天"},
	{of: remedy.OldDebt, text: "【青禾银行】您的借款8,000.00元已逾期1500天", verdict: classify.Genuine,
		has: []string{"genuine_old_debt", "genuine_check_app"}, not: []string{"genuine_hardship", "genuine_receipt"}, miss: "【青禾银行】您的借款8,000.00元已逾期1000天"},
	{of: remedy.OwnRecord, text: "【青禾银行】您的借款8,000.00元已逾期26天", verdict: classify.Mistake, facts: classify.Facts{HasAccount: classify.Yes},
		has: []string{"mistake_call_line_own", "mistake_demand_own"}, not: []string{"mistake_call_line", "mistake_demand", "mistake_no_id_copy", "mistake_recycled"}},
	{of: remedy.JustRepaid, text: "【青禾银行】您的借款8,000.00元已逾期26天", verdict: classify.Genuine, facts: classify.Facts{Repaid: classify.Yes},
		has: []string{"just_repaid_check"}, not: []string{"genuine_hardship", "keep_repayment_proof", "genuine_receipt"}},
	{of: remedy.WrongSum, text: "【青禾银行】您的借款8,000.00元已逾期26天", verdict: classify.Genuine, facts: classify.Facts{AmountAgrees: classify.No},
		has: []string{"wrong_sum_check"}},
}

func TestCircumstances(t *testing.T) {
	seen := map[remedy.Circumstance]bool{}
	for _, c := range circumstanceCases {
		t.Run(string(c.of), func(t *testing.T) {
			seen[c.of] = true
			id := c.id
			if id == "" {
				id = idNumber
			}
			s := situationOf(t, c.text, id, c.verdict, c.facts)
			require.Contains(t, s.Circumstances(), c.of)
			got := remedy.StepsIn(s, remedy.Chinese)
			if c.first != "" {
				assert.Equal(t, c.first, got[0].Code)
			}
			all := codes(got)
			assert.Subset(t, all, c.has)
			for _, code := range c.not {
				assert.NotContains(t, all, code)
			}
			assert.Equal(t, all, codes(remedy.StepsIn(s, remedy.English)))
			if c.miss != "" {
				assert.NotContains(t, situationOf(t, c.miss, idNumber, c.verdict, c.facts).Circumstances(), c.of)
			}
		})
	}
	for _, row := range rowsOf(t, "data/circumstances.tsv") {
		assert.True(t, seen[remedy.Circumstance(row[0])], row[0])
	}
}

// Each row of the table finds its hit, at the place that it names, and not its miss.
func TestCircumstanceRows(t *testing.T) {
	for _, row := range rowsOf(t, "data/circumstances.tsv") {
		of, where, hit, miss := remedy.Circumstance(row[0]), row[1], row[4], row[5]
		if hit == "-" {
			assert.Contains(t, []string{"signal", "threat", "evidence", "sender"}, where)
			continue
		}
		in := func(text string) []remedy.Circumstance {
			n := &parser.Notice{}
			switch found := (parser.Found{Text: text}); where {
			case "lender":
				n.Lender = &parser.LenderName{Found: found}
			case "signature":
				n.Signatures = []parser.Found{found}
			default:
				n.Tokens = []parser.Token{{Found: found}}
			}
			return remedy.Situation{Notice: n}.Circumstances()
		}
		assert.Contains(t, in(hit), of, row[2])
		assert.NotContains(t, in(miss), of, row[2])
		if where == "text" {
			spaced := strings.Join(strings.Split(hit, ""), " ")
			assert.Contains(t, in(spaced), of, "%s, with spaces", row[2])
		}
	}
}

// What no list may hold at once, whatever the verdict, the facts and the circumstances.
var contradictions = [][2]string{
	{"calm", "harm_police"}, {"calm", "danger_police"}, {"calm", "danger_photos"}, {"calm", "court_payment_order"}, {"calm", "answer_court"}, {"calm", "arbitration_check"},
	{"genuine_check_app", "genuine_assignee"}, {"genuine_check_app", "guarantor_check"}, {"genuine_check_app", "illegal_lender_check"}, {"genuine_check_app", "court_payment_order"},
	{"mistake_call_line", "mistake_call_line_own"}, {"mistake_demand", "mistake_demand_own"}, {"mistake_call_line_own", "mistake_no_id_copy"}, {"theft_id_copies", "mistake_no_id_copy"},
	{"complain_lender", "complain_lender_other"}, {"just_repaid_check", "keep_repayment_proof"}, {"just_repaid_check", "genuine_hardship"},
	{"genuine_old_debt", "genuine_hardship"}, {"theft_proxy", "theft_police"}, {"theft_proxy", "theft_money_trail"}, {"theft_proxy", "theft_call_line"},
	{"lawsuit_check", "court_check"}, {"unknown_lender", "undetermined_call_line"}, {"unknown_lender", "mistake_call_line"}, {"unknown_lender", "theft_call_line"}, {"unknown_lender", "scam_tell_lender"},
	{"danger_police", "undetermined_call_line"}, {"danger_police", "breach_police"}, {"heir_check", "relative_check"},
	{"scam_no_contact", "contact_check"}, {"scam_no_contact", "law_firm_ask"}, {"scam_no_contact", "answer_court"}, {"scam_no_contact", "breach_complain"},
	{"illegal_lender_check", "breach_complain"}, {"illegal_lender_check", "mistake_complain_regulator"}, {"illegal_lender_check", "theft_complain_regulator"},
}

// Two circumstances at once, with every verdict and what the recipient may say: safety
// first, nothing twice, nothing that contradicts another, the never-list last, unless a message that
// is no notice asks nothing.
func TestStepsAreSafeAndAgree(t *testing.T) {
	facts := []classify.Facts{
		{}, {Harmed: classify.Yes}, {HasAccount: classify.Yes, Repaid: classify.Yes}, {HasAccount: classify.No, ReceivedMoney: classify.Yes},
		{HasAccount: classify.No, LenderConfirms: classify.Yes}, {SenderConfirmed: classify.Yes, ReceivedMoney: classify.No}, {AmountAgrees: classify.No, HasAccount: classify.Yes, Harmed: classify.Yes},
	}
	urgent := []string{"danger_police", "danger_photos", "danger_family", "harm_police"}
	for i, c := range circumstanceCases {
		for _, d := range circumstanceCases[i:] {
			one := situationOf(t, c.text+"。"+d.text, idNumber, "", classify.Facts{})
			for _, f := range facts {
				for _, v := range verdicts {
					s := one
					s.Facts, s.Assessment.Verdict = f, v
					s.Assessment.LikelyMistake, s.Assessment.LikelyScam = true, f.SenderConfirmed != classify.Yes // what comes beside a verdict
					got := remedy.StepsIn(s, remedy.Chinese)
					all := codes(got)
					name := fmt.Sprintf("%s and %s, %s", c.of, d.of, v)
					for _, pair := range contradictions {
						if slices.Contains(all, pair[0]) && slices.Contains(all, pair[1]) {
							require.Fail(t, "contradiction", "%s: %v", name, pair)
						}
					}
					require.Len(t, slices.Compact(slices.Sorted(slices.Values(all))), len(all), name)
					if slices.ContainsFunc(all, func(code string) bool { return slices.Contains(urgent, code) }) {
						require.Contains(t, urgent, all[0], name)
					}
					asked := !slices.Contains(s.Circumstances(), remedy.NothingAsked)
					require.Equal(t, asked, got[len(got)-1].List == "never", name)
					order := []string{"danger", "harm", "calm", "court", "third_party", "loan"}
					last := -1
					for _, list := range lists(got) {
						if at := slices.Index(order, list); at >= 0 {
							require.Greater(t, at, last, name)
							last = at
						}
					}
				}
			}
		}
	}
}

// Whether the recipient is a minor goes by the day on which the message came.
func TestMinor(t *testing.T) {
	id, err := identity.ParseID(childID) // born 2013-04-12
	require.NoError(t, err)
	for at, minor := range map[string]bool{"2031-04-11T23:59:59+08:00": true, "2031-04-12T00:00:00+08:00": false, "2031-04-11T16:30:00Z": false, "2012-01-01T00:00:00Z": false} {
		on, err := time.Parse(time.RFC3339, at)
		require.NoError(t, err)
		s := remedy.Situation{Recipient: identity.Profile{ID: id}, ReceivedAt: on}
		assert.Equal(t, minor, slices.Contains(s.Circumstances(), remedy.Minor), at)
	}
	assert.Empty(t, remedy.Situation{Recipient: identity.Profile{ID: id}}.Circumstances(), "the day is not known")
}

func TestOldDebt(t *testing.T) {
	three, two := 36, 35
	for name, c := range map[string]struct {
		overdue parser.Overdue
		at      time.Time
		old     bool
	}{
		"months":             {parser.Overdue{Months: &three}, time.Time{}, true},
		"fewer months":       {parser.Overdue{Months: &two}, time.Time{}, false},
		"since":              {parser.Overdue{Since: "2023-03-02"}, receivedAt, true},
		"since not so long":  {parser.Overdue{Since: "2023-03-03"}, receivedAt, false},
		"since, no day":      {parser.Overdue{Since: "2013-03-03"}, time.Time{}, false},
		"since without year": {parser.Overdue{Since: "--03-03"}, receivedAt, false},
	} {
		s := remedy.Situation{Notice: &parser.Notice{Overdue: &c.overdue}, ReceivedAt: c.at}
		assert.Equal(t, c.old, slices.Contains(s.Circumstances(), remedy.OldDebt), name)
	}
}

// Tables of the caller find what they say, and a situation shows nothing of itself.
func TestOwnCircumstances(t *testing.T) {
	own, err := remedy.Load(remedy.Files{Circumstances: strings.NewReader("heir\ttext\t{甲|乙}…丙 丁\t无丁\t-\t-\n")})
	require.NoError(t, err)
	for text, found := range map[string]bool{
		"甲丙": true, "乙一二三四五六七八九十丙": true, "乙一二三四五六七八九十一丙": false, "甲，丙": false, "甲 \u3000丙": true, "丁": true, "无丁": false, "无丁丁": true, "丙甲": false, "甲": false, "": false,
	} {
		s := remedy.Situation{Notice: &parser.Notice{Tokens: []parser.Token{{Found: parser.Found{Text: text}}}}}
		assert.Equal(t, found, slices.Contains(own.Circumstances(s), remedy.Heir), text)
	}
	var zero remedy.Tables
	assert.Empty(t, zero.Circumstances(remedy.Situation{}))
	s := remedy.Situation{Recipient: identity.Profile{Name: "沈亦安"}, Assessment: classify.Assessment{Verdict: "沈亦安"}}
	assert.Equal(t, "situation situation situation", fmt.Sprintf("%v %+v %#v", s, s, s))
	assert.Equal(t, "situation", s.LogValue().String())
	assert.Equal(t, "situation: undetermined", fmt.Sprint(remedy.Situation{}))
}

// A message is gone through only once, even if phrases and what hides them alternate.
func TestGrowthOfCircumstances(t *testing.T) {
	for _, piece := range []string{"非遗产", "您儿子一二三", "人在我", "租", "父债子还，", "担保公司", "已故", "a", " ", "。"} {
		growth.Linear(t, piece, []string{"circumstances"}, func(size int) []time.Duration {
			n := &parser.Notice{Tokens: []parser.Token{{Found: parser.Found{Text: growth.Fill(piece, size)}}}}
			return growth.Time(func() { remedy.Situation{Notice: n}.Circumstances() })
		})
	}
}
