package parser

import (
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// beginsShape tells the runes at which a number or a code may begin.
func beginsShape(r []rune, i int) bool {
	switch c := r[i]; {
	case runes.IsAlnum(c):
		return true
	case runes.IsHan(c):
		switch c {
		case '零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '两', '俩', '廿', '卅',
			'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟', '半', '几', '数', '幺':
			return true
		case '人':
			return runes.At(r, i+1) == '民' && runes.At(r, i+2) == '币'
		case '美', '港', '欧', '日', '英', '澳', '新', '韩':
			next := runes.At(r, i+1)
			return next == '元' || next == '币' || next == '镑' || next == '台'
		}
		return false
	case c < 0x80:
		return c == '$' || c == '+' || c == '(' && isAreaBracket(r, i) || c == '*' || c == '#' || c == '_'
	}
	return r[i] == '¥' || runes.IsMask(r[i]) || r[i] == '€' || r[i] == '£'
}

// isAreaBracket tells whether the bracket at i may open an area code: (010), ( +86 ).
func isAreaBracket(r []rune, i int) bool {
	next := runes.At(r, runes.SkipSpaces(r, i+1))
	return next == '+' || runes.IsHan(next) || runes.IsDigit(next)
}

// inChain tells whether the digits at i stand amid a chain of short numbers with
// one mark between them, 1-1-1-1-1-1, none of which is anything by itself; it
// returns their end.
func (s *reading) inChain(i int) int {
	start, r := int32(i), s.Runes
	mark := runes.At(r, i-1)
	if !joinsChain(mark) {
		return i
	}
	for k, n := len(s.items)-1, 0; n < 4; k, n = k-1, n+1 {
		if k < 0 || s.items[k].end != start-1 || r[start-1] != mark || !s.items[k].isLink() {
			return i
		}
		start = s.items[k].start
	}
	end := runes.DigitsWithin(r, i, maxLink)
	if end > i && end-i <= maxLink && runes.At(r, end) == mark && runes.DigitAt(r, end+1) {
		return end
	}
	return i
}

// maxLink is how many digits a number of a chain has at most.
const maxLink = 4

// isLink tells whether it may be a number of a chain.
func (it *item) isLink() bool {
	return (it.kind == itemNumber || it.kind == itemSkipped) && it.end-it.start <= maxLink
}

// joinsChain tells the marks that join the numbers of a chain.
func joinsChain(c rune) bool { return c == '-' || c == '/' || c == '~' || c == ':' }

// shapeAt reads the shape at i. What a cue before it says comes first: the
// digits of 合同号 20240301 are no date.
func (s *reading) shapeAt(i int) int {
	if end := s.inChain(i); end > i {
		return s.add(item{kind: itemSkipped}, i, end)
	}
	if end := s.shapeOfCue(i); end > i {
		return end
	}
	r := s.Runes
	if end := shape.ReadID(r, i); end > i {
		return s.add(item{kind: itemID}, i, end)
	}
	if d, end := calendar.ReadDate(r, i); end > i {
		return s.addDate(d, i, end)
	}
	if end := calendar.ReadTime(r, i); end > i {
		return s.add(item{kind: itemSkipped}, i, end)
	}
	if end := calendar.ReadRate(r, i); end > i {
		return s.add(item{kind: itemSkipped}, i, end)
	}
	if d, end := calendar.ReadDuration(r, i); end > i {
		s.durations = append(s.durations, d)
		return s.add(item{kind: itemDuration, ref: int32(len(s.durations) - 1)}, i, end)
	}
	if runes.IsMask(r[i]) && !s.masksAmount(i) {
		return i
	}
	a, end := number.ReadAmount(r, i)
	if end > i && a.Marked {
		return s.addAmount(itemAmount, a, i, end)
	}
	if p, pend := shape.ReadPhone(r, i); pend > i {
		return s.add(item{kind: itemPhone, class: p.Class}, i, pend)
	}
	if card := shape.ReadCard(r, i); card > i {
		return s.add(item{kind: itemCard}, i, card)
	}
	if local := shape.ReadLocalPhone(r, i); local > i && s.cueBefore(i, meansCallInfo|meansAsk) != nil {
		return s.add(item{kind: itemPhone, class: shape.PhoneLandline}, i, local)
	}
	if a.Precision == number.Masked && runes.IsHan(r[i]) {
		return i // 陆** is a name
	}
	if end > i && (runes.DigitAt(r, i) || runes.IsMask(r[i]) || end-i > 1 && s.isBoundary(i) || s.cueBefore(i, 0) != nil) {
		return s.addAmount(itemNumber, a, i, end)
	}
	return i
}

// masksAmount tells whether the stars at i go on as a number: **34.56元, ****元. Those
// of a name do not.
func (s *reading) masksAmount(i int) bool {
	for i < len(s.Runes) && runes.IsMask(s.Runes[i]) {
		i++
	}
	c := runes.At(s.Runes, i)
	return runes.DigitAt(s.Runes, i) || c == '.' || c == '元' || c == '万' || c == '千' || c == '块'
}

func (s *reading) addDate(d calendar.Date, i, end int) int {
	s.dates = append(s.dates, d)
	return s.add(item{kind: itemDate, ref: int32(len(s.dates) - 1)}, i, end)
}

func (s *reading) addAmount(kind itemKind, a number.Amount, i, end int) int {
	if a.Precision == "" {
		return s.add(item{kind: itemSkipped}, i, end)
	}
	s.amounts = append(s.amounts, a)
	return s.add(item{kind: kind, ref: int32(len(s.amounts) - 1)}, i, end)
}

// cueBefore returns the cue that speaks of what begins at i if it has one of
// the meanings, or, where means is 0, if it gives amounts a role.
func (s *reading) cueBefore(i int, means meaning) *item {
	k := s.before(len(s.items), int32(i))
	if k < 0 {
		return nil
	}
	it := &s.items[k]
	if means == 0 && it.role != 0 || it.means&means != 0 {
		return it
	}
	return nil
}

// shapeOfCue reads what only the cue before it gives a meaning to: the last
// digits of an ID number, a contract number, a handle, a fax number.
func (s *reading) shapeOfCue(i int) int {
	c := s.cueBefore(i, meansTail|meansContract|meansOrder|meansWeChat|meansQQ|meansAlipay|meansFax|meansCard|meansDue|meansLimit)
	if c == nil {
		return i
	}
	r := s.Runes
	switch {
	case c.means&meansTail != 0:
		if end := shape.ReadIDTail(r, s.skipMasks(i)); end > s.skipMasks(i) {
			return s.add(item{kind: itemTail, means: c.means}, s.skipMasks(i), end)
		}
	case c.means&(meansContract|meansOrder) != 0:
		if end := shape.ReadSerial(r, i); end > i {
			return s.add(item{kind: itemSerial, means: c.means}, i, end)
		}
	case c.means&(meansWeChat|meansQQ|meansAlipay) != 0:
		if end := shape.ReadHandle(r, i, handleOf(c.means)); end > i {
			return s.add(item{kind: itemSerial, means: c.means}, i, end)
		}
	case c.means&meansFax != 0:
		if _, end := shape.ReadPhone(r, i); end > i {
			return s.add(item{kind: itemSkipped}, i, end)
		}
		if end := shape.ReadLocalPhone(r, i); end > i {
			return s.add(item{kind: itemSkipped}, i, end)
		}
	case c.means&meansCard != 0:
		if end := shape.ReadCard(r, i); end > i {
			return s.add(item{kind: itemCard}, i, end)
		}
		if end := runes.DigitsWithin(r, i, 4); end == i+4 && !number.IsCounted(r, end) {
			return s.add(item{kind: itemTail, means: meansCard}, i, end)
		}
	case c.means&(meansDue|meansLimit) != 0:
		if d, end := calendar.ReadDate(r, i); end > i {
			return s.addDate(d, i, end)
		}
		if d, end := calendar.ReadMonthDay(r, i); end > i {
			return s.addDate(d, i, end)
		}
	}
	return i
}

// skipMasks steps over the stars of 尾号****1234.
func (s *reading) skipMasks(i int) int {
	for n := 0; n < 16 && i < len(s.Runes) && s.Runes[i] == '*'; n++ {
		i++
	}
	return i
}

// handleOf returns the sort of handle that the cue calls for.
func handleOf(means meaning) shape.Handle {
	switch {
	case means&meansAlipay != 0:
		return shape.HandleAlipay
	case means&meansWeChat != 0:
		return shape.HandleWeChat
	}
	return shape.HandleQQ
}
