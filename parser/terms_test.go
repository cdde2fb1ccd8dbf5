package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRoleOfTerms has sums whose parts are named beside them: a sum of several terms
// takes none of their roles but the one that they share.
func TestRoleOfTerms(t *testing.T) {
	for _, tt := range []struct {
		text string
		want string // the roles of the amounts, in order
		why  string
	}{
		{"您的欠款含罚息2060元", "total", "held"},
		{"您的欠款不含罚息2060元", "total", "left out"},
		{"您的欠款已包含相应罚息为2060元", "total", "held, in other words"},
		{"您的欠款不包括违约金2060元", "total", ""},
		{"您欠款含罚息在内2060元", "total", "a word after the part"},
		{"欠款-含罚息-2060元", "total", ""},
		{"逾期金额含罚息2060元", "overdue", "it keeps its role"},
		{"最低还款额含利息、违约金共206元", "minimum", "it keeps its role"},
		{"本金不含利息2060元", "principal", "it keeps its role"},
		{"罚息含复利60元", "penalty", "it keeps its role"},
		{"您的欠款连同罚息2060元", "total", "added"},
		{"您的欠款加上罚息共计2060元", "total", ""},
		{"您的欠款加罚息一共2060元", "total", ""},
		{"您的欠款，及罚息2060元", "total", ""},
		{"连本带息加罚息一共2060元", "total", ""},
		{"连同罚息应还2060元", "total", "to what is not named"},
		{"请偿还借款本金及罚息2060元", "total", "terms of several roles"},
		{"请偿还本金、利息以及违约金2060元", "total", ""},
		{"请偿还本金和由此产生的违约金2060元", "total", ""},
		{"请偿还本金利息罚息2060元", "total", "a word"},
		{"请偿还本金、利息、违约金等费用共计2060元", "total", ""},
		{"本金/利息/罚息总计2060元", "total", ""},
		{"本金+利息=2060元", "total", ""},
		{"本金，利息，罚息总计2060元", "total", "clauses that are summed"},
		{"您的物业费及滞纳金共2060元", "total", ""},
		{"您有2060元本金及利息已到期", "total", "the terms come after it"},
		{"您有2060元（含罚息）已到期", "total", "and its part"},
		{"罚息、违约金合计60元", "penalty", "terms of one role"},
		{"手续费及服务费合计60元", "fee", ""},
		{"利息及罚息合计60元", "penalty", "of the extra terms the heaviest"},
		{"减免利息及违约金60元", "discount", "a verb before the terms"},
		{"已还本金及利息500元", "repaid", "and another"},
		{"本金2000元及罚息60元", "principal penalty", "the first term has its own amount"},
		{"欠款2000元加罚息60元", "total penalty", ""},
		{"欠款含利息60元共计2060元", "interest total", "the sum follows"},
		{"欠款(含利息60元)2060元", "interest total", ""},
		{"欠款含60元罚息共计2060元", "penalty total", ""},
		{"欠款2060元，其中罚息60元", "total penalty", ""},
		{"欠款2060元，含罚息60元", "total penalty", ""},
		{"您的借款逾期，含滞纳金60元未缴", "penalty", "nothing holds it"},
		{"您的欠款产生罚息60元", "penalty", "nothing is added"},
		{"您的欠款的罚息60元", "penalty", ""},
		{"欠款，罚息60元", "penalty", "another clause"},
		{"您的欠款每日加罚息60元", "penalty", ""},
		{"本金和利息分别为2000元、60元", "principal interest", "a list"},
	} {
		n, err := Parse("【星桥小贷】您的借款已逾期3天。" + tt.text)
		require.NoError(t, err)
		assert.Equal(t, tt.want, rolesOf(n), "%s (%s)", tt.text, tt.why)
		for _, s := range n.Signals {
			assert.NotEqual(t, SignalEvasion, s.Type, tt.text)
		}
	}
}

// TestRoleOfAddend has sums that are written out: each addend takes the role of the name
// that it stands for, and none is said to be the whole.
func TestRoleOfAddend(t *testing.T) {
	for _, tt := range []struct {
		text string
		want string // the roles and precisions of the amounts, in order
		owed int64  // in yuan, 0 for none, -1 where the words do not say
	}{
		{"应还2060元=本金2000+利息60", "total exact, principal exact, interest exact", 2060},
		{"本金2000+利息60=2060元", "principal exact, interest exact, total exact", 2060},
		{"本金2000 + 利息60 = 2060元", "principal exact, interest exact, total exact", 2060},
		{"本金2000＋手续费60＋罚息5共2065元", "principal exact, fee exact, penalty exact, total exact", 2065},
		{"本金¥2000+利息¥60", "principal exact, interest exact", 2000},
		{"本金+利息：2000+60元", "principal exact, interest exact", 2000},
		{"本金+利息：¥2000+¥60", "principal exact, interest exact", 2000},
		{"本金+利息=2000+60=2060元", "principal exact, interest exact, total exact", 2060},
		{"本金加利息：2000加60元", "principal exact, interest exact", 2000},
		{"应还本金/利息：2000/60元", "principal exact, interest exact", 2000},
		{"本金/利息/罚息：2000/200/60元", "principal exact, interest exact, penalty exact", -1},
		{"本金(元)/利息(元)：2000/60", "principal exact, interest exact", 2000},
		{"本金/利息：2,000.00/60.50元", "principal exact, interest exact", 2000},
		{"本金、利息：2000元、60元", "principal exact, interest exact", -1},
		{"账单金额/最低还款额：2000.00/200.00", "total exact, minimum exact", 2000},
		{"应还/最低：2000/200元", "total exact, minimum exact", 2000},
		{"应还：2000+60元", "total at_least, other exact", 2000},
		{"应还2000元+利息60元", "total at_least, interest exact", 2000},
		{"应还2000+利息", "total at_least", 2000},
		{"应还金额=2000+60=2060元", "total at_least, total exact", 2060},
		{"本金+利息+违约金：2000+60元", "total at_least, other exact", 2000},
		{"应还：2000.00/60.00", "other exact", -1},
		{"欠款2000+元", "total at_least", 2000},
		{"欠款2000+未还", "total at_least", 2000},
		{"欠款2000元+", "total at_least", 2000},
		{"本金+利息：2060元", "total exact", 2060},
		{"罚息5元/天，欠款2000元", "penalty exact, total exact", 2000},
		{"欠款2000元，第3/12期", "total exact", 2000},
		{"还款日3/15，欠款2000元", "total exact", 2000},
	} {
		n, err := Parse("【星桥小贷】您的借款已逾期3天。" + tt.text)
		require.NoError(t, err)
		var got []string
		for _, a := range n.Amounts {
			got = append(got, string(a.Role)+" "+string(a.Precision))
		}
		assert.Equal(t, tt.want, strings.Join(got, ", "), tt.text)
		if tt.owed < 0 {
			continue
		}
		if tt.owed == 0 {
			assert.Nil(t, n.Amount, tt.text)
		} else if assert.NotNil(t, n.Amount, tt.text) {
			assert.Equal(t, tt.owed*100, n.Amount.Fen, tt.text)
		}
	}
}

// rolesOf returns the roles of the amounts of n, with spaces between.
func rolesOf(n *Notice) string {
	var roles []string
	for _, a := range n.Amounts {
		roles = append(roles, string(a.Role))
	}
	return strings.Join(roles, " ")
}
