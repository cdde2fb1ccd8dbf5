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
