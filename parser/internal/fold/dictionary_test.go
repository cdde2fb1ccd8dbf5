package fold

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/tsv"
)

// TestSingleTable walks the table: in its samples, and next to each character, a separator
// hides nothing where another word follows or comes before, although a word of the
// dictionary goes on over it; within that word it does, and next to other characters.
func TestSingleTable(t *testing.T) {
	hides := func(text string, known ...string) bool {
		d := dictionary{"逾期": true, "还款": true, "贷款": true, "借款": true, "利息": true, "起诉": true}
		for _, word := range known {
			d[word] = true
		}
		f := new(Text)
		f.Fold(text, NewPairs([][]rune{[]rune(strings.ReplaceAll(text, " ", ""))}), d.Knows, units{})
		return len(f.Evasions) > 0
	}
	last := ""
	for _, cells := range tsv.Rows("singles.tsv", singleTable, 4) {
		assert.Less(t, last, cells[0], "rows are sorted")
		last = cells[0]
		assert.False(t, hides(cells[2]), cells[2])
		assert.True(t, hides(cells[3]), cells[3])
		for c := range strings.SplitSeq(cells[1], "|") {
			assert.False(t, hides(c+" 借款", c+"借"), "%s before a word", c)
			assert.False(t, hides("借款 "+c, "款"+c), "%s after a word", c)
			assert.True(t, hides(c+"借 款", c+"借"), "%s: within the word", c)
		}
	}
	for _, c := range []string{"上", "起", "还", "期"} {
		assert.True(t, hides(c+" 借款", c+"借"), "%s is no word", c)
		assert.True(t, hides("借款 "+c, "款"+c), "%s is no word", c)
	}
}
