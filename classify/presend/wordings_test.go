package presend

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each row finds something in its hit, and no row does in its miss. Its code is in findings.tsv.
func TestWordingRows(t *testing.T) {
	all := wordings()
	for i, row := range all {
		assert.Contains(t, kinds(), row.code)
		assert.NotEmpty(t, row.find(row.hit), "%s: %s", row.code, row.hit)
		for j := range all {
			assert.Empty(t, all[j].find(row.miss), "%s: %s", all[j].code, row.miss)
		}
		assert.Empty(t, row.find("我司人员不会说：“"+row.hit+"”"), "denied: %s", row.hit)
		assert.Empty(t, row.find(row.hit+"，凡这样说的都是诈骗"), "warned of: %s", row.hit)
		if i > 0 {
			before := all[i-1]
			assert.Negative(t, cmp.Or(strings.Compare(before.code, row.code), strings.Compare(before.pattern.String(), row.pattern.String())), row.code)
		}
	}
	require.Len(t, rows(wordingTSV), len(all), "a row is not read")
}

// Only the same sentence can deny what a notice says, not the next one.
func TestWordings(t *testing.T) {
	for text, want := range map[string]string{
		"脸都不要了！我司不会公开您的信息。":      "INSULT",
		"今晚8点前不还，直接上门。":          "DEADLINE_HOURS",
		"谨防不法分子以“把钱转到我的微信”为由行骗。": "",
		"请在今天24点前还款，否则将计收罚息。":    "",
		"如需协商，请联系您的客户经理。":        "",
		"您的爱车保险即将到期。":            "",
	} {
		n := Notice{Text: "【青禾消费金融】沈亦安先生，您的借款已逾期26天，应还总额500.00元。" + text, Record: Record{PlannedAt: noon}}
		got, err := new(Checker).Check(n)
		require.NoError(t, err)
		var codes []string
		for _, f := range got.Findings {
			codes = append(codes, f.Code)
		}
		slices.Sort(codes)
		assert.Equal(t, want, strings.Join(codes, " "), text)
	}
}
