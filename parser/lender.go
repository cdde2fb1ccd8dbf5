package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// findLender returns the sender by the signature that most likely names a lender, else
// by the name after a dash at the end, else by a lender named in the text. It returns
// nil if there is none.
func findLender(l *scan.Line) *LenderName {
	best, score := -1, 0
	for i, g := range l.Signatures {
		if v := signatureScore(l, g[0], g[1]); v > score {
			best, score = i, v
		}
	}
	if best >= 0 {
		g := l.Signatures[best]
		return lenderName(l, g[0], g[1])
	}
	if i, j := dashName(l); j > i {
		return lenderName(l, i, j)
	}
	if i, j := namedLender(l); j > i {
		return lenderName(l, i, j)
	}
	return nil
}

// signatureScore returns how likely the signature l.Runes[i:j] names a lender, from 0
// for a title to 3 for a known lender.
func signatureScore(l *scan.Line, i, j int) int {
	switch {
	case l.LenderIn(i, j) != nil:
		return 3
	case l.IsTitle(i, j):
		return 0
	case l.EndsLikeLender(i, j):
		return 2
	}
	return 1
}

// signedByLender reports whether a signature ends as lenders' names do.
func signedByLender(l *scan.Line) bool {
	return slices.ContainsFunc(l.Signatures, func(g [2]int) bool { return l.EndsLikeLender(g[0], g[1]) })
}

// maxDashName is the length of the longest name after a dash, in runes.
const maxDashName = 13

// dashName returns the bounds of the name after a dash at the end of the message, 0, 0
// if there is none: —某某金融.
func dashName(l *scan.Line) (i, j int) {
	j = len(l.Runes)
	for j > 0 && (l.Runes[j-1] == ' ' || l.Runes[j-1] == '\n') {
		j--
	}
	for i = j; i > 0 && j-i <= maxDashName; i-- {
		c := l.Runes[i-1]
		if runes.IsDash(c) || c == '―' {
			if runes.AlnumAt(l.Runes, i-2) || !mayBeSigned(l, i, j) {
				return 0, 0
			}
			for i < j && l.Runes[i] == ' ' {
				i++
			}
			return i, j
		}
		if !runes.IsWord(c) && c != ' ' {
			break
		}
	}
	return 0, 0
}

// mayBeSigned reports whether l.Runes[i:j], after a dash, names a lender.
func mayBeSigned(l *scan.Line, i, j int) bool {
	return j-i >= 2 && !l.IsTitle(i, j) && (l.LenderIn(i, j) != nil || l.EndsLikeLender(i, j))
}

// lenderName returns l.Runes[i:j] as the name of a lender, with its canonical name if
// the lender is known.
func lenderName(l *scan.Line, i, j int) *LenderName {
	name := &LenderName{Found: found(l, i, j)}
	if known := l.LenderIn(i, j); known != nil {
		name.Canonical = known.Canonical
	}
	return name
}
