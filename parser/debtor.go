package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/names"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// debtor is what the message says about the debtor. The zero debtor is unknown.
type debtor struct {
	name       *Name
	id, phone  *Found
	thirdParty bool // the message is addressed to somebody else
}

// findDebtor returns what the message says about the debtor.
func findDebtor(l *scan.Line) debtor {
	var d debtor
	named := len(l.Tokens) // the phone number next to the debtor's name
	if n, ok := names.Find(l); ok {
		d.name = &Name{Found: found(l, n.Start, n.End), Sex: n.Sex}
		d.thirdParty = n.Relation
		if !n.Relation {
			named = phoneOfName(l, n.End)
		}
	}
	for k := range l.Tokens {
		t := &l.Tokens[k]
		switch {
		case t.Has(lexicon.ThirdParty), !t.Phrase && t.Has(lexicon.Relation) && l.After(scan.BesideRelation, int(t.End)).Has(scan.Subject):
			d.thirdParty = true // 您儿子在某某银行的借款
		case d.id == nil && isDebtorID(l, k):
			d.id = new(foundToken(l, k))
		case d.phone == nil && (k == named || isDebtorPhone(l, k)):
			d.phone = new(foundToken(l, k))
		}
	}
	return d
}

// phoneOfName returns the mobile number that belongs to the debtor's name, which ends
// at rune i: 王明/13800001234, 王明先生 手机13800001234. It returns len(l.Tokens) if there is
// none. After a title and a comma, a number may be one to call instead.
func phoneOfName(l *scan.Line, i int) int {
	k, mark, titled := l.From(i), false, false
	for ; k < len(l.Tokens); k = l.Next(k) {
		t := &l.Tokens[k]
		marked, only := marksBetween(l, i, int(t.Start))
		mark = mark || marked
		switch {
		case !only:
			return len(l.Tokens)
		case isMobile(t) && !(mark && titled):
			return k
		case t.Kind != scan.Cue:
			return len(l.Tokens)
		case t.Has(lexicon.Title):
			titled = true
		case !l.After(scan.BesideName, int(t.Start)).Has(scan.OwnPhone):
			return len(l.Tokens)
		case !mark:
			titled = false
		}
		i = int(t.End)
	}
	return k
}

// marksBetween reports whether nothing but spaces and marks is at runes [i, end), and
// whether there is a mark other than a bracket.
func marksBetween(l *scan.Line, i, end int) (marked, only bool) {
	for ; i < end; i++ {
		switch c := l.Rune(i); {
		case c == ' ', c == '(':
		case c == '/', c == ':', runes.EndsClause(c) && !runes.EndsSentence(c):
			marked = true
		default:
			return marked, false
		}
	}
	return marked, true
}

// isMobile reports whether t is a mobile number, whole or partly hidden.
func isMobile(t *scan.Token) bool {
	return t.Kind == scan.Phone && (t.Phone == shape.PhoneMobile || t.Phone == shape.PhoneMasked)
}

// isDebtorID reports whether the token at k is an ID number or its last digits.
func isDebtorID(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	return t.Kind == scan.ID || t.Kind == scan.Tail && tailOf(l, k) == lexicon.ID
}

// isDebtorPhone reports whether the token at k is the debtor's own phone number or its
// last digits: one that follows 您的手机号 or the debtor's name, or one that is partly
// hidden and that nobody is asked to call.
func isDebtorPhone(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	switch t.Kind {
	case scan.Tail:
		return tailOf(l, k) == lexicon.DebtorPhone
	case scan.Phone:
	default:
		return false
	}
	if isSaidOwnPhone(l, k) {
		return true
	}
	if t.Phone != shape.PhoneMasked {
		return false
	}
	b := l.CueBefore(k, t.Start)
	return b < 0 || !l.Tokens[b].HasMention(lexicon.AskCallNumber) && !l.Tokens[b].Has(lexicon.CallInfo)
}

// isSaidOwnPhone reports whether words say that the phone number at k is the debtor's
// own: 您的手机号, or 手机 after a name.
func isSaidOwnPhone(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	before := l.Before(scan.BesidePhone, int(t.Start))
	if t.Kind != scan.Phone || before.Has(scan.Senders|scan.NotToCall) {
		return false
	}
	mobile := isMobile(t)
	after := l.After(scan.BesidePhone, int(t.End))
	if mobile && (before | after).Has(scan.Called) {
		return true
	}
	label := l.CueBefore(k, t.Start)
	if label >= 0 && l.Tokens[label].Has(lexicon.DebtorPhone) {
		return !l.Tokens[label].HasMention(lexicon.AskCallNumber)
	}
	if !mobile {
		return false
	}
	if label < 0 || !before.Has(scan.OwnPhone) {
		label = k
	}
	return (before | after).Has(scan.OwnPhone) &&
		!l.MeantBefore(label, lexicon.Meaning{Senses: lexicon.CallInfo, Mentions: lexicon.AskCallNumber})
}

// tails are the senses that say which number some last digits belong to.
const tails = lexicon.ID | lexicon.Card | lexicon.DebtorPhone | lexicon.AccountContract | lexicon.AccountOrder

// tailOf returns which number the last digits at k belong to: one of the senses in
// tails, lexicon.Card if no word says so. The word comes before 尾号 or after the
// digits.
func tailOf(l *scan.Line, k int) lexicon.Sense {
	t := &l.Tokens[k]
	if of := t.Senses & tails; of != 0 {
		return of
	}
	if of := tailOfCuesBefore(l, k); of != 0 {
		return of
	}
	for b := l.Next(k); b < len(l.Tokens) && l.Tokens[b].Start-t.End <= 3; b = l.Next(b) {
		if of := l.Tokens[b].Senses & tails; of != 0 && l.Tokens[b].Kind == scan.Cue {
			return of
		}
	}
	switch {
	case (l.Before(scan.BesideTail, int(t.Start)) | l.After(scan.BesideTail, int(t.End))).Has(scan.OwnPhone):
		return lexicon.DebtorPhone
	case l.MeantBefore(k, lexicon.Meaning{Senses: lexicon.ID}):
		return lexicon.ID
	}
	return lexicon.Card
}

// tailOfCuesBefore returns what the nearest of the cues that lead up to the digits at k
// says about them, or 0.
func tailOfCuesBefore(l *scan.Line, k int) lexicon.Sense {
	end := l.Tokens[k].Start
	for runes.IsMask(l.Rune(int(end) - 1)) { // 手机尾号****1234
		end--
	}
	for b := l.Prev(k); b >= 0; b = l.Prev(b) {
		c := &l.Tokens[b]
		if c.Kind != scan.Cue || !l.IsFiller(c.End, end) {
			break
		}
		if of := c.Senses & tails; of != 0 {
			return of
		}
		end = c.Start
	}
	return 0
}
