package fold

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// TestPairs has how firmly characters belong together.
func TestPairs(t *testing.T) {
	pairs := func(list ...string) Pairs {
		var words [][]rune
		for _, s := range list {
			words = append(words, []rune(s))
		}
		return NewPairs(words, runes.NewTrie(words))
	}
	p := pairs("本金利息", "本金", "利息", "贷还款日", "还款日", "本年额")
	for _, row := range []struct {
		pair string
		want firmness
		ok   bool
		why  string
	}{
		{"金利", seam, true, "between two words"},
		{"利息", hidden, true, "senders disguise it"},
		{"贷还", inner, true, "one character before it is no word"},
		{"年额", inner, true, ""},
		{"逾期", hidden, true, "in no word of the list"},
		{"息本", 0, false, ""},
	} {
		r := []rune(row.pair)
		f, ok := p.find(r[0], r[1])
		assert.Equal(t, row.ok, ok, row.pair)
		assert.Equal(t, row.want, f, "%s (%s)", row.pair, row.why)
	}
	p = pairs("本金利息", "本金", "利息", "金利率")
	f, _ := p.find('金', '利')
	assert.Equal(t, inner, f, "the firmest counts")
}
