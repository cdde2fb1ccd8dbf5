package parser

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/surnames"
)

// name finds the debtor's name: the place with the most points of all at which
// a name may stand, the first of equals. Points are given for how it is
// written, for what stands before it and for what stands behind it; a name with
// fewer than enoughPoints is none, and a name beside a word for a collector
// loses its points.
//
//	written   masked 3; three characters or a dot 1; a word of the dictionary -3
//	before    转告, 您的朋友 6; 借款人 4; the head of the text 3; a clause, 请, 就, 对 2
//	behind    先生, an ID number 4; 您, 你, "：", 名下 3; 请, 的借款, 欠款, a clause's end 2;
//	          在, 因, 已 and other verbs 1
//
// relation tells that the text is to somebody else: a word such as 您的朋友 stands
// beside the name.
func (s *reading) name() (best *Name, relation bool) {
	s.carded = slices.ContainsFunc(s.items, func(it item) bool { return it.kind == itemCard })
	points := enoughPoints - 1
	for i := s.body; i < len(s.runes); i++ {
		if !s.mayBeginName(i) || s.signatureAt(i) >= 0 {
			continue
		}
		c, ok := s.nameAt(i)
		if !ok || s.signs(i, c.end) {
			continue
		}
		if c.points > points {
			points, relation = c.points, c.relation
			best = &Name{Found: s.found(i, c.end), Sex: c.sex}
		}
	}
	return best, relation
}

// signs tells whether runes[i:j] begin a signature: 【花某呗】尊敬的花某呗用户.
func (s *reading) signs(i, j int) bool {
	for _, g := range s.signatures {
		if g[1]-g[0] >= j-i && slices.Equal(s.runes[g[0]:g[0]+j-i], s.runes[i:j]) {
			return true
		}
	}
	return false
}

const enoughPoints = 4

// nameCandidate is a piece of the text that may be a name.
type nameCandidate struct {
	form       nameForm
	start, end int
	points     int
	relation   bool
	dotted     bool
	sex        identity.Sex
}

// mayBeginName tells whether a name may begin at rune i by that rune alone and
// the one before it.
func (s *reading) mayBeginName(i int) bool {
	r := s.runes
	if hidesDigit(r[i]) {
		c := runeAt(r, i-1)
		return hidesName(r, i) && !hidesDigit(c) && !isLatinOrDigit(c)
	}
	if !isHan(r[i]) || i > 0 && hidesDigit(r[i-1]) && r[i-1] == '*' || s.insideItem(i) {
		return false
	}
	return s.starts[i] || s.leadsToName(i) || s.itemEndingAt(i) >= 0
}

// insideItem tells whether rune i is part of an item that is no name.
func (s *reading) insideItem(i int) bool {
	k := s.itemAtRune(int32(i)+1) - 1
	if k < 0 {
		return false
	}
	it := &s.items[k]
	return int(it.end) > i && (it.kind != itemCue || it.end-it.start > 1 && (it.means != 0 || it.role != 0))
}

var beforeNames = runesOf("若喜请就诉对致于知清与由为好主户是向让把给和叫人告到")

// leadsToName tells whether the rune before i is a word by itself that names
// follow, whatever the cut says.
func (s *reading) leadsToName(i int) bool {
	return i > 0 && (beforeNames().has(s.runes[i-1]) || !isHan(s.runes[i-1]))
}

// nameAt weighs the readings of a name at rune i and returns the best.
func (s *reading) nameAt(i int) (nameCandidate, bool) {
	named := hidesDigit(s.runes[i]) || hidesName(s.runes, i+1) || surnames.Len(s.runes[i:]) > 0 || s.hasDot(i)
	if !named && !s.mayLead(i) {
		return nameCandidate{}, false
	}
	left, relation := s.pointsBefore(i)
	if !named && left < 3 {
		return nameCandidate{}, false
	}
	var best nameCandidate
	for _, c := range s.readings(i) {
		right := s.pointsBehind(&c)
		if right < 0 && right > -5 && left >= 6 && afterNames().has(runeAt(s.runes, c.end)) {
			right = 1 // 您的朋友郑某在…, whatever the cut says
		}
		if c.form == nameSurname && c.points < 4 {
			continue
		}
		if c.form == nameUnknown && !s.mayBeUnknown(i, &c, left, right) {
			continue
		}
		if i > 0 && s.runes[i-1] == '请' && (c.end == len(s.runes) || clauseEnd(s.runes[c.end])) {
			right = 0 // 请查收。
		}
		c.relation = c.relation || relation
		c.points = left + right + s.pointsWritten(i, &c, left == 0 || right == 0)
		if (right < 0 || right == 0 && left < 3) && c.form != nameMasked {
			continue
		}
		if best.end == 0 || c.points > best.points {
			best = c
		}
	}
	return best, best.end > 0
}

// hasDot tells whether a middle dot stands in the next runes.
func (s *reading) hasDot(i int) bool {
	for j := i + 1; j < len(s.runes) && j <= i+6; j++ {
		if c := s.runes[j]; c == '·' || c == '•' {
			return true
		}
	}
	return false
}

// mayBeUnknown tells whether a name without a surname of the table may be one: it
// stands behind 姓名 or before a title, or heads the text before 您, and no word is
// a part of it.
func (s *reading) mayBeUnknown(i int, c *nameCandidate, left, right int) bool {
	if left >= 4 && s.runes[i-1] == ':' && right >= 2 {
		return true
	}
	if left < 3 || right < 3 {
		return false
	}
	for a := i; a < c.end; a++ {
		for b := a + 2; b <= c.end; b++ {
			if s.p.seg.Knows(s.runes[a:b]) {
				return false
			}
		}
	}
	return right == 4 || c.end-i >= 3
}
