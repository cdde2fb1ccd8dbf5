package scan

import (
	"cmp"
	"slices"
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
	if closingBracket(l.Runes[i]) == 0 {
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
	k, _ := slices.BinarySearchFunc(l.Signatures, i, func(g [2]int, at int) int { return cmp.Compare(g[1], at) })
	if k == len(l.Signatures) || l.Signatures[k][0]-1 > i {
		return -1
	}
	return k
}

const (
	// MaxSignature is the length of the longest signature, in runes between the brackets.
	MaxSignature = 30

	maxTrailer = 16 // runes after the last signature: 回T退订
)

// openingSignature returns the opening bracket and the end of the signature that the
// runes [lo, hi) begin with, after spaces and the number of a part (1/2). It returns
// lo, lo if there is none.
func (l *Line) openingSignature(lo, hi int) (open, end int) {
	open = l.skipPart(lo, hi)
	if open >= hi {
		return lo, lo
	}
	closing := closingBracket(l.Runes[open])
	if closing == 0 {
		return lo, lo
	}
	for j := open + 1; j < hi && j-open <= MaxSignature+1; j++ {
		switch c := l.Runes[j]; {
		case c == closing && j > open+1:
			return open, j + 1
		case c == closing, closingBracket(c) != 0:
			return lo, lo
		}
	}
	return lo, lo
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

// closingSignature returns the opening and the closing bracket of the signature that
// the runes [lo, hi) end with, before an opt-out or a full stop. It returns hi, hi if
// there is none.
func (l *Line) closingSignature(lo, hi int) (start, end int) {
	for j := hi - 1; j >= lo && hi-j <= maxTrailer+1; j-- {
		if l.Runes[j] != '】' && l.Runes[j] != ']' {
			continue
		}
		for i := j - 1; i >= lo && j-i <= MaxSignature+1; i-- {
			if c := closingBracket(l.Runes[i]); c != 0 {
				if c == l.Runes[j] && i < j-1 && (hi-j <= 3 || l.isTrailer(j+1, hi)) {
					return i, j
				}
				break
			}
		}
		break
	}
	return hi, hi
}

// isTrailer reports whether l.Runes[i:j], after a signature, is an opt-out.
func (l *Line) isTrailer(i, j int) bool {
	for k := i; k < j; k++ {
		switch l.Runes[k] {
		case '退', '拒', '订':
			return true
		}
	}
	return false
}

// closingBracket returns the bracket that closes open, or 0 if open does not open a
// signature.
func closingBracket(open rune) rune {
	switch open {
	case '【':
		return '】'
	case '[':
		return ']'
	}
	return 0
}
