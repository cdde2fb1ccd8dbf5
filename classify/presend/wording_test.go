package presend

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// blanks are values for the blanks of wordings, with how a notice shows that they were read.
var blanks = []struct {
	blank, value string
	read         func(n *parser.Notice, wording string) bool
}{
	{"〔姓〕*〔末字〕", "沈*安", func(n *parser.Notice, _ string) bool { return n.Name != nil && n.Name.Text == "沈*安" }},
	{"〔末四位〕", "1171", func(n *parser.Notice, w string) bool {
		if strings.Contains(w, "手机") {
			return n.Phone != nil && n.Phone.Text == "1171"
		}
		return n.MaskedID != nil && n.MaskedID.Text == "1171"
	}},
	{"〔天数〕", "26", func(n *parser.Notice, _ string) bool {
		return n.Overdue != nil && n.Overdue.Days != nil && *n.Overdue.Days == 26
	}},
	{"〔期数〕", "2", func(n *parser.Notice, _ string) bool {
		return n.Overdue != nil && n.Overdue.Periods != nil && *n.Overdue.Periods == 2
	}},
	{"自〔日期〕起", "自2026年2月4日起", func(n *parser.Notice, _ string) bool { return n.Overdue != nil && n.Overdue.Since == "2026-02-04" }},
	{"还款日〔日期〕", "还款日2026年3月25日", func(n *parser.Notice, _ string) bool { return n.Due != nil && n.Due.Date == "2026-03-25" }},
	{"请于〔日期〕前", "请于2026年3月25日前", func(n *parser.Notice, _ string) bool { return n.Due != nil && n.Due.Date == "2026-03-25" }},
	{"截至〔日期〕", "截至2026年3月2日", func(n *parser.Notice, _ string) bool { return n.Due == nil }},
	{"〔金额〕", "500.00", hasAmount(parser.RoleTotal, 50000)},
	{"〔总额〕", "500.00", hasAmount(parser.RoleTotal, 50000)},
	{"〔本金〕", "450.00", hasAmount(parser.RolePrincipal, 45000)},
	{"〔利息〕", "30.00", hasAmount(parser.RoleInterest, 3000)},
	{"〔罚息〕", "20.00", hasAmount(parser.RolePenalty, 2000)},
	{"〔官方App名称〕", "青禾消费金融App", func(n *parser.Notice, w string) bool { return strings.Contains(w, "应用商店") || len(n.Asks) > 0 }},
	{"〔官方客服电话〕", "400-000-0001", func(n *parser.Notice, _ string) bool { return len(n.Phones) == 1 && n.Phones[0].Text == "400-000-0001" }},
	{"〔官网域名〕", "https://qinghe.example", func(n *parser.Notice, _ string) bool {
		return len(n.URLs) == 1 && n.URLs[0].Text == "https://qinghe.example"
	}},
	{"受〔机构名称〕委托", "受青禾消费金融委托", func(n *parser.Notice, _ string) bool {
		return n.Creditor != nil && n.Creditor.Text == "青禾消费金融"
	}},
	{"〔机构名称〕", "青禾消费金融", func(n *parser.Notice, _ string) bool { return n.Lender != nil && n.Lender.Text == "青禾消费金融" }},
}

func hasAmount(role parser.Role, fen int64) func(*parser.Notice, string) bool {
	return func(n *parser.Notice, _ string) bool {
		return slices.ContainsFunc(n.Amounts, func(m parser.Money) bool {
			return m.Role == role && m.Fen == fen && m.Precision == parser.PrecisionExact
		})
	}
}

// around returns a notice with a wording in its place and nowhere else says the same.
func around(wording string) string {
	const sign, who = "【青禾消费金融】", "沈*安先生（身份证尾号1171）"
	switch {
	case strings.HasPrefix(wording, "【") && strings.HasSuffix(wording, "】"):
		return wording + who + "，您的借款已逾期26天，应还总额500.00元。"
	case strings.HasPrefix(wording, "【"):
		return wording
	case strings.HasPrefix(wording, "（"):
		return sign + "沈*安先生" + wording + "，您的借款已逾期26天，应还总额500.00元。"
	case strings.HasPrefix(wording, "沈"):
		return sign + wording + "，您的借款已逾期26天，应还总额500.00元。"
	case strings.HasPrefix(wording, "您的"):
		return sign + who + "，" + wording
	case strings.HasPrefix(wording, "已逾期"), strings.HasPrefix(wording, "自"):
		return sign + who + "，您的借款" + wording + "，应还总额500.00元。"
	case strings.HasPrefix(wording, "截至"), strings.HasPrefix(wording, "应还"):
		return sign + who + "，您的借款已逾期26天，" + wording + "。"
	case strings.HasPrefix(wording, "还款日"):
		return sign + who + "，您本期账单应还500.00元，" + wording + "，请按时还款。"
	case strings.HasPrefix(wording, "我司受"):
		return "【锦程资产管理】" + who + "，" + wording + "，提醒您：您的借款已逾期26天，应还总额500.00元。"
	}
	return sign + who + "，您的借款已逾期26天，应还总额500.00元。" + wording
}

// The wording that findings suggest, filled in from a record, is read as in the record and has no
// findings.
func TestWordingIsRead(t *testing.T) {
	p, err := parser.New(parser.WithLenders(own))
	require.NoError(t, err)
	c := Checker{Parser: p, Lenders: own}
	seen := map[string]bool{}
	for _, d := range Descriptions("") {
		if d.Wording == "" {
			continue
		}
		filled := strings.ReplaceAll(d.Wording, "先生/女士", "先生")
		var read []int
		for i, b := range blanks {
			if strings.Contains(filled, b.blank) {
				filled = strings.ReplaceAll(filled, b.blank, b.value)
				read, seen[b.blank] = append(read, i), true
			}
		}
		require.NotContains(t, filled, "〔", d.Code)
		text := around(filled)
		n, err := p.Parse(text)
		require.NoError(t, err)
		for _, i := range read {
			assert.True(t, blanks[i].read(n, filled), "%s: %s in %s", d.Code, blanks[i].blank, text)
		}
		r := Record{
			Person: person(t, "沈亦安", "330203199104121171", "13800001171"), PlannedAt: noon,
			Amount: new(int64(50000)), Days: new(26), Periods: new(2), Since: time.Date(2026, 2, 4, 0, 0, 0, 0, china),
		}
		if n.Kind == parser.KindReminder {
			r.Due = time.Date(2026, 3, 25, 0, 0, 0, 0, china)
		}
		got, err := c.Check(Notice{text, r})
		require.NoError(t, err)
		for _, f := range got.Findings {
			assert.Fail(t, "found in wording", "%s: %s in %s", d.Code, f.Code, text)
		}
		assert.NotEqual(t, identity.Disagree, got.Fits, d.Code)
	}
	for _, b := range blanks {
		assert.True(t, seen[b.blank], "%s is in no wording", b.blank)
	}
}
