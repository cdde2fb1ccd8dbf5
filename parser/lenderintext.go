package parser

import (
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

const (
	maxNamed  = 12 // runes of a name that heads the text
	maxPlace  = 10 // runes of a name after 在
	maxEnding = 8  // runes before the ending of a name, and one more
)

// namedLender returns the lender that the body names first: a known one, one that ends
// like a lender's name, one that heads the text, or what stands where lenders do:
// 在…的, 拖欠…的.
func namedLender(l *scan.Line) (i, j int) {
	if i, j = headLender(l); j > i {
		return i, j
	}
	for k := l.Body; k < len(l.Runes); k++ {
		if i, j = lenderAt(l, k); j > i {
			return i, j
		}
	}
	for k := l.Body; k < len(l.Runes); k++ { // 登录某某贷App
		if name, end := l.LenderAt(k); name != nil && !name.OnlySigned && l.SignatureAt(k) < 0 {
			return k, l.WithoutProduct(k, end)
		}
	}
	return 0, 0
}

// lenderAt returns the lender that is known at rune k, or whose ending or place begins
// there.
func lenderAt(l *scan.Line, k int) (i, j int) {
	if isLenderAt(l, k) {
		return k, int(l.TokenAt(k).End)
	}
	if !runes.IsHan(l.Runes[k]) || l.SignatureAt(k) >= 0 {
		return 0, 0
	}
	if end := lexicon.LenderEnding.At(l.Runes, k); end > k && l.IsBoundary(end) {
		if start := nameStart(l, k); start >= 0 {
			return start, end
		}
	}
	if at := afterLead(l, k); at > k && !isLenderAt(l, at) {
		return at, placeEnd(l, at)
	}
	return 0, 0
}

// isLenderAt reports whether a known lender's name begins at rune i.
func isLenderAt(l *scan.Line, i int) bool {
	t := l.TokenAt(i)
	return t != nil && int(t.Start) == i && t.Kind == scan.Lender
}

// headLender returns the lender that heads the text: 某某花通知:, 某某提醒您.
func headLender(l *scan.Line) (i, j int) {
	i, j, right := headName(l)
	if j-i < 2 || l.IsTitle(i, j) || cueBegins(l, i, j) {
		return 0, 0
	}
	if name, end := l.LenderAt(i); name != nil && end == j {
		return i, l.WithoutProduct(i, j)
	}
	if l.Knows(i, j) || lexicon.NotLenderHead.At(l.Runes, i) > i {
		return 0, 0
	}
	person := j-i <= 3 && surnames.Len(l.Runes[i:j]) > 0
	if (l.Runes[j] == ':' || right.Has(scan.Addresses) || person) && !l.EndsLikeLender(i, j) {
		return 0, 0
	}
	return i, j
}

// headName returns what heads the text before a colon or a word such as 提醒, and what
// that word says; 0, 0 where no such word follows.
func headName(l *scan.Line) (i, j int, right scan.Context) {
	for i = l.Body; i < len(l.Runes) && !runes.IsWord(l.Runes[i]); i++ {
	}
	for j = i; j < len(l.Runes) && j-i <= maxNamed; j++ {
		if right = l.After(scan.BesideLender, j); right.Has(scan.Notifies|scan.Addresses) || l.Runes[j] == ':' {
			return i, j, right
		}
		if !runes.IsWord(l.Runes[j]) {
			break
		}
	}
	return 0, 0, 0
}

// afterLead returns where the name begins that a word at rune k leads to, k if none
// does.
func afterLead(l *scan.Line, k int) int {
	n := lexicon.LenderLead.At(l.Runes, k)
	switch {
	case n == k:
		return k
	case n > k+1 && l.Rune(n) == '受':
		return n + 1 // 我是受某某委托的
	case (n > k+1 || l.IsBoundary(k)) && (l.IsBoundary(n) || l.Runes[n-1] == '在'):
		return n
	}
	return k
}

// nameStart returns where the name begins whose ending begins at rune k, -1 if what
// stands before it is no name.
func nameStart(l *scan.Line, k int) int {
	i := k
	for i > l.Body && k-i < maxEnding && runes.IsWord(l.Runes[i-1]) && lexicon.BeforeLender.EndingAt(l.Runes, i) == i {
		if k-i >= 2 && isParticle(l, i-1) {
			break
		}
		i--
	}
	if k-i < 2 || k-i == maxEnding || lexicon.NoLender.At(l.Runes[:k], i) == k || cueBegins(l, i, k) {
		return -1
	}
	return i
}

// isParticle reports whether a particle is a word by itself at rune i.
func isParticle(l *scan.Line, i int) bool {
	return lexicon.LenderParticle.At(l.Runes, i) > i && l.IsBoundary(i) && l.IsBoundary(i+1)
}

// cueBegins reports whether a cue begins within runes[i:j].
func cueBegins(l *scan.Line, i, j int) bool {
	for k := l.From(i); k < len(l.Tokens) && int(l.Tokens[k].Start) < j; k = l.Next(k) {
		if t := &l.Tokens[k]; t.Kind == scan.Cue && t.Meaning != (lexicon.Meaning{}) {
			return true
		}
	}
	return false
}

// placeEnd returns the end of the place at i, after 在: what stands before 的, a word of a
// debt, or 申请; i if it is none.
func placeEnd(l *scan.Line, i int) int {
	for j := i; j < len(l.Runes) && j-i <= maxPlace; j++ {
		c := l.Runes[j]
		if j-i >= 2 && lexicon.AfterLender.At(l.Runes, j) > j && (l.IsBoundary(j) || c == '欠') {
			return placeBefore(l, i, j)
		}
		if c == '在' || c == '还' && j > i || !runes.IsWord(c) || lexicon.NotLenderPlace.At(l.Runes, j) > j {
			return i
		}
	}
	return i
}

// placeBefore returns the end of the place at i before the word at j, i if it is none.
func placeBefore(l *scan.Line, i, j int) int {
	if isNoPlace(l, i, j) {
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

// isNoPlace reports whether runes[i:j] are a word of the dictionary, or have a cue that
// says more than that the subject is a debt.
func isNoPlace(l *scan.Line, i, j int) bool {
	if l.Knows(i, j) || l.At(scan.BesideLender, i).Has(scan.NoName) {
		return true
	}
	const may = lexicon.Debt | lexicon.Bill | lexicon.Advert
	for k := l.From(i); k < len(l.Tokens) && int(l.Tokens[k].Start) < j; k = l.Next(k) {
		t := &l.Tokens[k]
		if int(t.End) > j {
			continue
		}
		if t.Kind != scan.Cue && (t.Kind != scan.Number || t.End-t.Start > 3) || t.Senses&^may != 0 || t.Mentions != 0 {
			return true
		}
	}
	return false
}
