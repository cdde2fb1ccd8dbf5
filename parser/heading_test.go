package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestHeadings has sums whose unit or currency is in a heading: each with its text, which
// is as without the heading.
func TestHeadings(t *testing.T) {
	type sum struct {
		text string
		role Role
		fen  int64
	}
	for _, tt := range []struct {
		text string
		want []sum
	}{
		{"【星桥小贷】待还金额（万元）：2.6，已逾期9天", []sum{{"2.6", RoleTotal, 26000_00}}},
		{"【星桥小贷】逾期本金（单位 千元）2.6，已逾期9天", []sum{{"2.6", RolePrincipal, 2600_00}}},
		{"【星桥小贷】账目（单位：百元）：本金26，罚息1.5，已逾期9天", []sum{{"26", RolePrincipal, 2600_00}, {"1.5", RolePenalty, 150_00}}},
		{"【星桥小贷】单位：万元\n本金 2.6\n罚息 0.05\n已逾期9天", []sum{{"2.6", RolePrincipal, 26000_00}, {"0.05", RolePenalty, 500_00}}},
		{"【星桥小贷】待还金额/元：2600，已逾期9天", []sum{{"2600", RoleTotal, 2600_00}}},
		{"【星桥小贷】待还金额2.6(万元)，已逾期9天", []sum{{"2.6(万元)", RoleTotal, 26000_00}}},
		{"【星桥小贷】账目（单位：万元）本金2.6，逾期天数：9，逾期期数：4", []sum{{"2.6", RolePrincipal, 26000_00}}},
		{"【星桥小贷】待还金额（万元）2600元，已逾期9天", []sum{{"2600元", RoleTotal, 2600_00}}},
		{"【星桥小贷】待还金额（分）：26000，已逾期9天", []sum{{"26000", RoleTotal, 260_00}}},
		{"【星桥小贷】待还金额（欧元）：260，已逾期9天", nil},
		{"【星桥小贷】待还金额260（HKD），已逾期9天", nil},
		{"【星桥小贷】币种：美元 待还金额：260.00，已逾期9天", nil},
		{"【星桥小贷】美元账户待还26.00，人民币账户待还2600.00，已逾期9天", []sum{{"2600.00", RoleTotal, 2600_00}}},
		{"【星桥小贷】积分（分）：2600，待还金额900，已逾期9天", []sum{{"900", RoleTotal, 900_00}}},
		{"【星桥小贷】待还金额（含罚息）2600，已逾期9天", []sum{{"2600", RoleTotal, 2600_00}}},
		{"【星桥小贷】美元走强，待还金额2600，已逾期9天", []sum{{"2600", RoleTotal, 2600_00}}},
		{"【星桥小贷】待还千元，已逾期9天", []sum{{"千元", RoleTotal, 1000_00}}},
	} {
		n, err := Parse(tt.text)
		require.NoError(t, err)
		var got []sum
		for _, m := range n.Amounts {
			got = append(got, sum{m.Text, m.Role, m.Fen})
			assert.Equal(t, PrecisionExact, m.Precision, tt.text)
		}
		assert.Equal(t, tt.want, got, tt.text)
		require.NotNil(t, n.Overdue, tt.text)
		assert.Equal(t, 9, *n.Overdue.Days, tt.text)
	}
}
