package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// coefficient reads the digits at i. end is i if there are none. A zero after a unit
// belongs to the digits after it, and may be alone (c.digits is 0) if a unit follows:
// 一千零十.
func (h *hanReader) coefficient(i int) (c coefficient, end int) {
	if i == h.start && h.firstEnd > i {
		return coefficient{
			bounds: bounds{h.first.value.coef, h.first.value.coef},
			digits: h.first.digits, arabic: true,
		}, h.firstEnd
	}
	p := i
	for h.last > 0 && isZero(h.r, p) && p-i < maxNumeral {
		c.zero = true
		p++
	}
	switch first := runes.At(h.r, p); {
	case first == '几' || first == '数':
		c.bounds, c.digits, c.vague = bounds{1, 1}, 1, true
		return c, p + 1
	case runes.IsDigit(first):
		return h.arabicCoefficient(c, i, p)
	}
	return h.hanCoefficient(c, i, p)
}

// hanCoefficient reads the Chinese digits at p into c, which may already have a zero.
// end is i if there are no digits and no zero.
func (h *hanReader) hanCoefficient(c coefficient, i, p int) (_ coefficient, end int) {
	end = p
	for d := digitAt(h.r, end); d >= 0 && end-p < maxNumeral; d = digitAt(h.r, end) {
		h.push(&c, d)
		end++
	}
	if c.digits == 0 && !c.zero {
		return c, i
	}
	if c.digits == 2 {
		a, b := hanDigit(h.r[p]), hanDigit(h.r[p+1])
		if a > 0 && (b == a+1 || a == 3 && b == 5) {
			c.pair, c.bounds = true, bounds{a, b}
		}
	}
	return c, end
}

// arabicCoefficient reads the ASCII digits at p into c, which may already have a zero.
// end is i if they continue as something else: 1万2.5, 1万3,000.
func (h *hanReader) arabicCoefficient(c coefficient, i, p int) (_ coefficient, end int) {
	end = p
	for runes.IsDigit(runes.At(h.r, end)) && end-p <= maxDigits {
		h.push(&c, int64(h.r[end]-'0'))
		end++
	}
	next := runes.At(h.r, end)
	if end-p > maxDigits || (next == '.' || next == ',') && runes.IsDigit(runes.At(h.r, end+1)) {
		return coefficient{}, i
	}
	c.arabic = true
	return c, end
}

// push appends the digit d to c.
func (h *hanReader) push(c *coefficient, d int64) {
	c.bounds = h.mul(c.bounds, 10)
	c.bounds = h.plus(c.bounds, bounds{d, d})
	c.digits++
}

// unit reads the unit at i, if it fits, with the coefficient before it. given is false
// if there is none.
func (h *hanReader) unit(c coefficient, given bool, i int) (end int, ok bool) {
	p := i
	if given {
		p = runes.SkipSpaces(h.r, i)
		if runes.At(h.r, p) == '个' && hanUnit(runes.At(h.r, p+1)) >= tenThousand {
			p++ // 三个亿
		}
	} else if h.takeShort(p) {
		return p + 1, true
	}
	u := unitAt(h.r, p)
	switch {
	case u == 0 || given && !h.takes(c, u):
		return i, false
	case u < tenThousand && hanUnit(h.r[p]) > 0:
		ok = h.smallUnit(c, given, u)
	default:
		ok = h.bigUnit(c, given, u)
	}
	if !ok {
		return i, false
	}
	h.digits = h.digits || given && !c.vague
	return p + 1, true
}

// takeShort reads the 廿, 卅, 卌 or 皕 at i.
func (h *hanReader) takeShort(i int) bool {
	c := runes.At(h.r, i)
	s, u := shortTens(c), int64(10)
	if c == '皕' {
		s, u = 200, 100
	}
	if s == 0 || h.small > 0 && h.small <= u {
		return false
	}
	h.section = h.plus(h.section, bounds{s, s})
	h.small, h.last, h.digits = u, u, true
	return true
}

// takes reports whether the coefficient may come before the unit u. Several Chinese
// digits in a row may come only before 万 (一五〇万), not before 千 (王五一千). An Arabic digit
// may come before 十 if a larger unit comes first (2百5十).
func (h *hanReader) takes(c coefficient, u int64) bool {
	switch {
	case c.arabic:
		return (u > 10 || c.digits == 1 && c.hi > 0 && (h.last > 10 || h.tensOfYuan())) && (h.last == 0 || c.hi < h.last || u < h.last)
	case c.vague || c.pair || c.digits == 1:
		return c.hi > 0
	}
	return u >= tenThousand && h.last == 0
}

// tensOfYuan reports whether the digit at the start of the number and the 十 after it
// are tens of yuan: 5十元, 5十6元, not 1十2.
func (h *hanReader) tensOfYuan() bool {
	i := h.firstEnd + 1
	if oneDigit(h.r, i) >= 0 {
		i++
	}
	return h.last == 0 && isYuan(runes.At(h.r, i))
}

// smallUnit adds the coefficient times 十, 百 or 千 to the section. Without a
// coefficient the unit counts once: 十五, 一百十一, 一千零十, 百三.
func (h *hanReader) smallUnit(c coefficient, given bool, u int64) bool {
	if h.small > 0 && u >= h.small {
		return false
	}
	if !given {
		if h.implied || h.last != 0 && u > 10 && !c.zero {
			return false
		}
		h.implied = u > 10 && h.last == 0
		c.bounds = bounds{1, 1}
	}
	h.approx = h.approx || c.vague
	h.section = h.plus(h.section, h.mul(c.bounds, u))
	h.small, h.last = u, u
	return true
}

// bigUnit multiplies the section, or everything before, by 万, 亿, 兆, k or w.
func (h *hanReader) bigUnit(c coefficient, given bool, u int64) bool {
	if c.vague && h.last != 0 {
		c.bounds = bounds{} // 四十几万 is from 400000
	}
	section := h.plus(h.section, c.bounds)
	tail := units{big: u}
	if h.big == 0 || section.hi > 0 {
		tail.small = h.lone()
	}
	switch {
	case section.hi == 0:
		if !h.multiplyTotal(given, u, &tail) {
			return false
		}
	case h.big == 0 || u > h.biggest:
		h.total = h.mul(h.plus(h.total, section), u)
	case u < h.big:
		h.total = h.plus(h.total, h.mul(section, u))
		tail.small = 0
	default:
		return false
	}
	if given {
		h.digits, tail.small = h.digits || !c.vague, 0
	}
	h.section, h.small, h.tail = bounds{}, 0, tail
	h.big, h.biggest, h.last = u, max(u, h.biggest), u
	h.approx = h.approx || c.vague
	return true
}

// multiplyTotal multiplies the total by the unit u if no section comes before it,
// 6千万亿, or makes u the total if nothing comes before it, 万元.
func (h *hanReader) multiplyTotal(given bool, u int64, tail *units) bool {
	switch {
	case h.total.hi > 0 && h.last == h.big:
		h.total = h.mul(h.total, u)
		*tail = h.tail
		tail.big, _ = product(tail.big, u)
	case h.total.hi == 0 && !given && h.last == 0:
		h.implied, h.total = true, bounds{u, u}
	default:
		return false
	}
	return true
}
