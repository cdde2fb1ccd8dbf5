package parser_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// transferRows are texts that ask for money to be sent, and similar ones that do not.
var transferRows = []struct {
	in   string
	want bool
	why  string
}{
	{"您已逾期5天，请转500元到王经理的银行卡", true, ""},
	{"您已逾期5天，请转到我发您的银行卡", true, "not the reader's, though 您的银行卡 stands there"},
	{"您已逾期5天，请转至以下账户", true, ""},
	{"您已逾期5天，请汇款到我司账户", true, ""},
	{"您已逾期5天，请转至律师个人账户", true, "an account, whosever it is"},
	{"您已逾期5天，案件需先转账至以下账户", true, "money, and no case"},
	{"（转发自卡2）您已逾期5天", false, "转发, and no card to send to"},
	{"您已逾期5天，请转接信用卡中心", false, "转接"},
	{"您已逾期5天，本息将转为呆账，请勿停用银行卡", false, "转为"},
	{"您已逾期5天，请将短信转发给微信好友", false, "转发"},
	{"您已逾期5天，余额转换成信用卡分期", false, "转换"},
	{"您已逾期5天，案件转至法院", false, "a case"},
	{"您已逾期5天，该笔债权已批量转至我司", false, "a debt that is sold"},
	{"您已逾期5天，已转到某某区人民法院", false, "a case, by where it goes"},
	{"您已逾期5天，该案已转给外地同事", false, "a case, by what comes before"},
	{"您已逾期5天，请充值到绑定银行卡", false, "the reader's own card"},
	{"您已逾期5天，请将款项存入还款卡", false, "the reader's own card"},
	{"您已逾期5天，请存到您的还款卡", false, "the reader's own card"},
	{"您已逾期5天，请打款至本人名下尾号0123的卡", false, "the reader's own card"},
	{"您已逾期5天，请转一些钱到还款卡里", false, "the reader's own card"},
	{"您已逾期5天，请存入尾号0123的储蓄卡", false, "the reader's own card"},
	{"您已逾期5天，请转入扣款账户", false, "the reader's own account"},
	{"您已逾期5天，请转到自己的卡上", false, "the reader's own card"},
	{"您已逾期5天，请向您的信用卡转账还款", false, "the reader's own card, before the word"},
	{"您已逾期5天，请转至专属还款账户", true, "an account that is given"},
	{"您已逾期5天，请转至我司还款账户", true, ""},
	{"您已逾期5天，今天转我微信", true, "to the sender"},
	{"您已逾期5天，请把500元打到我卡上", true, ""},
	{"您已逾期5天，500元打我建行卡就行", true, ""},
	{"您已逾期5天，速打过来", true, "to the sender"},
	{"您已逾期5天，转500元过来", true, ""},
	{"您已逾期5天，财务对公账户：6228480000001234567", true, ""},
	{"您已逾期5天，扫码转账", true, ""},
	{"您已逾期5天，案子转我手上了", false, "a case"},
	{"您已逾期5天，昨天已转给王明3000元", false, "done"},
	{"您欠的500元刚转我支付宝了，还有300元已逾期5天", false, "done"},
	{"当时转给你的500元已逾期5天", false, "to the reader"},
	{"转账记录齐全，您已逾期5天", false, "no transfer to come"},
	{"您已逾期5天，跨行转账请预留时间", false, "how to pay"},
	{"您已逾期5天，我们会打到你单位", false, "a call"},
	{"您已逾期5天，天天打到你还为止", false, "a call"},
	{"您已逾期5天，打开银行卡页面可见", false, "打 of another word"},
	{"您已逾期5天，请致电95588转信用卡中心", false, "a call is passed on"},
	{"您已逾期5天，我司没有个人收款账户", false, "there is none"},
	{"您已逾期5天，本案转呈法院，冻结名下银行卡", false, "转呈"},
	{"您已逾期5天，转由外地法院冻结银行卡", false, "转由"},
	{"您已逾期5天，账单可转分期，限信用卡", false, "no money, and no place for it"},
	{"您已逾期5天，账户转睡眠卡", false, "no money, and no place for it"},
	{"您已逾期5天，请按3转信用卡服务", false, "a call is passed on"},
	{"您已逾期5天，请转至App首页", false, "a page"},
	{"您已逾期5天，点击跳转至官网", false, "a page"},
	{"您已逾期5天，请转到小程序还款", false, "a page"},
	{"您已逾期5天，请转至官方账户", true, ""},
	{"您已逾期5天，您的转账失败，银行卡余额不足", false, "made"},
	{"您已逾期5天，上笔转账已退回银行卡", false, "made"},
	{"您已逾期5天，转账功能被银行卡所限", false, "spoken of"},
	{"您已逾期5天，请转给客服支付宝13800000123", true, ""},
	{"您已逾期5天，请转到王经理卡上", true, ""},
	{"您已逾期5天，把钱转王经理银行卡", true, ""},
	{"户名：王明，您已逾期5天", false, "the debtor's account"},
	{"您已逾期5天，还款至户名：王明，账号8111000022223333", true, ""},
	{"您已逾期5天，户名王明，账号8111000022223333", true, "with its number"},
}

func TestTransferAsked(t *testing.T) {
	for _, row := range transferRows {
		n, err := parser.Parse(row.in)
		require.NoError(t, err)
		assert.Equal(t, row.want, hasAsk(n, parser.AskTransfer), "%s (%s)", row.in, row.why)
	}
}

// TestAsksOf reads notices for what they want of the reader.
func TestAsksOf(t *testing.T) {
	for _, row := range []struct {
		text string
		ask  parser.AskType
		want bool
		why  string
	}{
		{"您的借款已逾期，可分期处理，回复1由专员联系", parser.AskReply, true, ""},
		{"您的借款已逾期，同意回“是”", parser.AskReply, true, "a word in quotes"},
		{"您的借款已逾期，收到请回复。", parser.AskReply, true, "anything"},
		{"您的借款已逾期，请还款，拒收请回复R", parser.AskReply, false, "an opt-out"},
		{"您的借款已逾期，请还款，回TD退订", parser.AskReply, false, "an opt-out"},
		{"您的借款已逾期，请还款，回复“退订”拒收", parser.AskReply, false, "an opt-out in quotes"},
		{"您的借款已逾期，请还款，回复“TD”退订", parser.AskReply, false, "an opt-out in quotes"},
		{"您的借款已逾期，同意分期请回复1 不同意请说明", parser.AskReply, true, "no opt-out"},
		{"您的借款已逾期，收到请尽快回复", parser.AskReply, true, "anything"},
		{"来电提醒：138****1234于10:42来电，请及时回复，您的借款已逾期", parser.AskReply, false, "by a call"},
		{"您的借款已逾期，打13800001234处理", parser.AskCallNumber, true, "打 before a number"},
		{"您的借款已逾期，请扫描二维码付款", parser.AskScanCode, true, ""},
		{"您的借款已逾期，请勿扫码付款", parser.AskScanCode, false, "denied"},
		{"您的借款已逾期，请上传身份证照片", parser.AskGiveDetails, true, ""},
		{"您的借款已逾期，请带身份证到网点", parser.AskGiveDetails, false, "to bring along"},
		{"您的借款已逾期，请登录App还款", parser.AskOpenOfficialApp, true, ""},
		{"您的借款已逾期，App正在维护", parser.AskOpenOfficialApp, false, "out of use"},
		{"您的借款已逾期，App已排队", parser.AskOpenOfficialApp, false, "out of use"},
		{"您在App申请的借款已逾期", parser.AskOpenOfficialApp, false, "what was done there"},
		{"您的借款已逾期，旧App停用，请还款", parser.AskOpenOfficialApp, false, "the old one"},
		{"您已通过App成功还款500元，借款已结清", parser.AskOpenOfficialApp, false, "how it was paid"},
		{"您的还款500元已成功入账，借款已结清，请登录App查看明细", parser.AskOpenOfficialApp, true, ""},
		{"您的借款已逾期，不转到支付宝账户我们就上门", parser.AskTransfer, true, "不 denies none"},
		{"您的借款已逾期，你是不是打错账户了", parser.AskTransfer, false, "done"},
		{"您的借款已逾期，已冻结财付通及储蓄账户", parser.AskTransfer, false, "付 within a word"},
		{"您的借款已逾期，经理13800001234", parser.AskCallNumber, true, "a bare number"},
		{"您的借款已逾期，请通知王明（13800001234）", parser.AskCallNumber, false, "whose number it is, in brackets"},
		{"您的借款已逾期，t.cn/a6xyz", parser.AskClickLink, true, "a bare link"},
	} {
		n, err := parser.Parse(row.text)
		require.NoError(t, err)
		assert.Equal(t, row.want, hasAsk(n, row.ask), "%s %s (%s)", row.ask, row.text, row.why)
	}
}

// TestPassedOn has debts of which a case is passed on: what is owed there is late.
func TestPassedOn(t *testing.T) {
	for text, want := range map[string][]parser.Kind{
		"【霁月】此案将移转外部机构，名下账户一并冻结，尚欠5000元": {parser.KindOverdue},
		"案子将移交外地处理，欠5000元":               {parser.KindOverdue},
		"【法院】案件将移送处理，请查收":                {parser.KindOther},
		"您的快件将移转处理，请留意查收":                {parser.KindOther},
		"您的快件将移转处理，欠资费5元":                {parser.KindOther, parser.KindOverdue}, // a bill that is no credit
	} {
		n, err := parser.Parse(text)
		require.NoError(t, err)
		assert.Contains(t, want, n.Kind, text)
		assert.False(t, hasAsk(n, parser.AskTransfer), text)
	}
}

// TestLinkIsWhole holds that a link is opened as a whole, and that nothing within it is
// an amount, a phone number or another link.
func TestLinkIsWhole(t *testing.T) {
	for _, link := range []string{
		"http://www.jx.com.cn@dk.top/x", "http://kf:13800001234@dk.cn/x", "аbс.сn/x", "ａｂｃ．ｃｎ／ｘ", "https://dk。top/x", "hxxp://dk[.]cn/x",
		"http://3232235777/x", "http://[2001:db8::1]/3000", "jxlοan.cn/3000", "http://pαy.cn/13800001234", "αbc.cn/3000", "dk.top/x;id=3000", "https://www.jx.com.cn∕pay@dk.top", "https://捷信.公司.cn", "alipays://platformapi/startapp?appId=1",
		"weixin://dl/business/?t=ab", "https://dk.top/还款?sum=500", "https://dk.top/客服/13800001234", "dk.top/x?欠款=500&amp;sum=600",
	} {
		text := "【某贷】您欠款3000元已逾期5天，请登录 " + link + " 处理"
		n, err := parser.Parse(text)
		require.NoError(t, err)
		require.Len(t, n.URLs, 1, text)
		assert.Equal(t, link, n.URLs[0].Text)
		assert.Len(t, n.Amounts, 1, text)
		assert.Empty(t, n.Phones, text)
		assert.Nil(t, n.Phone, text)
		assert.True(t, hasAsk(n, parser.AskClickLink), text)
	}
}
