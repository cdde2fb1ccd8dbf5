package parser

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
)

// tableRows returns the rows of a table of package lexicon.
func tableRows(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	text, err := os.ReadFile("internal/lexicon/data/" + name)
	require.NoError(t, err)
	var rows [][]string
	for _, cells := range tsv.Rows(name, string(text), columns) {
		rows = append(rows, cells)
	}
	require.NotEmpty(t, rows)
	return rows
}

// lenderNames returns the canonical name of a lender by each of its names, in order.
func lenderNames(t *testing.T) (names [][2]string) {
	t.Helper()
	for _, cells := range tableRows(t, "lenders.tsv", 7) {
		names = append(names, [2]string{cells[0], cells[0]})
		for name := range strings.SplitSeq(cells[2]+"|"+cells[3], "|") {
			if name, _, _ = strings.Cut(name, " "); name != "" {
				names = append(names, [2]string{name, cells[0]})
			}
		}
	}
	require.Greater(t, len(names), 500)
	return names
}

// TestLendersFound signs a message with each name.
func TestLendersFound(t *testing.T) {
	for _, row := range lenderNames(t) {
		name, canonical := row[0], row[1]
		text := "【" + name + "】您的借款已逾期3天，请尽快处理。"
		n := notice(t, standard(), text)
		assert.Equal(t, &LenderName{foundIn(text, name), canonical}, n.Lender, name)
		assert.Equal(t, []Found{foundIn(text, name)}, n.Signatures, name)
	}
}

// TestLendersNamed names each lender in the text instead; the names that are
// ordinary words too are led to.
func TestLendersNamed(t *testing.T) {
	for _, row := range lenderNames(t) {
		name, canonical := row[0], row[1]
		text := "尊敬的客户，您在" + name + "的借款已逾期3天，请尽快处理。"
		n := notice(t, standard(), text)
		if assert.NotNil(t, n.Lender, name) {
			assert.Equal(t, canonical, n.Lender.Canonical, name)
			assert.Equal(t, strings.Index(text, name), n.Lender.Span.Start, name)
			assert.True(t, strings.HasPrefix(name, n.Lender.Text) && !strings.HasSuffix(n.Lender.Text, "小额"), "%s: found as %s", name, n.Lender.Text)
		}
	}
}

// TestSignatureWords makes signatures of the words for them: a title, a remark and a
// device are no lender, and what ends as lenders' names do is one.
func TestSignatureWords(t *testing.T) {
	titles, endings := 0, 0
	for _, cells := range tableRows(t, "lender_words.tsv", 2) {
		switch use, word := cells[0], cells[1]; use {
		case "title":
			titles++
			text := "【" + word + "】您的借款已逾期3天，请尽快处理。"
			n := notice(t, standard(), text)
			assert.Nil(t, n.Lender, "%s: a title is no lender", word)
			assert.Equal(t, []Found{foundIn(text, word)}, n.Signatures, word)
		case "remark", "aside", "device":
			text := "【" + word + "】您的借款已逾期3天，请尽快处理。"
			if use == "device" {
				text = "【" + word + " 12】您的借款已逾期3天，请尽快处理。"
			}
			assert.Nil(t, notice(t, standard(), text).Lender, "%s: %s is no lender", word, use)
		case "ending":
			endings++
			for _, text := range []string{"【霁月" + word + "】您的借款已逾期3天，请尽快处理。", "【还款提醒】您的借款已逾期3天，请尽快处理。【霁月" + word + "】"} {
				if n := notice(t, standard(), text); assert.NotNil(t, n.Lender, word) {
					assert.Equal(t, foundIn(text, "霁月"+word), n.Lender.Found, word)
				}
			}
		}
	}
	assert.Positive(t, titles)
	assert.Positive(t, endings)
}

// TestNoSender has brackets that say what the message is about, or which slot it came
// in, beside names that only look alike.
func TestNoSender(t *testing.T) {
	assertLenders(t, [][2]string{
		{"", "【逾期9天】您有一笔借款待处理，请还款"},
		{"", "【已逾期12天】您有一笔借款待处理，请还款"},
		{"", "【欠款860元】您有一笔借款逾期，请还款"},
		{"", "【应还860.50元】您有一笔借款逾期，请还款"},
		{"", "【第2次催收】您有一笔借款逾期，请还款"},
		{"", "【第3期账单】您有一笔借款逾期，请还款"},
		{"", "【最后1天】您有一笔借款逾期，请还款"},
		{"", "【今日到期】您有一笔借款逾期，请还款"},
		{"", "您有一笔借款逾期，请还款【逾期9天】"},
		{"霁月", "您有一笔借款逾期，请还款【霁月】【逾期9天】"},
		{"霁月3天", "【霁月3天】您有一笔借款逾期，请还款"},
		{"今日分期", "【今日分期】您有一笔借款逾期，请还款"},
		{"第一分期", "【第一分期】您有一笔借款逾期，请还款"},
		{"", "【卡2 中国联通】您有一笔借款逾期，请还款"},
		{"", "【卡1-电信】您有一笔借款逾期，请还款"},
		{"", "【中国移动 卡1】您有一笔借款逾期，请还款"},
		{"", "【SIM2 中国电信】您有一笔借款逾期，请还款"},
		{"", "【副卡 移动】您有一笔借款逾期，请还款"},
		{"霁月", "[卡2 中国联通]【霁月】您有一笔借款逾期，请还款"},
		{"中国联通", "【中国联通】您的话费已逾期，请缴费"},
		{"中国移动10086", "【中国移动10086】您的话费已逾期，请缴费"},
		{"联通金融", "【联通金融】您有一笔借款逾期，请还款"},
	})
}

// TestEverydayNames has names of lenders that are everyday words, where they are those.
func TestEverydayNames(t *testing.T) {
	assertLenders(t, [][2]string{
		{"", "您缺钱么？借款逾期也能办，额度5万元"},
		{"", "缺钱么？您的借款逾期了，请还款"},
		{"", "您是不是缺钱么？借款逾期也能办，额度5万元"},
		{"缺钱么", "缺钱么温馨提醒：您的860元借款已逾期，请还款"},
		{"缺钱么", "您在缺钱么的860元借款已逾期，请还款"},
		{"缺钱么", "您的860元借款已逾期，请还款【缺钱么】"},
		{"", "您借点钱，逾期两天就不接电话"},
		{"", "让您用钱无忧！您的借款逾期了，请还款"},
		{"", "闪电借款，极速放款，您的借款逾期了，请还款"},
		{"闪电借款", "您在闪电借款的860元已逾期，请还款"},
		{"闪电借款", "【闪电借款】您的860元已逾期，请还款"},
	})
}
