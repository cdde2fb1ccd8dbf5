package scan

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// cueAt adds the cue at i, and the phrases that begin there, and returns the end of the
// cue, or i if there is none. The longest word wins, except that a word with word
// boundaries at both ends wins over others: 借款 in 借款人民币.
func (l *Line) cueAt(i int) int {
	cues := l.tables.Cues
	node := cues.Words.Root(l.Runes[i])
	if node == 0 || !cues.Words.Leads(node, l.Runes, i+1) {
		return i
	}
	begins := l.IsBoundary(i)
	best, end, whole := (*lexicon.Cue)(nil), i, false
	for j := i + 1; node != 0; j++ {
		if v := cues.Words.Value(node); v != 0 {
			c := &cues.All[v-1]
			if len(c.Phrases) > 0 && (begins || l.IsBoundary(j)) {
				l.addPhrases(c.Phrases, i, j)
			}
			if both := begins && l.IsBoundary(j); c.Whole && (both || !whole) && l.mayBeCue(i, j, begins) {
				best, end, whole = c, j, both
			}
		}
		if j >= len(l.Runes) {
			break
		}
		node = cues.Words.Next(node, l.Runes[j])
	}
	if best != nil {
		l.add(Token{Kind: Cue, Meaning: best.Meaning}, i, end)
	}
	return end
}

// mayBeCue reports whether l.Runes[i:j] may be a cue: there is a word boundary at one
// end, or at both ends of a single character. 应还 in 相应还款 is not a cue. begins is
// IsBoundary(i).
func (l *Line) mayBeCue(i, j int, begins bool) bool {
	if runes.IsAlnum(l.Runes[i]) && !begins || runes.IsAlnum(l.Runes[j-1]) && !l.IsBoundary(j) {
		return false
	}
	ends := l.IsBoundary(j)
	return begins && ends || j-i > 1 && (begins || ends)
}

// addPhrases adds those phrases whose first part is l.Runes[i:j] and whose other parts
// follow. A single character that is part of a longer word, as in 打开…账户, does not ask
// for money.
func (l *Line) addPhrases(phrases []lexicon.Phrase, i, j int) {
	last := l.gapEnd(j)
	var near lexicon.RuneBits
	for _, r := range l.Runes[j:last] {
		near.Add(r)
	}
	for k := range phrases {
		p := &phrases[k]
		if !p.Begins.Meets(&near) {
			continue
		}
		moved := p.Senses&(lexicon.Repaid|lexicon.Disbursed) != 0
		end := l.partAfter(&p.Rest[0], j, last, moved)
		for n := 1; n < len(p.Rest) && end > 0; n++ {
			end = l.partAfter(&p.Rest[n], end, l.gapEnd(end), moved)
		}
		if end > 0 && !(p.Mentions&lexicon.AskTransfer != 0 && j == i+1 && l.isPartOfOther(i)) {
			l.add(Token{Kind: Cue, Phrase: true, Meaning: p.Meaning}, i, end)
		}
	}
}

// isPartOfOther reports whether the rune at i is a part of another word.
func (l *Line) isPartOfOther(i int) bool {
	return !l.IsBoundary(i+1) && l.isOtherWord(i) || !l.IsBoundary(i) && l.isOtherWord(i-1)
}

// isOtherWord reports whether the two runes at i are a word of the dictionary that does
// not itself ask for money, as 转给 does.
func (l *Line) isOtherWord(i int) bool {
	const n = 2
	if i < 0 || i+n > len(l.Runes) || !l.Knows(i, i+n) {
		return false
	}
	cues := l.tables.Cues
	v, _ := cues.Words.Longest(l.Runes[:i+n], i)
	return v == 0 || cues.All[v-1].Mentions&lexicon.AskTransfer == 0
}

// gapEnd returns the end of the runes at which the part after a gap at rune i may begin:
// those of the clause, at most GapReach away.
func (l *Line) gapEnd(i int) int {
	if i >= len(l.Runes) {
		return i
	}
	last := min(i+lexicon.GapReach, len(l.Runes)-1)
	for j, r := range l.Runes[i:last] {
		if !runes.IsWord(r) && l.endsGap(i+j) {
			return i + j + 1
		}
	}
	return last + 1
}

// endsGap reports whether a gap cannot extend beyond rune j.
func (l *Line) endsGap(j int) bool {
	switch l.Runes[j] {
	case ':':
		return !(runes.DigitAt(l.Runes, j-1) && runes.DigitAt(l.Runes, j+1))
	case ' ':
		return runes.HanAt(l.Runes, j+1)
	}
	return endsClause(l.Runes, j)
}

// partAfter returns the end of the first word of part that begins at one of the runes
// [i, last), or -1. If moved is set, the phrase says that money moved, and negated words
// do not count: 扣款500元未成功.
func (l *Line) partAfter(part *lexicon.Part, i, last int, moved bool) int {
	r := l.Runes
	for j := i; j < last; j++ {
		c := r[j]
		if !part.Begins.Has(c) {
			continue
		}
		for k, first := range part.First {
			if first != c {
				continue
			}
			w := part.Words[k]
			if j+len(w) <= len(r) && slices.Equal(r[j:j+len(w)], w) && !(moved && l.Before(BesideLateness, j).Has(Negated)) {
				return j + len(w)
			}
		}
	}
	return -1
}
