package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCheckTable(t *testing.T) {
	for _, tt := range []struct {
		name, table string
		want        []Error
	}{
		{"sound", "@a\t如|若\n@b\t{a}您\n{b}\tadvert\n付款|还款\tdebt\n联系…家人\tdebt\n还清\tdebt,bill\n逾期\tlate\n", nil},
		{"refused rows", "逾期\n{x}\tdebt", []Error{{1, "not two or four columns"}, {2, "unknown part"}}},
		{"rows by first sense", "逾期\tlate\n欠款\tdebt", []Error{{2, "row is not in its place"}}},
		{"rows by word", "逾期\tdebt,bill\n欠款\tdebt", []Error{{2, "row is not in its place"}}},
		{"parts", "@b\t如\n@a\t若\n{a}{b}\tdebt", []Error{{2, "part is not in its place"}}},
		{"unused part", "@a\t如\n逾期\tdebt", []Error{{1, "part is not used"}}},
		{"part twice", "@a\t如\n@a\t若\n{a}\tdebt", []Error{{2, "part defined twice"}}},
		{"too many words", "{逾|过}{逾|过}{逾|过}{逾|过}{逾|过}{逾|过}{逾|过}{逾|过}{逾|过}\tdebt", []Error{{1, tooMany}}},
		{"word twice in a row", "{逾|逾}期\tdebt", []Error{{1, "word occurs twice"}}},
		{"word twice after a gap", "联系…家人|家人\tdebt", []Error{{1, "word occurs twice"}}},
		{"word twice", "{付|还}款\tdebt\n还款\tdebt", []Error{{2, "word is also on line 1"}}},
		{"the order of meanings is none", "{付|还}款\tdebt,bill\n还款\tdebt,bill", []Error{{2, "word is also on line 1"}}},
		{"other meanings", "{付|还}款\tdebt\n还款\tdebt,bill", []Error{{2, "word has other meanings on line 1"}}},
		{"other meanings and another first", "还款\tbill\n{付|还}款\tdebt", []Error{{2, "word has other meanings on line 1"}}},
		{"within", "联系|通知…家人\tdebt\n通知…家人\tdebt", []Error{{2, "lies within line 1"}}},
		{"within, in another order", "联系|通知…{父母|家人}\tdebt\n通知…家人|父母\tdebt", []Error{{2, "lies within line 1"}}},
		{"fewer words after the gap: 通知家里家人 ends at 家人 for one, at 家 for the other", "联系|通知…家|家人\tdebt\n通知…家人\tdebt", nil},
		{"within, of other meanings", "联系|通知…家人\tdebt\n通知…家人\tdebt,bill", nil},
		{"a gap more", "联系|通知…家人\tdebt\n通知…您…家人\tdebt", nil},
		{"a word and a gap", "联系…家人\tdebt\n联系家人\tdebt", nil},
		{"all by line", "@b\t如\n@a\t若\n{b}\tlate\n逾期\tdebt\n逾期\n", []Error{
			{2, "part is not in its place"}, {2, "part is not used"}, {4, "row is not in its place"}, {5, "not two or four columns"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := checkTable(strings.NewReader(tt.table))
			assert.ElementsMatch(t, tt.want, got)
			for i := 1; i < len(got); i++ {
				assert.LessOrEqual(t, got[i-1].Line, got[i].Line)
			}
		})
	}
}
