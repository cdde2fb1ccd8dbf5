package parser

import (
	"github.com/dunsms/dunsms/parser/internal/runes"

	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/titles.txt
var titleTable string

//go:embed data/lender_endings.txt
var endingTable string

var (
	titleWords    = sync.OnceValue(func() *runes.Trie { return runes.NewTrie(runes.Words("titles.txt", titleTable)) })
	lenderEndings = sync.OnceValue(func() *runes.Trie { return runes.NewTrie(runes.Words("lender_endings.txt", endingTable)) })
)

// lender finds who the message says it is from: the signature that names a
// lender, else the name behind a dash at the end, else a lender named in the
// text.
func (s *reading) lender() *LenderName {
	best, score := -1, 0
	for i, g := range s.signatures {
		if v := s.signatureScore(g[0], g[1]); v > score {
			best, score = i, v
		}
	}
	if best >= 0 {
		g := s.signatures[best]
		return s.lenderName(g[0], g[1])
	}
	if i, j := s.dashName(); j > i {
		return s.lenderName(i, j)
	}
	if i, j := s.namedLender(); j > i {
		return s.lenderName(i, j)
	}
	return nil
}

// signatureScore tells how likely a signature names a lender: 0 for a title.
func (s *reading) signatureScore(i, j int) int {
	switch {
	case s.knownIn(i, j) != nil:
		return 3
	case s.isTitle(i, j):
		return 0
	case s.endsLikeLender(i, j):
		return 2
	}
	return 1
}

// knownIn returns the lender of the table that runes[i:j] name, a place before it
// aside. A name that is an ordinary word too must be all of them.
func (s *reading) knownIn(i, j int) *lenderAlias {
	for k := i; k < j; k++ {
		if a, end := s.p.lenders.at(s.Runes[:j], k); a != nil && (k == i || strings.ContainsRune("县市区省州", s.Runes[k-1])) && (!a.signed || k == i && end == j) {
			return a
		}
	}
	return nil
}

// isTitle tells whether runes[i:j] are made of title words, digits and marks.
func (s *reading) isTitle(i, j int) bool {
	words, han := titleWords(), false
	for i < j {
		if !runes.IsHan(s.Runes[i]) {
			i++
			continue
		}
		han = true
		_, end := words.Longest(s.Runes[:j], i)
		if end == i {
			return false
		}
		i = end
	}
	return han
}

func (s *reading) endsLikeLender(i, j int) bool {
	for k := j - 1; k > i && j-k <= 6; k-- {
		if v, end := lenderEndings().Longest(s.Runes, k); v != 0 && end == j {
			return true
		}
	}
	return false
}

// signedByLender tells whether a signature ends as lenders' names do.
func (s *reading) signedByLender() bool {
	return slices.ContainsFunc(s.signatures, func(g [2]int) bool { return s.endsLikeLender(g[0], g[1]) })
}

// dashName returns the name behind a dash at the end of the message: —某某金融.
func (s *reading) dashName() (i, j int) {
	j = len(s.Runes)
	for j > 0 && (s.Runes[j-1] == ' ' || s.Runes[j-1] == '\n') {
		j--
	}
	for i = j; i > 0 && j-i < 14; i-- {
		c := s.Runes[i-1]
		if runes.IsDash(c) || c == '—' || c == '―' {
			if i-2 >= 0 && runes.IsAlnum(s.Runes[i-2]) || j-i < 2 || s.isTitle(i, j) || s.knownIn(i, j) == nil && !s.endsLikeLender(i, j) {
				return 0, 0
			}
			for i < j && s.Runes[i] == ' ' {
				i++
			}
			return i, j
		}
		if !runes.IsHan(c) && !runes.IsAlnum(c) && c != ' ' {
			break
		}
	}
	return 0, 0
}

func (s *reading) lenderName(i, j int) *LenderName {
	l := &LenderName{Found: s.found(i, j)}
	if a := s.knownIn(i, j); a != nil {
		l.Canonical = a.canonical
	}
	return l
}
