package sender

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

const (
	maxClosing = 13 // runes of a name at the end of a message
	maxPerson  = 7  // runes of the person who signs for the lender
)

// Closing returns the bounds of the name that the message ends with, without brackets:
// 。—某某金融, 。某某银行小王. It returns 0, 0 if there is none.
func Closing(l *scan.Line) (i, j int) {
	i, j, at := closingWords(l)
	if j-i < 2 || j-i > maxClosing || at == l.Body || !l.MayBeSender(i, j) || beginsSigner(l, i, j) {
		return 0, 0
	}
	c := l.Rune(at - 1)
	if runes.IsDash(c) {
		return afterDash(l, i, j, at-1)
	}
	if runes.EndsSentence(c) || c == '~' {
		return withoutPerson(l, i, j)
	}
	return 0, 0
}

// closingWords returns the bounds of the words that the message ends with, and the end
// of what comes before them without the blanks and quotation marks between.
func closingWords(l *scan.Line) (i, j, at int) {
	j = closingEnd(l)
	for i = j; i > l.Body && j-i <= maxClosing && (runes.IsWord(l.Runes[i-1]) || l.Runes[i-1] == ' '); i-- {
	}
	at = i
	for at > l.Body && (l.Runes[at-1] == ' ' || scan.IsQuote(l.Runes[at-1])) {
		at--
	}
	for i < j && (l.Runes[i] == ' ' || runes.IsDigit(l.Runes[i]) && slices.Contains(l.Runes[i:j], ' ')) {
		i++
	}
	return i, j, at
}

// afterDash returns the bounds of the name that l.Runes[i:j] begins with, after the dash
// at rune dash; 0, 0 if there is none.
func afterDash(l *scan.Line, i, j, dash int) (start, end int) {
	if !runes.AlnumAt(l.Runes, dash-1) && isSenderName(l, i, j) {
		return i, j
	}
	if start, end = withoutPerson(l, i, j); end > start {
		return start, end
	}
	if isUnknownName(l, i, j) && closesText(l, dash) {
		return i, j
	}
	return 0, 0
}

// closingEnd returns the end of the text without the marks, blanks and phone number that
// it ends with.
func closingEnd(l *scan.Line) int {
	j := len(l.Runes)
	if k := l.Prev(len(l.Tokens)); k >= 0 && l.Tokens[k].Kind == scan.Phone && j-int(l.Tokens[k].End) <= 1 {
		j = int(l.Tokens[k].Start)
	}
	for j > l.Body && (l.Runes[j-1] == ' ' || l.Runes[j-1] == '\n' || l.Runes[j-1] == '。' || scan.IsQuote(l.Runes[j-1])) {
		j--
	}
	return j
}

// closesText reports whether the dash at rune i comes after a sentence, or is as long as
// dashes before names are.
func closesText(l *scan.Line, i int) bool {
	if l.Runes[i] != '-' || l.Rune(i-1) == '-' {
		return true
	}
	for i > 0 && l.Runes[i-1] == ' ' {
		i--
	}
	return runes.EndsSentence(l.Rune(i-1)) || l.Rune(i-1) == '~'
}

// withoutPerson returns the bounds of the sender's name that l.Runes[i:j] begins with,
// before the name of the person who signs for it; 0, 0 if it does not.
func withoutPerson(l *scan.Line, i, j int) (start, end int) {
	if isSentence(l, i, j) {
		return 0, 0
	}
	if !slices.Contains(l.Runes[i:j], ' ') && isSenderName(l, i, j) {
		return i, j
	}
	for end = i + 2; end <= j; end++ {
		if (end == j || isSigner(l, end, j)) && isSenderName(l, i, end) {
			return i, end
		}
	}
	return 0, 0
}

// isSenderName reports whether l.Runes[i:j], which a message ends with, is the name of a
// sender: it is known, or ends like one.
func isSenderName(l *scan.Line, i, j int) bool {
	if name, end := l.LenderAt(i); name != nil && end == j || lexicon.LoneSender.At(l.Runes[:j], i) == j {
		return true
	}
	last := min(lexicon.SenderEnding.EndingAt(l.Runes[:j], j), lexicon.LenderEnding.EndingAt(l.Runes[:j], j))
	return l.EndsLikeSender(i, j) && !saysMore(l, i, last) && !l.Knows(i, j)
}

// isSigner reports whether l.Runes[i:j] is the person who signs for a lender, 小王, 王明,
// 客服, or something else after a space.
func isSigner(l *scan.Line, i, j int) bool {
	return l.Runes[i] == ' ' || j-i <= maxPerson && beginsSigner(l, i, j) || l.IsPerson(i, j)
}

// beginsSigner reports whether l.Runes[i:j] begins with a word for a person who signs
// for a lender: 客服小王.
func beginsSigner(l *scan.Line, i, j int) bool {
	r := l.Runes[:j]
	return lexicon.Signer.At(r, i) > i || lexicon.LenderStaff.At(r, i) > i
}
