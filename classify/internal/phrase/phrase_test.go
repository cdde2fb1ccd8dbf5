package phrase

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIndex(t *testing.T) {
	x := new(Index)
	for i, s := range []string{"村|楼下…喊|张贴…名字", "验证码", "P图", "验证"} {
		x.Add(i, s)
	}
	for _, tt := range []struct {
		text string
		id   int
		want bool
	}{
		{"明早村里喇叭喊你的名字", 0, true},
		{"楼下张贴名字", 0, true},
		{"村里，喊名字", 0, false},
		{"楼下" + strings.Repeat("一", MaxGap) + "喊名字", 0, true},
		{"楼下" + strings.Repeat("一", MaxGap+1) + "喊名字", 0, false},
		{"楼下喊", 0, false},
		{"输入验证码", 1, true},
		{"输入验证码", 3, true},
		{"输入验证", 1, false},
		{"发P图", 2, true},
		{"村", 0, false},
		{"", 0, false},
	} {
		assert.Equal(t, tt.want, x.In(tt.text, tt.id), "%s %d", tt.text, tt.id)
	}
	assert.False(t, new(Index).In("验证码", 1), "the zero Index")
}
