package parser

import (
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// findDebtor fills in who the message says the debtor is.
func (s *reading) findDebtor(n *Notice) {
	for k := range s.items {
		it := &s.items[k]
		switch it.kind {
		case itemCue:
			n.ThirdParty = n.ThirdParty || it.means&meansThirdParty != 0 || it.means&meansRelation != 0 && s.speaksOf(it)
		case itemID:
			s.setID(n, it)
		case itemTail:
			switch s.tailOf(k) {
			case meansID:
				s.setID(n, it)
			case meansDebtorPhone:
				s.setPhone(n, it)
			default:
				it.means |= meansCard
			}
		case itemPhone:
			if s.isDebtorPhone(k) {
				s.setPhone(n, it)
			}
		}
	}
	for k := range s.phrases {
		n.ThirdParty = n.ThirdParty || s.phrases[k].has(meansThirdParty)
	}
	var relation bool
	n.Name, relation = s.name()
	n.ThirdParty = n.ThirdParty || relation
}

// speaksOf tells whether the word for a relation is the subject of a debt: 您儿子
// 在某某银行的借款.
func (s *reading) speaksOf(it *item) bool {
	switch runes.At(s.Runes, int(it.end)) {
	case '在', '欠', '逾', '拖', '其':
		return true
	}
	return false
}

func (s *reading) setID(n *Notice, it *item) {
	it.means = meansID
	if n.MaskedID == nil {
		id := s.found(int(it.start), int(it.end))
		n.MaskedID = &id
	}
}

func (s *reading) setPhone(n *Notice, it *item) {
	it.means = meansDebtorPhone
	if n.Phone == nil {
		phone := s.found(int(it.start), int(it.end))
		n.Phone = &phone
	}
}

// tailOf tells what the digits at items[k] are the last ones of: meansID,
// meansDebtorPhone, or meansCard where nothing says otherwise. The word stands
// before 尾号 or behind the digits.
func (s *reading) tailOf(k int) meaning {
	it := &s.items[k]
	const kinds = meansID | meansCard | meansDebtorPhone | meansContract | meansOrder
	if it.means&kinds != 0 {
		return it.means & kinds
	}
	end := it.start
	for b := k - 1; b >= 0; b-- {
		c := &s.items[b]
		if c.kind != itemCue || !s.isFiller(c.end, end) {
			break
		}
		if m := c.means & kinds; m != 0 {
			return m
		}
		end = c.start
	}
	for b := k + 1; b < len(s.items) && s.items[b].start-it.end <= 3; b++ {
		if m := s.items[b].means & kinds; m != 0 && s.items[b].kind == itemCue {
			return m
		}
	}
	if s.wordAt(int(it.end), "手机") || s.wordAt(int(it.end), "的手机") {
		return meansDebtorPhone
	}
	for b := k - 1; b >= max(0, k-lookBack) && s.items[b].clause == it.clause; b-- {
		if s.items[b].has(meansID) {
			return meansID
		}
	}
	return meansCard
}

// isDebtorPhone tells whether the phone number at items[k] is the debtor's own:
// it stands behind 您的手机号, or it is partly hidden and nothing asks to call it.
func (s *reading) isDebtorPhone(k int) bool {
	it := &s.items[k]
	b := s.before(k, it.start)
	if b >= 0 && s.items[b].has(meansDebtorPhone) {
		return !s.items[b].has(meansCall)
	}
	return it.class == shape.PhoneMasked && (b < 0 || !s.items[b].has(meansCall|meansCallInfo))
}

// sexOfTitle returns what a title says.
func sexOfTitle(r []rune, i, j int) identity.Sex {
	switch {
	case j-i > 2:
		return identity.SexUnknown // 先生/女士
	case r[i] == '先', r[i] == '大' && r[i+1] == '哥':
		return identity.SexMale
	case r[i] == '女', r[i] == '小', r[i] == '阿', r[i] == '大' && r[i+1] == '姐':
		return identity.SexFemale
	}
	return identity.SexUnknown
}
