package sender

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

const (
	maxHead     = 12 // runes of a name at the head of a text
	maxToReader = 8  // runes after such a name within which the reader is addressed
)

// head returns the bounds of the lender at the head of the text, 0, 0 if there is none:
// 某某花通知:, 某某提醒您.
func head(l *scan.Line) (i, j int) {
	i, j, right := headName(l)
	if j-i < 2 || l.IsTitle(i, j) {
		return 0, 0
	}
	if name, end := l.LenderAt(i); name != nil && (end == j || isSigner(l, end, j)) {
		return i, l.WithoutProduct(i, end)
	}
	if cueBegins(l, i, lexicon.LenderStaff.EndingAt(l.Runes[:j], j)) {
		return 0, 0
	}
	if end := staffless(l, i, j); end > i {
		return i, end
	}
	if l.Knows(i, j) || lexicon.NotLenderHead.At(l.Runes, i) > i || !isHead(l, i, j, right) {
		return 0, 0
	}
	return i, j
}

// isHead reports whether l.Runes[i:j] at the head of the text is the name of a sender,
// judging by its form and by what comes after it.
func isHead(l *scan.Line, i, j int, right scan.Context) bool {
	if l.EndsLikeLender(i, j) {
		return true
	}
	colon := l.Rune(j) == ':'
	if !l.IsPerson(i, j) && (right.Has(scan.Notifies) || colon && l.EndsLikeSender(i, j)) {
		return true
	}
	return colon && isUnknownSender(l, i, j)
}

// staffless returns the end of the name that l.Runes[i:j] begins with if a word for a
// lender's staff follows it, 某某客服; i if none does. A department signs as itself.
func staffless(l *scan.Line, i, j int) int {
	end := lexicon.LenderStaff.EndingAt(l.Runes[:j], j)
	if end == j || end < i+2 || l.EndsLikeSender(i, j) || !l.MayBeSender(i, end) {
		return i
	}
	if l.EndsLikeSender(i, end) || isUnknownName(l, i, end) && !l.Knows(i, end) {
		return end
	}
	return i
}

// isUnknownSender reports whether l.Runes[i:j], before a colon at the head of the text,
// may be the name of a sender although nothing else in it shows that.
func isUnknownSender(l *scan.Line, i, j int) bool {
	return j-i >= 3 && j-i <= maxUnknown && l.MayBeSender(i, j) && !l.IsPerson(i, j) && !saysMore(l, i, j) && !isSentence(l, i, j) &&
		lexicon.Addressee.EndingAt(l.Runes[:j], j) == j && slices.Contains(l.Runes[j:min(j+maxToReader, len(l.Runes))], '您') && scan.ClosingMark(l.Rune(j+1)) == 0
}

// headName returns the bounds of what comes at the head of the text before a colon or a
// word such as 提醒, and the context after it; 0, 0 if there is no such word.
func headName(l *scan.Line) (i, j int, right scan.Context) {
	for i = l.Body; i < len(l.Runes) && !runes.IsWord(l.Runes[i]); i++ {
	}
	for j = i; j < len(l.Runes) && j-i <= maxHead; j++ {
		if right = l.After(scan.BesideLender, j); right.Has(scan.Notifies|scan.Addresses) || l.Runes[j] == ':' {
			return i, j, right
		}
		if !runes.IsWord(l.Runes[j]) {
			break
		}
	}
	return 0, 0, 0
}
