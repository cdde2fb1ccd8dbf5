package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/scantest"
)

// TestMovedRoles reads what was paid, paid out or offered.
func TestMovedRoles(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"您欠款5000元已逾期3天，之前已还1000元", "total repaid"},
		{"欠款5000元已逾期，减免后3000元", "total offer"},
		{"欠款5000元已逾期，一次性还3000元即可结清", "total offer"},
		{"您的还款500元已成功入账", "repaid"},
		{"您的借款5000元已放款", "disbursed"},
	} {
		assert.Equal(t, row.want, rolesOf(notice(t, standard(), row.text)), row.text)
	}
}

// TestSettleReceipt has receipts whose sums are told apart by what is said to have
// happened to money, and not by what did not happen.
func TestSettleReceipt(t *testing.T) {
	for _, row := range []struct{ text, want, why string }{
		{"您的新贷款3000元已放款", "disbursed", ""},
		{"您的旧账已结清，新贷款3000元已放款", "disbursed", "the nearest, not the first"},
		{"新贷款3000元已放款，您的旧账已结清", "disbursed", "the nearest after it"},
		{"已放款，您的旧账已结清，共500元", "repaid", "the nearest before it"},
		{"旧账已结清。贷款3000元，放款成功", "disbursed", "another sentence"},
		{"未扣款成功。借款500元", "disbursed", "what did not happen"},
		{"付款仍未成功，借款3000元", "disbursed", "negated within a phrase"},
		{"付款仍没有成功，借款3000元", "disbursed", ""},
		{"付款今日成功，借款3000元", "repaid", ""},
		{"如已结清，借款3000元", "disbursed", "a condition"},
		{"已结清，借款3000元", "repaid", ""},
		{"将放款成功，还款成功500元", "repaid", "to come"},
		{"不是放款成功，借款500元，付款今日成功", "repaid", "it is not so"},
		{"入账500元，放款成功", "disbursed", "a word for money that moved"},
		{"奖金500元，放款成功", "other", "a word for something else"},
		{"放款成功，本金500元", "principal", "a part of a debt, and no loan"},
		{"付款今日成功，尚欠500元", "balance", "what is left"},
		{"付款今日成功，应还500元", "repaid", ""},
		{"放款成功，应还500元", "instalment", "of the loan"},
		{"放款成功，还款500元", "repaid", ""},
	} {
		l := scantest.Read(row.text)
		sums := findSums(l, nil)
		settleReceipt(l, sums)
		require.NotEmpty(t, sums, row.text)
		var roles []string
		for _, s := range sums {
			roles = append(roles, string(s.Role))
		}
		assert.Equal(t, row.want, strings.Join(roles, " "), "%s (%s)", row.text, row.why)
	}
}
