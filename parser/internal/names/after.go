package names

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// after returns the reason after a candidate, and sets its sex if a title gives it.
func (f finder) after(c *candidate) Reason {
	i := c.end
	if end := f.familiarEnd(c); end > i {
		c.sex = sexOfTitle(f.Runes[i:end])
		return AfterTitle
	}
	if t := f.titleAt(i); t != nil {
		c.sex = sexOfTitle(f.Runes[t.Start:t.End])
		if t.Has(lexicon.Debtor) {
			return AfterDebtorTitle
		}
		return AfterTitle
	}
	if i >= len(f.Runes) {
		return AfterEnd
	}
	if f.idFollows(i) {
		return AfterID
	}
	right := f.After(scan.BesideName, i)
	switch mark := f.Runes[i]; {
	case right.Has(scan.Guaranteed):
		return AfterGuaranteed
	case isCollector(f.Runes, i):
		return AfterCollectorTitle
	case c.form != masked && f.goesOn(i):
		return AfterMore
	case f.phoneFollows(i):
		if t := f.TokenAt(i); slices.ContainsFunc(f.Runes[t.Start:t.End], runes.IsMask) {
			return AfterID // a collector's number is not hidden
		}
		return AfterPhone
	case runes.EndsClause(mark), endsName(mark):
		return f.markAfter(i)
	}
	return f.wordAfter(c, right)
}

// familiarEnd returns the end of the title among friends or partners in trade that comes
// after a candidate and addresses the reader: the name begins the text, and the clause
// ends after the title, or 你 follows. 王总, 王哥你好. It is c.end if there is none. 班主任
// is a word.
func (f finder) familiarEnd(c *candidate) int {
	if c.form != surnameOnly {
		return c.end
	}
	value, end := f.familiar.Longest(f.Runes, c.end)
	if value == 0 || !f.atHead(c.start) || f.Knows(c.start, end) {
		return c.end
	}
	next := runes.At(f.Runes, end)
	if runes.EndsClause(next) || endsName(next) || f.After(scan.BesideName, end).Has(scan.Yours) {
		return end
	}
	return c.end
}

// follows reports whether the first token at rune i or later is of the given kind and
// begins at most within runes after i.
func (f finder) follows(i, within int, kind scan.Kind) bool {
	t := f.TokenAt(i)
	return t != nil && t.Kind == kind && int(t.Start)-i <= within
}

// phoneFollows reports whether a phone number follows at rune i, in brackets or not.
func (f finder) phoneFollows(i int) bool {
	mark := f.Runes[i]
	return (mark == '(' || mark == '/' || mark == ' ' || runes.IsAlnum(mark)) && f.follows(i, 1, scan.Phone)
}

// idFollows reports whether an ID number, or a word for one, follows at rune i.
func (f finder) idFollows(i int) bool {
	t := f.TokenAt(i)
	if t == nil {
		return false
	}
	gap, isID := int(t.Start)-i, t.Kind == scan.ID || t.Has(lexicon.ID)
	switch mark := f.Runes[i]; mark {
	case '(':
		return gap <= 1 && (isID || t.Has(lexicon.Tail) && !t.Has(lexicon.DebtorPhone))
	case '，', ',', ' ', ':':
		return gap <= 2 && isID
	default:
		return runes.IsHan(mark) && gap == 0 && isID
	}
}

// endsName reports whether c after a name is like the end of a clause.
func endsName(c rune) bool {
	switch c {
	case ':', '、', ' ', '|', ')', '~':
		return true
	}
	return false
}

// markAfter returns the reason given by the mark at rune i, right after a candidate.
func (f finder) markAfter(i int) Reason {
	next := f.Rune(i + 1)
	if next == ' ' {
		next = f.Rune(i + 2)
	}
	if next == '您' || next == '你' || f.Runes[i] == ':' {
		return AfterYours
	}
	return AfterClause
}

// wordAfter returns the reason given by the word right after a candidate; right is what
// the words there say.
func (f finder) wordAfter(c *candidate, right scan.Context) Reason {
	i := c.end
	mark := f.Runes[i]
	if mark == '的' {
		if p := f.afterDe(i + 1); p != NoReason {
			return p
		}
	}
	cue := f.tokenAfter(i)
	switch {
	case right.Has(scan.Yours):
		return AfterYours
	case right.Has(scan.Debts), mark == '因' && c.form == masked, cue == AfterDebt:
		return AfterDebt
	case right.Has(scan.Verb) && (f.IsBoundary(i) || c.form == full && c.end-c.start == 3):
		return AfterVerb
	case cue != NoReason:
		return cue
	case mark == '(':
		return AfterBracket
	case c.form == masked, f.IsBoundary(i):
		return AfterBoundary
	}
	return AfterWithin
}

// tokenAfter returns the reason given by the token at rune i, right after a candidate.
func (f finder) tokenAfter(i int) Reason {
	t := f.TokenAt(i)
	switch {
	case t == nil || int(t.Start) != i:
		return NoReason
	case isDebt(t), t.Has(lexicon.ThirdParty), t.Kind == scan.Amount:
		return AfterDebt
	case t.Kind == scan.Cue && (t.Senses&^lexicon.Advert != 0 || t.Mentions != 0):
		return AfterCue
	}
	return NoReason
}

// afterDe returns the reason given by the word at rune i, after a candidate and 的:
// 的朋友, 的借款.
func (f finder) afterDe(i int) Reason {
	t := f.TokenAt(i)
	switch {
	case t == nil || int(t.Start) != i:
		return NoReason
	case t.Has(lexicon.Relation), isRelative(f.Runes, i):
		return AfterRelation
	case isDebt(t):
		return AfterDebt
	}
	return NoReason
}

// isDebt reports whether t is a cue of a debt.
func isDebt(t *scan.Token) bool { return t.Has(lexicon.Debt) || t.SaysOverdue() }

// goesOn reports whether what is shown up to rune i continues there, hidden or as a
// lender's name.
func (f finder) goesOn(i int) bool { return hides(f.Runes, i) || f.lenderGoesOn(i) }

// lenderGoesOn reports whether a lender's name continues at rune i: 蓝某[小贷],
// 云雀[数科].
func (f finder) lenderGoesOn(i int) bool {
	for k := i - 1; k <= i; k++ {
		if lexicon.LenderEnding.At(f.Runes, k) > i && lexicon.LenderProduct.At(f.Runes, k) == k {
			return true
		}
	}
	return false
}

// titleAt returns the title at rune i, or after one space, or nil.
func (f finder) titleAt(i int) *scan.Token {
	t := f.TokenAt(i)
	if t == nil || !t.Has(lexicon.Title) {
		return nil
	}
	if gap := int(t.Start) - i; gap == 0 || gap == 1 && f.Runes[i] == ' ' {
		return t
	}
	return nil
}

// sexOfTitle returns the sex that a title gives. 先生/女士 gives none.
func sexOfTitle(title []rune) identity.Sex {
	switch w := embeddedWords.Get(); {
	case isWord(w.male, title):
		return identity.SexMale
	case isWord(w.female, title):
		return identity.SexFemale
	}
	return identity.SexUnknown
}
