package presend

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// TestSpoken has notices as platforms, leasing firms, collectors and utilities write them: none
// has a finding with its own record, and each has one with another record.
func TestSpoken(t *testing.T) {
	lender := []parser.Lender{
		{Name: "青禾租车", Hotlines: []string{"4000000001", "4000000002"}, Domains: []string{"qinghe.example"}},
		{Name: "青禾分期", Hotlines: []string{"4000000001"}, Domains: []string{"qinghe.example"}},
		{Name: "柳河公积金中心", Hotlines: []string{"12329"}},
		{Name: "柳河燃气", Hotlines: []string{"4000000003"}},
	}
	p, err := parser.New(parser.WithLenders(lender))
	require.NoError(t, err)
	c := Checker{Parser: p, Lenders: lender}
	missed := map[string]bool{}
	for i, text := range spoken {
		r := Record{
			Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Sender: "10690000000001",
			Amount: new(int64(50000)), Days: new(26), Periods: new(2), Since: time.Date(2026, 2, 4, 0, 0, 0, 0, china), Due: time.Date(2026, 2, 3, 0, 0, 0, 0, china),
		}
		got, err := c.Check(Notice{text, r})
		require.NoError(t, err)
		assert.Empty(t, got.Findings, text)
		for _, m := range mutations {
			other := r
			says := map[string]string{"amount": "00", "days": "26天", "due": "2月3日", "id": "none", "name": "", "periods": "2期", "phone": "3401", "since": "2月4日"}
			if !strings.Contains(text, says[m.name]) || m.name == "periods" && (strings.Contains(text, "第2期") || strings.Contains(text, "已还2期")) {
				continue // it does not say so
			}
			m.change(t, &other)
			got, err := c.Check(Notice{text, other})
			require.NoError(t, err)
			if !slices.ContainsFunc(got.Findings, func(f Finding) bool { return f.Part == PartRecord }) {
				missed[fmt.Sprint(i, " ", m.name)] = true
			}
		}
	}
	assert.Empty(t, missed)
}

// spoken are notices about one debt to a man, 沈亦安.
var spoken = []string{
	"沈亦安你好，你在青禾分期的500元已经逾期26天了，抽空还一下吧，有困难打400-000-0001商量。",
	"500.00元，逾期26天。沈先生，青禾分期提醒您今天处理一下，谢谢～【青禾分期】",
	"沈先生您好，您租的车（车牌尾号3X21）租金500元晚了26天，请在青禾租车App里补上。",
	"沈亦安：车贷月供500元逾期26天，合同尾号8812，请于3月5日前存入还款账户。青禾租车 400-000-0002",
	"【青禾租车】沈*安，2期租金共500元未付，逾期26天，每天违约金0.25元，详询400-000-0001转6018。",
	"您的青禾分期账单500元（2期×250元）已逾期26天，沈先生，点开青禾分期App→账单→还款。",
	"沈亦安（身份证尾号1171）您好，受青禾分期委托与您联系：您的借款逾期26天，欠500元。如已还请忽略。【锦程信用管理】",
	"公积金贷款沈亦安：2026年2月4日起逾期，应还500.00元，共26天，请补足账户。咨询12329【柳河公积金中心】",
	"燃气费分期提醒：户号30021188，户主沈亦安，第2期500元逾期26天，缴费可在柳河燃气公众号办理。【柳河燃气】",
	"尊敬的用户沈*安，您尾号3401的手机号办理的合约机分期欠费500元，逾期26天，请尽快缴清。【青禾分期】",
	"沈亦安先生/女士：您在青禾分期有一笔借款，应还伍佰元整，逾期26天。",
	"Hi沈亦安，账单500元，2/4起逾期，到今天26天啦，记得还哦【青禾分期】",
	"【青禾分期】沈亦安，您总共借了3000元，分6期，本期应还500元，逾期26天，已还2期。",
	"【青禾分期】沈亦安先生，您本期应还800元，您已还300元，还差500元，逾期26天。",
	"【青禾分期】沈亦安先生，您的借款500元逾期26天。我们不会让您转账到个人账户，也不会索要验证码。",
	"【青禾分期】沈亦安先生，信用卡尾号5521，欠款500.00元，最低还款50.00元，逾期26天。",
	"【青禾分期】沈亦安先生，您的借款500元逾期26天，逾期信息可能依法报送征信系统。如对账单有异议请回复“1”。",
	"【青禾分期】沈亦安先生，您的账单已于2026年2月3日到期，逾期26天，合计500元。3月8日前还清免罚息。",
	"【青禾分期】沈亦安先生，500元已逾期26天，昨日来电未接，请回电400-000-0001，工号8021小李为您服务。",
	"【青禾分期】沈亦安先生，您绑定的银行卡（尾号0021）扣款失败，500元逾期26天，请更换银行卡。",
	"【青禾分期】沈亦安先生，您手机13800003401登记的账户欠500元，逾期26天。",
	"【青禾分期】沈亦安先生，您名下合同QH2026030012逾期26天，金额¥500.00。拨400-000-0001按2#找人工。",
}
