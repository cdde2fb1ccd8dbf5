package segment

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/growth"
)

// TestGrowth cuts repeats of single characters, of words, of words that overlap
// and of what the HMM joins, with the caller's words and without; each engine
// by itself, gojieba also what Cut leaves to the other. Its texts are short: for
// more it has the system map memory at each call, whose pages are not linear.
func TestGrowth(t *testing.T) {
	own, err := withWords("期逾期逾期逾期逾期逾期\n的的的的\naaaaaaaaaaaaaaaa\n")
	require.NoError(t, err)
	for _, s := range []*Segmenter{standard(), own} {
		parts := []string{"plain"}
		if s.jieba != nil {
			parts = append(parts, "gojieba")
		}
		for _, piece := range []string{
			"一", "的", "逾", "逾期", "还款", "龘", "😀", "\ue000", "中华人民共和国", "机会到了", "麻麻", "a", "1", "1.", "a1", " ", "。", "\n", "￥",
		} {
			growth.Linear(t, piece, parts, func(size int) []time.Duration {
				text := growth.Fill(piece, size)
				took := growth.Time(func() { s.plain.cut(nil, text) })
				if s.jieba != nil {
					short := growth.Fill(piece, size/4)
					took = append(took, growth.Time(func() { s.jieba.cut(nil, short) })...)
				}
				return took
			})
		}
	}
}
