package runes_test

import (
	"math"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// kinds says what a character is: d a digit, l a letter, h Chinese, c of the first
// block of Chinese characters, - a dash, a comma is one, . a middle dot, + between the items
// of a list, g Greek.
func kinds(c rune) string {
	s := ""
	for _, k := range []struct {
		sign string
		is   func(rune) bool
	}{{"d", runes.IsDigit}, {"l", runes.IsLetter}, {"h", runes.IsHan}, {"c", runes.IsCommonHan}, {"-", runes.IsDash},
		{",", runes.IsComma}, {".", runes.IsMiddleDot}, {"+", runes.IsListMark}, {"g", runes.IsGreek}} {
		if k.is(c) {
			s += k.sign
		}
	}
	return s
}

func TestKinds(t *testing.T) {
	for _, row := range []struct {
		chars, want, why string
	}{
		{"0123456789", "d", ""},
		{"abcxyz", "l", ""},
		{"AZ", "", "folding makes letters lower case"},
		{"０９Ａｚ", "", "folding makes them half width"},
		{"٣②", "", "folding makes a digit of ②; other scripts' digits are none"},
		{"ß", "", "no ASCII letter"},
		{"逾期一龥", "hc", ""},
		{"\u4e00\u9fff", "hc", "the ends of the first block"},
		{"〇", "h", "a Chinese zero, from the block of symbols"},
		{"\u3400\u4dbf", "h", "extension A"},
		{"\U00020000𠮷\U000323af", "h", "extensions B to H"},
		{"\u33ff\u4dc0\ua000\U0001ffff\U000323b0", "", "beside the blocks"},
		{"。「」々", "", "punctuation and the sign of repetition"},
		{"あア한", "", "other scripts"},
		{"-‐‑–—―−─", "-", "hyphens, dashes, the minus sign and a line, as senders mix them"},
		{",，", ",", ""},
		{"·•・‧∙⋅", ".", ""},
		{"、/+|&\\", "+", "between the items of a list"},
		{"αω\u0370\u03ff", "g", ""},
		{"\u036f\u0400", "", "beside them"},
		{"~_ー", "", "not dashes, though like ones"},
		{" \n\x00.;*", "", ""},
	} {
		for _, c := range row.chars {
			assert.Equal(t, row.want, kinds(c), "%q (%s)", c, row.why)
		}
	}
}

// TestKindsAreApart walks all characters: none is of two kinds but a common Chinese
// one, and what is made of kinds agrees with them.
func TestKindsAreApart(t *testing.T) {
	for c := rune(-1); c <= unicode.MaxRune+1; c++ {
		k := kinds(c)
		alnum := k == "d" || k == "l"
		if len(k) > 1 && k != "hc" || runes.IsAlnum(c) != alnum || runes.IsWord(c) != (alnum || runes.IsHan(c)) {
			t.Errorf("%U: %s", c, k)
		}
		if runes.IsHan(c) && unicode.IsGraphic(c) && !unicode.Is(unicode.Han, c) {
			t.Errorf("%U: not Chinese", c)
		}
	}
}

// TestAt reads within a text and beyond its ends, where nothing is.
func TestAt(t *testing.T) {
	r := []rune("a1期")
	for _, row := range []struct {
		i                         int
		c                         rune
		digit, letter, alnum, han bool
	}{
		{math.MinInt, 0, false, false, false, false},
		{-1, 0, false, false, false, false},
		{0, 'a', false, true, true, false},
		{1, '1', true, false, true, false},
		{2, '期', false, false, false, true},
		{3, 0, false, false, false, false},
		{math.MaxInt, 0, false, false, false, false},
	} {
		assert.Equal(t, row.c, runes.At(r, row.i), row.i)
		assert.Equal(t, row.digit, runes.DigitAt(r, row.i), row.i)
		assert.Equal(t, row.letter, runes.LetterAt(r, row.i), row.i)
		assert.Equal(t, row.alnum, runes.AlnumAt(r, row.i), row.i)
		assert.Equal(t, row.han, runes.HanAt(r, row.i), row.i)
	}
	assert.Zero(t, runes.At(nil, 0))
}

func TestEnds(t *testing.T) {
	for _, row := range []struct {
		chars            string
		clause, sentence bool
		why              string
	}{
		{"。？；", true, true, "of Chinese text, as folding leaves them"},
		{"!?;", true, true, "half width"},
		{"\n", true, true, "a line"},
		{"【】", true, true, "a signature is apart"},
		{"\x00", true, true, "At gives 0 beyond the text"},
		{"，,", true, false, ""},
		{"[]", true, false, "a remark, or a signature in plain brackets"},
		{"、", false, false, "a list goes on"},
		{":", false, false, "a label goes on with its value"},
		{"(){}《》“”", false, false, "an aside belongs to its clause"},
		{" .…~-", false, false, "within numbers, links and names as well"},
		{"a1期", false, false, ""},
	} {
		for _, c := range row.chars {
			assert.Equal(t, row.clause, runes.EndsClause(c), "%q (%s)", c, row.why)
			assert.Equal(t, row.sentence, runes.EndsSentence(c), "%q (%s)", c, row.why)
		}
	}
}

func TestSteps(t *testing.T) {
	r := []rune("12345  6")
	assert.Equal(t, 5, runes.DigitsEnd(r, 0))
	assert.Equal(t, 5, runes.DigitsEnd(r, 5), "none there")
	assert.Equal(t, 8, runes.DigitsEnd(r, 7), "to the end of the text")
	assert.Equal(t, 5, runes.DigitsWithin(r, 0, 5))
	assert.Equal(t, 5, runes.DigitsWithin(r, 0, 4), "one more than the limit")
	assert.Equal(t, 4, runes.DigitsWithin(r, 0, 3), "no more than one more")
	assert.Equal(t, 5, runes.DigitsWithin(r, 5, 3), "none there")
	assert.Equal(t, 6, runes.SkipSpace(r, 5))
	assert.Equal(t, 7, runes.SkipSpaces(r, 5))
	assert.Equal(t, 0, runes.SkipSpaces(r, 0), "none there")
	assert.Equal(t, 2, runes.SkipSpaces([]rune("   1"), 0), "at most two")
	assert.True(t, runes.HasAt(r, 1, "234"))
	assert.True(t, runes.HasAt(r, 3, ""))
	assert.False(t, runes.HasAt(r, 1, "235"))
	assert.False(t, runes.HasAt(r, 7, "67"), "beyond the text")
	assert.True(t, runes.HasAt([]rune("已逾期"), 1, "逾期"), "runes are counted, not bytes")
}

func TestSet(t *testing.T) {
	set := runes.NewSet("a期期\u00ff\U0001F600")
	for _, c := range "a期\u00ff\U0001F600" {
		assert.True(t, set.Has(c), "%q", c)
	}
	for _, c := range []rune{'b', 'A', 0, '\u01ff', '朞', 0xF600, 0x1F601, -1, unicode.MaxRune} {
		assert.False(t, set.Has(c), "%U", c)
	}
	assert.False(t, new(runes.Set).Has('a'), "the zero set has nothing")
}
