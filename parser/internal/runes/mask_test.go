package runes

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

// masks are all characters that replace hidden ones, with the reason of their
// kind.
var masks = []struct {
	chars string
	kind  maskKind
	why   string
}{
	{"*", solidMask, "folding makes every star of it, and senders use it for nothing else"},
	{"█", solidMask, "a redaction"},
	{"×", shapeMask, "alone it multiplies: 3×500"},
	{"#", shapeMask, "alone it numbers: #3"},
	{"●■•★☆□", shapeMask, "alone they mark a line, or decorate"},
	{"✕✖╳", pairMask, "crosses in names and IDs"},
	{"◯", pairMask, "a large circle"},
	{"○", looseMask, "a Chinese zero in an amount"},
	{"·", looseMask, "it parts the names of people"},
	{"…", looseMask, "it ends what is left out"},
	{"~", looseMask, "between numbers it is a range"},
	{"_", pairMask, "between digits it may be a code"},
	{"x", letterMask, "a letter, and the last digit of an ID"},
	{"?", letterMask, "a question, or what an encoding lost"},
}

// TestMasks walks all characters: the table has the masks, and IsMask agrees with
// it.
func TestMasks(t *testing.T) {
	want := map[rune]maskKind{}
	for _, row := range masks {
		for _, c := range row.chars {
			assert.NotContains(t, want, c, "%q occurs twice", c)
			want[c] = row.kind
		}
	}
	for c := rune(-1); c <= unicode.MaxRune; c++ {
		kind := want[c]
		if maskOf(c) != kind || IsMask(c) != (kind != noMask && kind != letterMask) {
			t.Errorf("%U: kind %d, mask %v", c, maskOf(c), IsMask(c))
		}
	}
}

func TestMasksDigit(t *testing.T) {
	for _, row := range []struct {
		before, at string
		want       bool
		why        string
	}{
		{"1", "*.56", true, ""},
		{"", "*", true, "solid, even alone"},
		{"1", "█", true, ""},
		{"12", "xx.xx", true, "two together"},
		{"12x", "x元", true, ""},
		{"1", "x.56", true, "before the point"},
		{"1", "x元", true, "before the unit"},
		{"1", "x圆", true, ""},
		{"1", "x块", true, ""},
		{"1", "x*元", true, "before a star"},
		{"3", "x500", false, "it multiplies"},
		{"3", "×500", false, "it multiplies"},
		{"1", "××元", true, ""},
		{"1×", "×500", true, "the second of two"},
		{"x", "xl", false, "within a word"},
		{"", "#3", false, "it numbers"},
		{"1", "##.56", true, ""},
		{"1", "??元", true, "what an encoding lost"},
		{"还款", "?", false, "a question"},
		{"", "●您好", false, "it marks a line"},
		{"1", "~~~元", false, "loose: a range"},
		{"1", "__元", true, "a blank"},
		{"_", "_5元", true, "the second of two"},
		{"1", "✕✕元", true, "crosses"},
		{"A", "_5元", false, "a code"},
		{"1", "◯◯元", true, ""},
		{"1", "◯元", false, "alone"},
		{"1", "○○元", false, "loose: zeros"},
		{"1", "……元", false, "loose"},
		{"1", "2元", false, "a digit"},
		{"1", "", false, "the end of the text"},
	} {
		r := []rune(row.before + row.at)
		assert.Equal(t, row.want, MasksDigit(r, len([]rune(row.before))), "%s|%s (%s)", row.before, row.at, row.why)
	}
	assert.False(t, MasksDigit(nil, -1))
}

func TestInsideNumber(t *testing.T) {
	for _, row := range []struct {
		before string
		want   bool
		why    string
	}{
		{"", false, "the text begins"},
		{"联系", false, ""},
		{"联系 ", false, ""},
		{"电话:", false, ""},
		{"(", false, ""},
		{"1", true, "a digit"},
		{"a", true, "a letter: a code"},
		{"@", true, "an address"},
		{"cb_", true, "a code"},
		{"3.", true, "a fraction"},
		{"还款.", false, "a full stop"},
		{"8000-", true, "a group of digits"},
		{"8000–", true, "any dash"},
		{"王某-", false, "a dash of the text"},
		{"138**.", true, "after masks"},
		{"138****-", true, "after masks"},
		{"138****", true, "masks after digits"},
		{"张**", false, "masks after a name"},
		{"****", false, "masks alone"},
		{"1●●●", true, "masks of another shape"},
		{"★★", false, "decoration"},
		{"1" + string(repeat('*', HiddenReach)), true, "as far as is looked"},
		{"1" + string(repeat('*', HiddenReach+1)), false, "farther"},
	} {
		r := []rune(row.before + "1234")
		assert.Equal(t, row.want, InsideNumber(r, len([]rune(row.before))), "%s (%s)", row.before, row.why)
	}
}

func repeat(c rune, n int) []rune {
	r := make([]rune, n)
	for i := range r {
		r[i] = c
	}
	return r
}
