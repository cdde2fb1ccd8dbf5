package parser

import (
	"cmp"
	"slices"
)

// frame finds the signatures at the front and at the end, and where the body
// begins. A bracket that is never closed is part of the body.
func (s *reading) frame() {
	s.signatures = s.signatures[:0]
	lo, hi := 0, len(s.Runes)
	for {
		open, end := s.openingSignature(lo, hi)
		if end == lo {
			break
		}
		s.signatures = append(s.signatures, [2]int{open + 1, end - 1})
		lo = end
	}
	front := len(s.signatures)
	for {
		start, end := s.closingSignature(lo, hi)
		if start == hi {
			break
		}
		s.signatures = append(s.signatures, [2]int{start + 1, end})
		hi = start
	}
	slices.Reverse(s.signatures[front:])
	s.body = lo
}

// skipSignature returns the end of the signature whose bracket stands at i, i
// if none does.
func (s *reading) skipSignature(i int) int {
	if closingBracket(s.Runes[i]) == 0 {
		return i
	}
	if k := s.signatureAt(i); k >= 0 && s.signatures[k][0] == i+1 {
		return s.signatures[k][1] + 1
	}
	return i
}

// signatureAt returns the index of the signature that holds rune i, its
// brackets included, -1 if none does.
func (s *reading) signatureAt(i int) int {
	k, _ := slices.BinarySearchFunc(s.signatures, i, func(g [2]int, at int) int { return cmp.Compare(g[1], at) })
	if k == len(s.signatures) || s.signatures[k][0]-1 > i {
		return -1
	}
	return k
}

const (
	maxSignature = 30 // runes within the brackets
	maxTrailer   = 16 // runes behind the last signature: 回T退订
)

// openingSignature returns the bracket and the end of a signature that begins
// the runes from lo, part numbers (1/2) and blanks aside; lo, lo if there is
// none.
func (s *reading) openingSignature(lo, hi int) (open, end int) {
	i := lo
	for i < hi && (s.Runes[i] == ' ' || s.Runes[i] == '\n') {
		i++
	}
	if i < hi && s.Runes[i] == '(' && i+4 < hi && s.Runes[i+4] == ')' && s.Runes[i+2] == '/' {
		i += 5
	}
	if i >= hi {
		return lo, lo
	}
	close := closingBracket(s.Runes[i])
	if close == 0 {
		return lo, lo
	}
	for j := i + 1; j < hi && j-i <= maxSignature+1; j++ {
		if s.Runes[j] == close {
			if j == i+1 {
				return lo, lo
			}
			return i, j + 1
		}
		if closingBracket(s.Runes[j]) != 0 {
			break
		}
	}
	return lo, lo
}

// closingSignature returns the brackets of a signature that ends the runes
// before hi, an opt-out or a full stop behind it aside; hi, hi if there is none.
func (s *reading) closingSignature(lo, hi int) (start, end int) {
	for j := hi - 1; j >= lo && hi-j <= maxTrailer+1; j-- {
		if s.Runes[j] != '】' && s.Runes[j] != ']' {
			continue
		}
		for i := j - 1; i >= lo && j-i <= maxSignature+1; i-- {
			if c := closingBracket(s.Runes[i]); c != 0 {
				if c == s.Runes[j] && i < j-1 && (hi-j <= 3 || s.isTrailer(j+1, hi)) {
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
func (s *reading) isTrailer(i, j int) bool {
	for k := i; k < j; k++ {
		switch s.Runes[k] {
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

func (s *reading) foundSignatures() []Found {
	if len(s.signatures) == 0 {
		return nil
	}
	found := make([]Found, len(s.signatures))
	for i, g := range s.signatures {
		found[i] = s.found(g[0], g[1])
	}
	return found
}
