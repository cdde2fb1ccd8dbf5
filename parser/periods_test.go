package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Instalments count as past due where words say so, though none of lateness leads up to them.
func TestOwedPeriods(t *testing.T) {
	for text, want := range map[string]int{
		"您有2期账单逾期5天，应还500元":          2,
		"您的贷款存在2期欠款，总计500元，已逾期40天":   2,
		"您的贷款1期3980.00元未按期归还，已逾期29天": 1,
		"您的贷款逾期52天、2期、共8450.00元":     2,
		"您的贷款逾期2期，最早一期逾期60天":         2,
		"您的贷款第2期500元逾期5天":            0,
		"您分12期的借款已逾期3天，应还500元":       0,
		"您有12期分期，本期应还500元，已逾期3天":     0,
		"您的贷款最早一期逾期40天，应还500元":       0,
	} {
		n, err := Parse("【青禾消费金融】沈亦安先生，" + text + "。")
		require.NoError(t, err)
		require.NotNil(t, n.Overdue, text)
		if want == 0 {
			assert.Nil(t, n.Overdue.Periods, text)
		} else if assert.NotNil(t, n.Overdue.Periods, text) {
			assert.Equal(t, want, *n.Overdue.Periods, text)
		}
	}
}
