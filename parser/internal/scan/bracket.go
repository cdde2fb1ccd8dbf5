package scan

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// maxQuoted is the length, in runes, of the longest signature in brackets that mostly
// quote.
const maxQuoted = 14

// bracket is a pair of brackets or quotation marks.
type bracket struct {
	open, closing rune
	use           bracketUse
}

// bracketUse is what a pair of brackets is used for.
type bracketUse uint8

const (
	signs    bracketUse = iota // to sign a message
	mayQuote                   // to sign it too, but mostly to quote
	titles                     // for titles of documents, not to sign
	quotes                     // to quote, not to sign
)

var brackets = [...]bracket{
	{'【', '】', signs},
	{'[', ']', signs},
	{'{', '}', mayQuote},
	{'<', '>', mayQuote},
	{'「', '」', mayQuote},
	{'『', '』', mayQuote},
	{'〖', '〗', mayQuote},
	{'〈', '〉', mayQuote},
	{'《', '》', titles},
	{'"', '"', quotes},
	{'\'', '\'', quotes},
	{'“', '”', quotes},
	{'‘', '’', quotes},
}

// opening returns the brackets that open opens, nil if it opens none.
func opening(open rune) *bracket {
	if runes.IsWord(open) { // as are most
		return nil
	}
	for k := range brackets {
		if brackets[k].open == open {
			return &brackets[k]
		}
	}
	return nil
}

// maySign reports whether a signature may be between the brackets b, which may be nil.
func (b *bracket) maySign() bool { return b != nil && b.use <= mayQuote }

// closesSignature reports whether c may close a signature.
func closesSignature(c rune) bool {
	if runes.IsWord(c) {
		return false
	}
	for k := range brackets {
		if b := &brackets[k]; b.closing == c && b.maySign() {
			return true
		}
	}
	return false
}

// ClosingMark returns the quotation mark or the bracket that closes open, 0 if open opens
// none.
func ClosingMark(open rune) (closing rune) {
	if b := opening(open); b != nil {
		return b.closing
	}
	return 0
}

// IsQuote reports whether c is a quotation mark.
func IsQuote(c rune) bool {
	for _, b := range brackets {
		if b.use == quotes && (c == b.open || c == b.closing) {
			return true
		}
	}
	return false
}

// opensSignature reports whether the rune at i is an opening bracket used to sign.
func (l *Line) opensSignature(i int) bool {
	b := opening(l.Runes[i])
	return b != nil && b.use == signs
}

// bracketEnd returns the end of the signature whose opening bracket is at open, or open
// if there is none.
func (l *Line) bracketEnd(open, hi int) int {
	b := opening(l.Runes[open])
	if !b.maySign() {
		return open
	}
	for j := open + 1; j < hi && j-open <= MaxSignature+1; j++ {
		c := l.Runes[j]
		if c == b.closing && j > open+1 && (b.use == signs || l.maySign(open+1, j) && l.isUnsigned()) {
			return j + 1
		}
		if c == b.closing || b.use == signs && l.opensSignature(j) {
			return open
		}
	}
	return open
}

// bracketStart returns the opening bracket of the signature that closes at j and that the
// runes up to hi follow, or j if there is none. A quotation within a sentence is no
// signature.
func (l *Line) bracketStart(lo, j, hi int) int {
	for i := j - 1; i >= lo && j-i <= MaxSignature+1; i-- {
		b := opening(l.Runes[i])
		switch {
		case !b.maySign():
		case b.closing != l.Runes[j] || i == j-1 || b.use == mayQuote && !l.mayClose(i, j, hi):
			return j
		default:
			return i
		}
	}
	return j
}

// mayClose reports whether what is between the brackets at i and j, which mostly quote,
// may sign the message that ends at hi: it comes after the last sentence, or it is the
// name of a sender and no words lead to it.
func (l *Line) mayClose(i, j, hi int) bool {
	if !l.maySign(i+1, j) || !l.isUnsigned() {
		return false
	}
	at := i
	for at > 0 && l.Runes[at-1] == ' ' {
		at--
	}
	if at == 0 || runes.EndsSentence(l.Runes[at-1]) || l.Runes[at-1] == '~' {
		return hi == j+1 || !runes.IsHan(l.Runes[j+1]) || l.hasOptOut(j+1, hi)
	}
	goesOn := func(c rune) bool { return runes.IsHan(c) || runes.IsLetter(c) }
	return l.EndsLikeSender(i+1, j) && !l.leadsToName(at) && !slices.ContainsFunc(l.Runes[j+1:hi], goesOn)
}

// leadsToName reports whether the words before rune i lead to a name in the sentence:
// 登录「某某分期」.
func (l *Line) leadsToName(i int) bool {
	return l.Before(BesideLender, i).Has(WayToPay) || lexicon.LenderLead.EndingAt(l.Runes, i) < i || lexicon.OwnLead.EndingAt(l.Runes, i) < i
}

// maySign reports whether l.Runes[i:j] may be a signature although its brackets mostly
// quote: it is words without a label, and not a person's name.
func (l *Line) maySign(i, j int) bool {
	han := 0
	for _, c := range l.Runes[i:j] {
		switch {
		case runes.IsHan(c):
			han++
		case !runes.IsAlnum(c) && c != ' ':
			return false
		}
	}
	if han < 2 || j-i > maxQuoted {
		return false
	}
	return l.LenderIn(i, j) != nil || l.EndsLikeSender(i, j) || !l.IsPerson(i, j)
}
