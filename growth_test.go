package dunsms_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser"
)

// pieces are of all sorts of evidence.
var pieces = []string{
	"【甲】", "沈*安，", "身份证尾号2314，", "110101********2314，", "13800001234，", "400-000-1212，", "致电95588，", "a.cn ", "点击http://pay.a-demo.cn/r，", "点击qinghe-demo.cn，",
	"欠款1元，", "罚息0.1元、", "逾期3天，", "3月1日前，", "2小时内，", "上门，", "起诉，", "联系家人，", "请转告家人，", "不要脸，", "刑事拘留，", "发到通讯录，", "日利率1%，",
	"加微信xq_kefu01，", "转账至6228480000001234567，", "回复验证码，", "合同号XQ20240001，", "如已还款请忽略，", "回T退订，", "债权转让，", "受委托，", "停息挂账，", "逾 期，", "还\u200b款，", "明天见，", "a", "1", "。",
}

// TestGrowth takes messages that repeat one thing, each its own sort of evidence,
// through what Check does and into JSON and masks.
func TestGrowth(t *testing.T) {
	const head = "【青禾消费金融】沈*安先生，您的借款8,000.00元已逾期26天。"
	me := identity.Profile{Name: "林问渠", Phones: []string{"13800004321"}}
	lenders := []parser.Lender{{Name: "青禾消费金融", Hotlines: []string{"4000001212"}, Domains: []string{"qinghe-demo.cn"}, Senders: []string{"1069000000001"}}}
	at := time.Date(2026, 3, 2, 23, 0, 0, 0, time.UTC)
	for _, piece := range pieces {
		growth.Linear(t, piece, []string{"parse", "compare", "assess", "breaches", "steps", "JSON", "mask"}, func(size int) (took []time.Duration) {
			text := head + growth.Fill(piece, size-len(head))
			step := func(f func()) { took = append(took, growth.Time(f)...) }
			var n *parser.Notice
			var c identity.Comparison
			var a classify.Assessment
			var breaches []conduct.Breach
			step(func() {
				var err error
				n, err = parser.Parse(text)
				require.NoError(t, err)
			})
			step(func() { c = identity.Compare(n.Claim(), me) })
			step(func() {
				a = classify.Assess(n, classify.Context{Recipient: me, Sender: "1069000000001", ReceivedAt: at, Lenders: lenders})
			})
			step(func() { breaches = conduct.Breaches(n, at, c.Outcome) })
			step(func() { remedy.StepsIn(remedy.Situation{Notice: n, Assessment: a, Breaches: breaches}, remedy.Chinese) })
			step(func() {
				_, err := json.Marshal(n)
				require.NoError(t, err)
			})
			step(func() { identity.MaskMessage(text) })
			return took
		})
	}
}
