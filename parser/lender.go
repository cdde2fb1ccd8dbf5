package parser

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/sender"
)

// findLender returns the sender: from the signature that most likely names a lender, else
// from the name at the end of the message, else from a lender named in the text. It returns
// nil if there is none.
func findLender(l *scan.Line) *LenderName {
	var from, to, score int
	for _, g := range l.Signatures {
		if v := signatureScore(l, g[0], g[1]); v > score {
			from, to = l.WithoutBlanks(g[0], g[1])
			score = v
		}
	}
	if score > 0 {
		return lenderName(l, from, to)
	}
	if i, j := sender.Closing(l); j > i {
		return lenderName(l, i, j)
	}
	if i, j := sender.Named(l); j > i {
		return lenderName(l, i, j)
	}
	return nil
}

// findCreditor returns the creditor if somebody signs who is not in the table of lenders:
// the first other lender that the text names. It returns nil if there is none.
func findCreditor(l *scan.Line, signed *LenderName) *LenderName {
	if signed == nil || signed.Canonical != "" {
		return nil
	}
	i, j := sender.Named(l)
	if j <= i {
		return nil
	}
	named := lenderName(l, i, j)
	if strings.Contains(signed.Text, named.Text) || strings.Contains(named.Text, signed.Text) {
		return nil
	}
	return named
}

// signatureScore returns how likely the signature l.Runes[i:j] names a lender: 0 for a
// title, the highest for a known lender. Of signatures otherwise alike, one in 【】 scores
// more.
func signatureScore(l *scan.Line, i, j int) int {
	score, bracket := 0, l.Runes[i-1]
	i, j = l.WithoutBlanks(i, j)
	switch {
	case !l.MayBeSender(i, j):
		return 0
	case l.LenderIn(i, j) != nil:
		score = 4
	case l.EndsLikeSender(i, j):
		score = 3
	case l.IsPerson(i, j) || l.Knows(i, j):
		score = 1
	default:
		score = 2
	}
	score *= 2
	if bracket == '【' {
		score++
	}
	return score
}

// signedByLender reports whether a signature ends as lenders' names do.
func signedByLender(l *scan.Line) bool {
	return slices.ContainsFunc(l.Signatures, func(g [2]int) bool { return l.EndsLikeLender(g[0], g[1]) })
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
