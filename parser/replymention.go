package parser

import (
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// maxReply is the length of the longest letters or digits that are to be sent back, in
// runes: 回复FQ36. A longer number is a telephone number.
const maxReply = 5

// hasReplyWord reports whether a word to be sent back begins at rune i, after a space or
// a quotation mark: 回复1, 回复“同意”. The word of an opt-out does not count.
func hasReplyWord(l *scan.Line, i int) bool {
	quoted := false
	for range 2 {
		switch c := l.Rune(i); {
		case scan.IsQuote(c):
			quoted = true
			i++
		case c == ' ' || c == ':':
			i++
		}
	}
	isReply := runes.IsAlnum
	if quoted {
		isReply = func(c rune) bool { return c != 0 && !scan.IsQuote(c) }
	}
	end := i
	for end-i <= maxReply && isReply(l.Rune(end)) {
		end++
	}
	if quoted {
		return !isOptOut(l, i, end+1)
	}
	return end > i && end-i <= maxReply && !isOptOut(l, i, end)
}

// isOptOut reports whether sending back the word l.Runes[start:end], with the mark that
// closes it, ends the messages: 回复TD退订, 拒收请回R.
func isOptOut(l *scan.Line, start, end int) bool {
	says := l.Before(scan.BesideReplyWord, start) | l.At(scan.BesideReplyWord, start) | l.After(scan.BesideReplyWord, min(end, len(l.Runes)))
	return says.Has(scan.OptOut)
}

// isPlea reports whether an answer of any sort is asked for at k: 收到请回复。
func isPlea(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	return runes.EndsClause(l.Rune(int(t.End))) && l.Before(scan.BesideReply, int(t.Start)).Has(scan.Asked)
}
