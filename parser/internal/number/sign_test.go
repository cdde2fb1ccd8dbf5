package number

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSign reads amounts at a bar after dashes.
func TestSign(t *testing.T) {
	for in, want := range map[string]Sign{
		"应还|300元": 0, "应还-|300元": MayBeMinus, "应还 -|300元": MayBeMinus, "应还–|300元": MayBeMinus, "应还(元)-|300": MayBeMinus,
		"应还−|300元": Minus, "应还:-|300元": Minus, "应还: -|300元": Minus, "应还:- |300元": Minus, "应还(-|300元": Minus, "应还=-|300元": Minus,
		"应还|¥-300": Minus, "应还|人民币-300元": Minus, "应还|rmb -300": Minus, "应还-|¥300": MayBeMinus,
		"应还—|300元": 0, "应还--|300元": 0, "应还- |300元": 0, "应还，-|300元": 0, "应还\n-|300元": 0, "-|300元": 0, "应还5-|300元": 0, "ht-|300元": 0,
		"应还-|300元-": 0, "应还5−|300元": 0,
	} {
		before, after, _ := strings.Cut(in, "|")
		r := []rune(before + after)
		a, end := ReadAmount(r, len([]rune(before)))
		assert.Greater(t, end, len([]rune(before)), in)
		assert.Equal(t, want, a.Sign, in)
		assert.EqualValues(t, 300_00, a.Fen, in)
	}
}
