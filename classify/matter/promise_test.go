package matter

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

func TestPromiseIn(t *testing.T) {
	const due = 7
	for _, row := range []struct {
		text string
		want promise
		why  string
	}{
		{text: "【青禾消费金融】林先生，您承诺3月8日还款1,200元，至今未到账，欠款已逾期20天。", want: promise{made: true, by: due, fen: 120000, broken: true}},
		{text: "【青禾消费金融】您的借款逾期12天。您昨天电话里答应先付500元，请务必兑现。", want: promise{made: true, fen: 50000}},
		{text: "老周，上回你说好还我的三千块还没给，都欠了两个月了。", want: promise{made: true, fen: 300000}},
		{text: "【青禾消费金融】您承诺的还款500元已于今日入账，感谢守约。", want: promise{made: true, fen: 50000}, why: "a receipt breaks none"},
		{text: "【青禾消费金融】您的借款已逾期5天，请签署还款承诺书后再申请分期还款。", why: "is asked for"},
		{text: "【青禾消费金融】您的借款已逾期5天，请签还款承诺书后再申请分期还款。", why: "is asked for"},
		{text: "【青禾消费金融】您的借款1,200元已逾期9天，回复1承诺今日还款，回复2协商。", why: "is asked for"},
		{text: "【青禾消费金融】您的借款1,200元已逾期9天，本短信不代表减免承诺，请还款。", why: "of the lender"},
		{text: "【青禾消费金融】您的借款1,200元已逾期9天，请尽快还款。"},
		{text: "【山海快递】我们承诺次日送达，您的包裹已到驿站，请付邮费5元。", why: "of no debt"},
	} {
		n, err := parser.Parse(row.text)
		require.NoError(t, err)
		assert.Equal(t, row.want, promiseIn(n, row.text, due), "%s%s", row.text, row.why)
	}
}
