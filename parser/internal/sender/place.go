package sender

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

const (
	maxPlace = 10 // runes of a name after 在
	maxBrand = 6  // runes of the name of a product that only its end shows to be one
)

// placeEnd returns the end of the lender's name at i, after 在: a name that goes up to 的,
// a word for a debt or 申请, or one that ends like a credit product. It returns i if there
// is none.
func placeEnd(l *scan.Line, i int) int {
	for j := i; j < len(l.Runes) && j-i <= maxPlace; j++ {
		c := l.Runes[j]
		if j-i >= 2 && endsPlace(l, j) {
			return placeBefore(l, i, j)
		}
		if lexicon.NotLenderPlace.At(l.Runes, j) > j {
			return i
		}
		if c == '在' || c == '还' && j > i || !runes.IsWord(c) {
			break
		}
	}
	return brandEnd(l, i)
}

// endsPlace reports whether a name may end before rune j, because what follows there
// comes after such names.
func endsPlace(l *scan.Line, j int) bool {
	return (lexicon.AfterLender.At(l.Runes, j) > j || lexicon.LenderStaff.At(l.Runes, j) > j) && (l.IsBoundary(j) || l.Runes[j] == '欠')
}

// brandEnd returns the end of the name at i that ends like a credit product, 某某贷, and
// after which something else follows; i if there is none.
func brandEnd(l *scan.Line, i int) int {
	if end := wordBrandEnd(l, i); end > i {
		return end
	}
	for j := i + 1; j <= len(l.Runes) && j-i <= maxBrand && runes.IsWord(l.Runes[j-1]); j++ {
		last := lexicon.LenderBrand.EndingAt(l.Runes, j)
		if last == j || j-i < 3 || !endsBrand(l, j) {
			continue
		}
		if isGeneric(l, i, last) || isNoPlace(l, i, j) || isSentence(l, i, j) || j-3 > i && l.IsPerson(j-3, j) {
			return i
		}
		return j
	}
	return i
}

// wordBrandEnd returns the end of the known name at i that is also an ordinary word, 白条;
// i if there is none.
func wordBrandEnd(l *scan.Line, i int) int {
	name, end := l.LenderAt(i)
	if name == nil || !name.OnlySigned || l.Before(scan.BesideLender, i).Has(scan.WayToPay) {
		return i
	}
	if runes.IsHan(l.Rune(end)) && !endsPlace(l, end) {
		return i
	}
	return end
}

// isGeneric reports whether l.Runes[i:j], before the end of the name of a product, is or
// ends in a sort of credit: 汽车, 个人消费.
func isGeneric(l *scan.Line, i, j int) bool {
	return lexicon.Generic.EndingAt(l.Runes, j) < j || lexicon.NoLender.At(l.Runes[:j], i) == j
}

// endsBrand reports whether the name of a product may end before rune j.
func endsBrand(l *scan.Line, j int) bool {
	return l.IsBoundary(j) && (!runes.IsHan(l.Rune(j)) || endsPlace(l, j) || isTokenAt(l, j) || lexicon.SentenceWord.At(l.Runes, j) > j)
}

// isTokenAt reports whether a token begins at rune i.
func isTokenAt(l *scan.Line, i int) bool {
	t := l.TokenAt(i)
	return t != nil && int(t.Start) == i
}

// placeBefore returns the end of the lender's name at i, which the word at j follows,
// or i if the runes between are not a name.
func placeBefore(l *scan.Line, i, j int) int {
	if isNoPlace(l, i, j) || isSentence(l, i, j) {
		return i
	}
	if l.Runes[j] != '的' {
		if end := lexicon.LenderEnding.At(l.Runes, j); end > j && l.IsBoundary(end) {
			return end
		}
		return j
	}
	if l.Runes[j-1] == '借' && j-i > 2 {
		return j - 1
	}
	return j
}

// isNoPlace reports whether l.Runes[i:j] cannot be a lender's name: it is a word of the
// dictionary, or has a token that says more than that a debt is meant.
func isNoPlace(l *scan.Line, i, j int) bool {
	return l.Knows(i, j) || lexicon.NoLender.At(l.Runes[:j], i) == j || l.At(scan.BesideLender, i).Has(scan.NoName) || saysMore(l, i, j)
}
