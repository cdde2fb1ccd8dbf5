package number

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSpokenAmounts reads amounts as people say and write them, in fen. What comes
// after a stroke is not part of the amount.
func TestSpokenAmounts(t *testing.T) {
	for in, want := range map[string]int64{
		"五分钱": 5, "两毛五": 25, "六角五": 65, "六角五分": 65, "三块五": 350, "三块半": 350, "一块半": 150, "一块五": 150, "一块钱": 100,
		"三元五": 350, "三元五角": 350, "3块5毛2": 352, "二十块零五": 2005, "二十块零五毛": 2050, "3块零5": 305, "十五块两毛五": 1525, "两万五块": 25000_00,
		"三百二十块零五毛": 320_50, "1.5万元": 15000_00, "两千三百元": 2300_00, "3元5角6分": 356, "一百元零五分": 100_05, "伍角": 50, "壹元壹角壹分": 111,
		"参仟元": 3000_00, "参千元": 3000_00, "参百元": 300_00, "仨千元": 3000_00, "弎佰元": 300_00, "弍仟元": 2000_00, "弐千元": 2000_00, "壱万元": 10000_00, "両百元": 200_00,
		"皕元": 200_00, "皕五十元": 250_00, "廿五元": 25_00, "卅元": 30_00, "一百廿元": 120_00, "三千卅元": 3030_00, "卄元": 20_00, "卌二元": 42_00,
		"3百4十5元6角": 345_60, "5十元": 50_00, "5十6元": 56_00, "4拾5元6角": 45_60, "3千4百5十6元": 3456_00, "二百〇五元": 205_00, "二百零五元": 205_00,
		"二百o五元": 205_00, "二o五元": 205_00, "二oo五元": 2005_00, "二百0五元": 205_00, "二百05元": 205_00,
	} {
		r := []rune("欠" + in + "，")
		a, end := ReadAmount(r, 1)
		assert.Equal(t, len(r)-1, end, in)
		assert.Equal(t, want, a.Fen, in)
		assert.Equal(t, Exact, a.Precision, in)
	}
	for in, want := range map[string]int64{
		"3元|5，": 300, "三块|五天": 300, "三块|半年": 300, "五元|五折": 500, "两毛|五天": 20, "二十块|零五天": 2000, "三元|五个": 300, "五元|五、": 500,
	} {
		amount, rest, _ := strings.Cut(in, "|")
		r := []rune(amount + rest)
		a, end := ReadAmount(r, 0)
		assert.Equal(t, len([]rune(amount)), end, in)
		assert.Equal(t, want, a.Fen, in)
	}
	for _, in := range []string{"10十元", "参加", "参考500元", "1十2", "一块还", "o元"} {
		a, _ := ReadAmount([]rune(in), 0)
		assert.False(t, a.Marked, in)
	}
}
