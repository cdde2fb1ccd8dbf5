package fold

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestEvasions lists what is said of a hidden word: a sort and the piece.
func TestEvasions(t *testing.T) {
	type sign struct {
		how  Way
		text string
	}
	for _, row := range []struct {
		in   string
		want []sign
		why  string
	}{
		{"您的借款已逾期", nil, ""},
		{"您的借款已逾 期", []sign{{Separators, "逾 期"}}, ""},
		{"您的借款已逾*期，请还.款", []sign{{Separators, "逾*期"}, {Separators, "还.款"}}, ""},
		{"逾　期，逾·期，逾_期，逾|期，逾~期", []sign{{Separators, "逾　期"}, {Separators, "逾·期"}, {Separators, "逾_期"},
			{Separators, "逾|期"}, {Separators, "逾~期"}}, "all sorts"},
		{"期限、逾期", nil, "a mark of lists"},
		{"期 限", []sign{{Separators, "期 限"}}, "a word that nobody hides"},
		{"期、限", nil, "two such words"},
		{"逾、期", []sign{{Separators, "逾、期"}}, "a word that senders hide"},
		{"逾😀期", []sign{{Separators, "逾😀期"}}, "emoji"},
		{"逾....期", []sign{{Separators, "逾....期"}}, "as many as may be"},
		{"逾.....期", nil, "too many"},
		{"逾，期", nil, "a comma ends a clause"},
		{"逾\n期", nil, "a line ends"},
		{"您好 先生", nil, "a blank between words hides nothing"},
		{"应还 期限", nil, "two words"},
		{"逾期、还款", nil, "two words that senders hide"},
		{"请 还款", nil, "a character that is a word"},
		{"信用 卡", []sign{{Separators, "用 卡"}}, "the end of a longer word"},
		{"催*收", []sign{{Separators, "催*收"}}, ""},
		{"您已于期3天", []sign{{LookAlike, "于期"}}, "sounds alike"},
		{"您的贷款已於期3天", []sign{{LookAlike, "於期"}, {Traditional, "於"}}, ""},
		{"请于期限内还款，于期满前", nil, "ordinary words"},
		{"逾\u200b期", []sign{{ZeroWidth, "\u200b"}}, ""},
		{"逾\u200b\u200d期", []sign{{ZeroWidth, "\u200b"}}, "of several in a row the first"},
		{"欠12\u200b34元", []sign{{ZeroWidth, "\u200b"}}, "in a number"},
		{"\ufeff您已逾期", nil, "a byte order mark at the front"},
		{"您已逾期\u200b", nil, "at the end"},
		{"，\u200b您已逾期", nil, "after a comma"},
		{"👨\u200d👩\u200d👧 ❤️您已逾期", nil, "emoji are made with them"},
		{"1️⃣尽快还款", nil, "a digit in a key is an emoji too"},
		{"已逾qi", []sign{{LookAlike, "逾qi"}}, ""},
		{"已yu期，还kuan", []sign{{LookAlike, "yu期"}, {LookAlike, "还kuan"}}, ""},
		{"加薇 伽微 ➕V", []sign{{LookAlike, "加薇"}, {LookAlike, "伽微"}, {LookAlike, "➕V"}}, ""},
		{"点击аbс.сn/x", []sign{{LookAlike, "а"}, {LookAlike, "с"}, {LookAlike, "с"}}, "Cyrillic letters among Latin ones"},
		{"欠2О00元", []sign{{LookAlike, "О"}}, "a Cyrillic letter in a number"},
		{"您好，Москва", nil, "a Russian word"},
		{"点击ａｂｃ．ｃｎ", nil, "full-width letters hide nothing"},
		{"欠①②③元", []sign{{LookAlike, "①②③"}}, "digits side by side"},
		{"欠𝟏𝟐𝟑元", []sign{{LookAlike, "𝟏𝟐𝟑"}}, ""},
		{"电话1③8", []sign{{LookAlike, "1③"}}, "among plain digits"},
		{"①还款②提额", nil, "numbers of a list"},
		{"１２３４元", nil, "full-width digits hide nothing"},
		{"您的贷款已凍結", []sign{{Traditional, "凍結"}}, "in a simplified text"},
		{"您的貸款已凍結", nil, "in a text that is traditional throughout"},
		{"您的贷款已冻结", nil, ""},
		{"帐单已出，请还款", nil, "an old spelling"},
		{"贷款已凍\u200b結，请还 款，逾qi", []sign{{LookAlike, "逾qi"}, {Separators, "还 款"},
			{Traditional, "凍"}, {Traditional, "結"}, {ZeroWidth, "\u200b"}}, "every sort"},
	} {
		var got []sign
		for _, e := range foldWhole(row.in).Evasions {
			got = append(got, sign{e.Way, row.in[e.Start:e.End]})
		}
		assert.ElementsMatch(t, row.want, got, "%q (%s)", row.in, row.why)
	}
}

// TestRespellLeaves has spellings that are something else where they are.
func TestRespellLeaves(t *testing.T) {
	for _, row := range []struct{ in, why string }{
		{"点击http://yuqi.cn/yuqi", "a link"},
		{"点击a.cn/yuqi?vx=1", "a link"},
		{"yuqing", "a longer word"},
		{"xyuqi", "the end of a word"},
		{"加vip", "a longer word"},
		{"wxpay", "a longer word"},
		{"a-vx", "a handle"},
		{"打开weixin://dl/x", "a scheme"},
	} {
		f := foldWhole(row.in)
		assert.Equal(t, row.in, string(f.Runes), row.why)
		assert.Empty(t, f.Evasions, row.in)
	}
}
