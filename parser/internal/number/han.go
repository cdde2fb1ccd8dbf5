package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// maxNumeral is the length of the longest Chinese numeral, in runes. The longest
// sensible one, in capitals up to 兆, has about 40.
const maxNumeral = 64

// bounds are the lower and the upper end of what has been read.
type bounds struct{ lo, hi int64 }

// hanReader reads a number of Chinese digits and units. Arabic integers may take the
// place of digits.
//
// It reads as usual: a digit times 十百千 is added to a section below 万, a section
// times 万亿兆 to the total. A larger unit after a smaller one multiplies everything
// before it (两万三千亿, 6千万亿).
type hanReader struct {
	r        []rune
	start    int
	first    arabic // the Arabic digits at start, if any
	firstEnd int

	total, section bounds
	small          int64 // last unit of the section; the next must be smaller; 0: none
	big            int64 // last unit of the total; 0: none
	biggest        int64 // largest unit of the total
	last           int64 // last unit; 0: none yet; closed: no more digits
	tail           units
	digits         bool // the number has a digit
	implied        bool // the number begins with a unit: 百三 is 130
	spaced         bool // the number is written with spaces: 一百 五 十
	approx         bool
	over           bool // the number is too large
}

// closed takes the place of the last unit after the digits that follow it.
const closed = -1

// coefficient is a run of digits before a unit or at the end of a number.
type coefficient struct {
	bounds
	digits int
	arabic bool
	pair   bool // 五六, 三五: a range
	vague  bool // 几
	zero   bool // 零 comes before it
}

// read reads the number at h.start.
func (h *hanReader) read() (Number, int) {
	c, end := h.coefficient(h.start)
	given := end > h.start
	unitEnd, ok := h.unit(c, given, h.beforeBig(end))
	if !ok {
		if c.vague || !given {
			return Number{}, h.start
		}
		return h.plain(c, end)
	}
	end = unitEnd
	for end-h.start < maxNumeral {
		next, ok := h.next(end)
		if !ok {
			break
		}
		end = next
	}
	return h.finish(end)
}

// plain returns the number of digits without a unit: 1234, 二〇〇〇, 五六. If other digits
// follow Chinese ones, there is no number: 张三5000元, 王五一千元.
func (h *hanReader) plain(c coefficient, end int) (Number, int) {
	next := runes.At(h.r, end)
	switch {
	case h.over || c.digits >= maxNumeral:
		return Number{Invalid: true, Han: !c.arabic}, end
	case !c.arabic && (runes.IsDigit(next) || isNumeral(next)):
		return Number{}, h.start
	}
	n := Number{Value: Decimal{coef: c.lo}, Digits: c.digits, Han: !c.arabic}
	if c.arabic {
		n.Zero = h.first.zero
	}
	if c.pair {
		n.Value.coef = 10*c.lo + c.hi
		if f, after := n.withPoint(h.r, end); after > end {
			return f, after // 一二点三
		}
		n.Ranged, n.Value.coef, n.Max.coef = true, c.lo, c.hi
	}
	return n.withPoint(h.r, end)
}

// finish returns the number with units that ends at end.
func (h *hanReader) finish(end int) (Number, int) {
	all := h.plus(h.total, h.section)
	if h.over {
		return Number{Invalid: true, Han: h.firstEnd == h.start, composed: true}, end
	}
	if h.implied && !h.digits && !h.countsMoney(end) {
		return Number{}, h.start
	}
	n := Number{
		Value: Decimal{coef: all.lo}, tail: h.tail, Approx: h.approx,
		Han: h.firstEnd == h.start, composed: true,
	}
	if all.hi > all.lo {
		n.Ranged, n.Max = true, Decimal{coef: all.hi}
	}
	if h.big == 0 {
		n.tail = units{small: h.lone()}
	} else if h.last != h.big {
		n.tail = units{}
	}
	return n.withPoint(h.r, end)
}

// countsMoney reports whether units without a digit are a number: 百元, 千余元 and 近万元 are.
// 百 in 百分之, 千万 in 千万不要 and (万元) are not; nor is 仟, which nobody writes without a
// digit, nor the rest of a number that is not understood: ?千元.
func (h *hanReader) countsMoney(end int) bool {
	first := h.r[h.start]
	if first == '佰' || first == '仟' || hidesDigits(runes.At(h.r, h.start-1)) {
		return false
	}
	if hanUnit(first) >= tenThousand {
		switch runes.At(h.r, h.start-1) {
		case '近', '上', '逾', '超', '过', '约':
		default:
			return false
		}
	}
	switch runes.At(h.r, runes.SkipSpaces(h.r, VagueEnd(h.r, end))) {
	case '元', '圆', '块':
		return true
	}
	return false
}

// lone returns the last unit of a section that is a single digit times that unit, else
// 0.
func (h *hanReader) lone() int64 {
	if h.small > 10 && h.last == h.small && h.section.hi < 10*h.small && h.section.hi%h.small == 0 {
		return h.small
	}
	return 0
}

// next reads one more unit at i, with the digits before it if there are any, or the
// digits after the last unit. ok is false at the end of the number.
func (h *hanReader) next(i int) (end int, ok bool) {
	p := runes.SkipSpaces(h.r, i)
	if big := h.beforeBig(p); big > p {
		return h.unit(coefficient{}, false, big)
	}
	if h.last == closed {
		return i, false
	}
	c, end := h.coefficient(p)
	if unitEnd, ok := h.unit(c, end > p && c.digits > 0, end); ok {
		h.spaced = h.spaced || p > i
		return unitEnd, true
	}
	if c.digits == 0 || p > i && !h.spaced || !h.takeTail(c, end) {
		return i, false
	}
	return end, true
}

// beforeBig returns the end of the 余 or 多 at i if 万 or 亿 follows and makes it part
// of the number: 十余万, 300多万.
func (h *hanReader) beforeBig(i int) int {
	p := runes.SkipSpaces(h.r, i)
	vague := runes.SkipSpaces(h.r, VagueEnd(h.r, p))
	if vague > p && vague > h.start && hanUnit(runes.At(h.r, vague)) >= tenThousand {
		h.approx = true
		return vague
	}
	return i
}

// takeTail adds the digits after the last unit: 五 in 三千五, 零六 in 五亿零六.
func (h *hanReader) takeTail(c coefficient, end int) bool {
	tenths := h.last >= 100 && !c.zero && (c.digits == 1 || c.pair)
	if c.hi >= h.last || !h.mayTail(c, tenths, end) {
		return false
	}
	switch {
	case c.vague:
		c.bounds = bounds{}
		h.approx = true
	case tenths:
		c.bounds = h.mul(c.bounds, h.last/10)
	}
	h.digits = h.digits || !c.vague
	h.section = h.plus(h.section, c.bounds)
	h.last, h.small = closed, 1
	return true
}

// mayTail reports whether digits that end at end may follow a unit, as tenths of it or
// by themselves.
func (h *hanReader) mayTail(c coefficient, tenths bool, end int) bool {
	next := runes.At(h.r, end)
	switch {
	case c.arabic:
	case runes.IsDigit(next), isNumeral(next), c.digits > 1 && !c.pair:
		return false
	case !tenths:
		return true
	}
	return next == '点' || !isMeasure(next) && !runes.IsLetter(next) && !runes.MasksDigit(h.r, end) // 一万5天未还
}

// plus returns a+b, and sets over if it is too large.
func (h *hanReader) plus(a, b bounds) bounds {
	lo, _ := sum(a.lo, b.lo)
	hi, ok := sum(a.hi, b.hi)
	h.over = h.over || !ok
	return bounds{lo, hi}
}

// mul returns a*u, and sets over if it is too large.
func (h *hanReader) mul(a bounds, u int64) bounds {
	lo, _ := product(a.lo, u)
	hi, ok := product(a.hi, u)
	h.over = h.over || !ok
	return bounds{lo, hi}
}
