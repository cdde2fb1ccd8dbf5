package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// reading is what the stages of one Parse pass on; it is used again by the next.
type reading struct {
	fold.Text
	p      *Parser
	plain  []byte // the folded text
	ends   []int32
	starts []bool // starts[i]: a word begins at runes[i]

	body       int      // where the runes behind the first signatures begin
	signatures [][2]int // runes within the brackets
	items      []item
	at         []int32 // at[i] is the first item that begins at runes[i] or behind it
	phrases    []item  // cues with "…", which overlap items
	amounts    []number.Amount
	durations  []calendar.Duration
	dates      []calendar.Date

	candidates []nameCandidate
	ranks      []int8  // of Notice.Amounts: which may be Notice.Amount
	sums       []int32 // of Notice.Amounts: their items
	taken      int     // the cue that the amount before it has taken
	carded     bool    // a card number is given, and its 户名 is who is to be paid

	clause, sentence int32
}

// indexItems notes for each rune the first item that begins at it or behind it.
func (s *reading) indexItems() {
	n := len(s.Runes) + 1
	if cap(s.at) < n {
		s.at = make([]int32, 2*n)
	}
	s.at = s.at[:n]
	k := len(s.items)
	for i := n - 1; i >= 0; i-- {
		for k > 0 && int(s.items[k-1].start) >= i {
			k--
		}
		s.at[i] = int32(k)
	}
}

// itemAtRune returns the index of the first item that begins at rune i or
// behind it.
func (s *reading) itemAtRune(i int32) int {
	return int(s.at[min(int(i), len(s.Runes))])
}

// fillers are the runes that may stand between a cue and what it speaks of.
var fillers = runes.SetOf("为是:： 的了已约达到计共有仍尚还现高至仅只需要总大概近足额款金整数都涨就我司行们方公本为()<>\"“”=及以多长过第超将应付人民币每笔合累")

// isFiller tells whether all of runes[i:j] may stand between a cue and what it
// speaks of; at most twelve do.
func (s *reading) isFiller(i, j int32) bool {
	if i > j || j-i > 12 {
		return false
	}
	set := fillers()
	for _, r := range s.Runes[i:j] {
		if !set.Has(r) {
			return false
		}
	}
	return true
}

// before returns the index of the cue that ends before rune i with nothing but
// fillers between, -1 if there is none. One bracketed remark between them is
// passed over: 欠款总额（含罚息）1234元.
func (s *reading) before(k int, i int32) int {
	for k--; k >= 0; k-- {
		it := &s.items[k]
		if s.isFiller(it.end, i) {
			if it.kind == itemCue {
				return k
			}
			return -1
		}
		open := s.remark(i)
		if open < 0 || it.start > open {
			if open >= 0 && it.start > open {
				continue
			}
			return -1
		}
		i = open
		if s.isFiller(it.end, i) && it.kind == itemCue {
			return k
		}
		return -1
	}
	return -1
}

// remark returns the opening bracket of the remark that ends before rune i,
// fillers aside, -1 if there is none.
func (s *reading) remark(i int32) int32 {
	j := i - 1
	for j >= 0 && i-j < 4 && (s.Runes[j] == ':' || s.Runes[j] == ' ' || s.Runes[j] == '为') {
		j--
	}
	if j < 0 || s.Runes[j] != ')' {
		return -1
	}
	for k := j - 1; k >= 0 && j-k < 24; k-- {
		if s.Runes[k] == '(' {
			return k
		}
	}
	return -1
}

func (s *reading) wordAt(i int, word string) bool {
	if len(word) >= 3 && word[0]>>4 == 0xE && byte(runes.At(s.Runes, i))&0x3f != word[2]&0x3f {
		return false // the last six bits of the first character differ, as they mostly do
	}
	for _, r := range word {
		if runes.At(s.Runes, i) != r {
			return false
		}
		i++
	}
	return true
}

func (s *reading) hasRune(it *item, r rune) bool {
	return slices.Contains(s.Runes[it.start:it.end], r)
}

func (s *reading) itemEndingAt(i int) int {
	k := s.itemAtRune(int32(i)) - 1
	if k < 0 || int(s.items[k].end) != i {
		return -1
	}
	return k
}

// itemFrom returns the first item that begins at rune i or behind it, nil if
// there is none.
func (s *reading) itemFrom(i int) *item {
	if k := s.itemAtRune(int32(i)); k < len(s.items) {
		return &s.items[k]
	}
	return nil
}

// found returns the piece of the caller's text that runes[i:j] were made from,
// i < j.
func (s *reading) found(i, j int) Found {
	start, end := s.Span(i, j)
	return Found{Text: s.Source[start:end], Span: Span{start, end}}
}
