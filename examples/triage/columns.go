package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pageWidth is how many columns of a terminal are written on.
const pageWidth = 76

// hidden stands for a character that does not show, or would move the cursor.
const hidden = '·'

// wide are the characters of two columns, as blocks of UAX #11: W and F.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115f, Stride: 1}, // Hangul
		{Lo: 0x2e80, Hi: 0x303e, Stride: 1}, // radicals, 【】 and 、
		{Lo: 0x3041, Hi: 0xa4cf, Stride: 1}, // kana, 汉字, Yi
		{Lo: 0xac00, Hi: 0xd7a3, Stride: 1}, // Hangul
		{Lo: 0xf900, Hi: 0xfaff, Stride: 1}, // 汉字 for compatibility
		{Lo: 0xfe10, Hi: 0xfe19, Stride: 1}, // upright forms
		{Lo: 0xfe30, Hi: 0xfe6b, Stride: 1}, // small forms
		{Lo: 0xff01, Hi: 0xff60, Stride: 1}, // full-width ，
		{Lo: 0xffe0, Hi: 0xffe6, Stride: 1}, // full-width ￥
	},
	R32: []unicode.Range32{
		{Lo: 0x1f300, Hi: 0x1f64f, Stride: 1}, // emoji
		{Lo: 0x1f680, Hi: 0x1f6ff, Stride: 1},
		{Lo: 0x1f900, Hi: 0x1f9ff, Stride: 1},
		{Lo: 0x20000, Hi: 0x3fffd, Stride: 1}, // 汉字
	},
}

// visible returns r, or what stands for it.
func visible(r rune) rune {
	if unicode.IsGraphic(r) {
		return r
	}
	return hidden
}

// columnsOf returns how many columns a visible character takes.
func columnsOf(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// width returns how many columns a text of visible characters takes.
func width(s string) (n int) {
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

// wrap cuts text into lines of at most limit columns, which joined are the text
// again. A line ends with its \n, or between words and numbers, not before
// closing marks nor after opening ones; within a word where that is longer
// than half a line.
func wrap(text string, limit int) []string {
	var lines []string
	start, at, place, column := 0, -1, 0, 0 // at: where to cut; place: its column
	before := ' '
	for i, r := range text {
		n := columnsOf(visible(r))
		if i > start && mayCut(before, r) {
			at, place = i, column
		}
		if column+n > limit {
			if at <= start || place < limit/2 {
				at, place = i, column
			}
			lines = append(lines, text[start:at])
			start, column = at, column-place
		}
		column += n
		before = r
		if r == '\n' {
			lines = append(lines, text[start:i+1])
			start, column = i+1, 0
		}
	}
	if start < len(text) {
		lines = append(lines, text[start:])
	}
	return lines
}

// mayCut reports whether a line may end between two characters.
func mayCut(before, after rune) bool {
	switch {
	case unicode.In(after, unicode.Pe, unicode.Pf, unicode.Zs) || strings.ContainsRune("，。、；：！？.,;:!?…", after),
		unicode.In(before, unicode.Ps, unicode.Pi):
		return false
	}
	// A number stays with its unit: 100元.
	return before == ' ' || !unicode.IsDigit(before) && (before >= utf8.RuneSelf || after >= utf8.RuneSelf)
}
