package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// TestOverdueDays: the days that a debt is past due may be where no cue for them is, and
// other days do not count.
func TestOverdueDays(t *testing.T) {
	rows := []struct {
		name, in string
		days     int    // -1: none
		text     string // what is found
	}{
		{"after 逾期", "【青禾消费金融】您的借款已逾期25天，应还1,200.00元，请尽快还款。", 25, "25天"},
		{"after an amount", "【青禾消费金融】您欠款15,030元，至今240天，请尽快还款，否则将起诉。", 240, "240天"},
		{"after 到期", "【霁月小贷】您的借款到期后已23天没还，应还3,400元，请今日处理。", 23, "23天"},
		{"账龄", "【鼎川资产】您的逾期债权账龄181天，应还22,000元，请联系我司。", 181, "181天"},
		{"heading", "【霁月小贷】逾期通知 欠款金额：3416.08 逾期天数：17 请尽快还款", 17, "17"},
		{"DPD", "【霁月小贷】逾期通知 姓名：何* DPD: 33 应还：5,310.75元，请尽快还款。", 33, "DPD: 33"},
		{"English", "【霁月小贷】您的loan已overdue 8 days，应还1,450元，请尽快还款。", 8, "8 days"},
		{"periods and days", "【青禾消费金融】您的车贷已逾期4期（共120天），应还15,260元，请立即还款。", 120, "120天"},
		{"a deadline", "【青禾消费金融】您的借款已逾期，应还1,200.00元，请于3天内还款，否则将起诉。", -1, ""},
		{"a deadline beside it", "【青禾消费金融】您的借款已逾期25天，应还1,200.00元，请于3天内还款。", 25, "25天"},
		{"periods alone", "【青禾消费金融】您的车贷已逾期3期，应还15,260元，请立即还款。", -1, "3期"},
	}
	for _, row := range rows {
		n, err := Parse(row.in)
		require.NoError(t, err, row.name)
		require.Equal(t, KindOverdue, n.Kind, row.name)
		if row.text == "" {
			assert.Nil(t, n.Overdue, row.name)
			continue
		}
		require.NotNil(t, n.Overdue, row.name)
		assert.Equal(t, row.text, n.Overdue.Text, row.name)
		assert.Equal(t, row.text, row.in[n.Overdue.Span.Start:n.Overdue.Span.End], row.name)
		if row.days < 0 {
			assert.Nil(t, n.Overdue.Days, row.name)
		} else if assert.NotNil(t, n.Overdue.Days, row.name) {
			assert.Equal(t, row.days, *n.Overdue.Days, row.name)
		}
	}
}

// TestOverdueDaysKeepRest: what the rules say beside the days stays.
func TestOverdueDaysKeepRest(t *testing.T) {
	n, err := Parse("【青禾消费金融】您的车贷已逾期4期（共120天），应还15,260元，请立即还款。")
	require.NoError(t, err)
	require.NotNil(t, n.Overdue)
	assert.Equal(t, 4, *n.Overdue.Periods)
	assert.Equal(t, PrecisionExact, n.Overdue.Precision)
}

// TestLearnableDays: a number that is an amount is not a number of days, nor is a week.
func TestLearnableDays(t *testing.T) {
	l := scan.Get()
	defer l.Release()
	l.Read(&standard().tables, "逾期天数：17，逾期2周，应还300，序号 41，3天内还款")
	f := findFacts(l, nil)
	list := f.learnableDays(nil, l, -1)
	var values []int64
	for _, c := range list {
		values = append(values, c.Value/100)
	}
	assert.Equal(t, []int64{17, 41, 3}, values)
	assert.Equal(t, learned.Candidate{Token: f.overdue.days, Rank: rankChosen, Exact: true, Value: 1700}, list[0])
	assert.True(t, list[1].Bare)
	assert.Equal(t, int8(rankOther), list[2].Rank)
	assert.False(t, list[2].Exact, "3天内 is at most three")
}

// TestOverdueMonthsAndDays: days in addition to months are not reported as the days past
// due.
func TestOverdueMonthsAndDays(t *testing.T) {
	n, err := Parse("【青禾消费金融】您的车贷已逾期2个月零5天，应还15,260元，请立即还款。")
	require.NoError(t, err)
	require.NotNil(t, n.Overdue)
	assert.Nil(t, n.Overdue.Days)
	assert.Equal(t, 2, *n.Overdue.Months)
	assert.Equal(t, PrecisionAtLeast, n.Overdue.Precision)
}
