package parser

import "github.com/dunsms/dunsms/parser/internal/runes"

// The characters that stand beside names.
var (
	besideNames = runes.SetOf(" :\n\"“<《")
	asksOf      = runes.SetOf("请就诉致若")
	speaksOf    = runes.SetOf("对于知清与由好主户是告")
	owes        = runes.SetOf("请欠拖逾借")
	marks       = runes.SetOf(" :,，!。、\n()")
)

// pointsWritten weighs how a candidate is written; bare says that nothing stands
// on one of its sides that speaks for a name.
func (s *reading) pointsWritten(i int, c *nameCandidate, bare bool) int {
	n := 0
	switch c.form {
	case nameMasked:
		return 3
	case nameSurname, nameUnknown:
		return 0
	}
	if c.end-i >= 3 {
		n++
	}
	if c.dotted || s.Runes[max(i-1, 0)] == ':' && i > s.body+1 && s.nameLabel(i) {
		return n
	}
	if s.p.seg.Knows(s.Runes[i:c.end]) {
		n -= 3
	}
	token := i + 1
	for token < len(s.Runes) && !s.starts[token] {
		token++
	}
	switch {
	case token > i+1 && token < c.end && s.p.seg.Knows(s.Runes[i:token]):
		n -= 3 // 马上 in 马上还
	case bare && token == i+1 && c.end == i+3 && s.isBoundary(c.end) && !s.starts[i+2] && s.p.seg.Knows(s.Runes[i+1:c.end]):
		n -= 2 // 收到 in 于收到
	}
	return n
}

// nameLabel tells whether 姓名 or its like labels what stands at rune i.
func (s *reading) nameLabel(i int) bool {
	k := s.itemEndingAt(i - 1)
	return k >= 0 && s.items[k].has(meansDebtor)
}

// pointsBefore weighs what stands before rune i.
func (s *reading) pointsBefore(i int) (points int, relation bool) {
	j := i
	for j > s.body && besideNames().Has(s.Runes[j-1]) {
		j--
	}
	if k := s.itemEndingAt(j); k >= 0 {
		it := &s.items[k]
		switch {
		case it.has(meansRelation):
			return 6, true
		case it.has(meansTransfer) && (s.carded || !s.wordAt(int(it.start), "户名")): // 收款人某某
			return -5, false
		case it.has(meansTransfer):
			return 4, false
		case it.has(meansCall | meansCallInfo):
			if !it.has(meansDebtor | meansThirdParty) {
				return -5, false
			}
			return 2, false
		case it.has(meansBlacklist):
			return 2, false // 老赖某某
		case k > 0 && s.items[k-1].kind == itemCard && it.start-s.items[k-1].end <= 2:
			return -5, false // 卡号…姓名某某: who is to be paid
		case it.has(meansThirdParty):
			return 6, true // who is spoken to may have a name, too: 王某女士，请转告李某
		case s.wordAt(int(it.start), "担保人"), s.wordAt(int(it.start), "保证人"):
			return 3, false // beside 借款人
		case it.has(meansDebtor):
			return 4, false
		case it.has(meansGreeting):
			return 3, false
		case it.kind == itemLender && (j < i || j-s.body < 16):
			return 2, false
		}
	}
	if s.wordAt(j-2, "我是") || s.wordAt(j-2, "我姓") || s.wordAt(j-2, "我叫") || s.wordAt(j-2, "专员") || s.wordAt(j-2, "经理") {
		return -5, false
	}
	switch {
	case s.atHead(j):
		return 3, false
	case j < i || runes.EndsClause(runes.At(s.Runes, j-1)) || s.Runes[j-1] == '|' || s.Runes[j-1] == ')' || s.Runes[j-1] == '~':
		return 2, false
	case s.Runes[j-1] == '(' && j > 1 && (s.Runes[j-2] == '您' || s.Runes[j-2] == '你'):
		return 4, false
	case asksOf().Has(s.Runes[j-1]) || s.wordAt(j-2, "恭喜"):
		return 3, false
	case speaksOf().Has(s.Runes[j-1]):
		return 2, false
	case !runes.IsHan(s.Runes[j-1]):
		return 1, false
	}
	return 0, false
}

// mayLead tells whether pointsBefore may give 3 points or more for rune i.
func (s *reading) mayLead(i int) bool {
	if i <= s.body || !runes.IsHan(s.Runes[i-1]) {
		return true
	}
	return asksOf().Has(s.Runes[i-1]) || s.Runes[i-1] == '喜' || s.itemEndingAt(i) >= 0
}

// headRunes is how far into the body its head may reach, in runes.
const headRunes = 48

// atHead tells whether nothing but signatures, marks and greetings stands before
// rune i.
func (s *reading) atHead(i int) bool {
	switch {
	case i <= s.body:
		return true
	case i > s.body+headRunes:
		return false
	}
	at := s.body
	for k := range s.items {
		it := &s.items[k]
		if int(it.end) > i {
			break
		}
		if !it.has(meansGreeting) || !s.onlyMarks(at, int(it.start)) {
			return false
		}
		at = int(it.end)
	}
	return s.onlyMarks(at, i)
}

func (s *reading) onlyMarks(i, j int) bool {
	for ; i < j; i++ {
		if !marks().Has(s.Runes[i]) {
			return false
		}
	}
	return true
}

// pointsBehind weighs what stands behind a candidate, and notes the sex that a
// title gives and a relation.
func (s *reading) pointsBehind(c *nameCandidate) int {
	i := c.end
	next := s.itemFrom(i)
	at := func(gap int) bool { return next != nil && int(next.start)-i <= gap }
	if t := s.titleAt(i); t != nil {
		c.sex = sexOfTitle(s.Runes, int(t.start), int(t.end))
		if t.has(meansDebtor) {
			c.points = 2
			return 2
		}
		c.points = 4
		return 4
	}
	if i >= len(s.Runes) {
		return 1
	}
	mark := s.Runes[i]
	switch {
	case mark == '(' && at(1) && (next.has(meansID|meansTail) || next.kind == itemID):
		return 4
	case (mark == '，' || mark == ',' || mark == ' ' || mark == ':') && at(2) && (next.has(meansID) || next.kind == itemID):
		return 4
	case runes.IsHan(mark) && at(0) && (next.has(meansID) || next.kind == itemID):
		return 4
	case s.isCollectorTitle(i):
		return -5
	}
	if c.form != nameMasked && (hidesName(s.Runes, i) || s.lenderGoesOn(i)) {
		return -5
	}
	if (mark == '(' || mark == ' ' || runes.IsAlnum(mark)) && at(1) && next.kind == itemPhone {
		return -3
	}
	return s.pointsOfWord(c, next)
}

var afterNames = runes.SetOf("在因已的其有尚仍目现向与和就至应还未曾逾欠拖借他她尽联所及一须原收亲名于今必需拒")

// pointsOfWord is pointsBehind for words and marks.
func (s *reading) pointsOfWord(c *nameCandidate, next *item) int {
	i := c.end
	mark, after := s.Runes[i], runes.At(s.Runes, i+1)
	if runes.EndsClause(mark) || mark == ':' || mark == '、' || mark == ' ' || mark == '|' || mark == ')' || mark == '~' {
		if after == ' ' {
			after = runes.At(s.Runes, i+2)
		}
		if after == '您' || after == '你' || mark == ':' {
			return 3
		}
		return 2
	}
	if mark == '的' && next != nil && int(next.start) == i+1 {
		if next.has(meansRelation) || s.isRelation(i+1) {
			c.relation = true
			return 3
		}
		if next.has(meansDebt) || next.saysOverdue() {
			return 2
		}
	}
	switch {
	case mark == '您' || mark == '你' || s.wordAt(i, "名下") || s.wordAt(i, "本人"):
		return 3
	case owes().Has(mark) || mark == '因' && c.form == nameMasked || next != nil && int(next.start) == i && (next.has(meansDebt|meansThirdParty) || next.saysOverdue() || next.kind == itemAmount):
		return 2
	case s.wordAt(i, "人民币"):
		return 2
	case afterNames().Has(mark) && (s.isBoundary(i) || c.form == nameFull && c.end-c.start == 3):
		return 1
	case next != nil && int(next.start) == i && next.kind == itemCue && next.means&^meansAdvert != 0:
		return 1
	case mark == '(':
		return 1
	case c.form == nameMasked || s.isBoundary(i):
		return 0
	}
	return -1
}

// lenderGoesOn tells whether a lender's name ends behind rune i: 蓝某[小贷], 云雀[数科].
func (s *reading) lenderGoesOn(i int) bool {
	for k := i - 1; k <= i; k++ {
		if v, end := lenderEndings().Longest(s.Runes, k); v != 0 && end > i {
			return !s.wordAt(k, "借款") && !s.wordAt(k, "贷款")
		}
	}
	return false
}

// isRelation tells whether a word for somebody close stands at rune i.
func (s *reading) isRelation(i int) bool {
	for _, w := range [...]string{"朋友", "家人", "亲友", "亲属", "同事", "家属", "联系人", "亲戚", "紧急联系人", "父母", "爱人", "母亲", "父亲"} {
		if s.wordAt(i, w) {
			return true
		}
	}
	return false
}

// isCollectorTitle tells whether a word at rune i makes the name before it that
// of somebody who collects.
func (s *reading) isCollectorTitle(i int) bool {
	for _, w := range [...]string{"经理", "主任", "律师", "法官", "专员", "调解员", "警官", "主管", "会计", "出纳", "顾问", "书记员", "组长", "总"} {
		if s.wordAt(i, w) {
			return true
		}
	}
	return false
}

// titleAt returns the title at rune i, a blank aside, nil if there is none.
func (s *reading) titleAt(i int) *item {
	it := s.itemFrom(i)
	if it == nil || !it.has(meansTitle) {
		return nil
	}
	if gap := int(it.start) - i; gap == 0 || gap == 1 && s.Runes[i] == ' ' {
		return it
	}
	return nil
}
