package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// Heading is what a heading says about the sums under it that have no unit of their own.
// The zero Heading says nothing.
type Heading struct {
	fen     int64 // what one of the unit is worth, in fen; 0 if no unit is given
	foreign bool  // the sums are in another currency
	Labeled bool  // 单位 or the like introduces the unit, or it is an account's currency: it holds for all that follows
	Direct  bool  // nothing but marks comes between the heading and the number; the caller sets it
}

// ReadHeading reads a heading at i: a unit or a currency in brackets, (万元), (港币), (单位:人民币元); one
// after 单位 or 币种 that no word follows; one between a slash and a colon, 金额/元:; or the name of a
// currency before the name of an account or of a sum, 美元账户, 人民币应还, where the heading ends before
// that name. end is i if there is none.
func ReadHeading(r []rune, i int) (h Heading, end int) {
	switch c := runes.At(r, i); {
	case c == '(':
		if h, end = readHeadingWords(r, i+1); end > i+1 && runes.At(r, end) == ')' {
			return h, end + 1
		}
	case c == '/':
		if h, end = readHeadingWords(r, i+1); end > i+1 && runes.At(r, end) == ':' {
			return h, end
		}
	case isHeadingLabel(r, i):
		if h, end = readHeadingWords(r, i); (h.fen > 0 || h.foreign) && !runes.HanAt(r, end) {
			return h, end
		}
	default:
		return readAccount(r, i)
	}
	return Heading{}, i
}

// isHeadingLabel reports whether a label at i may introduce a unit outside brackets. 单位 is mostly
// the debtor's employer. It is a label if it is a word by itself or ends a label, 金额单位, and is set
// off from what follows.
func isHeadingLabel(r []rune, i int) bool {
	const before = 2 // 金额
	if headingAt(r, i, headingLabel) > i {
		return true
	}
	end := headingAt(r, i, headingPlace)
	switch {
	case end == i:
		return false
	case runes.HanAt(r, i-1):
		return i >= before && headingAt(r, i-before, headingLabel) == end
	}
	c := runes.At(r, end)
	return c == ':' || c == ' ' || headingAt(r, end, headingRemark) > end
}

// readAccount reads the name of a currency before the name of an account or of a sum.
func readAccount(r []rune, i int) (h Heading, end int) {
	c, end := headingCurrency(r, i)
	if end == i {
		return Heading{}, i
	}
	p := runes.SkipSpace(r, end)
	if runes.At(r, p) == ':' || runes.At(r, p) == '的' {
		p = runes.SkipSpace(r, p+1)
	}
	if headingAt(r, p, headingAccount) == p {
		return Heading{}, i
	}
	return Heading{foreign: c == currencyForeign, Labeled: true}, end
}

// readHeadingWords reads labels, currencies and a unit at i, with marks between them. end
// is i if there are none.
func readHeadingWords(r []rune, i int) (h Heading, end int) {
	const most = 6
	end = i
	said := false
	for n, p := 0, i; n < most; n++ {
		p = skipHeadingMarks(r, p)
		if q := max(headingAt(r, p, headingLabel), headingAt(r, p, headingPlace)); q > p {
			h.Labeled, p = true, q
			continue
		}
		if q := headingAt(r, p, headingRemark); q > p {
			if said && p == end {
				end = q // 以万元计
			}
			p = q
			continue
		}
		if c, q := headingCurrency(r, p); q > p {
			h.foreign = h.foreign || c == currencyForeign
			p, end, said = q, q, true
			continue
		}
		if fen, q := headingUnit(r, p); q > p && h.fen == 0 {
			h.fen = fen
			p, end, said = q, q, true
			continue
		}
		break
	}
	if !said {
		return Heading{}, i
	}
	return h, end
}

// skipHeadingMarks returns i moved over up to two marks between the words of a heading.
func skipHeadingMarks(r []rune, i int) int {
	for range 2 {
		switch runes.At(r, i) {
		case ' ', ':', ',', '，', '、', '/', ';', '；', '-':
			i++
		}
	}
	return i
}

// headingCurrency reads the name or the sign of a currency at i.
func headingCurrency(r []rune, i int) (c currency, end int) {
	if i >= len(r) {
		return currencyNone, i
	}
	if end = headingAt(r, i, headingForeign); end > i {
		return currencyForeign, end
	}
	return readCurrency(r, i)
}

// closedBy returns the heading after q, which ends at end, and the end of that heading, if q has
// no unit of its own: 3.5(万元). Otherwise it returns h and end.
func (q quantity) closedBy(r []rune, end int, h Heading) (Heading, int) {
	if q.own || runes.At(r, end) != '(' {
		return h, end
	}
	after, closed := ReadHeading(r, end)
	if closed == end || after.Labeled {
		return h, end
	}
	after.Direct = true
	return after, closed
}

// withOwn returns q, marked as having a unit of its own if own is set: 3 in 3-5元.
func (q quantity) withOwn(own bool) quantity {
	q.own = q.own || own
	return q
}

// under returns q, which may have a unit of its own, as one of the sums under h.
func (q quantity) under(h Heading) quantity {
	switch {
	case q.own || q.unit == currencyForeign || h == Heading{}:
		return q
	case h.foreign && q.unit == currencyNone:
		q.unit = currencyForeign
		return q
	case h.fen == 1 && h.Direct && q.unit == currencyNone && !q.composed:
		q.points, q.fraction, q.parts = true, true, 100
		return q
	case h.Direct:
		q.unit = max(q.unit, currencyYuan)
	}
	if q.composed || h.fen == 0 {
		return q
	}
	return q.counting(h.fen)
}

// counting returns q as a number of units worth fen each.
func (q quantity) counting(fen int64) quantity {
	const yuan = 100
	if fen < yuan {
		q.fraction, q.parts = true, yuan/fen
		return q
	}
	var low, high bool
	q.Value, low = q.Value.Times(fen / yuan)
	q.Max, high = q.Max.Times(fen / yuan)
	q.Invalid = q.Invalid || !low || !high
	return q
}
