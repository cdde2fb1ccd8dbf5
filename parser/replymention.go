package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// maxReply is the length of the longest letters or digits that are to be sent back, in
// runes: 回复FQ36. A longer number is a telephone number.
const maxReply = 5

// isBareReply reports whether the cue of a reply at k needs what is to be sent after it:
// 回复 does, 给个准话 does not.
func isBareReply(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	last := l.Runes[t.End-1]
	return !t.Phrase && (last == '复' || last == '回') && t.End-t.Start <= 5 && !l.Contains(t, '速') && !l.Contains(t, '盼') && !l.Contains(t, '望')
}

// hasReplyWord reports whether a word that is to be sent back begins at rune i, after a
// space or a quotation mark: 回复1, 回复“同意”. That of an opt-out does not count.
func hasReplyWord(l *scan.Line, i int) bool {
	quoted := false
	for n := 0; n < 2; n++ {
		switch c := l.Rune(i); {
		case scan.IsQuote(c):
			quoted = true
			i++
		case c == ' ' || c == ':':
			i++
		}
	}
	end := i
	if quoted {
		for end-i <= maxReply && !scan.IsQuote(l.Rune(end)) {
			end++
		}
		return !slices.ContainsFunc(l.Runes[i:min(end, len(l.Runes))], stops) && !isOptOut(l, i, end+1)
	}
	for end-i <= maxReply && runes.IsAlnum(l.Rune(end)) {
		end++
	}
	return end > i && end-i <= maxReply && !isOptOut(l, i, end)
}

// isOptOut reports whether the word l.Runes[start:end] that is to be sent back stops the
// messages: 回复TD退订, 拒收请回R.
func isOptOut(l *scan.Line, start, end int) bool {
	if l.Rune(end) == ' ' {
		end++
	}
	if stops(l.Rune(end)) {
		return true
	}
	for i := start - 1; i >= 0 && start-i <= lexicon.GapReach && !runes.EndsClause(l.Runes[i]); i-- {
		switch {
		case l.Runes[i] == '拒', l.Runes[i] == '退' && l.Rune(i+1) == '订':
			return true
		}
	}
	return false
}

// stops reports whether a word with c stops the messages: 退订, 拒收.
func stops(c rune) bool { return c == '退' || c == '拒' }

// isPlea reports whether a reply of any sort is asked for at k: 收到请回复。
func isPlea(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	if !runes.EndsClause(l.Rune(int(t.End))) {
		return false
	}
	switch l.Rune(int(t.Start) - 1) {
	case '请', '速', '望', '快', '时', '盼', '早':
		return true
	}
	return false
}
