package presend

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// Each row finds something in its hit, in which no other row does, and no row finds anything in
// its miss.
func TestPlaceholderRows(t *testing.T) {
	rows := placeholders()
	var names []string
	for i := range rows {
		names = append(names, rows[i].name)
		assert.NotEmpty(t, rows[i].find(rows[i].hit), rows[i].name)
		for j := range rows {
			assert.Empty(t, rows[j].find(rows[i].miss), "%s in the miss of %s", rows[j].name, rows[i].name)
		}
	}
	assert.True(t, slices.IsSorted(names))
	assert.Len(t, slices.Compact(names), len(rows))
	data := 0
	for row := range strings.Lines(placeholdersTSV) {
		if !strings.HasPrefix(row, "#") {
			data++
		}
	}
	assert.Equal(t, data, len(rows), "a row is not read")
}

func TestPlaceholders(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"${name}先生，您的借款已逾期{days}天，应还[金额]元", "${name} {days} [金额]"},
		{"尊敬的【客户姓名】，您12月1日应还1750.00元", "【客户姓名】"},
		{"尊敬的{{customer.name}}，应还#应还金额#元", "{{customer.name}} #应还金额#"},
		{"%s您好，您已逾期%d天，应还%.2f元", "%s %d %.2f"},
		{"〔姓名〕您好，应还〔金额〕元，请于XX月XX日前还款", "〔姓名〕 〔金额〕 XX XX"},
		{"尊敬的null先生，应还NaN元，已逾期undefined天", "null NaN undefined"},
		{"尊敬的$name$，您的借款已逾期3天", "$name$"},
		{"尊敬的<姓名>，您的借款已逾期3天", "<姓名>"},
		{"您的借款已逾期天，应还元。", "逾期天， 元"},
		{"尊敬的，您应还XXX.XX元", "尊敬的 XXX.XX"},
		{"应还＿＿＿元，逾期___天", "＿＿＿元 ___天"},
		{"【XX银行】xx先生", "XX xx"},
		// as they should be
		{"【青禾消费金融】王**先生（身份证3302**********1171，手机138****3401），应还1***.56元，逾期2*天", ""},
		{"【青禾消费金融】王XX女士，3302XXXXXXXXXX1171，138xxxx3401，应还1XX.XX元", ""},
		{"【还款提醒】【温馨提示】[账单]您的借款已逾期3天", ""},
		{"年利率18%，日利率0.05%，减免80%费用", ""},
		{"拨955001按1#转人工按2#查账单，微信搜#青禾消费金融", ""},
		{"依据法释〔2020〕17号，请还款", ""},
		{"请登录https://qinghe.example/a?b=%d0%af&c=null还款", ""},
		{"您的逾期天数为3天，应还金额（元）：500，截至3月", ""},
	} {
		n, err := parser.Parse(c.text)
		require.NoError(t, err)
		k := check{Checker: new(Checker), notice: n, text: c.text, record: new(Record)}
		k.placeholders()
		var got []string
		for _, f := range k.found {
			for _, s := range f.Spans {
				got = append(got, c.text[s.Start:s.End])
			}
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.text)
	}
}
