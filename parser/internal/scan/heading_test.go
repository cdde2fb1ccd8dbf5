package scan

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestHeadingReach lists the sums of texts with a heading, in fen, as far as it reaches.
func TestHeadingReach(t *testing.T) {
	for _, row := range []struct {
		text string
		want []int64
		why  string
	}{
		{"逾期金额(万元)2.4，罚息30.50", []int64{24000_00, 30_50}, "to the end of the clause"},
		{"逾期金额(万元)\n2.4\n罚息30.50", []int64{24000_00, 30_50}, "the end of a line without a sum does not count"},
		{"欠款明细(单位：万元)：本金2.40，罚息0.06；利息0.10", []int64{24000_00, 600_00, 1000_00}, "to the end of the sentence"},
		{"欠款明细(万元)：本金2.40，罚息0.06", []int64{24000_00, 600_00}, "a colon and no number"},
		{"单位：万元\n本金 2.40\n罚息 0.06", []int64{24000_00, 600_00}, "over lines"},
		{"应还(单位：万元)：2.4。请还款300", []int64{24000_00, 300_00}, "the sentence ends"},
		{"本金(万元)2.4、利息(元)300", []int64{24000_00, 300_00}, "to the next heading"},
		{"本金(万元)2.4，利息300元", []int64{24000_00, 300_00}, "a unit of its own"},
		{"人民币账户应还900.00，美元账户应还40.00，最低4.00", []int64{900_00}, "the account of another currency"},
		{"美元应还40.00，人民币应还900.00，最低还款90.00", []int64{900_00, 90_00}, "then that of yuan"},
		{"逾期金额(港币)500，欠款300", []int64{300_00}, ""},
		{"逾期金额（含罚息，单位：万元）2.4", []int64{24000_00}, "among other remarks"},
		{"逾期金额(单位：千元)2.4", []int64{2400_00}, "the unit is no sum"},
		{"欠款(分)240000", []int64{2400_00}, "fen after a word for a debt"},
		{"积分(分)240000，欠款300", []int64{300_00}, "points"},
	} {
		var got []int64
		for _, a := range read(row.text).Amounts {
			got = append(got, a.Fen)
		}
		assert.Equal(t, row.want, got, "%s (%s)", row.text, row.why)
	}
}

// TestEmployer has the debtor's employer, which is written like the label of a unit, with
// a debt of 500 yuan after it; and such labels, under which it is 500 times a thousand.
func TestEmployer(t *testing.T) {
	for text, want := range map[string]int64{
		"将联系您所在单位分管负责人，应还500.00":  500_00,
		"您所在单位分公司已知，应还500.00":     500_00,
		"工作单位千万别受影响，您的欠款 500.00 ": 500_00,
		"在单位万科的欠款500.00":          500_00,
		"工作单位美元结算，欠款500.00":       500_00,
		"您的单位：万科，欠款500":           500_00,
		"您的单位：万，欠款500":            500_00,
		"贵单位 元，欠款500":             500_00,
		"原单位 千元，欠款500":            500_00,
		"就职单位：千元，欠款500":           500_00,
		"单位：千禧酒店，欠款500":           500_00,
		"单位 万达广场，欠款500":           500_00,
		"单位为百元店，欠款500":            500_00,
		"单位元老都会知道，欠款500":          500_00,
		"单位：千元，欠款500":             500_000_00,
		"单位 千元，欠款500":             500_000_00,
		"单位为千元，欠款500":             500_000_00,
		"单位均为千元，欠款500":            500_000_00,
		"单位：千元；欠款500":             500_000_00,
		"单位：千元\n欠款500":            500_000_00,
		"金额单位：千元，欠款500":           500_000_00,
		"以上数据单位：千元，欠款500":         500_000_00,
		"以下单位均为千元：欠款500":          500_000_00,
		"金额单位千元，欠款500":            500_000_00,
		"欠款明细（单位：千元），欠款500":       500_000_00,
		"欠款明细（单位千元），欠款500":        500_000_00,
	} {
		amounts := read(text).Amounts
		if assert.NotEmpty(t, amounts, text) {
			assert.Equal(t, want, amounts[len(amounts)-1].Fen, text)
		}
	}
}
