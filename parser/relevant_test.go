package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
)

func TestRelevant(t *testing.T) {
	for _, row := range []struct {
		in   string
		want bool
		why  string
	}{
		{"", false, ""},
		{"您的快递已到，请凭取件码1234领取。", false, ""},
		{"验证码482913，5分钟内有效，请勿告诉他人。", false, ""},
		{"周末一起吃饭吗？😀", false, ""},
		{"Your code is 482913", false, ""},
		{"您的借款已逾期3天", true, ""},
		{"您的借款已逾 期3天", true, "separated"},
		{"已逾\u200b期3天", true, "what does not show"},
		{"已逾\u0336期3天", true, "struck through"},
		{"已逾qi3天", true, "pinyin"},
		{"已YU期3天", true, "pinyin in capitals"},
		{"已逾\u3000期3天", true, "ideographic space"},
		{"您的貸款已逾期", true, "traditional"},
		{"本期账单已出", true, "a bill"},
		{"您已还款成功", true, "a receipt"},
		{"图书逾期", true, "Parse tells it is no debt"},
		{"周末，火锅", false, "two clauses"},
		{"逾期" + strings.Repeat("a", MaxBytes), false, "too long for Parse"},
		{"逾期\xff", false, "not UTF-8"},
		{strings.Repeat("逾", 5000), false, "half words only"},
		{strings.Repeat("a", MaxBytes-6) + "逾期", true, "the very end"},
		{"\x00逾期\x00", true, "NUL"},
	} {
		assert.Equal(t, row.want, Relevant(row.in), "%.60q (%s)", row.in, row.why)
		assert.Equal(t, row.want, standard().Relevant(row.in), "%.60q", row.in)
	}
}

// TestRelevantDoesNotAllocate runs over texts with and without a cue, with all
// that folding looks through, short and long.
func TestRelevantDoesNotAllocate(t *testing.T) {
	for _, text := range []string{
		"",
		"您的快递已到，请凭取件码1234领取。",
		"您的借款已逾期3天",
		"逾 \u200b*qi 逾\U0001F4B0 Ｙｕ𝓺𝓲 ①②⑫㈠ 貸 借 還 还 欠",
		strings.Repeat("逾😀", MaxBytes/7),
		strings.Repeat("还\u200b", MaxBytes/6),
		strings.Repeat("a", MaxBytes+1),
		"\xff逾期",
	} {
		Relevant(text)
		assert.Zero(t, testing.AllocsPerRun(20, func() { Relevant(text) }), "%.60q", text)
	}
}

// TestRelevantAgrees checks that a text that is not relevant is of no kind but KindOther.
func TestRelevantAgrees(t *testing.T) {
	seen := map[bool]int{}
	for i, text := range corpus.Texts(t) {
		n, err := Parse(text)
		require.NoError(t, err, "text %d", i)
		seen[Relevant(text)]++
		if Relevant(text) {
			assert.NotEmpty(t, n.Tokens, "text %d", i)
		} else {
			assert.Equal(t, KindOther, n.Kind, "text %d", i)
			assert.Equal(t, 1.0, n.KindProbability, "text %d", i)
			assert.Empty(t, n.KindReasons, "text %d", i)
		}
	}
	assert.Greater(t, seen[true], 200)
	assert.Greater(t, seen[false], 10)
}
