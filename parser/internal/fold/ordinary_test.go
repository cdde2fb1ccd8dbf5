package fold

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestOrdinary has spellings that are none where ordinary words meet, and the like that
// are.
func TestOrdinary(t *testing.T) {
	known := dictionary{}
	for _, w := range []string{"由于", "终于", "已于", "已逾期", "期数", "期满", "期间", "治愈", "超越", "准予", "自己", "开启", "诉讼", "权威", "号码",
		"威信", "微信", "代扣", "扣款", "法律", "手机", "抱歉", "款项", "最佳", "元旦", "司长", "年利", "添加"} {
		known[w] = true
	}
	for _, row := range []struct{ in, want, why string }{
		{"由于期数较多", "", "a word ends in it, another begins in it"},
		{"由于期付较多", "", "a word ends in it"},
		{"终于期盼已久", "", ""},
		{"已于期7天", "已逾期7天", "it is a word with what is meant as well"},
		{"贷款于期7天", "贷款逾期7天", "no word"},
		{"贷款于期满时", "", "a word begins in it, after one"},
		{"贷款于期末还", "", "one that the dictionary lacks"},
		{"人在渝期间", "", "after a name of a place"},
		{"贷款榆期间", "贷款逾期间", "what comes before it is no word"},
		{"治愈期较长", "", ""},
		{"愈期较长", "逾期较长", ""},
		{"超越期望值", "", ""},
		{"准予期外", "", ""},
		{"自己逾期了", "", "what is written is right"},
		{"您己逾期了", "您已逾期了", ""},
		{"自己向他说", "", ""},
		{"开启诉求", "", ""},
		{"将启诉您", "将起诉您", ""},
		{"权威信号", "", ""},
		{"加威信号码", "加微信号码", "what is meant ends at the same place"},
		{"威信号码", "微信号码", ""},
		{"企鹅号码", "qq号码", ""},
		{"代扣扣费", "", ""},
		{"请扣扣款项", "", "a word begins with a character that is not meant"},
		{"请加扣扣", "请加qq", ""},
		{"法律司长", "", ""},
		{"请催手机主", "", ""},
		{"催手打你", "催收打你", ""},
		{"抱歉款到", "", ""},
		{"歉款项", "欠款项", "what comes before it is no word"},
		{"最佳v", "", "before a letter"},
		{"佳v", "加微", ""},
		{"说法元旦", "", ""},
		{"年利熄", "年利息", "the word has no character that is not meant"},
		{"添加薇", "添加微", ""},
		{"収款", "收款", "a single character is nothing else"},
	} {
		if row.want == "" {
			row.want = row.in
		}
		f := new(Text)
		f.Fold(row.in, nil, known.Knows, units{})
		assert.Equal(t, row.want, string(f.Runes), "%s (%s)", row.in, row.why)
		assert.Equal(t, row.want != row.in, len(f.Evasions) > 0, row.in)
	}
}
