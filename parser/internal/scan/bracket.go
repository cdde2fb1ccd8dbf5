package scan

import (
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// maxQuoted is the length of the longest signature in brackets that mostly quote, in
// runes between them.
const maxQuoted = 14

// closingBracket returns the bracket that closes open, 0 if open is none. quotes is set
// if such brackets mostly have another use than to sign a message.
func closingBracket(open rune) (closing rune, quotes bool) {
	switch open {
	case '【':
		return '】', false
	case '[':
		return ']', false
	case '{':
		return '}', true
	case '<':
		return '>', true
	case '「':
		return '」', true
	case '『':
		return '』', true
	case '〖':
		return '〗', true
	case '〈':
		return '〉', true
	}
	return 0, false
}

// ClosingMark returns the quotation mark or the bracket that closes open, 0 if open opens
// none.
func ClosingMark(open rune) (closing rune) {
	switch open {
	case '"', '\'':
		return open
	case '“':
		return '”'
	case '‘':
		return '’'
	case '《':
		return '》'
	}
	closing, _ = closingBracket(open)
	return closing
}

// IsQuote reports whether c is a quotation mark.
func IsQuote(c rune) bool {
	switch c {
	case '"', '\'', '“', '”', '‘', '’':
		return true
	}
	return false
}

// opensSignature reports whether the rune at i is a bracket that is there to sign.
func (l *Line) opensSignature(i int) bool {
	closing, quotes := closingBracket(l.Runes[i])
	return closing != 0 && !quotes
}

// bracketEnd returns the end of the signature whose opening bracket is at open, or open
// if there is none.
func (l *Line) bracketEnd(open, hi int) int {
	closing, quotes := closingBracket(l.Runes[open])
	if closing == 0 {
		return open
	}
	for j := open + 1; j < hi && j-open <= MaxSignature+1; j++ {
		c := l.Runes[j]
		if c == closing && j > open+1 && (!quotes || l.maySign(open+1, j) && l.isUnsigned()) {
			return j + 1
		}
		if c == closing || !quotes && l.opensSignature(j) {
			return open
		}
	}
	return open
}

// bracketStart returns the opening bracket of the signature whose closing bracket is at
// j, or j if there is none. What is quoted within a sentence is no signature.
func (l *Line) bracketStart(lo, j int) int {
	for i := j - 1; i >= lo && j-i <= MaxSignature+1; i-- {
		closing, quotes := closingBracket(l.Runes[i])
		switch {
		case closing == l.Runes[j] && i < j-1:
			if quotes && !(l.maySign(i+1, j) && l.endsBefore(i, i+1, j) && l.isUnsigned()) {
				return j
			}
			return i
		case closing != 0:
			return j
		}
	}
	return j
}

// maySign reports whether l.Runes[i:j] may be a signature though its brackets mostly
// quote: it is words without a label, and no person's name.
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
	return l.LenderIn(i, j) != nil || l.EndsLikeSender(i, j) || !(j-i <= 3 && surnames.Len(l.Runes[i:j]) > 0)
}

// endsBefore reports whether a sentence ends before rune at, or l.Runes[i:j] is surely
// the name of a sender.
func (l *Line) endsBefore(at, i, j int) bool {
	for at > 0 && l.Runes[at-1] == ' ' {
		at--
	}
	return at == 0 || runes.EndsSentence(l.Runes[at-1]) || l.Runes[at-1] == '~' || l.EndsLikeSender(i, j)
}
