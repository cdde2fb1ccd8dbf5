package scan

import (
	"cmp"
	"slices"
)

// frame finds the signatures at the front and at the end, and where the body
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

// skipSignature returns the end of the signature whose bracket stands at i, i
// if none does.
func (l *Line) skipSignature(i int) int {
	if closingBracket(l.Runes[i]) == 0 {
		return i
	}
	if k := l.SignatureAt(i); k >= 0 && l.Signatures[k][0] == i+1 {
		return l.Signatures[k][1] + 1
	}
	return i
}

// SignatureAt returns the index of the signature that holds rune i, its
// brackets included, -1 if none does.
func (l *Line) SignatureAt(i int) int {
	k, _ := slices.BinarySearchFunc(l.Signatures, i, func(g [2]int, at int) int { return cmp.Compare(g[1], at) })
	if k == len(l.Signatures) || l.Signatures[k][0]-1 > i {
		return -1
	}
	return k
}

const (
	MaxSignature = 30 // runes within the brackets
	maxTrailer   = 16 // runes behind the last signature: 回T退订
)

// openingSignature returns the bracket and the end of a signature that begins
// the runes from lo, part numbers (1/2) and blanks aside; lo, lo if there is
// none.
func (l *Line) openingSignature(lo, hi int) (open, end int) {
	i := lo
	for i < hi && (l.Runes[i] == ' ' || l.Runes[i] == '\n') {
		i++
	}
	if i < hi && l.Runes[i] == '(' && i+4 < hi && l.Runes[i+4] == ')' && l.Runes[i+2] == '/' {
		i += 5
	}
	if i >= hi {
		return lo, lo
	}
	close := closingBracket(l.Runes[i])
	if close == 0 {
		return lo, lo
	}
	for j := i + 1; j < hi && j-i <= MaxSignature+1; j++ {
		if l.Runes[j] == close {
			if j == i+1 {
				return lo, lo
			}
			return i, j + 1
		}
		if closingBracket(l.Runes[j]) != 0 {
			break
		}
	}
	return lo, lo
}

// closingSignature returns the brackets of a signature that ends the runes
// before hi, an opt-out or a full stop behind it aside; hi, hi if there is none.
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

// isTrailer tells whether runes[i:j] is what stands behind a last signature: an
// opt-out.
func (l *Line) isTrailer(i, j int) bool {
	for k := i; k < j; k++ {
		switch l.Runes[k] {
		case '退', '拒', '订':
			return true
		}
	}
	return false
}

// closingBracket returns the bracket that closes open, 0 if open opens no
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
