package lexicon

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// head names the parts of the words below; {all} uses them.
const head = "@if\t{如|若}{您}?\n@paid\t付款|还款\n@too\t{if}已{paid}|已{paid}\n"

var expanded = []struct {
	name, word string
	want       [][]string
}{
	{"one word", "逾期", [][]string{{"逾期"}}},
	{"choice at the end", "逾期{款|本金}", [][]string{{"逾期本金", "逾期款"}}},
	{"choice at the start", "{逾|过}期", [][]string{{"过期", "逾期"}}},
	{"two choices", "{逾|过}{期|了}", [][]string{{"过了", "过期", "逾了", "逾期"}}},
	{"one or none", "{已}?逾期", [][]string{{"已逾期", "逾期"}}},
	{"two or none", "已{经|完成}?还款", [][]string{{"已完成还款", "已经还款", "已还款"}}},
	{"all but one part may be left out", "{已}?{逾}?期", [][]string{{"已期", "已逾期", "期", "逾期"}}},
	{"named part", "{paid}成功", [][]string{{"付款成功", "还款成功"}}},
	{"named part or none", "{paid}?成功", [][]string{{"付款成功", "成功", "还款成功"}}},
	{"part of parts", "{too}", [][]string{{"如已付款", "如已还款", "如您已付款", "如您已还款", "已付款", "已还款", "若已付款", "若已还款", "若您已付款", "若您已还款"}}},
	{"or", "还款|付{款|清}", [][]string{{"付款", "付清", "还款"}}},
	{"gap", "联系…家人", [][]string{{"联系"}, {"家人"}}},
	{"or on both sides of a gap", "联系|通知…{您}?家人|父母", [][]string{{"联系", "通知"}, {"家人", "您家人", "父母"}}},
	{"two gaps", "已于…从…扣款", [][]string{{"已于"}, {"从"}, {"扣款"}}},
	{"word twice", "{逾|逾}期", [][]string{{"逾期"}}},
	{"longest first", "还…款|款项|款项额|款额", [][]string{{"还"}, {"款项额", "款项", "款额", "款"}}},
	{"ASCII", "{qq|wechat}号", [][]string{{"qq号", "wechat号"}}},
	{"at sign within", "微博@逾期", [][]string{{"微博@逾期"}}},
	{"full-width marks are none", "｛逾｝期？", [][]string{{"｛逾｝期？"}}},
}

func TestExpand(t *testing.T) {
	for _, tt := range expanded {
		t.Run(tt.name, func(t *testing.T) {
			rows, bad := collect(head + "{too}…{if}…{paid}\tnone\n" + tt.word + "\tdebt")
			assert.Empty(t, bad)
			require.Len(t, rows, 2)
			assert.Equal(t, tt.want, rows[1].Parts)
		})
	}
}

// TestExpandLimit has as many words as a part may have.
func TestExpandLimit(t *testing.T) {
	rows, bad := collect(strings.Repeat("{逾|过}", 8) + "{期|了}?…" + strings.Repeat("逾|", MaxWords-1) + "期\tdebt")
	assert.Equal(t, []Error{{1, tooMany}}, bad, "768 words")
	assert.Empty(t, rows)
	rows, bad = collect(strings.Repeat("{逾|过}", 8) + "{期}?\tdebt")
	assert.Equal(t, []Error{{1, tooMany}}, bad, "512 words")
	assert.Empty(t, rows)
	rows, bad = collect(strings.Repeat("{逾|过}", 8) + "…" + strings.Repeat("逾|", MaxWords-1) + "期\tdebt")
	assert.Empty(t, bad)
	require.Len(t, rows, 1)
	assert.Len(t, rows[0].Parts[0], 256)
}

func TestWordOrder(t *testing.T) {
	words := []string{"款额", "款", "还", "款项额", "款项", "期"}
	slices.SortFunc(words, wordOrder)
	assert.Equal(t, []string{"期", "款项额", "款项", "款额", "款", "还"}, words)
	assert.Zero(t, wordOrder("款", "款"))
}
