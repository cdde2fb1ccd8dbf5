package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestOrdinaryWords has texts in which ordinary words meet as in a disguised one, or have
// a mark between them, and texts with a disguised word.
func TestOrdinaryWords(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind Kind
		hid  string // the disguised word, empty if there is none
	}{
		{"由于期次调整，请留意还款安排", KindOther, ""},
		{"月供基于期供表计算，请按时还款", KindReminder, ""},
		{"您的贷款服务终于期满，感谢选择", KindOther, ""},
		{"该费用属于期内支出，请留意", KindOther, ""},
		{"关于期限调整的贷款须知", KindOther, ""},
		{"利息将于期末结算，请留意贷款安排", KindOther, ""},
		{"在渝期间贷款请认准网点", KindOther, ""},
		{"自动代扣扣款失败，请留意贷款账户", KindOther, ""},
		{"您的贷款已于期9天，请处理", KindOverdue, "于期"},
		{"您的贷款渝期9天，请处理", KindOverdue, "渝期"},
		{"您的贷款愈期9天，请处理", KindOverdue, "愈期"},
		{"您的贷款严重于期，请处理", KindOverdue, "于期"},
		{"您的贷款逾期9天，应还本+息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本金 利息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本金-利息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本金+罚息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本 + 息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本金 / 利息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本金 - 利息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本金—利息800元", KindOverdue, ""},
		{"您的贷款逾期9天，应还本金_利息800元", KindOverdue, ""},
		{"您的贷款逾期9天，诉 前 通 知已发", KindOverdue, "诉 前通 知"},
		{"您的贷款逾期9天，利 息800元", KindOverdue, "利 息"},
		{"您的贷款逾期9天，本 金800元", KindOverdue, "本 金"},
		{"您的贷款逾-期9天", KindOverdue, "逾-期"},
		{"您的贷款逾+期9天", KindOverdue, "逾+期"},
	} {
		n := notice(t, standard(), tt.text)
		assert.Equal(t, tt.kind == KindOverdue, n.Kind == KindOverdue, tt.text)
		hid := ""
		for _, s := range n.Signals {
			if s.Type == SignalEvasion {
				hid += s.Text
			}
		}
		assert.Equal(t, tt.hid, hid, tt.text)
	}
}

// TestLookAlikeHandle has words that stand for 微信 before a handle, which says so, and
// before something else.
func TestLookAlikeHandle(t *testing.T) {
	for text, want := range map[string]string{
		"您已逾期3天，威信xq_kefu01": "威信",
		"您已逾期3天，微芯xq_kefu01": "微芯",
		"您已逾期3天，微信xq_kefu01": "",
		"您已逾期3天，毫无威信":        "",
	} {
		var hid string
		for _, s := range notice(t, standard(), text).Signals {
			if s.Type == SignalEvasion && s.Fold == FoldLookAlike {
				hid += s.Text
			}
		}
		assert.Equal(t, want, hid, text)
	}
}
