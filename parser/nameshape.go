package parser

import (
	"strings"

	"github.com/dunsms/dunsms/identity"
)

// nameForm is how a name is written.
type nameForm uint8

const (
	nameNone    nameForm = iota
	nameFull             // 张三丰, 阿依古丽·买买提
	nameMasked           // 张*, *小明, 王某某
	nameSurname          // 张, before a title
	nameUnknown          // no surname of the table, before a title
)

// readName reads a name at rune i that ends by limit, where what follows can
// follow a name.
func (s *reading) readName(i, limit int) (nameForm, int) {
	r := s.runes[:limit]
	if i >= limit {
		return nameNone, i
	}
	if end := readMaskedName(r, i); end > i && s.followsName(end, true) {
		return nameMasked, end
	}
	if end := readDottedName(r, i); end > i && s.followsName(end, false) {
		return nameFull, end
	}
	surname := identity.SurnameLen(r[i:])
	for given := 2; given >= 1 && surname > 0; given-- {
		end := i + surname + given
		if end <= limit && isGiven(r[i+surname:end]) && s.followsName(end, false) && !s.cueFrom(i, end) {
			return nameFull, end
		}
	}
	if surname > 0 && s.followsName(i+surname, false) && s.titleAt(i+surname) != nil {
		return nameSurname, i + surname
	}
	for n := 3; n >= 2; n-- {
		if end := i + n; end <= limit && isGiven(r[i:end]) && s.titleAt(end) != nil && !s.cueFrom(i, end) {
			return nameUnknown, end
		}
	}
	return nameNone, i
}

// readMaskedName reads a name with hidden characters at i: a surname and stars
// or 某, with or without a last character, or stars and one or two characters.
func readMaskedName(r []rune, i int) int {
	if hidesName(r, i) {
		stars := i
		for stars < len(r) && stars-i < 3 && hidesName(r, stars) {
			stars++
		}
		end := stars
		for end < len(r) && end-stars < 2 && isHan(r[end]) && !isTitleRune(r, end) {
			end++
		}
		if end == stars {
			return i
		}
		return end
	}
	if i >= len(r) || !isHan(r[i]) {
		return i
	}
	head := max(identity.SurnameLen(r[i:]), 1)
	for n := head; n <= head+1; n++ { // 张*, 张三*
		stars := i + n
		if stars >= len(r) || !hidesName(r, stars) {
			if stars >= len(r) || !isHan(r[stars]) {
				return i
			}
			continue
		}
		end := stars
		for end < len(r) && end-stars < 3 && hidesName(r, end) {
			end++
		}
		if end < len(r) && isHan(r[end]) && end-stars < 3 && !isTitleRune(r, end) && mayEndName(r, end+1) {
			end++ // 王*明
		}
		return end
	}
	return i
}

// hidesName tells whether r[i] stands for a character of a name.
func hidesName(r []rune, i int) bool {
	switch c := runeAt(r, i); c {
	case '某':
		return true
	case 'x', 'o':
		return !isLatin(runeAt(r, i+1)) || runeAt(r, i+1) == c
	case '~', '…', '·', '_', '#', '?':
		return false
	default:
		return hidesDigit(c)
	}
}

// isTitleRune tells whether a title, or a word to the reader, begins at r[i].
func isTitleRune(r []rune, i int) bool {
	switch a, b := r[i], runeAt(r, i+1); a {
	case '您', '你':
		return true
	case '先':
		return b == '生'
	case '女':
		return b == '士'
	case '小':
		return b == '姐'
	case '用', '客':
		return b == '户'
	case '同':
		return b == '志' || b == '学'
	case '老':
		return b == '师' || b == '板'
	case '会':
		return b == '员'
	}
	return false
}

// mayEndName tells whether a name may end before r[i] for all that its runes
// say: a mark, a title, or a word to the reader.
func mayEndName(r []rune, i int) bool {
	return i >= len(r) || !isHan(r[i]) || isTitleRune(r, i)
}

// readDottedName reads a name with middle dots at i: 阿依古丽·买买提.
func readDottedName(r []rune, i int) int {
	end, dots, part := i, 0, 0
	for ; end < len(r) && end-i <= 24; end++ {
		switch c := r[end]; {
		case isHan(c) && !(dots > 0 && isTitleRune(r, end)):
			part++
			continue
		case (c == '·' || c == '•') && part > 0:
			dots, part = dots+1, 0
			continue
		case hidesDigit(c) && c == '*' && dots > 0:
			part++
			continue
		}
		break
	}
	if dots == 0 || part == 0 {
		return i
	}
	return end
}

// isGiven tells whether r may be a given name: Chinese characters, none of them
// a pronoun or particle.
func isGiven(r []rune) bool {
	for _, c := range r {
		if !isHan(c) || strings.ContainsRune("您你我他她它们的了是在与及或将请其此那这不也未被", c) {
			return false
		}
	}
	return true
}

// followsName tells whether what stands at rune i can follow a name: a mark, a
// title, a word to the reader, a verb of a notice or another cue. A masked name
// is plain by itself.
func (s *reading) followsName(i int, masked bool) bool {
	if i >= len(s.runes) {
		return true
	}
	c := s.runes[i]
	if !isHan(c) {
		return c != '·' && (masked || !hidesDigit(c))
	}
	if isTitleRune(s.runes, i) || masked {
		return true
	}
	if s.titleAt(i) != nil {
		return true
	}
	if !s.isBoundary(i) {
		return false
	}
	switch c {
	case '在', '于', '因', '已', '的', '其', '有', '尚', '仍', '名', '目', '现', '向', '与', '和', '就', '至', '应', '还', '未', '曾', '身', '证', '逾', '欠', '拖', '借', '他', '她', '尽', '联', '本', '所', '及', '一':
		return true
	}
	return s.cueStartsAt(i)
}

func (s *reading) cueStartsAt(i int) bool {
	for k := range s.items {
		if it := &s.items[k]; int(it.start) == i && it.kind == itemCue && it.means&^meansAdvert != 0 {
			return true
		}
	}
	return false
}

// cueFrom tells whether a cue begins within runes[i:j] that is more than a
// single character.
func (s *reading) cueFrom(i, j int) bool {
	for k := range s.items {
		if it := &s.items[k]; int(it.start) >= i && int(it.start) < j && it.end-it.start > 1 {
			return true
		}
	}
	return false
}
