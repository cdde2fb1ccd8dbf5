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
		return beginsNumeral(c) || beginsPair(c, runes.At(r, i+1))
	case c < 0x80:
		return c == '$' || c == '+' || c == '(' && opensAreaCode(r, i) || number.BeginsUnclear(r, i)
	default:
		return c == '¥' || c == '€' || c == '£' || c == '？' || c == '\uFFFD' || runes.IsMask(c)
	}
}

// beginsNumeral reports whether a Chinese numeral may begin with c, or 某, which stands
// for one.
func beginsNumeral(c rune) bool {
	switch c {
	case '零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '两', '俩', '廿', '卅',
		'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟', '半', '几', '数', '么',
		'弌', '弍', '弎', '弐', '壱', '両', '貮', '参', '仨', '扒', '卄', '廾', '卌', '皕', '某':
		return true
	}
	return false
}

// pairs are the first two of the Chinese characters that a shape other than a number begins
// with.
var pairs = lazy.New(func() *runes.Trie {
	var all [][]rune
	for _, words := range [...]func(func([]rune) bool){number.HeadingBegins, calendar.LunarBegins} {
		for w := range words {
			if len(w) > 1 && runes.IsHan(w[0]) {
				all = append(all, w[:2])
			}
		}
	}
	return runes.NewTrie(all)
})

// beginsPair reports whether the name of a currency, another word of a heading, or a lunar
// day may begin with c and next.
func beginsPair(c, next rune) bool {
	node := pairs.Get().Root(c)
	return node != 0 && pairs.Get().Next(node, next) != 0
}

// opensAreaCode reports whether the bracket at r[i] may open an area code: (010), ( +86
// ).
func opensAreaCode(r []rune, i int) bool {
	next := runes.At(r, runes.SkipSpaces(r, i+1))
	return next == '+' || runes.IsHan(next) || runes.IsDigit(next)
}
