package parser_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

// randomShapes are put among cue words in random texts, with what comes between
// words.
var randomShapes = []string{
	"1,234.56元", "8000", "¥50", "1***.56元", "1.2万", "一千二百元", "1000-2000元", "0元", "25天", "三个月", "3期", "M2", "2小时内", "今日", "3月1日前", "2024-03-01",
	"18点", "0.05%", "1101**********1234", "身份证尾号1234", "138****1234", "13800001234", "400-000-1234", "(010)80001234", "95588", "6228480000001234567",
	"http://a.cn/yuqi", "t.cn/A6xyZ", "www.xingqiao-demo.com", "xq_kefu01", "XQ20240001", "王*明", "李某某", "何秋水女士", "欧阳**", "中信银行", "花呗", "星桥小贷", "霁月轩",
	"【星桥小贷】", "【还款提醒】", "[霁月分期]", "【", "】", "(1/2)", "，", "。", "：", "；", "、", "（", "）", " ", "\n", "*", "-", "\u200b", "😀", "①②", "⑫", "㈠",
	"逾qi", "还 款", "➕V", "貸款", "甲", "的", "在", "为", "共计", "已", "未", "不", "如", "请", "将", "a", "1", "0", "\x00", "𠮷",
}

// TestParseRandom asserts the laws on texts of cue words, shapes and what is
// between them, in any order.
func TestParseRandom(t *testing.T) {
	table, err := os.ReadFile("internal/lexicon/data/cues.tsv")
	require.NoError(t, err)
	var words []string
	for row, err := range lexicon.Rows(bytes.NewReader(table)) {
		require.NoError(t, err)
		words = append(words, slices.Concat(row.Parts...)...)
	}
	require.Greater(t, len(words), 1000)
	rng := rand.New(rand.NewPCG(5, 6))
	text := ""
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("in %q", text)
		}
	})
	for range 3000 {
		if t.Failed() {
			return
		}
		var b strings.Builder
		for range 1 + rng.IntN(20) {
			if rng.IntN(2) == 0 {
				b.WriteString(words[rng.IntN(len(words))])
			} else {
				b.WriteString(randomShapes[rng.IntN(len(randomShapes))])
			}
		}
		text = b.String()
		n, err := parser.Parse(text)
		require.NoError(t, err)
		checkLaws(t, text, n)
		checkOrder(t, n)
		checkKind(t, n)
		checkTokens(t, text, n.Tokens)
	}
}
