package parser_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

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
		{"您的借款已逾期，打13800001234处理", parser.AskCallNumber, true, "打 before a number"},
		{"您的借款已逾期，请扫描二维码付款", parser.AskScanCode, true, ""},
		{"您的借款已逾期，请勿扫码付款", parser.AskScanCode, false, "denied"},
		{"您的借款已逾期，请上传身份证照片", parser.AskGiveDetails, true, ""},
		{"您的借款已逾期，请带身份证到网点", parser.AskGiveDetails, false, "to bring along"},
		{"您的借款已逾期，请登录App还款", parser.AskOpenOfficialApp, true, ""},
		{"您的借款已逾期，App正在维护", parser.AskOpenOfficialApp, false, "out of use"},
		{"您的借款已逾期，经理13800001234", parser.AskCallNumber, true, "a bare number"},
		{"您的借款已逾期，请通知王明（13800001234）", parser.AskCallNumber, false, "whose number it is, in brackets"},
		{"您的借款已逾期，t.cn/a6xyz", parser.AskClickLink, true, "a bare link"},
	} {
		n, err := parser.Parse(row.text)
		require.NoError(t, err)
		assert.Equal(t, row.want, hasAsk(n, row.ask), "%s %s (%s)", row.ask, row.text, row.why)
	}
}

// TestThreatsOf reads notices for what they threaten.
func TestThreatsOf(t *testing.T) {
	for _, row := range []struct {
		text   string
		threat parser.ThreatType
		want   bool
		why    string
	}{
		{"您的借款已逾期，我们将上门", parser.ThreatVisit, true, ""},
		{"您的借款已逾期，我们不上门", parser.ThreatVisit, false, "denied"},
		{"您的借款已逾期，请还款以免停机", parser.ThreatRestrict, true, "以免 denies nothing"},
		{"您的借款已逾期，您手机停机", parser.ThreatRestrict, false, "the reader cannot be reached"},
		{"您的车贷已逾期，我司将派人收车", parser.ThreatRepossess, true, ""},
		{"您的借款已逾期，请勿做老赖", parser.ThreatBlacklist, false, "a name and no list"},
		{"您的借款已逾期，将通知村委会", parser.ThreatContactCommunity, true, ""},
		{"您的借款已逾期，再不还打断你的腿", parser.ThreatHarm, true, ""},
	} {
		n, err := parser.Parse(row.text)
		require.NoError(t, err)
		got := slices.ContainsFunc(n.Threats, func(h parser.Threat) bool { return h.Type == row.threat })
		assert.Equal(t, row.want, got, "%s %s (%s)", row.threat, row.text, row.why)
	}
}
