package scan

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestFen: 分 count money only after a word for a debt.
func TestFen(t *testing.T) {
	for _, row := range []struct {
		text string
		want map[Kind][]string
		why  string
	}{
		{"欠款20分，已逾期", map[Kind][]string{Number: {"20分"}}, ""},
		{"罚息五分，请还", map[Kind][]string{Number: {"五分"}}, ""},
		{"利息为二十五分", map[Kind][]string{Number: {"二十五分"}}, ""},
		{"欠款八分钱", map[Kind][]string{Amount: {"八分钱"}}, "钱 says that it is money anywhere"},
		{"欠款两毛五", map[Kind][]string{Amount: {"两毛五"}}, ""},
		{"余额20分", map[Kind][]string{Skipped: {"20分"}}, "nothing is owed"},
		{"信用减免20分", map[Kind][]string{Skipped: {"20分"}}, ""},
		{"您有积分，欠20分", map[Kind][]string{Skipped: {"20分"}}, "points"},
		{"满分五分，逾期", map[Kind][]string{}, ""},
		{"欠款十分严重", map[Kind][]string{}, "an adverb"},
		{"本金一分不能少", map[Kind][]string{}, ""},
	} {
		assert.Equal(t, row.want, kinds(read(row.text)), "%s (%s)", row.text, row.why)
	}
}

// TestUnclearNumbers: an amount begins where its number begins, or not at all.
func TestUnclearNumbers(t *testing.T) {
	for _, row := range []struct {
		text string
		want map[Kind][]string
		why  string
	}{
		{"欠款C80元", map[Kind][]string{Amount: {"c80元"}}, ""},
		{"欠款?80元", map[Kind][]string{Amount: {"?80元"}}, ""},
		{"欠款\ufffd80元", map[Kind][]string{Amount: {"\ufffd80元"}}, ""},
		{"欠款？百元", map[Kind][]string{Amount: {"？百元"}}, ""},
		{"欠款某百元", map[Kind][]string{Amount: {"某百元"}}, ""},
		{"欠款__百元", map[Kind][]string{Amount: {"__百元"}}, ""},
		{"欠款.80元", map[Kind][]string{Amount: {".80元"}}, ""},
		{"欠款弎佰元", map[Kind][]string{Amount: {"弎佰元"}}, ""},
		{"开通SVIP80元", map[Kind][]string{Amount: {"80元"}}, "a word comes before the number"},
		{"逾期费x80元", map[Kind][]string{Amount: {"80元"}}, "a sign of multiplication"},
		{"请尽快处理???退订回T", map[Kind][]string{}, "no digit"},
	} {
		assert.Equal(t, row.want, kinds(read(row.text)), "%s (%s)", row.text, row.why)
	}
}

// TestCell lists the sums of texts in which a number begins a line and another follows it.
func TestCell(t *testing.T) {
	for text, want := range map[string][]int64{
		"欠款金额\n3000 12月5日前还清":           {3000_00},
		"您已逾期，本期应还\n3000 6期":            {3000_00},
		"您已逾期， 本期应还\n3000 6期":           {3000_00},
		"欠款金额：\n3000.50 2026-12-05":     {3000_50},
		"欠款金额\n3000 5天内还清":              {3000_00},
		"欠款金额\n3000 13800001234":        {3000_00},
		"欠款金额\n3000 400-800-1234":       {3000_00},
		"欠款金额\n3000 08:00前还清":           {3000_00},
		"应还金额(元)\n3000 12月5日前还清":        {3000_00},
		"欠款金额\n3000 500元":               {3000_00, 500_00},
		"期次 应还\n3 2026-10-28 905.11":    {905_11},
		"期次 日期 应还\n3 2026-10-28 905.11": {905_11},
		"期次\t应还金额\n3 2026-10-28":        nil,
		"期次　应还\n3 2026-10-28 905.11":    {905_11},
		"欠\u200b款金额\n3000 12月5日前还清":     {3000_00},
		"您的\u200b欠款金额\n3000 12月5日前还清":   {3000_00},
		"还款计划\n3 2026-10-28 905.11":     {905_11},
		"明细如下\n3 5天":                    nil,
		"欠款金额\n3000 6":                  {6_00},
	} {
		var got []int64
		for _, a := range read(text).Amounts {
			got = append(got, a.Fen)
		}
		assert.Equal(t, want, got, text)
	}
}
