package parser

import (
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

const (
	maxNamed  = 12 // runes of a name at the head of the text
	maxPlace  = 10 // runes of a name after 在
	maxEnding = 8  // runes before the ending of a name; fewer than this
)

// namedLender returns the bounds of the lender that the body names first, 0, 0 if there
// is none: one at the head of the text, one that is known, one with the ending of a
// lender's name, or a name in the place of one, as in 在…的 and 拖欠…的.
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

// lenderAt returns the bounds of the known lender at rune k, or of the name whose
// ending, or whose leading word, begins there; 0, 0 if there is none.
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

// isLenderAt reports whether the name of a known lender begins at rune i.
func isLenderAt(l *scan.Line, i int) bool {
	t := l.TokenAt(i)
	return t != nil && int(t.Start) == i && t.Kind == scan.Lender
}

// headLender returns the bounds of the lender at the head of the text, 0, 0 if there is
// none: 某某花通知:, 某某提醒您.
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

// headName returns the bounds of what comes at the head of the text before a colon or a
// word such as 提醒, and the context after it; 0, 0 if there is no such word.
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

// afterLead returns the rune at which a name begins after a leading word at rune k,
// such as 在 or 拖欠; k if there is none.
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
	if k-i < 2 || k-i == maxEnding || lexicon.NoLender.At(l.Runes[:k], i) == k || cueBegins(l, i, k) {
		return -1
	}
	return i
}

// isParticle reports whether the rune at i is a particle and a word by itself.
func isParticle(l *scan.Line, i int) bool {
	return lexicon.LenderParticle.At(l.Runes, i) > i && l.IsBoundary(i) && l.IsBoundary(i+1)
}

// cueBegins reports whether a cue with a meaning begins in l.Runes[i:j].
func cueBegins(l *scan.Line, i, j int) bool {
	for k := l.From(i); k < len(l.Tokens) && int(l.Tokens[k].Start) < j; k = l.Next(k) {
		if t := &l.Tokens[k]; t.Kind == scan.Cue && t.Meaning != (lexicon.Meaning{}) {
			return true
		}
	}
	return false
}

// placeEnd returns the end of the lender's name at i, after 在: the runes up to 的, a
// word for a debt, or 申请. It returns i if there is none.
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

// placeBefore returns the end of the lender's name at i, which the word at j follows,
// or i if the runes between are not a name.
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

// isNoPlace reports whether l.Runes[i:j] cannot be a lender's name: a word of the
// dictionary, or one with a token that says more than that the subject is a debt.
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
