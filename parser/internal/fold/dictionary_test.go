package fold

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/tsv"
)

// TestSingleTable walks the table: next to its characters a separator hides nothing where
// another word follows, and does within that word.
func TestSingleTable(t *testing.T) {
	last := ""
	for _, cells := range tsv.Rows("singles.tsv", singleTable, 4) {
		assert.Less(t, last, cells[0], "rows are sorted")
		last = cells[0]
		d := dictionary{"逾期": true, "还款": true, "贷款": true, "借款": true, "利息": true, "起诉": true}
		joined := NewPairs([][]rune{[]rune("已逾期"), []rune("贷款及利息"), []rune("的借款"), []rune("将起诉"), []rune("您贷款"), []rune("请还款"), []rune("渝贷款"), []rune("本利息")})
		for k, hides := range []bool{false, true} {
			f := new(Text)
			f.Fold(cells[2+k], joined, d.Knows)
			assert.Equal(t, hides, len(f.Evasions) > 0, cells[2+k])
		}
	}
}
