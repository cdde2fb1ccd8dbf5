package presend

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser"
)

// repeated are strings to repeat into texts: what fills blanks, opens and closes brackets, and
// separates dates and numbers.
var repeated = []string{
	"-", "_", "*", "#", "$", "%", "{", "}", "[", "]", "(", ")", "<", "@", "《", "【", "—", "×", " ", "\\n", "年", "月", "日", "0", "1", "3", "期", "天", "元", ",", "，", "。",
	"1234 ", "1234-", "13800001234 ", "3月1日", "2026-03-01 ", "3/1 ", "March 9 ", "3天", "两天", "3期", "还有3天", "尾号1234", "（手机尾号1234）", "先生（尾号1234）", "500元", "500.00元，",
	"第1、2", "3个月", "拖了3周", "生日9月17日", "1993年", "周一", "两期各500元，", "三期每期", "有一笔", "（姓名）", "某某诈骗，请转到我微信", "18:00",
	"3月1日还款500元，", "已于3月1日", "第13期，", "共12期", "第3/12期", "您在青禾银行的借款，", "500元已结清，", "USD5 ", "$5", "请于3月1日前，", "亦安你好", "【青禾银行】", "。青禾银行", "已还款3期，", "请于",
	"逾期-1", "金额：", "不还", "今晚前不还起诉", "【沈亦安】", "沈亦安", "穷鬼", "致电13800001234，", "%d http://a.cn/%d，",
}

// TestGrowthOfSums checks notices with ever more sums that go together, but for the last one, and
// counts of which the last explains them: what one repeated piece cannot show.
func TestGrowthOfSums(t *testing.T) {
	record := Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Amount: new(int64(50000)), Days: new(26)}
	growth.Linear(t, "sums", []string{"sums"}, func(size int) []time.Duration {
		const sums = "欠5元，欠10元，"
		n := size / (2*len("3期") + len(sums))
		text := strings.Repeat("3期", 2*n) + "2期" + strings.Repeat(sums, n) + "欠7.77元"
		parsed, err := parser.Parse(text)
		require.NoError(t, err)
		k := (&Checker{Lenders: own}).begin(parsed, Notice{text, record}, nil, nil)
		return growth.Time(k.sums)
	})
}

// TestGrowth checks notices that repeat each.
func TestGrowth(t *testing.T) {
	record := Record{
		Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Amount: new(int64(50000)), Days: new(26), Periods: new(2),
		Since: noon.AddDate(0, 0, -26), Due: noon.AddDate(0, 0, -27), Sender: "1069000000001",
	}
	var names []string
	for _, s := range stages {
		names = append(names, s.name)
	}
	names = append(names, "merged")
	const before = "【青禾消费金融】沈*安先生，您的借款已逾期26天，应还总额500.00元"
	for _, piece := range repeated {
		growth.Linear(t, piece, names, func(size int) (took []time.Duration) {
			text := before + growth.Fill(piece, size-len(before))
			n, err := parser.Parse(text)
			require.NoError(t, err)
			k := (&Checker{Lenders: own}).begin(n, Notice{text, record}, nil, nil)
			for _, s := range stages {
				took = append(took, growth.Time(func() { s.run(k) })...)
			}
			return append(took, growth.Time(func() { k.merged() })...)
		})
	}
}
