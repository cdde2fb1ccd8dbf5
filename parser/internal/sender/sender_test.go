package sender

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/scantest"
)

// assertFound compares what find finds in each text with what ‹…› marks in it.
func assertFound(t *testing.T, find func(*scan.Line) (i, j int), texts ...string) {
	t.Helper()
	for _, text := range texts {
		l, start, end := scantest.ReadMarked(t, text)
		i, j := find(l)
		if start == end {
			assert.GreaterOrEqual(t, i, j, text)
			continue
		}
		assert.Equal(t, [2]int{start, end}, [2]int{i, j}, text)
	}
}

func TestClosing(t *testing.T) {
	assertFound(t, Closing,
		"您的借款已逾期。——‹星桥小贷›",
		"您的借款已逾期——‹星桥›",
		"您的借款已逾期。-‹星桥›",
		"您的借款已逾期，请还款-‹星桥小贷›",
		"您的借款已逾期，请还款-星桥‹›",
		"您的借款已逾期。‹星桥银行›",
		"您的借款已逾期。‹星桥银行›小王",
		"您的借款已逾期。‹星桥银行› 客服部",
		"您的借款已逾期。‹星桥典当›13800000000",
		"您的借款已逾期！\n‹某某法院›",
		"您的借款已逾期。‹信用社›老周",
		"您的借款已逾期。星桥‹›",
		"您的借款已逾期，星桥银行‹›",
		"您的借款已逾期。王经理‹›",
		"您的借款已逾期。——客服小王‹›",
		"您的借款已逾期。——谢谢配合‹›",
		"您的借款已逾期。请去银行‹›",
		"星桥银行‹›",
		"‹›",
	)
}

func TestHead(t *testing.T) {
	assertFound(t, head,
		"‹星桥银行›：您的借款已逾期",
		"‹口袋星桥›：您的借款已逾期",
		"‹星桥典当›:当票已逾期",
		"‹星桥银行›客服：您的借款已逾期",
		"‹星桥银行›提醒您，借款已逾期",
		"‹星桥银行›温馨提示：您的借款已逾期",
		"‹缺钱么›提醒您，借款已逾期",
		"缺钱么？您的借款已逾期‹›",
		"口袋星桥：借款已逾期‹›",
		"还款提醒：您的借款已逾期‹›",
		"王小明：您的借款已逾期‹›",
		"王小明提醒您，借款已逾期‹›",
		"欧阳小明提醒您，借款已逾期‹›",
		"项目负责人：您的借款已逾期‹›",
		"我们这边：您的借款已逾期‹›",
		"您的借款已逾期‹›",
		"‹›",
	)
}

func TestPlaces(t *testing.T) {
	for _, row := range []struct {
		find func(l *scan.Line, i int) int
		text string
	}{
		{placeEnd, "‹星桥›的借款"},
		{placeEnd, "‹星桥›产品的借款"},
		{placeEnd, "‹九秒贷›借款"},
		{placeEnd, "‹星桥借›2026-03-05的借款"},
		{placeEnd, "‹›三天的宽限期"},
		{placeEnd, "‹›平台的借款"},
		{placeEnd, "‹›我行的借款"},
		{brandEnd, "‹星桥贷›已逾期"},
		{brandEnd, "‹星桥钱包›，请还款"},
		{brandEnd, "‹白条›3000元"},
		{brandEnd, "‹›汽车贷已逾期"},
		{brandEnd, "‹›星桥车贷已逾期"},
		{brandEnd, "‹›装修分期已逾期"},
		{brandEnd, "‹›孙子鲍小宝，请还款"},
	} {
		l, start, end := scantest.ReadMarked(t, "在"+row.text)
		assert.Equal(t, end, row.find(l, start), row.text)
	}
}

func TestQuoted(t *testing.T) {
	find := func(l *scan.Line) (i, j int) {
		for k := range l.Runes {
			if i, j = quoted(l, k); j > i {
				break
			}
		}
		return i, j
	}
	assertFound(t, find,
		"您在“‹星桥›”的借款已逾期",
		"您在【‹星桥›】平台的借款已逾期",
		"您的「‹星桥小贷›」已逾期",
		"“‹星桥小贷›”平台的借款已逾期",
		"请点“星桥”，借款已逾期‹›",
		"在“我的”页面还款‹›",
		"您的“逾期账单”的金额‹›",
		"您在“星桥的借款已逾期‹›",
		"“‹›",
	)
}
