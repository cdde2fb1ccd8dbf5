package matter

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

const (
	firm, otherFirm = "1069000000001", "1069000000002"
	person, another = "13900005566", "17000003344"
)

func me(t testing.TB) identity.Profile {
	t.Helper()
	id, err := identity.ParseID("110105199003070025")
	require.NoError(t, err)
	return identity.Profile{Name: "林晓舟", ID: id, Phones: []string{"13900001234"}}
}

// at reads a time of China.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", s, china)
	require.NoError(t, err)
	return when.UTC()
}

// dated is a message of a test.
type dated struct{ at, from, text string }

func datedMessages(t testing.TB, list []dated) (all []Message) {
	t.Helper()
	for i, m := range list {
		all = append(all, Message{Number: i + 1, Text: m.text, Sender: m.from, ReceivedAt: at(t, m.at)})
	}
	return all
}

// groups returns the numbers of the messages of each matter.
func groups(r Result) (all [][]int) {
	for _, m := range r.Matters {
		var numbers []int
		for _, member := range m.Members {
			numbers = append(numbers, member.Messages...)
		}
		all = append(all, numbers)
	}
	return all
}

// TestJoins has pairs of messages that are joined, or are not, because of one thing.
func TestJoins(t *testing.T) {
	const day, later = "2026-03-20 10:00", "2026-04-03 10:00"
	for _, test := range []struct {
		name string
		a, b dated
		one  bool
		link string // among those that are named, where they are one
	}{
		{"a contract", dated{day, firm, "【澜庭消费金融】您合同号LT2026010001的借款已逾期，请还款。"},
			dated{later, person, "合同号LT2026010001的欠款今天处理，否则上门。"}, true, "CONTRACT"},
		{"a case", dated{day, otherFirm, "【南山法院】高晓阳：(2026)粤0304民初1234号借款合同纠纷一案已立案，请及时还款。"},
			dated{later, person, "(2026)粤0304民初1234号案子的欠款已逾期，再不还就申请强制执行。"}, true, "CASE"},
		{"a card's tail", dated{day, firm, "【澜庭银行】您尾号3321的信用卡已逾期，请还款。"},
			dated{later, otherFirm, "【澜庭银行】您尾号3321的信用卡欠款仍未归还，已逾期，将上报征信。"}, true, "CARD_TAIL"},
		{"a person's number", dated{day, person, "你的借款8203.55元已逾期，今天还。"},
			dated{later, person, "还不还？再不还款就去你单位。"}, true, "SENDER_PERSON"},
		{"a sum, with the lender", dated{day, firm, "【澜庭消费金融】您的借款8,203.55元已逾期，请还款。"},
			dated{later, otherFirm, "【澜庭消费金融】逾期欠款8,203.55元仍未归还。"}, true, "SUM"},
		{"days, with the lender and a person", dated{day, firm, "【澜庭消费金融】高晓阳先生，您的借款已逾期12天，请还款。"},
			dated{later, otherFirm, "【澜庭消费金融】高晓阳先生，您的借款已逾期26天，请还款。"}, true, "DAYS"},
		{"digits of an ID number, with the lender", dated{day, firm, "【澜庭消费金融】高先生（身份证号330106********4178），您的借款1,203.55元已逾期，请还款。"},
			dated{later, otherFirm, "【澜庭消费金融】*晓阳先生（身份证尾号4178），您的借款1,210.00元已逾期，请还款。"}, true, "PERSON"},

		{"a lender alone", dated{day, firm, "【澜庭消费金融】您的借款已逾期，请还款。"},
			dated{later, otherFirm, "【澜庭消费金融】您有一笔贷款逾期未还，将影响信用。"}, false, ""},
		{"nothing", dated{day, firm, "【澜庭消费金融】高晓阳先生，您的借款8,203.55元已逾期12天。"},
			dated{later, otherFirm, "【望川小贷】沈雨安先生，您的借款1,866.20元已逾期40天。"}, false, ""},
		{"other contracts of one lender", dated{day, firm, "【澜庭消费金融】您合同号LT2026010001的借款8,203.55元已逾期12天，请还款。"},
			dated{later, firm, "【澜庭消费金融】您合同号LT2026010099的借款1,866.20元已逾期40天，请还款。"}, false, ""},
		{"other cards of one bank", dated{day, firm, "【澜庭银行】您尾号3321的信用卡8,203.55元已逾期12天，请还款。"},
			dated{later, firm, "【澜庭银行】您尾号7788的信用卡1,866.20元已逾期40天，请还款。"}, false, ""},
		{"people who cannot be one", dated{day, firm, "【澜庭消费金融】高晓阳先生，您的借款8,203.55元已逾期12天，请还款。"},
			dated{later, firm, "【澜庭消费金融】沈雨安女士，您的借款1,866.20元已逾期40天，请还款。"}, false, ""},
		{"ID numbers that cannot be one", dated{day, firm, "【澜庭消费金融】高先生（身份证号330106********4178），您的借款8,203.55元已逾期12天，请还款。"},
			dated{later, firm, "【澜庭消费金融】高先生（身份证号330106********9922），您的借款1,866.20元已逾期40天，请还款。"}, false, ""},
		{"two persons' numbers", dated{day, person, "高晓阳，你的借款8203.55元已逾期，今天还。"},
			dated{later, another, "沈雨安，欠款1866.20元已逾期，再不还款就去你单位。"}, false, ""},
	} {
		for range 2 { // whichever is first
			messages := datedMessages(t, []dated{test.a, test.b})
			r := checkLaws(t, identity.Profile{}, messages)
			want := [][]int{{1, 2}}
			if !test.one {
				want = [][]int{{1}, {2}}
			}
			assert.Equal(t, want, groups(r), test.name)
			if test.one && len(r.Matters) == 1 {
				assert.Contains(t, r.Matters[0].Members[1].Links, test.link, test.name)
			}
			test.a.text, test.a.from, test.b.text, test.b.from = test.b.text, test.b.from, test.a.text, test.a.from
			if test.link == "DAYS" {
				break // the days would be others
			}
		}
	}
}

// TestNotJoined: messages that mention no debt make no matter.
func TestNotJoined(t *testing.T) {
	r := checkLaws(t, me(t), datedMessages(t, []dated{
		{"2026-03-20 10:00", person, "今晚一起吃饭吗"},
		{"2026-03-20 10:01", firm, "【顺达快递】您的包裹已到驿站，取件码8-2-3321。"},
		{"2026-03-20 10:02", firm, "【澜庭商城】会员日全场五折，回T退订"},
	}))
	assert.Equal(t, Result{Messages: 3}, r)
}

// TestClaimedIsPutTogether: each of two masks shows what the other hides.
func TestClaimedIsPutTogether(t *testing.T) {
	r := checkLaws(t, identity.Profile{}, datedMessages(t, []dated{
		{"2026-03-20 10:00", firm, "【澜庭消费金融】高*阳先生（身份证号3301061985********），您合同号LT2026010001的借款已逾期12天，请还款。"},
		{"2026-03-24 10:00", firm, "【澜庭消费金融】*晓*先生（身份证号**********04124178），您合同号LT2026010001的借款已逾期16天，请还款。"},
	}))
	require.Len(t, r.Matters, 1)
	assert.Equal(t, "高晓阳", r.Matters[0].Claimed.Name.Reveal())
	assert.Equal(t, "330106198504124178", r.Matters[0].Claimed.ID.Reveal())

	// If they contradict each other, the person meant most often counts, and no mixture.
	r = checkLaws(t, identity.Profile{}, datedMessages(t, []dated{
		{"2026-03-20 10:00", firm, "【澜庭消费金融】高*阳先生，您合同号LT2026010001的借款已逾期12天，请还款。"},
		{"2026-03-22 10:00", firm, "【澜庭消费金融】沈雨安先生，您合同号LT2026010001的借款已逾期14天，请还款。"},
		{"2026-03-24 10:00", firm, "【澜庭消费金融】*晓阳先生，您合同号LT2026010001的借款已逾期16天，请还款。"},
	}))
	require.Len(t, r.Matters, 1)
	assert.Equal(t, "高晓阳", r.Matters[0].Claimed.Name.Reveal())
}

// story is how a debt developed. Everything that is asserted below was counted by hand.
var story = []dated{
	{"2026-02-05 10:00", firm, "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款本期应还1,203.55元，还款日为2月8日，请按时还款。"},
	{"2026-02-20 10:00", firm, "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已逾期12天，共欠8,000.00元，请尽快还款。"},
	{"2026-03-02 10:30", firm, "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已逾期22天，共欠8,100.00元，请于3月5日前还款。"},
	{"2026-03-10 23:30", person, "林晓舟，你在澜庭消费金融的借款合同号LT2026010001已逾期30天，再不还就上门找你。"},
	{"2026-03-12 07:59", person, "林晓舟，你在澜庭消费金融的借款合同号LT2026010001已逾期32天，今天上门，并联系你的家人。"},
	{"2026-03-12 08:00", person, "林晓舟，你在澜庭消费金融的借款合同号LT2026010001已逾期32天，还不还？"},
	{"2026-03-20 10:00", another, "【衡言律师事务所】林晓舟女士，您在澜庭消费金融合同号LT2026010001的借款已逾期40天，共欠8,260.00元，我所将依法起诉。"},
}

func TestStory(t *testing.T) {
	r := checkLaws(t, me(t), datedMessages(t, story))
	require.Equal(t, [][]int{{1, 2, 3, 4, 5, 6, 7}}, groups(r))
	m := r.Matters[0]
	assert.Equal(t, "m1", m.ID)
	assert.Equal(t, "澜庭消费金融", m.Lender)
	assert.Nil(t, m.Others)
	assert.Equal(t, []string{"衡言律师事务所"}, m.Collectors)
	assert.Equal(t, "林晓舟", m.Claimed.Name.Reveal())
	assert.Equal(t, []string{"LT2026010001"}, m.Contracts)
	assert.Equal(t, AtLaw, m.Stage)
	assert.Equal(t, "2026-02-08", m.Since)
	assert.Equal(t, 40, *m.Days)
	assert.False(t, m.DaysContradict)
	assert.True(t, m.Last().Equal(at(t, "2026-03-20 10:00")))
	assert.Equal(t, identity.Agree, m.Comparison.Outcome)

	assert.Equal(t, []Sum{
		{2, at(t, "2026-02-20 10:00"), parser.RoleTotal, 800000},
		{3, at(t, "2026-03-02 10:30"), parser.RoleTotal, 810000},
		{7, at(t, "2026-03-20 10:00"), parser.RoleTotal, 826000},
	}, m.Sums)
	// 260 yuan in 28 days are 9.28 a day; of 8,000 they are 42.4 per cent a year.
	assert.Equal(t, &Growth{From: 2, To: 7, Days: 28, FenADay: 928, PerCent: 42.4}, m.Growth)
	assert.Equal(t, []Deadline{{3, "2026-03-05", true}}, m.Deadlines)
	assert.Equal(t, []Repeated{
		{"visit", 2, at(t, "2026-03-10 23:30"), at(t, "2026-03-12 07:59")},
		{"contact_family", 1, at(t, "2026-03-12 07:59"), at(t, "2026-03-12 07:59")},
		{"lawsuit", 1, at(t, "2026-03-20 10:00"), at(t, "2026-03-20 10:00")},
	}, m.Threats)
	assert.Equal(t, []Sender{
		{Number: firm, Messages: 3, MostADay: 1, Hours: [24]int{10: 3}},
		{Number: person, Messages: 3, MostADay: 2, Night: 2, Hours: [24]int{7: 1, 8: 1, 23: 1}},
		{Number: another, Messages: 1, MostADay: 1, Hours: [24]int{10: 1}},
	}, m.Senders)
	var roles []string
	for _, member := range m.Members {
		roles = append(roles, member.Role)
	}
	assert.Equal(t, []string{"lender", "lender", "lender", "collector", "collector", "collector", "lawyer"}, roles)
}

// TestStages goes through the story and checks the stage after each message.
func TestStages(t *testing.T) {
	all := slices.Concat(story, []dated{
		{"2026-04-01 10:00", otherFirm, "【南山法院】林晓舟：澜庭消费金融诉您合同号LT2026010001借款合同纠纷一案已立案，逾期欠款8,300.00元，请于4月20日到庭。"},
		{"2026-05-01 10:00", firm, "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已全部结清，感谢您的支持。"},
		{"2026-06-01 10:00", firm, "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已逾期113天，共欠8,400.00元，请还款。"},
	})
	want := []Stage{Current, Overdue, Overdue, Collected, Collected, Collected, AtLaw, InCourt, Settled, Overdue}
	for i := range all {
		r := mattersOf(me(t), datedMessages(t, all[:i+1]))
		require.Len(t, r.Matters, 1, i+1)
		assert.Equal(t, want[i], r.Matters[0].Stage, "after message %d", i+1)
	}
	for _, test := range []struct {
		text string
		want Stage
	}{
		{"【长岭资产管理有限公司】林晓舟女士，您在澜庭消费金融合同号LT2026010001的逾期债权已转让给我司，共欠8,260.00元，请还款。", Sold},
		{"【朝阳诉前调解中心】林晓舟女士，您在澜庭消费金融合同号LT2026010001的借款已逾期45天，请联系我中心调解还款。", Mediated},
	} {
		r := mattersOf(me(t), datedMessages(t, append(slices.Clone(story[:3]), dated{"2026-03-25 10:00", otherFirm, test.text})))
		require.Len(t, r.Matters, 1)
		assert.Equal(t, test.want, r.Matters[0].Stage)
	}
}

// TestDays: the figures of messages contradict each other if they count from different days.
func TestDays(t *testing.T) {
	text := func(days int) string {
		return fmt.Sprintf("【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已逾期%d天，请尽快还款。", days)
	}
	for _, test := range []struct {
		days        [3]int // on the 20th of March and a day and two later
		since       string
		contradicts bool
	}{
		{[3]int{12, 13, 14}, "2026-03-08", false},
		{[3]int{12, 12, 14}, "2026-03-08", false},
		{[3]int{17, 13, 14}, "2026-03-08", false},
		{[3]int{40, 13, 14}, "2026-03-08", true},
	} {
		r := mattersOf(me(t), datedMessages(t, []dated{
			{"2026-03-20 10:00", firm, text(test.days[0])}, {"2026-03-21 10:00", firm, text(test.days[1])}, {"2026-03-22 10:00", firm, text(test.days[2])},
		}))
		require.Len(t, r.Matters, 1)
		m := r.Matters[0]
		assert.Equal(t, test.since, m.Since, test.days)
		assert.Equal(t, 14, *m.Days)
		assert.Equal(t, test.contradicts, m.DaysContradict, test.days)
	}
}

// TestGrowthOfSums: nothing grows over a few days, and not across a payment.
func TestGrowthOfSums(t *testing.T) {
	owed := func(at, sum string) dated {
		return dated{at, firm, "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已逾期，共欠" + sum + "元，请尽快还款。"}
	}
	paid := dated{"2026-03-10 10:00", firm, "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已还款1,000.00元，感谢您的支持。"}
	for _, test := range []struct {
		name string
		in   []dated
		want *Growth
	}{
		{"one sum", []dated{owed("2026-03-01 10:00", "1,000.00")}, nil},
		{"the same sum", []dated{owed("2026-03-01 10:00", "1,000.00"), owed("2026-03-20 10:00", "1,000.00")}, nil},
		{"two days", []dated{owed("2026-03-01 10:00", "1,000.00"), owed("2026-03-03 10:00", "1,010.00")}, nil},
		{"ten days", []dated{owed("2026-03-01 10:00", "1,000.00"), owed("2026-03-11 10:00", "1,010.00")}, &Growth{From: 1, To: 2, Days: 10, FenADay: 100, PerCent: 36.5}},
		{"a payment between", []dated{owed("2026-03-01 10:00", "5,000.00"), paid, owed("2026-03-20 10:00", "4,100.00")}, nil},
		{"since the payment", []dated{owed("2026-03-01 10:00", "5,000.00"), paid, owed("2026-03-20 10:00", "4,000.00"), owed("2026-03-30 10:00", "4,040.00")},
			&Growth{From: 3, To: 4, Days: 10, FenADay: 400, PerCent: 36.5}},
	} {
		r := mattersOf(me(t), datedMessages(t, test.in))
		require.Len(t, r.Matters, 1, test.name)
		assert.Equal(t, test.want, r.Matters[0].Growth, test.name)
	}
}

// TestBreaches names each rule with the messages that show it, and no others.
func TestBreaches(t *testing.T) {
	messages := datedMessages(t, story)
	shows := func(p *Phone, rule string) []int {
		for _, m := range messages {
			require.NoError(t, p.AddMessage(m))
		}
		r := p.Matters()
		require.Len(t, r.Matters, 1)
		for _, b := range r.Matters[0].Breaches {
			if b.Rule == rule {
				return b.Messages
			}
		}
		return nil
	}
	assert.Equal(t, []int{4, 5}, shows(&Phone{Recipient: me(t)}, conduct.NightHours), "8:00 is day")
	assert.Nil(t, shows(&Phone{Recipient: me(t)}, conduct.AfterObjection))
	assert.Equal(t, []int{6, 7}, shows(&Phone{Recipient: me(t), Objected: at(t, "2026-03-12 07:59")}, conduct.AfterObjection), "not what came in that minute")
	assert.Nil(t, shows(&Phone{Recipient: me(t)}, conduct.ContactFlood))

	// A day of China has more than is fit, though it is two in UTC.
	flood := func(n int) *Phone {
		p := &Phone{Recipient: me(t)}
		for i := range n {
			m := messages[5]
			m.Number = 100 + i
			m.ReceivedAt = at(t, "2026-03-14 00:10").Add(time.Duration(i) * 3 * time.Hour)
			require.NoError(t, p.AddMessage(m))
		}
		return p
	}
	assert.Nil(t, shows(flood(conduct.ContactsADay), conduct.ContactFlood))
	assert.Equal(t, []int{100, 101, 102, 103, 104, 105, 106}, shows(flood(conduct.ContactsADay+1), conduct.ContactFlood))
}

// TestOrderDoesNotMatter adds the messages of all scenes in any order.
func TestOrderDoesNotMatter(t *testing.T) {
	var all []Message
	for _, row := range trials(t) {
		for _, m := range row.Hits[0].messages() {
			m.Number = len(all) + 1
			all = append(all, m)
		}
	}
	all = append(all, Message{Number: 900, Text: "【澜庭消费金融】您的借款8,203.55元已逾期。"}, Message{Number: 901, Text: "\xff", Sender: firm})
	for _, m := range messagesOf([]sms{{firm, 0, "(1/2)" + firstHalf}, {firm, 0, "(2/2)" + secondHalf}}) {
		m.Number += 910
		all = append(all, m)
	}
	want := asJSON(t, mattersOf(me(t), all))
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		require.True(t, want == asJSON(t, mattersOf(me(t), all)), "another order, other matters")
	}
}

// TestCopies: a message that an export has twice counts once, and the facts of both are kept.
func TestCopies(t *testing.T) {
	m := datedMessages(t, story[1:2])[0]
	copied := m
	copied.Number, copied.ID = 2, "b"
	copied.ReceivedAt = m.ReceivedAt.In(china) // the same moment, written in another way
	m.Facts.HasAccount = classify.Yes
	copied.Facts.ShownInApp = classify.No
	r := mattersOf(me(t), []Message{m, copied})
	assert.Equal(t, 2, r.Messages)
	assert.Equal(t, 1, r.Copies)
	require.Equal(t, [][]int{{1}}, groups(r))
	assert.Equal(t, classify.Facts{HasAccount: classify.Yes, ShownInApp: classify.No}, r.Matters[0].Facts)
	assert.Equal(t, 1, r.Matters[0].Senders[0].Messages)
	assert.Equal(t, m.Text, r.Matters[0].Text)

	for _, change := range []func(*Message){
		func(m *Message) { m.Sender = otherFirm },
		func(m *Message) { m.ReceivedAt = m.ReceivedAt.Add(time.Second) },
		func(m *Message) { m.Text += "！" },
	} {
		other := copied
		change(&other)
		assert.Zero(t, mattersOf(me(t), []Message{m, other}).Copies)
	}
}

// TestFactsContradict: facts that contradict each other do not count and are named.
func TestFactsContradict(t *testing.T) {
	messages := datedMessages(t, story[1:4])
	messages[0].Facts = classify.Facts{HasAccount: classify.Yes, Repaid: classify.No, Harmed: classify.Yes}
	messages[1].Facts = classify.Facts{HasAccount: classify.No}
	messages[2].Facts = classify.Facts{HasAccount: classify.Yes, ShownInApp: classify.Yes, Harmed: classify.No}
	r := checkLaws(t, me(t), messages)
	require.Len(t, r.Matters, 1)
	assert.Equal(t, classify.Facts{Repaid: classify.No, ShownInApp: classify.Yes}, r.Matters[0].Facts)
	assert.Equal(t, []string{"has_account", "harmed"}, r.Matters[0].Contradict)
}

// TestMattersAgain: Matters can be called repeatedly and returns what a new Phone returns.
func TestMattersAgain(t *testing.T) {
	var all []Message
	for _, row := range trials(t) {
		for _, m := range slices.Concat(row.Hits[0].messages(), row.Misses[0].messages()) {
			m.Number = len(all) + 1
			all = append(all, m)
		}
	}
	var p Phone
	for i, m := range slices.Backward(all) { // so that what comes first is known last
		require.NoError(t, p.AddMessage(m))
		if i%9 == 0 {
			got := asJSON(t, p.Matters())
			require.True(t, got == asJSON(t, p.Matters()), "not the same again")
			require.True(t, got == asJSON(t, mattersOf(identity.Profile{}, all[i:])), "not what a new phone says")
		}
	}
}

func TestZeroPhone(t *testing.T) {
	var p Phone
	assert.Equal(t, Result{}, p.Matters())
	require.NoError(t, p.AddMessage(Message{}))
	assert.Equal(t, Result{Messages: 1}, p.Matters())
	require.NoError(t, p.AddMessage(Message{Number: 1, Text: "您的借款8,203.55元已逾期12天，请还款。"}))
	r := p.Matters()
	require.Len(t, r.Matters, 1)
	assert.Equal(t, int64(820355), r.Matters[0].Notice.Amount.Fen)
}

// TestCallersOwn: the caller's parser, evidence and rules are used for the matter.
func TestCallersOwn(t *testing.T) {
	lenders := []parser.Lender{{Name: "麦浪普惠金融", Aliases: []string{"麦浪普惠"}, Senders: []string{firm}}}
	own, err := parser.New(parser.WithLenders(lenders))
	require.NoError(t, err)
	p := Phone{Parser: own, Evidence: []classify.Evidence{{Code: "OWN_BLOCKLIST", Weights: classify.Scores{Scam: 9}}}}
	require.NoError(t, p.AddMessage(Message{Number: 1, Text: "【麦浪普惠】您的借款已逾期3天，应还100.00元。", Sender: firm}))
	r := p.Matters()
	require.Len(t, r.Matters, 1)
	assert.Equal(t, "麦浪普惠金融", r.Matters[0].Lender)
	times := 0
	for _, e := range r.Matters[0].Assessment.Evidence {
		if e.Code == "OWN_BLOCKLIST" {
			times++
		}
	}
	assert.Equal(t, 1, times, "however many messages, it counts once")
}

// TestOpen: a claim that fits two debts and one without a time are named as open.
func TestOpen(t *testing.T) {
	messages := datedMessages(t, []dated{
		{"2026-03-01 10:00", firm, "【澜庭消费金融】您合同号LT2026010001的借款8,000.00元已逾期12天。"},
		{"2026-03-01 11:00", firm, "【澜庭消费金融】您合同号LT2026010002的借款3,000.00元已逾期40天。"},
		{"2026-03-02 11:00", firm, "【澜庭消费金融】您的借款已逾期，请尽快还款。"},
	})
	messages[2].ID = "sms3"
	r := checkLaws(t, identity.Profile{}, messages)
	require.Len(t, r.Matters, 2)
	require.Len(t, r.Open, 1)
	open := r.Open[0]
	assert.Equal(t, Open{Message: 3, ID: "sms3", Reason: Ambiguous, Matters: open.Matters}, open)
	require.Len(t, open.Matters, 1)
	for _, m := range r.Matters { // the other one: it is a message of one of the two
		of := slices.ContainsFunc(m.Members, func(member Member) bool { return slices.Contains(member.Messages, 3) })
		assert.Equal(t, !of, m.ID == open.Matters[0])
	}

	messages[2].Text = "【澜庭消费金融】您合同号LT2026010001的借款已逾期，请尽快还款。"
	assert.Empty(t, mattersOf(identity.Profile{}, messages).Open)
	messages[2].ReceivedAt = time.Time{}
	assert.Equal(t, []Open{{Message: 3, ID: "sms3", Reason: Untimed}}, mattersOf(identity.Profile{}, messages).Open)
}

// mark is what is private in a message: a character, digits and letters.
const mark = "秘8812qzx"

// TestHidden prints nothing of a message in any way.
func TestHidden(t *testing.T) {
	m := Message{
		Number: 1, ID: mark, Sender: "1390000" + "8812", ReceivedAt: at(t, "2026-03-20 10:00"),
		Text: "【秘境小贷】秘先生（身份证尾号8812），您合同号QZX8812的借款8,812.00元已逾期12天，请致电13900008812，微信qzx8812。",
	}
	p := Phone{Recipient: identity.Profile{Name: "秘晓舟"}}
	read, err := p.Read(m)
	require.NoError(t, err)
	p.Add(read)
	p.AddUnreadable(Message{Number: 2, ID: mark, Text: mark, Sender: mark})
	r := p.Matters()
	require.Len(t, r.Matters, 1)
	matter := r.Matters[0]
	require.NotEmpty(t, matter.Senders)
	var out strings.Builder
	untimed := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{} // its digits may be any
		}
		return a
	}}
	loggers := []*slog.Logger{slog.New(slog.NewTextHandler(&out, untimed)), slog.New(slog.NewJSONHandler(&out, untimed))}
	for _, v := range []any{
		m, &m, read, &read, p, &p, matter, &matter, matter.Members[0], &matter.Members[0], matter.Senders[0], &matter.Senders[0],
		matter.Members, matter.Senders, []Message{m}, map[string]Matter{"a": matter}, struct{ M Matter }{matter},
	} {
		out.Reset()
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			fmt.Fprintf(&out, verb+" ", v)
		}
		if _, isValue := v.(slog.LogValuer); isValue { // slog writes lists as JSON, which is whole
			for _, log := range loggers {
				log.Info("read", "value", v)
			}
		}
		for _, part := range []string{"秘", `\u79d8`, "8812", "qzx", "QZX", fmt.Sprintf("%x", "秘")} {
			assert.NotContains(t, out.String(), part, "%T", v)
		}
	}
	assert.Equal(t, "Matter{undetermined}", fmt.Sprint(Matter{}))
}
