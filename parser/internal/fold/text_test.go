package fold

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestFoldCharacters(t *testing.T) {
	for _, row := range []struct{ in, want, why string }{
		{"", "", ""},
		{"您的借款已逾期25天", "您的借款已逾期25天", ""},
		{"１２３４．５６元", "1234.56元", "full-width digits and point"},
		{"ＡＢＣｘｙｚ", "abcxyz", "full-width letters"},
		{"RMB App", "rmb app", "lower case"},
		{"１，２３４．５６", "1，234.56", "the comma of Chinese text keeps its form"},
		{"；？！：（）［］", "；？!:()[]", ""},
		{"￥50 ¥50", "¥50 ¥50", ""},
		{"逾　期 \t\r\n", "逾 期  \n\n", "blanks"},
		{"逾\u2028期\u0085\v\f\u2029", "逾\n期\n\n\n\n", "line breaks"},
		{"①②⑨⑩⑫⑳", "129101220", "one character for two"},
		{"⑴⑵⒈⒉", "1212", "with brackets and points"},
		{"❶❷➊➓⓿⓫", "12110011", "in black"},
		{"㈠㊀", "一一", "Chinese digits in enclosures"},
		{"ⒶⒷⓩ🅐🅰🄰🇦", "abzaaaa", "letters in enclosures"},
		{"𝟏𝟐𝟑𝟜𝟝𝟨𝟩𝟪𝟫𝟬", "1234567890", "bold and other styles"},
		{"𝐀𝐛𝓒𝕕𝗲𝘍𝚐", "abcdefg", "styled letters"},
		{"¹²³₄⁵", "¹²³45", "small digits beyond Latin-1"},
		{"⼀⾦六", "一金六", "radicals and compatibility forms"},
		{"貸款已凍結，請還款", "贷款已冻结，请还款", "traditional"},
		{"帳單 徵信 週轉 鉅額 裡面", "账单 征信 周转 巨额 里面", "traditional forms with senses of their own"},
		{"帐单", "账单", "an old spelling"},
		{"幺三八", "么三八", "a traditional form of 么 as well as a digit"},
		{"貳佰圓整", "贰佰圆整", "圆 is a unit in either script"},
		{"逾\u200b期\u200d已\ufeff到\u2060了", "逾期已到了", "characters that do not show"},
		{"逾\u0336期\u0301", "逾期", "combining marks"},
		{"❤️还款", "❤还款", "variation selector"},
		{"👨\u200d👩\u200d👧", "👨👩👧", "joined emoji"},
		{"𠮷野家", "𠮷野家", "beyond the first plane"},
		{"\x00逾\x00期", "\x00逾\x00期", "NUL"},
		{"〔案〕﹝号﹞∶１", "[案][号]:1", "brackets and colons of typesetting"},
		{"\ufffd", "\ufffd", "a replacement character is itself UTF-8"},
	} {
		f := new(Text)
		f.characters(row.in)
		assert.Equal(t, row.want, string(f.Runes), "%s (%s)", row.in, row.why)
		checkFolded(t, f)
	}
}

// TestFoldTwice folds every character there is: what comes out is folded, and
// is given alike.
func TestFoldTwice(t *testing.T) {
	var once, twice Text
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		once.characters(string(r))
		text := string(once.Runes)
		if text == string(r) {
			continue
		}
		twice.characters(text)
		if !slices.Equal(once.Runes, twice.Runes) {
			t.Errorf("%U: %q, then %q", r, text, string(twice.Runes))
		}
	}
}

// TestFoldSpans looks up what folded runes were made from.
func TestFoldSpans(t *testing.T) {
	for _, row := range []struct{ in, find, want, why string }{
		{"已逾期了", "逾期", "逾期", ""},
		{"已逾 期了", "逾期", "逾 期", "separator"},
		{"已逾-_-期了", "逾期", "逾-_-期", "several"},
		{"已逾\u200b期了", "逾期", "逾\u200b期", "does not show"},
		{"已逾期\u200b了", "逾期", "逾期", "what does not show after the word is no part of it"},
		{"已\u200b逾期了", "逾期", "逾期", "nor before it"},
		{"已逾qi了", "逾期", "逾qi", "pinyin"},
		{"已yu期了", "逾期", "yu期", "pinyin at the front"},
		{"已YuQi了", "逾期", "YuQi", "whole word in pinyin"},
		{"请加薇", "加微", "加薇", "look-alike"},
		{"请➕V聊", "加微", "➕V", "two for two"},
		{"请＋ｗｘ聊", "加微信", "＋ｗｘ", "three for three"},
		{"已辶不款了", "还款", "辶不款", "two for three"},
		{"欠⑫元", "12", "⑫", "two for one"},
		{"欠⑫元", "1", "⑫", "half of one is all of it"},
		{"欠１２元", "12", "１２", ""},
		{"已凍結了", "冻结", "凍結", ""},
		{"已凍 結了", "冻结", "凍 結", "traditional and separated"},
		{"已逾\u200bq\u200bi了", "逾期", "逾\u200bq\u200bi", "pinyin that is broken"},
		{"还\U0001F4B0款", "还款", "还💰款", "emoji between"},
		{"😀已逾期", "逾期", "逾期", "four bytes before"},
	} {
		f := foldWhole(row.in)
		i := runeIndex(f.Runes, row.find)
		if assert.GreaterOrEqual(t, i, 0, "%s: %q is not in %q", row.in, row.find, string(f.Runes)) {
			start, end := f.Span(i, i+len([]rune(row.find)))
			assert.Equal(t, row.want, row.in[start:end], "%s (%s)", row.in, row.why)
			assert.Equal(t, row.want, f.Source[start:end])
		}
		checkFolded(t, f)
	}
}

func runeIndex(r []rune, find string) int {
	before, _, ok := strings.Cut(string(r), find)
	if !ok {
		return -1
	}
	return utf8.RuneCountInString(before)
}
