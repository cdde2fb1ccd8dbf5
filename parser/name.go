package parser

import (
	"strings"
)

// name finds the debtor's name. Names are looked for where notices have them,
// not everywhere a surname stands:
//
//  1. behind a word such as 转告 or 借款人, or 您的朋友: the text is then to
//     somebody else;
//  2. before a title or before an ID number in its clause or brackets;
//  3. at the head of the text, behind 尊敬的 and the like, before 您, 你 or a mark.
//
// In a text to somebody else the first of sort 1 counts, in others the first of
// any sort. A name beside a number to call is that of a collector.
func (s *reading) name(thirdParty bool) (*Name, nameSort) {
	var best *Name
	var sort nameSort
	for _, c := range s.nameStarts() {
		n := s.readNameAt(c)
		if n == nil {
			continue
		}
		if c.sort == afterRelation || thirdParty && c.sort == afterDebtor {
			return n, c.sort
		}
		if best == nil {
			best, sort = n, c.sort
		}
		if !thirdParty && c.sort != atHead {
			break
		}
	}
	return best, sort
}

type nameSort uint8

const (
	atHead nameSort = iota
	afterDebtor
	afterRelation
	beforeTitle
	atClause
)

// nameStart is a place at which a name may begin.
type nameStart struct {
	at   int
	sort nameSort
}

// nameStarts returns the places in order.
func (s *reading) nameStarts() []nameStart {
	starts := s.names[:0]
	head := s.head()
	starts = append(starts, nameStart{head, atHead})
	for i := head; i < len(s.runes) && i < head+16; i++ { // 某某银行:张三，
		if s.runes[i] == ':' {
			starts = append(starts, nameStart{s.skipMarks(i), atHead})
			break
		}
	}
	for k := range s.items {
		it := &s.items[k]
		switch {
		case it.has(meansRelation):
			starts = append(starts, nameStart{s.skipMarks(int(it.end)), afterRelation})
		case it.has(meansThirdParty|meansDebtor) && int(it.start) >= head:
			starts = append(starts, nameStart{s.skipMarks(int(it.end)), afterDebtor})
		case it.has(meansGreeting) && int(it.start) > head:
			starts = append(starts, nameStart{s.skipMarks(int(it.end)), atHead})
		case it.has(meansTitle), it.has(meansID) && s.opensWithID(it):
			if at := s.nameBefore(it); at >= 0 {
				starts = append(starts, nameStart{at, beforeTitle})
			}
		case it.kind == itemID:
			if at := s.nameBefore(it); at >= 0 {
				starts = append(starts, nameStart{at, beforeTitle})
			}
		}
	}
	s.names = starts
	return starts
}

// head returns where the text begins once greetings and marks are passed.
func (s *reading) head() int {
	i := s.skipMarks(s.body)
	for k := range s.items {
		it := &s.items[k]
		if int(it.start) != i || !it.has(meansGreeting) {
			if int(it.start) > i {
				break
			}
			continue
		}
		i = s.skipMarks(int(it.end))
	}
	return i
}

// skipMarks steps over what stands between a greeting and a name.
func (s *reading) skipMarks(i int) int {
	for i < len(s.runes) && strings.ContainsRune(" :,，!。、\n\"“<《为是", s.runes[i]) {
		i++
	}
	return i
}

// opensWithID tells whether the cue of an ID number follows a name: in brackets
// or behind a comma.
func (s *reading) opensWithID(it *item) bool {
	c := runeAt(s.runes, int(it.start)-1)
	return c == '(' || c == '，' || c == ',' || isHan(c) || hidesDigit(c)
}

// nameBefore returns where a name begins that ends before it, a bracket or a
// comma aside; -1 if there is none.
func (s *reading) nameBefore(it *item) int {
	end := int(it.start)
	for end > s.body && strings.ContainsRune("(，, ", s.runes[end-1]) && it.start-int32(end) < 2 {
		end--
	}
	for k := range s.items { // 先生 between a name and its ID number
		if t := &s.items[k]; int(t.end) == end && t.has(meansTitle) {
			return -1
		}
	}
	for n := maxNameRunes; n >= 1; n-- {
		i := end - n
		if i < s.body || i > s.body && !s.mayPrecedeName(i) {
			continue
		}
		if _, j := s.readName(i, end); j == end {
			return i
		}
	}
	return -1
}

// maxNameRunes is the length of the longest name without a dot: a compound
// surname and two characters.
const maxNameRunes = 4

// mayPrecedeName tells whether a name may begin at rune i behind what is before
// it: a mark, a cue, or the end of a word.
func (s *reading) mayPrecedeName(i int) bool {
	c := s.runes[i-1]
	if !isHan(c) {
		return !isLatinOrDigit(c) && !hidesDigit(c)
	}
	if hidesDigit(s.runes[i]) {
		return s.cueEndsAt(i)
	}
	return s.isBoundary(i)
}

func (s *reading) cueEndsAt(i int) bool {
	for k := range s.items {
		if it := &s.items[k]; int(it.end) == i && it.kind == itemCue {
			return true
		}
	}
	return strings.ContainsRune("的及和与由对向是您", s.runes[i-1])
}

// readNameAt reads the name at a place, nil if there is none.
func (s *reading) readNameAt(c nameStart) *Name {
	if c.at >= len(s.runes) || s.isCollector(c.at) {
		return nil
	}
	form, end := s.readName(c.at, len(s.runes))
	if end == c.at {
		return nil
	}
	title := s.titleAt(end)
	switch {
	case form == nameSurname && (title == nil || title.means&meansDebtor != 0):
		return nil // 金 alone is a word
	case form == nameUnknown && (title == nil || title.means&meansDebtor != 0 || c.sort == beforeTitle && !s.markBefore(c.at)):
		return nil
	case form != nameMasked && notNames[string(s.runes[c.at:end])]:
		return nil
	}
	n := &Name{Found: s.found(c.at, end)}
	if title != nil {
		n.Sex = sexOfTitle(s.runes, int(title.start), int(title.end))
	}
	return n
}

func (s *reading) markBefore(i int) bool {
	return i == s.body || !isHan(s.runes[i-1]) || s.cueEndsAt(i)
}

// titleAt returns the title at rune i, blanks and brackets aside, nil if there
// is none.
func (s *reading) titleAt(i int) *item {
	for k := range s.items {
		it := &s.items[k]
		if gap := int(it.start) - i; gap >= 0 && gap <= 1 && it.has(meansTitle) && (gap == 0 || s.runes[i] == ' ') {
			return it
		}
	}
	return nil
}

// isCollector tells whether a word before rune i says that one should call who
// is named there.
func (s *reading) isCollector(i int) bool {
	for k := range s.items {
		it := &s.items[k]
		if it.has(meansCall|meansCallInfo) && !it.has(meansThirdParty) && s.isFiller(it.end, int32(i)) && i-int(it.end) <= 2 {
			return true
		}
	}
	return false
}

// notNames are words that begin like names and stand where names do.
var notNames = map[string]bool{
	"高级": true, "温馨": true, "安全": true, "方便": true, "金融": true, "和谐": true, "时间": true, "于是": true, "成功": true, "华夏": true,
	"全部": true, "平安": true, "安心": true, "花呗": true, "白条": true, "金条": true, "马上": true, "明天": true, "明日": true, "经查": true,
	"经核实": true, "经核": true, "应还": true, "从未": true, "容易": true, "全额": true, "全体": true, "有关": true, "向您": true, "于今": true,
	"宣布": true, "党员": true, "车主": true, "房主": true, "支付": true, "支付宝": true, "安排": true, "查询": true, "详情": true, "公司": true,
	"农户": true, "商户": true, "计算": true, "解决": true, "过去": true, "项目": true, "和您": true, "暴力": true, "强制": true, "仍未": true,
	"严重": true, "严正": true, "严肃": true, "高度": true, "高额": true, "解冻": true, "常见": true, "易借": true, "终审": true, "祝您": true,
	"单位": true, "家人": true, "家属": true, "亲友": true, "朋友": true, "尚有": true, "尚未": true, "尚欠": true, "贵司": true, "贵方": true, "关于": true, "由于": true, "白金": true, "铂金": true, "黄金": true, "金卡": true,
	"本人": true, "贷款": true, "信用": true, "逾期": true, "相关": true, "曾用": true, "应付": true, "左右": true, "上述": true, "上门": true,
}
