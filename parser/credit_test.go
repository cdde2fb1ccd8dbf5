package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// TestCredit has what the bank owes, and dashes that are no minus signs.
func TestCredit(t *testing.T) {
	const bill, late = "【青禾银行】您的信用卡账单：", "【青禾银行】您的借款已逾期3天，"
	for _, tt := range []struct {
		text   string
		credit bool
		why    string
	}{
		{bill + "本期余额-300.00元（您多还的），不用再还", true, "a hyphen after a word"},
		{bill + "本期应还款额-0.02元", true, ""},
		{bill + "应还金额-￥300.00", true, "before the sign of the currency"},
		{bill + "应还金额￥-300.00", true, "after it"},
		{bill + "应还人民币-300.00元", true, "after its name"},
		{bill + "应还RMB -300.00", true, ""},
		{bill + "应还金额−300.00元", true, "a minus sign"},
		{bill + "最低还款-300元，已到期", false, "its day is past"},
		{bill + "最低还款-300元，到期了", false, "its day is past"},
		{bill + "最低还款-300元，快到期了", true, "its day is to come"},
		{bill + "最低还款-300元，到期日见账单", true, "no day is past"},
		{bill + "应还金额﹣300.00元", true, "a small hyphen"},
		{bill + "应还金额－300.00元", true, "a wide one"},
		{bill + "应还金额–300.00元", true, "a short dash"},
		{bill + "应还金额：-300元", true, "after a colon"},
		{bill + "应还金额：- 300元", true, "and before a space"},
		{bill + "应还金额(-300元)", true, "after a bracket"},
		{bill + "应还金额(元)-300.00", true, ""},
		{bill + "应还金额 -300.00元", true, "after a space"},
		{bill + "应还金额为-300元", true, ""},
		{bill + "应还金额负300元", true, "in words"},
		{bill + "应还金额为负数：300元", true, ""},
		{bill + "应还金额-三百元", true, "a Chinese numeral"},
		{bill + "应还300元（已多还）", true, "no sign"},
		{bill + "溢缴款300元", true, ""},
		{bill + "您多还了300元", true, ""},
		{bill + "余额300元可取", true, ""},
		{late + "逾期金额：-300元", true, "a colon, though the debt is late"},

		{late + "逾期金额-300元", false, "what is late is not less than nothing"},
		{bill + "欠款-300元", false, "nor is what somebody owes"},
		{bill + "应还金额—300元", false, "a long dash"},
		{bill + "应还金额--300元", false, "two dashes"},
		{bill + "应还金额——300元", false, ""},
		{bill + "应还金额 - 300元", false, "spaces on both sides"},
		{bill + "应还金额- 300元", false, "a space after it"},
		{bill + "王明-应还-300元", false, "between dashes"},
		{bill + "应还-300元-还款日3月5日", false, ""},
		{bill + "应还30-300元", false, "a range"},
		{bill + "应还30−300元", false, ""},
		{bill + "应还￥30-￥300", false, ""},
		{bill + "应还3-5万元", false, ""},
		{bill + "本金-3000元，利息-30元", false, "a list of parts"},
		{bill + "应还\n-300元", false, "an item of a list"},
		{bill + "您将多还300元利息", false, "what is to come"},
		{bill + "您背负300元欠款", false, "负 in a word"},
		{bill + "先还300元可取消", false, "可取 in a word"},
	} {
		l := new(scan.Line)
		l.Read(&standard().tables, tt.text)
		sums := findSums(l, nil)
		require.NotEmpty(t, sums, tt.text)
		assert.Equal(t, tt.credit, sums[0].Role == RoleBalance, "%s (%s)", tt.text, tt.why)
		if tt.credit {
			assert.Equal(t, int8(lexicon.NeverOwed), sums[0].rank, "%s (%s)", tt.text, tt.why)
		}
	}
}

// TestSignOfReceipt: money that went out of an account is no credit.
func TestSignOfReceipt(t *testing.T) {
	n, err := Parse("【青禾银行】您的账户完成贷款归还交易人民币-1,062.40，余额4.77。")
	require.NoError(t, err)
	assert.Equal(t, KindReceipt, n.Kind)
	assert.Equal(t, "repaid balance", rolesOf(n))
}

// TestInsideNumber: no amount begins in a number that is not understood, or next to
// what hides a digit.
func TestInsideNumber(t *testing.T) {
	for text, want := range map[string]string{
		"欠95588-3元": "", "欠款2000-300元": "", "欠12-3-4元": "", "订单2024-300元": "300元 exact", "欠款30-300元": "30-300元 range",
		"欠款__300元": "__300元 masked", "欠款300__元": "300__元 masked", "欠款3__0元": "3__0元 masked", "欠款_300元": "300元 exact", "欠款……300元": "300元 exact",
	} {
		n, err := Parse("【星桥小贷】您的借款已逾期3天，" + text)
		require.NoError(t, err)
		got := ""
		for _, a := range n.Amounts {
			got += a.Text + " " + string(a.Precision)
		}
		assert.Equal(t, want, got, text)
	}
}

// TestOwedOrNot has amounts that a failed debit, a fee or a stray mark is next to, and
// prices that a request to pay is next to.
func TestOwedOrNot(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind Kind
		owed int64 // in yuan, 0 for none
	}{
		{"2,300元扣款失败，请用App主动还款。", KindReminder, 2300},
		{"【星桥小贷】您的2300，元借款今日到期，请按时还款。", KindReminder, 2300},
		{"【星桥小贷】您的借款2300、元已逾期3天。", KindOverdue, 2300},
		{"【星桥小贷】您的借款2300，元旦前还清。您已逾期3天。", KindOverdue, 2300},
		{"【青禾水务】本期水费账单23元，可由银行代扣缴费，请于3月5日前缴纳", KindReminder, 23},
		{"您的未交使用费为23元，请于3月5日前缴纳。", KindOther, 0},
		{"【星桥小贷】您的借款230元已逾期3天，今日还款立享15元优惠券", KindOverdue, 230},
		{"【星桥小贷】您有23000元额度待领取，请按时还款", KindOther, 0},
	} {
		n, err := Parse(tt.text)
		require.NoError(t, err)
		assert.Equal(t, tt.kind, n.Kind, tt.text)
		if tt.owed == 0 {
			assert.Nil(t, n.Amount, tt.text)
		} else if assert.NotNil(t, n.Amount, tt.text) {
			assert.Equal(t, tt.owed*100, n.Amount.Fen, tt.text)
		}
	}
}
