package sender

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// maxQuoted is the length of the longest name in quotation marks, in runes.
const maxQuoted = 12

// quoted returns the bounds of the name in quotation marks or brackets that open at
// rune k: one where a lender's name is expected, or one like it. It returns 0, 0 if
// there is none.
func quoted(l *scan.Line, k int) (i, j int) {
	closing := scan.ClosingMark(l.Runes[k])
	if closing == 0 {
		return 0, 0
	}
	for j = k + 1; j < len(l.Runes) && j-k <= maxQuoted && l.Runes[j] != closing; j++ {
	}
	if l.Rune(j) != closing || j-k < 3 || !isQuotable(l, k+1, j) {
		return 0, 0
	}
	leads := lexicon.LenderLead.EndingAt(l.Runes, k) < k || lexicon.OwnLead.EndingAt(l.Runes, k) < k
	if follows := namesDebt(l, j+1); leads && follows || (leads || follows) && l.EndsLikeSender(k+1, j) {
		return k + 1, j
	}
	return 0, 0
}

// isQuotable reports whether l.Runes[i:j], in quotation marks, may be a lender's name.
func isQuotable(l *scan.Line, i, j int) bool {
	beside := l.At(scan.BesideLender, i) | l.Before(scan.BesideLender, i-1)
	return l.MayBeSender(i, j) && !saysMore(l, i, j) && !beside.Has(scan.NoName)
}

// namesDebt reports whether what follows from rune i on says that a lender is named
// before it: 的借款, 平台.
func namesDebt(l *scan.Line, i int) bool {
	end := lexicon.AfterLender.At(l.Runes, i)
	return end > i && (l.Runes[i] != '的' || end > i+1 || isTokenAt(l, end) || lexicon.AfterLender.At(l.Runes, end) > end)
}
