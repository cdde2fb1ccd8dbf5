package presend

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// TestInnocent checks notices that are in order and hold words that elsewhere show a fault.
func TestInnocent(t *testing.T) {
	p, err := parser.New(parser.WithLenders(own))
	require.NoError(t, err)
	c := Checker{Parser: p, Lenders: own}
	const calls = "【青禾消费金融】沈亦安先生，"
	type notice struct {
		text string
		days int
	}
	var all []notice
	for _, text := range []string{
		head + debt + "，请于3月9日元宵节前还款。",
		calls + "您的借款已逾期26天，请于3月9日元宵节前还款。",
		calls + "您的借款500.00元请在3月5日前还清。",
		calls + "您有欠款500.00元一直没处理，3天后扣款，请存足余额。",
		calls + "您的借款500.00元扣款失败，明天将再次扣款，请存足余额。",
		head + debt + "，收到请回电",
		head + debt + "，如有困难请您及时回电",
		head + debt + "，以免后悔莫及",
		head + debt + "，我司有权了解财产去向",
		head + debt + "，还款是您已答应的",
		calls + "您的借款已逾期26天，欠款500",
		calls + "感谢您上月已结清500.00元，本月500.00元已逾期26天，请按时还款。",
		calls + "第6期（2期未还），您的借款已逾期26天，应还总额500.00元。",
		calls + "部分3期账单未还，其中第5期已逾期26天，应还总额500.00元。",
		"【青禾消费金融】尊敬的借款人：您的借款已逾期26天，应还总额500.00元。",
		"【青禾消费金融】债务人，您的借款已逾期26天，应还总额500.00元。",
		"【青禾消费金融】骑手，您的借款已逾期26天，应还总额500.00元。",
		head + debt + "，请于今日，3日内处理。",
		head + debt + "，有疑问可与沈静女士沟通。",
		head + debt + "，您名下东隅银行信用卡将用于自动扣款。",
		head + debt + "，您承诺最迟2月25日还款，至今未还。",
		head + debt + "，请勿拨打95188开头的陌生电话。",
		head + debt + "，征信查询可致电400-810-8866。",
	} {
		all = append(all, notice{text, 26})
	}
	all = append(all, notice{calls + "您的借款逾期两个半月，应还总额500.00元。", 67})
	for _, n := range all {
		r := Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Days: new(n.days), Amount: new(int64(50000))}
		got, err := c.Check(Notice{n.text, r})
		require.NoError(t, err)
		for _, f := range got.Findings {
			assert.NotEqual(t, PartRecord, f.Part, "%s: %s", n.text, f.Code)
			assert.NotContains(t, []string{"CALLBACK_UNKNOWN", "SIGNATURE_DIFFERS"}, f.Code, n.text)
		}
	}
}

// TestBrokenNames has names of lenders that are no text.
func TestBrokenNames(t *testing.T) {
	for _, name := range []string{"", "\xff", "青yx\xff", "青", "\x00"} {
		lenders := []parser.Lender{{Name: name, Aliases: []string{name}}}
		c := &Checker{Lenders: lenders}
		for _, text := range []string{"【青x\uFFFD金融】" + debt, head + debt, "【青】" + debt, "青\uFFFD：您的借款"} {
			_, err := c.Check(Notice{text, Record{Sender: name}})
			require.NoError(t, err)
		}
	}
}
