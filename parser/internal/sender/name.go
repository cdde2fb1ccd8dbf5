// Package sender finds the name of a message's sender where it is not in brackets: at
// the head of the text, at its end, and where lenders are named in it.
package sender

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// maxUnknown is the length, in runes, of the longest name that is accepted although
// nothing in it shows that it is a name.
const maxUnknown = 7

// isUnknownName reports whether l.Runes[i:j], after a dash at the end, may be a name
// although nothing else in it shows that.
func isUnknownName(l *scan.Line, i, j int) bool {
	return j-i <= maxUnknown && !saysMore(l, i, j) && !isSentence(l, i, j)
}

// isSentence reports whether l.Runes[i:j] has a word of sentences, and is therefore no
// name.
func isSentence(l *scan.Line, i, j int) bool {
	for k := i; k < j; k++ {
		if end := lexicon.SentenceWord.At(l.Runes[:j], k); end > k && l.IsBoundary(k) && l.IsBoundary(end) {
			return true
		}
	}
	return false
}

// saysMore reports whether a token in l.Runes[i:j] says more than that a debt is meant.
// A number in words may be part of a name, but not all of it: 九秒贷.
func saysMore(l *scan.Line, i, j int) bool {
	for k := l.From(i); k < len(l.Tokens) && int(l.Tokens[k].Start) < j; k = l.Next(k) {
		if t := &l.Tokens[k]; int(t.End) <= j && !mayBeInName(l, t, i, j) {
			return true
		}
	}
	return false
}

// mayBeInName reports whether the token t may be part of the name l.Runes[i:j].
func mayBeInName(l *scan.Line, t *scan.Token, i, j int) bool {
	const may = lexicon.Debt | lexicon.Bill | lexicon.Advert
	switch t.Kind {
	case scan.Cue:
		return t.Senses&^may == 0 && t.Mentions == 0
	case scan.Number:
		return t.End-t.Start <= 3
	case scan.Duration, scan.Amount:
		return int(t.End) < j && runes.HanAt(l.Runes, int(t.Start))
	case scan.Lender:
		return int(t.Start) == i
	}
	return false
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
