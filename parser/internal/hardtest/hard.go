// Package hardtest has texts that are hard on the parser. Only tests import it.
package hardtest

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

// Pieces are repeated in long texts: what shapes, names and signatures begin with and
// stop at, what folds, and what comes right before or after what it means.
var Pieces = []string{
	"1", "*", "【", "】", "逾期", "逾", "欠", "a", "加", "还", "①", "\x00", "😀", "𝟏", "貸", "\u200b", "\U000E0041", " ", "\n", "。", ":", "x", "X",
	"¥", "元", "万", "十", "年", "天", "0.", "1 ", "1-", "138", "王", "在", "的", "qi", "yu", "(", ")", "-", "1*", "*1", "尾号", "身份证", "不", "借款",
	"中信银行花呗借呗", "1101**********1234", "2024年3月1日", "壹佰贰拾叁万", "1.1,1", "，*1", "0.*", "1,234.56元,", "1、", "分别为1", "王*明先生", "某", "先生", "请转告", "联系您的家",
	"a.cn/", "a.", "http://", "www.", "捷.", "+86", "(0", "0755", "400-000-1234", "6228480000001234567", "人脸6228480000001234567", "欠款1元", "借款人王某某", "逾 期 ", "逾qi还kuan",
	"【甲】", "[a]", "逾\u200b期", "逾\u202e", "欠，", "，", "、", "请点击", "欠款（（", "欠款））", "欠款:", "逾期 ", "如已还款请忽略", "25天", "至", "于", "为", "共计",
	"加微信xq_kefu01", "微信:", "日利率0.05%", "2小时内", "自3月1日起", "小贷", "有限公司", "受委托", "转账至", "应还-5元", "买某·",
}

// CuePieces returns a word of each sort of the table of cues; sorts differ in what a
// word means and in how many parts it has. The parts of a word are side by side.
func CuePieces() []string {
	type sort struct {
		lexicon.Meaning
		parts int
	}
	seen := map[sort]bool{}
	var pieces []string
	for _, row := range lexicon.BuiltinCues() {
		if k := (sort{row.Meaning, len(row.Parts)}); !seen[k] {
			seen[k] = true
			var b strings.Builder
			for _, words := range row.Parts {
				b.WriteString(string(words[0]))
			}
			pieces = append(pieces, b.String())
		}
	}
	return pieces
}

// MixedCues returns every part of a word of the table of cues in its last spelling,
// one after another, as many as fit into size bytes.
func MixedCues(size int) string {
	var b strings.Builder
	for _, row := range lexicon.BuiltinCues() {
		for _, words := range row.Parts {
			w := string(words[len(words)-1])
			if b.Len()+len(w) > size {
				return b.String()
			}
			b.WriteString(w)
		}
	}
	return b.String()
}
