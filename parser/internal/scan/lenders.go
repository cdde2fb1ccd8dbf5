package scan

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// lenderAt reads the name of a known lender at i, so that its digits and words are
// nothing else: 360借条.
func (l *Line) lenderAt(i int) int {
	name, end := l.LenderAt(i)
	if name == nil || name.OnlySigned && !l.names(name, i, end) {
		return i
	}
	end = l.tables.Lenders.WithoutProduct(l.Runes, i, end)
	if !l.names(name, i, end) {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	t := Token{Kind: Lender}
	if lexicon.NamesCredit(l.Runes[i:end]) {
		t.Senses = lexicon.Debt
	}
	return l.add(t, i, end)
}

// LenderAt returns the longest lender's name at rune i, nil if there is none.
func (l *Line) LenderAt(i int) (name *lexicon.LenderName, end int) {
	return l.tables.Lenders.At(l.Runes, i)
}

// LenderIn returns the first lender's name within runes[i:j], nil if there is none.
// It begins at i, or behind a place; one that is an ordinary word too is all of them.
func (l *Line) LenderIn(i, j int) *lexicon.LenderName {
	for k := i; k < j; k++ {
		name, end := l.tables.Lenders.At(l.Runes[:j], k)
		if name != nil && (k == i || l.Before(BesideLender, k).Has(EndsPlace)) && (!name.OnlySigned || k == i && end == j) {
			return name
		}
	}
	return nil
}

// WithoutProduct cuts the product off the end of a lender's name at runes[i:end].
func (l *Line) WithoutProduct(i, end int) int {
	return l.tables.Lenders.WithoutProduct(l.Runes, i, end)
}

// names reports whether a known name at runes[i:j] names who is owed. A way to pay,
// 打开支付宝, and a name that is an ordinary word too do not, unless it stands where
// lenders do.
func (l *Line) names(name *lexicon.LenderName, i, j int) bool {
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

// IsTitle reports whether runes[i:j] are made of title words, digits and marks.
func (l *Line) IsTitle(i, j int) bool {
	han := false
	for i < j {
		if !runes.IsHan(l.Runes[i]) {
			i++
			continue
		}
		han = true
		end := lexicon.SignatureTitle.At(l.Runes[:j], i)
		if end == i {
			return false
		}
		i = end
	}
	return han
}

// EndsLikeLender reports whether runes[i:j] end as lenders' names do.
func (l *Line) EndsLikeLender(i, j int) bool {
	return lexicon.LenderEnding.EndingAt(l.Runes[i+1:j], j-i-1) < j-i-1
}
