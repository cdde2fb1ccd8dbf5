package parser

import "strings"

// beginsShape tells the runes at which a number or a code may begin.
func beginsShape(r []rune, i int) bool {
	switch c := r[i]; {
	case isLatinOrDigit(c):
		return true
	case isHan(c):
		switch c {
		case '零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '两', '俩', '廿', '卅',
			'壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟', '半', '几', '数', '幺':
			return true
		case '人':
			return runeAt(r, i+1) == '民' && runeAt(r, i+2) == '币'
		case '美', '港', '欧', '日', '英', '澳', '新', '韩':
			next := runeAt(r, i+1)
			return next == '元' || next == '币' || next == '镑' || next == '台'
		}
		return false
	case c < 0x80:
		return c == '$' || c == '+' || c == '(' && isAreaBracket(r, i) || c == '*' || c == '#' || c == '_'
	}
	return r[i] == '¥' || hidesDigit(r[i]) || r[i] == '€' || r[i] == '£'
}

// isAreaBracket tells whether the bracket at i may open an area code: (010), ( +86 ).
func isAreaBracket(r []rune, i int) bool {
	next := runeAt(r, skipSpaces(r, i+1))
	return next == '+' || isHan(next) || isDigit(next)
}

// inChain tells whether the digits at i stand amid a chain of short numbers with
// one mark between them, 1-1-1-1-1-1, none of which is anything by itself; it
// returns their end.
func (s *reading) inChain(i int) int {
	start, r := int32(i), s.runes
	mark := runeAt(r, i-1)
	if !joinsChain(mark) {
		return i
	}
	for k, n := len(s.items)-1, 0; n < 4; k, n = k-1, n+1 {
		if k < 0 || s.items[k].end != start-1 || r[start-1] != mark || !s.items[k].isLink() {
			return i
		}
		start = s.items[k].start
	}
	end := runEnd(r, i, maxLink)
	if end > i && end-i <= maxLink && runeAt(r, end) == mark && isDigitAt(r, end+1) {
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
	r := s.runes
	if end := readID(r, i); end > i {
		return s.add(item{kind: itemID}, i, end)
	}
	if d, end := readDate(r, i); end > i {
		return s.addDate(d, i, end)
	}
	if end := readTime(r, i); end > i {
		return s.add(item{kind: itemSkipped}, i, end)
	}
	if end := readRate(r, i); end > i {
		return s.add(item{kind: itemSkipped}, i, end)
	}
	if d, end := readDuration(r, i); end > i {
		s.durations = append(s.durations, d)
		return s.add(item{kind: itemDuration, ref: int32(len(s.durations) - 1)}, i, end)
	}
	if hidesDigit(r[i]) && !s.masksAmount(i) {
		return i
	}
	a, end := readAmount(r, i)
	if end > i && a.marked {
		return s.addAmount(itemAmount, a, i, end)
	}
	if p, pend := readPhone(r, i); pend > i {
		return s.add(item{kind: itemPhone, class: p.class}, i, pend)
	}
	if card := readBankCard(r, i); card > i {
		return s.add(item{kind: itemCard}, i, card)
	}
	if local := readLocalPhone(r, i); local > i && s.cueBefore(i, meansCallInfo|meansAsk) != nil {
		return s.add(item{kind: itemPhone, class: phoneLandline}, i, local)
	}
	if a.precision == PrecisionMasked && isHan(r[i]) {
		return i // 陆** is a name
	}
	if end > i && (isDigitAt(r, i) || hidesDigit(r[i]) || end-i > 1 && s.isBoundary(i) || s.cueBefore(i, 0) != nil) {
		return s.addAmount(itemNumber, a, i, end)
	}
	return i
}

// masksAmount tells whether the stars at i go on as a number: **34.56元, ****元. Those
// of a name do not.
func (s *reading) masksAmount(i int) bool {
	for i < len(s.runes) && hidesDigit(s.runes[i]) {
		i++
	}
	c := runeAt(s.runes, i)
	return isDigitAt(s.runes, i) || c == '.' || c == '元' || c == '万' || c == '千' || c == '块'
}

func (s *reading) addDate(d date, i, end int) int {
	s.dates = append(s.dates, d)
	return s.add(item{kind: itemDate, ref: int32(len(s.dates) - 1)}, i, end)
}

func (s *reading) addAmount(kind itemKind, a amount, i, end int) int {
	if a.precision == "" {
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
	r := s.runes
	switch {
	case c.means&meansTail != 0:
		if end := readIDTail(r, s.skipMasks(i)); end > s.skipMasks(i) {
			return s.add(item{kind: itemTail, means: c.means}, s.skipMasks(i), end)
		}
	case c.means&(meansContract|meansOrder) != 0:
		if end := readSerial(r, i); end > i {
			return s.add(item{kind: itemSerial, means: c.means}, i, end)
		}
	case c.means&(meansWeChat|meansQQ|meansAlipay) != 0:
		if end := readHandle(r, i, c.means); end > i {
			return s.add(item{kind: itemSerial, means: c.means}, i, end)
		}
	case c.means&meansFax != 0:
		if _, end := readPhone(r, i); end > i {
			return s.add(item{kind: itemSkipped}, i, end)
		}
		if end := readLocalPhone(r, i); end > i {
			return s.add(item{kind: itemSkipped}, i, end)
		}
	case c.means&meansCard != 0:
		if end := readBankCard(r, i); end > i {
			return s.add(item{kind: itemCard}, i, end)
		}
		if end := runEnd(r, i, 4); end == i+4 && !isCounted(r, end) {
			return s.add(item{kind: itemTail, means: meansCard}, i, end)
		}
	case c.means&(meansDue|meansLimit) != 0:
		if d, end := readDate(r, i); end > i {
			return s.addDate(d, i, end)
		}
		if d, end := readMonthDay(r, i); end > i {
			return s.addDate(d, i, end)
		}
	}
	return i
}

// skipMasks steps over the stars of 尾号****1234.
func (s *reading) skipMasks(i int) int {
	for n := 0; n < 16 && i < len(s.runes) && s.runes[i] == '*'; n++ {
		i++
	}
	return i
}

// readHandle reads a handle or number of a chat or payment account at i: five
// to twenty letters, digits, hyphens and underscores, six where no digit is
// among them; of QQ, five to eleven digits; of Alipay also a mail address.
func readHandle(r []rune, i int, means meaning) int {
	end, digits, at := i, 0, 0
	for ; end < len(r) && end-i <= 40; end++ {
		c := r[end]
		switch {
		case isDigitAt(r, end):
			digits++
		case c == '@':
			at = end
		case isLatin(c), c == '-', c == '_', c == '.':
		default:
			return endHandle(r, i, end, digits, at, means)
		}
	}
	return endHandle(r, i, end, digits, at, means)
}

func endHandle(r []rune, i, end, digits, at int, means meaning) int {
	for end > i && strings.ContainsRune("-_.@", r[end-1]) {
		end--
	}
	n := end - i
	switch {
	case at > i && at < end:
		if means&meansAlipay == 0 {
			return i
		}
		return end
	case n < 5 || n > 20, digits == 0 && n < 6, strings.ContainsRune(string(r[i:end]), '.'):
		return i
	case means&meansQQ != 0 && means&meansWeChat == 0 && (digits != n || n > 11):
		return i
	}
	return end
}
