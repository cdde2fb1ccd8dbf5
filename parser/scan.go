package parser

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// scan reads the body from left to right into items: at each rune a cue word,
// else a shape, else nothing.
func (s *reading) scan() {
	s.items, s.phrases = s.items[:0], s.phrases[:0]
	s.amounts, s.durations, s.dates = s.amounts[:0], s.durations[:0], s.dates[:0]
	s.clause, s.sentence = 0, 0
	for i := s.body; i < len(s.Runes); {
		if end := s.skipSignature(i); end > i {
			s.countClause(i)
			i = end
			continue
		}
		end := s.itemAt(i)
		if end == i {
			s.countClause(i)
			end = i + 1
			for runes.IsMask(s.Runes[i]) && end < len(s.Runes) && s.Runes[end] == s.Runes[i] {
				end++ // nor within stars
			}
			if r := s.Runes[i]; runes.IsAlnum(r) { // nothing begins within a number or a Latin word
				for end < len(s.Runes) && runes.IsAlnum(s.Runes[end]) && runes.IsLetter(s.Runes[end]) == runes.IsLetter(r) {
					end++
				}
			}
		}
		i = end
	}
}

func (s *reading) countClause(i int) {
	r := s.Runes[i]
	switch {
	case runes.EndsSentence(r), r == '.' && !runes.IsAlnum(runes.At(s.Runes, i+1)):
		s.sentence++
		s.clause++
	case runes.EndsClause(r):
		s.clause++
	}
}

// itemAt reads the item at i; it returns i where there is none.
func (s *reading) itemAt(i int) int {
	r := s.Runes[i]
	if runes.IsAlnum(r) {
		if end := shape.ReadLink(s.Runes, i); end > i {
			return s.add(item{kind: itemLink}, i, end)
		}
	}
	if r == '.' {
		if start, end := shape.ReadHanLink(s.Runes, i); end > i {
			s.dropFrom(start)
			return s.add(item{kind: itemLink}, start, end)
		}
	}
	if end := s.lenderAt(i); end > i {
		return end
	}
	if end := s.cueAt(i); end > i {
		return end
	}
	if beginsShape(s.Runes, i) {
		return s.shapeAt(i)
	}
	return i
}

// dropFrom removes the items that end behind rune i.
func (s *reading) dropFrom(i int) {
	n := len(s.items)
	for n > 0 && int(s.items[n-1].end) > i {
		n--
	}
	s.items = s.items[:n]
}

func (s *reading) add(it item, start, end int) int {
	it.start, it.end, it.clause, it.sentence = int32(start), int32(end), s.clause, s.sentence
	s.items = append(s.items, it)
	return end
}

// isBoundary tells whether a word ends before rune i. In Latin text it is the
// edge of the letters or digits that counts.
func (s *reading) isBoundary(i int) bool {
	if i <= 0 || i >= len(s.Runes) || s.starts[i] {
		return true
	}
	a, b := s.Runes[i-1], s.Runes[i]
	return runes.IsAlnum(a) != runes.IsAlnum(b)
}

// mayBeCue tells whether runes[i:j] may be a cue: a word of the text begins or
// ends with it, or both if it is a single character. 应还 in 相应还款 is none.
func (s *reading) mayBeCue(i, j int, begins bool) bool {
	if runes.IsAlnum(s.Runes[i]) && !begins || runes.IsAlnum(s.Runes[j-1]) && !s.isBoundary(j) {
		return false
	}
	ends := s.isBoundary(j)
	return begins && ends || j-i > 1 && (begins || ends)
}

// lenderAt reads the name of a known lender at i, so that its digits and words
// are nothing else: 360借条.
func (s *reading) lenderAt(i int) int {
	a, end := s.p.lenders.at(s.Runes, i)
	if a == nil || a.signed && !s.mayName(a, i, end) {
		return i
	}
	end = s.withoutCard(i, end)
	if !s.mayName(a, i, end) {
		return s.add(item{kind: itemSkipped}, i, end)
	}
	means := meaning(0)
	if strings.ContainsAny(string(s.Runes[i:end]), "贷借花条呗付") {
		means = meansDebt
	}
	return s.add(item{kind: itemLender, means: means}, i, end)
}

// cueAt reads the longest cue word at i, one with the edges of words on both
// sides before others (借款 in 借款人民币), and the phrases that begin with any word
// there.
func (s *reading) cueAt(i int) int {
	lex := s.p.lex
	node := lex.words.Root(s.Runes[i])
	if node == 0 {
		return i
	}
	begins := s.isBoundary(i)
	best, end, whole := (*cue)(nil), i, false
	for j := i + 1; node != 0; j++ {
		if v := lex.words.Value(node); v != 0 {
			c := &lex.cues[v-1]
			if len(c.gaps) > 0 && (begins || s.isBoundary(j)) {
				s.addPhrases(c.gaps, i, j)
			}
			if both := begins && s.isBoundary(j); c.whole && (both || !whole) && s.mayBeCue(i, j, begins) {
				best, end, whole = c, j, both
			}
		}
		if j >= len(s.Runes) {
			break
		}
		node = lex.words.Next(node, s.Runes[j])
	}
	if best != nil {
		s.add(item{kind: itemCue, means: best.means, role: best.role}, i, end)
	}
	return end
}

// addPhrases adds the cues with "…" whose first part is runes[i:j] and whose
// other parts follow.
func (s *reading) addPhrases(gaps []cueAfter, i, j int) {
	near := s.gapAfter(j)
	for k := range gaps {
		g := &gaps[k]
		if g.parts[0].begins&near == 0 {
			continue
		}
		end := j
		for p := range g.parts {
			if end = s.partAfter(g.parts[p].words, end); end < 0 {
				break
			}
		}
		if end > 0 {
			s.phrases = append(s.phrases, item{kind: itemCue, means: g.means, role: g.role,
				start: int32(i), end: int32(end), clause: s.clause, sentence: s.sentence})
		}
	}
}

// gapAfter returns the runes with which a part may begin behind rune i: those of
// the clause, at most gapRunes on.
func (s *reading) gapAfter(i int) (runes runeBits) {
	for j := i; j <= i+gapRunes && j < len(s.Runes); j++ {
		runes |= bitOf(s.Runes[j])
		if s.endsGap(j) {
			break
		}
	}
	return runes
}

// endsGap tells whether no part begins behind rune j.
func (s *reading) endsGap(j int) bool {
	r := s.Runes[j]
	return (runes.EndsClause(r) || r == ':' || r == ' ' && runes.HanAt(s.Runes, j+1)) && !(runes.DigitAt(s.Runes, j-1) && runes.DigitAt(s.Runes, j+1))
}

// partAfter finds one of words in the clause, at most gapRunes behind i; it
// returns its end, -1 if none is there.
func (s *reading) partAfter(words [][]rune, i int) int {
	for j := i; j <= i+gapRunes && j < len(s.Runes); j++ {
		for _, w := range words {
			if w[0] == s.Runes[j] && j+len(w) <= len(s.Runes) && slices.Equal(s.Runes[j:j+len(w)], w) {
				return j + len(w)
			}
		}
		if s.endsGap(j) {
			break
		}
	}
	return -1
}
