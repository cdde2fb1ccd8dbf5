package sender

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

const (
	maxToAccount = 6 // runes between the number of an account and its bank
	maxWords     = 3 // words before a name, or endings of it, in a row
	maxEnding    = 8 // runes before the ending of a name must be fewer than this
)

// Named returns the bounds of the lender that the body names first, 0, 0 if there is none:
// one at the head of the text, one that is known, one with the ending of a lender's name,
// or a name where a lender's is expected, as in 在…的 and 拖欠…的.
func Named(l *scan.Line) (i, j int) {
	if i, j = head(l); j > i {
		return i, j
	}
	for k := l.Body; k < len(l.Runes); k++ {
		if i, j = lenderAt(l, k); j > i {
			return i, j
		}
	}
	for k := l.Body; k < len(l.Runes); k++ { // 登录某某贷App
		if name, end := l.LenderAt(k); name != nil && !name.OnlySigned && l.SignatureAt(k) < 0 && !isAccountBank(l, k, end) {
			return k, l.WithoutProduct(k, end)
		}
	}
	return 0, 0
}

// lenderAt returns the bounds of the known lender at rune k, or of the name whose
// ending, or whose leading word, begins there; 0, 0 if there is none.
func lenderAt(l *scan.Line, k int) (i, j int) {
	if isLenderAt(l, k) {
		if end := int(l.TokenAt(k).End); !isAccountBank(l, k, end) {
			return k, end
		}
		return 0, 0
	}
	if l.SignatureAt(k) >= 0 {
		return 0, 0
	}
	if !runes.IsHan(l.Runes[k]) {
		return quoted(l, k)
	}
	if end := endingEnd(l, k); end > k {
		if start := nameStart(l, k); start >= 0 {
			return start, end
		}
	}
	if at := afterLead(l, k); at > k && !isLenderAt(l, at) {
		return at, placeEnd(l, at)
	}
	if at := afterOwn(l, k); at > k && !isLenderAt(l, at) {
		return at, brandEnd(l, at)
	}
	if k == l.Body || runes.EndsClause(l.Runes[k-1]) {
		return lateBrand(l, k)
	}
	return 0, 0
}

// lateBrand returns the bounds of the name of a credit product at rune k that is said to be
// overdue, 0, 0 if there is none: 某某贷逾期3天.
func lateBrand(l *scan.Line, k int) (i, j int) {
	if end := brandEnd(l, k); end > k {
		if t := l.TokenAt(end); t != nil && int(t.Start) <= end+1 && t.SaysOverdue() {
			return k, end
		}
	}
	return 0, 0
}

// afterOwn returns the rune after the words at rune k that the name of a product may
// follow, 您的, 您名下的; k if there is none.
func afterOwn(l *scan.Line, k int) int {
	at := lexicon.OwnLead.At(l.Runes, k)
	if at == k || !l.IsBoundary(k) {
		return k
	}
	for range maxWords {
		at = max(lexicon.OwnLead.At(l.Runes, at), lexicon.LenderLead.At(l.Runes, at))
	}
	return afterCustomer(l, at)
}

// afterCustomer returns i moved over 客户 and a name, as in 您的客户王某某贷已逾期.
func afterCustomer(l *scan.Line, i int) int {
	at := lexicon.Addressee.At(l.Runes, i)
	if at == i {
		return i
	}
	for _, n := range []int{3, 2} {
		if at+n < len(l.Runes) && l.IsBoundary(at+n) && l.IsPerson(at, at+n) {
			return at + n
		}
	}
	return at
}

// endingEnd returns the end of the longest row of endings of lenders' names at rune k
// that ends with a word, 资产管理有限公司; k if there is none.
func endingEnd(l *scan.Line, k int) int {
	end, at := k, k
	for range maxWords {
		next := lexicon.LenderEnding.At(l.Runes, at)
		if next == at {
			return end
		}
		if at = next; l.IsBoundary(at) && (end == k || l.Runes[at-1] == '司') {
			end = at
		}
	}
	return end
}

// isLenderAt reports whether the name of a known lender begins at rune i.
func isLenderAt(l *scan.Line, i int) bool {
	t := l.TokenAt(i)
	return t != nil && int(t.Start) == i && t.Kind == scan.Lender
}

// isAccountBank reports whether the bank l.Runes[i:j] keeps an account next to it, and so
// only receives a payment.
func isAccountBank(l *scan.Line, i, j int) bool {
	next := l.From(j)
	if next < len(l.Tokens) && l.Tokens[next].Kind == scan.Card && int(l.Tokens[next].Start)-j <= maxToAccount {
		return true
	}
	prev := l.Prev(l.From(i))
	return prev >= 0 && l.Tokens[prev].Kind == scan.Card && i-int(l.Tokens[prev].End) <= maxToAccount
}

// afterLead returns the rune at which a name begins after a leading word at rune k,
// such as 在 or 拖欠; k if there is none.
func afterLead(l *scan.Line, k int) int {
	n := lexicon.LenderLead.At(l.Runes, k)
	switch {
	case n == k:
		return k
	case n > k+1 && l.Rune(n) == '受':
		return n + 1 // 我是受某某委托的
	case (n > k+1 || l.IsBoundary(k)) && (l.IsBoundary(n) || l.Runes[n-1] == '在' || l.Runes[n-1] == '受'):
		return n
	}
	return k
}

// nameStart returns the start of the name whose ending begins at rune k, or -1 if the
// runes before k are not a name.
func nameStart(l *scan.Line, k int) int {
	i := k
	for i > l.Body && k-i < maxEnding && runes.IsWord(l.Runes[i-1]) && lexicon.BeforeLender.EndingAt(l.Runes, i) == i {
		if k-i >= 2 && isParticle(l, i-1) {
			break
		}
		i--
	}
	if lexicon.LenderBrand.At(l.Runes, k) > k && lexicon.Generic.At(l.Runes[:k], i) == k {
		return -1
	}
	if k-i < 2 || k-i == maxEnding || lexicon.NoLender.At(l.Runes[:k], i) == k || cueBegins(l, i, k) || isSentence(l, i, k) {
		return -1
	}
	return i
}

// isParticle reports whether the rune at i is a particle and a word by itself.
func isParticle(l *scan.Line, i int) bool {
	return lexicon.LenderParticle.At(l.Runes, i) > i && l.IsBoundary(i) && l.IsBoundary(i+1)
}
