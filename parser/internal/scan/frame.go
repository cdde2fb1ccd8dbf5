package scan

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// frame finds the signatures at the beginning and at the end, and where the body
// begins. A bracket that is never closed is part of the body.
func (l *Line) frame() {
	l.Signatures = l.Signatures[:0]
	lo, hi := 0, len(l.Runes)
	for {
		open, end := l.openingSignature(lo, hi)
		if end == lo {
			break
		}
		l.Signatures = append(l.Signatures, [2]int{open + 1, end - 1})
		lo = end
	}
	front := len(l.Signatures)
	for {
		start, end := l.closingSignature(lo, hi)
		if start == hi {
			break
		}
		l.Signatures = append(l.Signatures, [2]int{start + 1, end})
		hi = start
	}
	slices.Reverse(l.Signatures[front:])
	l.Body = lo
}

// skipSignature returns the end of the signature whose opening bracket is at i, or i if
// there is none.
func (l *Line) skipSignature(i int) int {
	if runes.IsWord(l.Runes[i]) {
		return i
	}
	if k := l.SignatureAt(i); k >= 0 && l.Signatures[k][0] == i+1 {
		return l.Signatures[k][1] + 1
	}
	return i
}

// SignatureAt returns the index in l.Signatures of the signature that contains rune i,
// brackets included, or -1.
func (l *Line) SignatureAt(i int) int {
	k, end := 0, len(l.Signatures)
	for k < end {
		if half := (k + end) / 2; l.Signatures[half][1] < i {
			k = half + 1
		} else {
			end = half
		}
	}
	if k == len(l.Signatures) || l.Signatures[k][0]-1 > i {
		return -1
	}
	return k
}

const (
	// MaxSignature is the length of the longest signature, in runes between the brackets.
	MaxSignature = 30

	maxAside  = 28 // runes beside a signature that are not written by the sender: 今天10:00
	maxOptOut = 16 // runes after the last signature: 回T退订
)

// openingSignature returns the opening bracket and the end of the signature that the
// runes [lo, hi) begin with, after spaces, the number of a part (1/2) and what people who
// forward a message put in front of it. It returns lo, lo if there is none.
func (l *Line) openingSignature(lo, hi int) (open, end int) {
	open = l.skipPart(lo, hi)
	if open < hi {
		if end = l.bracketEnd(open, hi); end > open {
			return open, end
		}
		if l.isUnsigned() {
			open = l.skipAside(open, hi)
		}
	}
	if open < hi {
		if end = l.bracketEnd(open, hi); end > open {
			return open, end
		}
	}
	return lo, lo
}

// isUnsigned reports whether no signature found so far may name a sender.
func (l *Line) isUnsigned() bool {
	return !slices.ContainsFunc(l.Signatures, func(g [2]int) bool { return l.MayBeSender(g[0], g[1]) })
}

// skipPart returns i moved over blanks and the number of a part: (1/2).
func (l *Line) skipPart(i, hi int) int {
	for i < hi && (l.Runes[i] == ' ' || l.Runes[i] == '\n') {
		i++
	}
	if i+4 < hi && l.Runes[i] == '(' && l.Runes[i+2] == '/' && l.Runes[i+4] == ')' {
		i += 5
	}
	return i
}

// skipAside returns i moved to a bracket that may open a signature, over what only people
// who forward a message write: 转发短信:, 卡1:, a number, or a remark that ends in such a word
// and a colon. It returns hi if there is none.
func (l *Line) skipAside(i, hi int) int {
	if l.opensSignature(i) {
		return hi
	}
	plain := true // there are only such words and numbers
	for j, last := i, min(hi, i+maxAside); j < last; {
		c := l.Runes[j]
		switch {
		case l.opensSignature(j):
			if plain || l.endsAside(j) {
				return j
			}
			return hi
		case runes.IsDigit(c):
			for j++; j < last && (runes.IsDigit(l.Runes[j]) || runes.MasksDigit(l.Runes, j)); j++ {
			}
		case l.endsLead(j):
			return hi
		case runes.IsHan(c) || runes.IsLetter(c):
			end := lexicon.LenderAside.At(l.Runes, j)
			plain = plain && end > j
			j = max(end, j+1)
		default:
			j++
		}
	}
	return hi
}

// endsLead reports whether what people who forward a message put in front of it cannot go
// beyond rune j: a sentence ends there, or j is within a sum.
func (l *Line) endsLead(j int) bool {
	switch c := l.Runes[j]; c {
	case '\n':
		return false
	case '.', ',', '，':
		return runes.DigitAt(l.Runes, j-1)
	default:
		return runes.EndsSentence(c) || runes.IsMask(c)
	}
}

// endsAside reports whether a word of people who forward a message and a colon come
// before rune j.
func (l *Line) endsAside(j int) bool {
	if IsQuote(l.Runes[j-1]) {
		j--
	}
	if runes.At(l.Runes, j-1) != ':' {
		return false
	}
	return lexicon.LenderAside.EndingAt(l.Runes, j-1) < j-1
}

// closingSignature returns the opening and the closing bracket of the signature that the
// runes [lo, hi) end with, before an opt-out, a full stop, or what people who forward a
// message add to it. It returns hi, hi if there is none.
func (l *Line) closingSignature(lo, hi int) (start, end int) {
	for j := hi - 1; j >= lo && hi-j <= maxAside+1; j-- {
		if !closesSignature(l.Runes[j]) {
			continue
		}
		if start = l.bracketStart(lo, j, hi); start < j && l.isTrailer(j+1, hi) {
			return start, j
		}
		break
	}
	return hi, hi
}

// isTrailer reports whether l.Runes[i:j] may come after the last signature: an opt-out,
// a time, or a remark on the message.
func (l *Line) isTrailer(i, j int) bool {
	if j-i <= 2 || j-i <= maxOptOut && l.hasOptOut(i, j) {
		return true
	}
	for i < j {
		if l.Runes[i] == '@' { // a person who is to read it
			for i++; i < j && runes.IsWord(l.Runes[i]); i++ {
			}
			continue
		}
		if !runes.IsHan(l.Runes[i]) {
			i++
			continue
		}
		end := lexicon.LenderAside.At(l.Runes[:j], i)
		if end == i {
			return false
		}
		i = end
	}
	return true
}

// hasOptOut reports whether l.Runes[i:j] has a word of an opt-out.
func (l *Line) hasOptOut(i, j int) bool {
	for _, c := range l.Runes[i:j] {
		switch c {
		case '退', '拒', '订':
			return true
		}
	}
	return false
}
