package scan

import (
	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// beginsShape reports whether a shape may begin at r[i].
func beginsShape(r []rune, i int) bool {
	switch c := r[i]; {
	case runes.IsAlnum(c):
		return true
	case runes.IsHan(c):
		return beginsHan(c, runes.At(r, i+1))
	case c < 0x80:
		return c == '$' || c == '+' || c == '(' && opensAreaCode(r, i) || number.BeginsUnclear(r, i)
	default:
		return c == '¥' || c == '€' || c == '£' || c == '？' || c == '\uFFFD' || runes.IsMask(c)
	}
}

// numerals are the characters that a Chinese numeral may begin with, and 某, which stands
// for one.
const numerals = "零〇一二三四五六七八九十百千万两俩廿卅壹贰叁肆伍陆柒捌玖拾佰仟半几数么弌弍弎弐壱両貮参仨扒卄廾卌皕某"

// begins are the characters that a numeral begins with, and the first two Chinese
// characters that other shapes begin with.
var begins = lazy.New(func() *runes.Trie {
	var all [][]rune
	for _, c := range numerals {
		all = append(all, []rune{c})
	}
	for _, words := range [...]func(func([]rune) bool){number.HeadingBegins, calendar.LunarBegins} {
		for w := range words {
			if len(w) > 1 && runes.IsHan(w[0]) {
				all = append(all, w[:2])
			}
		}
	}
	return runes.NewTrie(all)
})

// beginsHan reports whether a numeral, the name of a currency, another word of a heading,
// or a lunar day may begin with c and next, where c is a Chinese character.
func beginsHan(c, next rune) bool {
	t := begins.Get()
	node := t.Root(c)
	return node != 0 && (t.Value(node) != 0 || t.Next(node, next) != 0)
}

// opensAreaCode reports whether the bracket at r[i] may open an area code: (010), ( +86
// ).
func opensAreaCode(r []rune, i int) bool {
	next := runes.At(r, runes.SkipSpaces(r, i+1))
	return next == '+' || runes.IsHan(next) || runes.IsDigit(next)
}
