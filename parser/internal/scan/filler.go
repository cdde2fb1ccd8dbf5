package scan

import (
	_ "embed"
	"strings"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/fillers.tsv
var fillerTable string

// fillers is a trie of the words of fillers.tsv.
var fillers = lazy.New(func() *runes.Trie { return newFillers(fillerTable) })

// newFillers returns a trie of the words of a table in the form of fillers.tsv.
func newFillers(table string) *runes.Trie {
	var words [][]rune
	for _, cells := range tsv.Rows("fillers.tsv", table, 4) {
		for word := range strings.SplitSeq(cells[1], "|") {
			words = append(words, []rune(word))
		}
	}
	return runes.NewTrie(words)
}

// maxFiller is the greatest distance between a cue and its value, in runes.
const maxFiller = 12

// IsFiller reports whether l.Runes[i:j] consists of fillers, which may come between a
// cue and its value, with at most one line break, which counts as a space. It may be
// empty.
func (l *Line) IsFiller(i, j int32) bool {
	if i >= j {
		return i == j
	}
	return j-i <= maxFiller && fill(fillers.Get(), l.Runes[i:j])
}

// fill reports whether r consists of words and at most one line break.
func fill(words *runes.Trie, r []rune) bool {
	reached, broken := uint32(1), false // bit n of reached: words fill r[:n]
	for at := range r {
		if reached>>at&1 == 0 {
			continue
		}
		if r[at] == '\n' && !broken {
			reached, broken = reached|2<<at, true
		}
		for node, end := words.Root(r[at]), at+1; node != 0; end++ {
			if words.Value(node) != 0 {
				reached |= 1 << end
			}
			if end == len(r) {
				break
			}
			node = words.Next(node, r[end])
		}
	}
	return reached>>len(r)&1 != 0
}

// CueBefore returns the cue whose value begins at rune i, or -1: the cue that ends before
// i with nothing but fillers between. k is the first token that begins at i or later. One
// bracketed remark between them is skipped, 欠款总额（含罚息）1234元. If the remark is nothing but a
// cue, that is the cue: 借款（本金及利息）1234元.
func (l *Line) CueBefore(k int, i int32) int {
	for k = l.Prev(k); k >= 0; k = l.Prev(k) {
		t := &l.Tokens[k]
		if l.IsFiller(t.End, i) {
			if t.Kind == Cue {
				return k
			}
			return -1
		}
		open, end := l.remark(i)
		switch {
		case open < 0:
			return -1
		case t.Kind == Cue && t.Start == open+1 && t.End == end:
			return k
		case t.Start > open:
			continue
		case t.Kind == Cue && l.IsFiller(t.End, open):
			return k
		}
		return -1
	}
	return -1
}

// maxRemark is the length of the longest bracketed remark that is skipped, in runes.
const maxRemark = 24

// remark returns the brackets of the remark before rune i, with nothing but fillers
// between; -1, -1 if there is none.
func (l *Line) remark(i int32) (open, end int32) {
	for end = i - 1; end >= 0 && l.Runes[end] != ')'; end-- {
		if i-end > maxFiller {
			return -1, -1
		}
	}
	if end < 0 || !l.IsFiller(end+1, i) {
		return -1, -1
	}
	for open = end - 1; open >= 0 && end-open < maxRemark; open-- {
		if l.Runes[open] == '(' {
			return open, end
		}
	}
	return -1, -1
}

// AfterRemark returns the end of the bracketed remark that begins at rune i, or i if there
// is none.
func (l *Line) AfterRemark(i int32) int32 {
	if l.Rune(int(i)) != '(' {
		return i
	}
	for end := i + 1; end-i < maxRemark && int(end) < len(l.Runes); end++ {
		if l.Runes[end] == ')' {
			return end + 1
		}
	}
	return i
}
