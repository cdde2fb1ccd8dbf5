package parser_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// TestDueDay has bills with several days, days in other calendars and short forms.
func TestDueDay(t *testing.T) {
	for _, row := range []struct{ in, want, why string }{
		{"【某行】账单日3月5日 还款日3月23日 应还800元", "--03-23", "the day before it is another's"},
		{"【某行】账单日3月5日还款日3月23日", "--03-23", "nothing between"},
		{"【某行】出账日：3月5日 到期还款日：3月23日", "--03-23", ""},
		{"【某行】还款日3月23日 账单日3月5日 应还800元", "--03-23", "the other order"},
		{"【某行】账单日3月5日 还款日23日 应还800元", "", "a day without its month"},
		{"【某行】3月23日还款日，应还800元", "--03-23", "the word after the day"},
		{"【某行】3月23日是最后还款日，应还800元", "--03-23", "the word after the day"},
		{"【某贷】账单800元，您需在3月23日（周五）前还款", "--03-23", "a remark before 前"},
		{"【某贷】账单800元，3月23日（周五）出账", "", "no 前"},
		{"【某贷】账单800元，请于公历8月15日（农历七月初三）前还款", "--08-15", ""},
		{"【某贷】账单800元，到期日阳历8月15日", "--08-15", ""},
		{"【某贷】账单800元，请于八月十五前还款（农历）", "", "a lunar day"},
		{"【某贷】账单800元，请于八月十五日前还款（含利息）", "--08-15", "another remark"},
		{"【某贷】账单800元，到期日26/03/23", "2026-03-23", ""},
		{"【某贷】账单800元，还款日期：26-03-23", "2026-03-23", ""},
		{"【某贷】账单800元，编号26/03/23", "", "no due date"},
		{"【某贷】账单800元，到期日26/13/23", "", "no date"},
		{"【某贷】请于3月\n23日前还款800元", "--03-23", "broken over lines"},
		{"【某贷】请于2026年\n3月23日前还款800元", "2026-03-23", "broken over lines"},
	} {
		n, err := parser.Parse(row.in)
		require.NoError(t, err)
		got := ""
		if n.Due != nil {
			got = n.Due.Date
		}
		assert.Equal(t, row.want, got, "%s (%s)", row.in, row.why)
	}
}
