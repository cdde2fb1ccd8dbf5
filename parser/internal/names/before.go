package names

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

const (
	headReach   = 48 // most runes of the head of the body
	lenderReach = 16 // runes of the body within which a person's name may follow a lender's directly
)

// before returns the reason before rune i.
func (f finder) before(i int) Reason {
	j := i
	for j > f.Body && opens(f.Runes[j-1]) {
		j--
	}
	if f.followsAccount(j) {
		return BeforeCardNumber
	}
	if k := f.EndingAt(j); k >= 0 {
		if p := f.tokenBefore(k); p != NoReason {
			return p
		}
		if f.Tokens[k].Kind == scan.Lender && (j < i || j-f.Body < lenderReach) {
			return BeforeLender
		}
	}
	return f.wordBefore(i, j)
}

// tokenBefore returns the reason given by the token at k, right before a name.
func (f finder) tokenBefore(k int) Reason {
	t := &f.Tokens[k]
	switch {
	case t.Has(lexicon.Relation):
		return BeforeRelation
	case t.HasMention(lexicon.AskTransfer):
		if f.hasCard || !t.Has(lexicon.AccountHolder) {
			return BeforePayee
		}
		return BeforeHolder
	case t.Has(lexicon.CallInfo), t.HasMention(lexicon.AskCallNumber):
		if t.Has(lexicon.Debtor | lexicon.ThirdParty) {
			return BeforeDebtorToCall
		}
		return BeforeToCall
	case t.HasMention(lexicon.ThreatBlacklist):
		return BeforeBlacklist
	case f.cardBefore(k):
		return BeforeCardNumber
	case t.Has(lexicon.ThirdParty): // the reader may also be named: 王某女士，请转告李某
		return BeforeThirdParty
	case t.Has(lexicon.Guarantor):
		return BeforeGuarantor
	case t.Has(lexicon.Debtor):
		return BeforeDebtor
	case t.Has(lexicon.Greeting):
		return BeforeGreeting
	}
	return NoReason
}

// cardBefore reports whether the token at k comes right after a card number.
func (f finder) cardBefore(k int) bool {
	p := f.Prev(k)
	return p >= 0 && f.Tokens[p].Kind == scan.Card && f.Tokens[k].Start-f.Tokens[p].End <= 2
}

// followsAccount reports whether the number of an account, other than an ID, ends right
// before rune i, or before a bracket there: the name is then that of the account's
// owner, who is to be paid.
func (f finder) followsAccount(i int) bool {
	const least = 12 // digits and masks
	r := f.Runes
	if f.Rune(i-1) == '(' {
		i--
	}
	n, end := 0, i
	for ; i > f.Body && n < least; i-- {
		switch c := r[i-1]; {
		case runes.IsDigit(c), c == '*':
			n++
		case i < end && (c == ' ' || runes.IsDash(c)):
		default:
			return false
		}
	}
	k := f.Prev(f.From(end))
	return n == least && !(k >= 0 && f.Tokens[k].Kind == scan.ID && int(f.Tokens[k].End) == end)
}

// wordBefore returns the reason given by the words and marks before rune j. The name
// begins at i, after the marks [j, i) that open it.
func (f finder) wordBefore(i, j int) Reason {
	left := f.Before(scan.BesideName, j)
	c := f.Rune(j - 1)
	switch {
	case left.Has(scan.Collector):
		return BeforeCollector
	case f.atHead(j):
		return BeforeHead
	case j < i, runes.EndsClause(c), c == '|', c == ')', c == '~':
		return BeforeClause
	case c == '(' && (f.Rune(j-2) == '您' || f.Rune(j-2) == '你'):
		return BeforeYou
	case left.Has(scan.Asked):
		return BeforeAsked
	case left.Has(scan.SpokenOf):
		return BeforeSpokenOf
	case !runes.IsHan(c):
		return BeforeMark
	}
	return NoReason
}

// mayLead reports whether what comes before rune i may be reason enough for a name
// without a known surname.
func (f finder) mayLead(i int) bool {
	return i <= f.Body || !runes.HanAt(f.Runes, i-1) || f.EndingAt(i) >= 0 || f.Before(scan.BesideName, i).Has(scan.Asked)
}

// atHead reports whether only signatures, marks and greetings come before rune i.
func (f finder) atHead(i int) bool {
	switch {
	case i <= f.Body:
		return true
	case i > f.Body+headReach:
		return false
	}
	at := f.Body
	for k := f.Next(-1); k < len(f.Tokens) && int(f.Tokens[k].End) <= i; k = f.Next(k) {
		t := &f.Tokens[k]
		if !t.Has(lexicon.Greeting) || !f.onlyMarks(at, int(t.Start)) {
			return false
		}
		at = int(t.End)
	}
	return f.onlyMarks(at, i)
}

// onlyMarks reports whether f.Runes[i:j] consists of punctuation and spaces.
func (f finder) onlyMarks(i, j int) bool {
	for ; i < j; i++ {
		switch f.Runes[i] {
		case ' ', ':', ',', '，', '!', '。', '、', '\n', '(', ')':
		default:
			return false
		}
	}
	return true
}

// opens reports whether c may come between a word and a name.
func opens(c rune) bool {
	switch c {
	case ' ', ':', '\n', '"', '“', '<', '《':
		return true
	}
	return false
}
