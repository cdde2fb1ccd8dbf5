package scan

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// lenderAt reads the name of a known lender at i, so that its digits and words are not
// taken for anything else: 360借条.
func (l *Line) lenderAt(i int) int {
	name, end := l.LenderAt(i)
	if name == nil || name.OnlySigned && !l.namesCreditor(name, i, end) {
		return i
	}
	end = l.tables.Lenders.WithoutProduct(l.Runes, i, end)
	if !l.namesCreditor(name, i, end) {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	t := Token{Kind: Lender}
	if lexicon.NamesCredit(l.Runes[i:end]) {
		t.Senses = lexicon.Debt
	}
	return l.add(t, i, end)
}

// LenderAt returns the longest lender's name at rune i and its end, or nil. In a
// question, a name that is also an ordinary word is not a lender's: 您缺钱么？
func (l *Line) LenderAt(i int) (name *lexicon.LenderName, end int) {
	if !l.tables.Lenders.MayBegin(l.Rune(i)) {
		return nil, i
	}
	name, end = l.tables.Lenders.At(l.Runes, i)
	if name != nil && name.OnlySigned && (l.Rune(end) == '？' || l.Rune(end) == '?') {
		return nil, i
	}
	return name, end
}

// LenderIn returns the first lender's name in l.Runes[i:j], or nil. It begins at i or
// after a place name. A name that is also an ordinary word must fill [i, j).
func (l *Line) LenderIn(i, j int) *lexicon.LenderName {
	for k := i; k < j; k++ {
		name, end := l.tables.Lenders.At(l.Runes[:j], k)
		if name != nil && (k == i || l.Before(BesideLender, k).Has(EndsPlace)) && (!name.OnlySigned || k == i && end == j) {
			return name
		}
	}
	return nil
}

// WithoutProduct returns the end of the lender's name l.Runes[i:end] without the
// product that it ends with.
func (l *Line) WithoutProduct(i, end int) int {
	return l.tables.Lenders.WithoutProduct(l.Runes, i, end)
}

// namesCreditor reports whether the known name l.Runes[i:j] names who is owed. A way to
// pay, 打开支付宝, does not; nor does a name that is also an ordinary word, unless it is
// where lenders are named.
func (l *Line) namesCreditor(name *lexicon.LenderName, i, j int) bool {
	left, right := l.Before(BesideLender, i), l.After(BesideLender, j)
	if !name.OnlySigned {
		return left.Has(Owed) || !left.Has(WayToPay)
	}
	if i > l.Body && runes.HanAt(l.Runes, i-1) && !left.Has(LeadsToLender) {
		return false
	}
	closed := !runes.HanAt(l.Runes, j) && i > 0 && i > l.Body && l.Runes[i-1] != '的'
	return closed || right.Has(Owed)
}
