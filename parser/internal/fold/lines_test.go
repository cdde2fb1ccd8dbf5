package fold

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLines has line breaks within numbers and words, and between them.
func TestLines(t *testing.T) {
	for _, row := range []struct{ in, want, why string }{
		{"还款\r\n\r\n 日", "还款\n日", "several, with blanks"},
		{"还款 \u3000\n\t日", "还款\n日", ""},
		{"还款  日", "还款  日", "blanks alone"},
		{"逾\n期", "逾期", "within a word"},
		{"请\n还款", "请还款", "within a word of three"},
		{"应还\n期限", "应还\n期限", "between two words"},
		{"欠3,0\n00.00元", "欠3,000.00元", "within a group"},
		{"欠3,\n000元", "欠3,000元", "after a comma"},
		{"欠3\n,000元", "欠3,000元", "before a comma"},
		{"欠30.\n50元", "欠30.50元", "after the point"},
		{"欠30\n.50元", "欠30.50元", "before the point"},
		{"欠30.5\n0元", "欠30.50元", "within the fraction"},
		{"欠30\n00元", "欠3000元", "zeros are no number"},
		{"欠30\n0元", "欠300元", "nor is one before 元"},
		{"欠3000\n元整", "欠3000元整", "before the unit"},
		{"欠¥\n3000", "欠¥3000", "after the sign"},
		{"欠叁仟\n元", "欠叁仟元", "after a Chinese number"},
		{"欠叁仟\n圆整", "欠叁仟圆整", ""},
		{"欠3\n万元", "欠3万元", ""},
		{"欠3\n佰元", "欠3佰元", ""},
		{"欠3\n万，", "欠3万，", ""},
		{"逾期3\n天未还", "逾期3天未还", ""},
		{"欠30\n50元", "欠30*50元", "one number or two"},
		{"欠¥30\n50，", "欠¥30*50，", ""},
		{"欠3\n0.5元", "欠3*0.5元", ""},
		{"逾期1\n5天", "逾期1*5天", ""},
		{"逾期1\n00天", "逾期100天", ""},
		{"2026-03-\n20", "2026-03-20", "within a date"},
		{"2026-03-2\n0前", "2026-03-20前", ""},
		{"20\n26年3月", "2026年3月", ""},
		{"2026年3月\n20日", "2026年3月20日", ""},
		{"3月2\n0日", "3月20日", ""},
		{"3月20\n日前", "3月20日前", ""},
		{"400-\n8000000", "400-8000000", "within a phone number"},

		{"天数:5\n3000元", "天数:5\n3000元", "a count and a sum"},
		{"尾号1234\n3000元", "尾号1234\n3000元", "a code and a sum"},
		{"3000.00\n500元", "3000.00\n500元", "the first is whole"},
		{"2026-03-20\n3000元", "2026-03-20\n3000元", "a date and a sum"},
		{"12:30\n3000元", "12:30\n3000元", "a time and a sum"},
		{"3000\n2026-03-20", "3000\n2026-03-20", "a sum and a date"},
		{"3000\n13800001234", "3000\n13800001234", "a sum and a phone number"},
		{"3000元\n500元", "3000元\n500元", "each has a unit"},
		{"期数3\n期限5", "期数3\n期限5", "no unit, but a word"},
		{"5\n天津", "5\n天津", ""},
		{"800\n元旦", "800\n元旦", ""},
		{"800\n元月5日", "800\n元月5日", ""},
		{"800\n元首", "800\n元首", ""},
		{"3\n万一", "3\n万一", ""},
		{"3\n天数", "3\n天数", ""},
		{"3\n号码", "3\n号码", ""},
		{"三\n元老", "三\n元老", ""},
		{"1.\n应还", "1.\n应还", "a numbered list"},
		{"共3,\n2026年", "共3,\n2026年", "a clause ends"},
	} {
		f := foldWhole(row.in)
		assert.Equal(t, row.want, string(f.Runes), "%q (%s)", row.in, row.why)
		assert.Empty(t, f.Evasions, "%q: nobody hides anything in a line break", row.in)
		checkFolded(t, f)
	}
}
