package parser

// largestFen is the largest amount of money that is one.
const largestFen = 10_000_000_000_000

// amount is what readAmount reads. Where precision is "" it is no amount of
// yuan, and its runes are to be skipped: another currency, too large, a
// percentage, a count of something else.
type amount struct {
	fen, maxFen int64 // maxFen: upper end of a range, else 0; both 0 where masked
	precision   Precision
	marked      bool // a currency sign, 元/块/圆/角 or 人民币/RMB/CNY says that it is money
	foreign     bool // another currency
}

// readAmount reads an amount at r[i:], where a currency's sign or name, a
// digit, a Chinese numeral, 几, 数 or a mask begins and the rune before is no
// ASCII digit and no letter. end == i where there is none; see amount for what
// is consumed without being one.
//
// r[i:end] holds the number with its signs and units (人民币1,234元整, 2000余元,
// 2万(含)-3万元). Words around it that bear on the precision are looked up and
// left outside: 约 and 超过 before it, 左右 and 以上 behind it. What is less than a
// fen is cut off.
//
// An amount that is not marked may be any number: the caller has to see a word
// such as 欠款 before it.
func readAmount(r []rune, i int) (a amount, end int) {
	if masksDigit(r, i-1) || isDigitAt(r, i-1) {
		return a, i
	}
	low, end := readQuantity(r, i)
	if end == i {
		return a, i
	}
	if a, end, ok := readAmountRange(r, i, low, end); ok {
		return a, end
	}
	if low.unit == currencyNone {
		inside := runeAt(r, i-1) == '第' || insideNumber(r, i)
		if low.unit = bracketUnit(r, i); low.unit == currencyNone && (inside || !low.mayBeBare(r, i, end)) {
			if !low.invalid && (low.han || low.masked) {
				return a, i
			}
			return a, end
		}
	}
	fen, maxFen, ok := low.fen()
	switch {
	case low.unit == currencyForeign:
		return amount{foreign: true}, end
	case !ok:
		return amount{}, end
	}
	a = amount{fen: fen, maxFen: maxFen, marked: low.unit == currencyYuan, precision: PrecisionMasked}
	switch {
	case low.masked:
	case low.ranged:
		a.precision = PrecisionRange
	default:
		a.precision = precisionAround(r, i, end, low.vague)
	}
	return a, end
}

// readAmountRange reads the upper end of a range behind low, which stands at
// r[i:end]: 1000-2000元, 1万元至5万元, ¥500~¥800; false where there is none.
func readAmountRange(r []rune, i int, low quantity, end int) (a amount, highEnd int, ok bool) {
	p := rangeEnd(r, end)
	if p == end || low.ranged || low.invalid {
		return a, end, false
	}
	high, highEnd := readQuantity(r, p)
	if highEnd == p || high.ranged || high.invalid || high.zero || low.zero {
		return a, end, false
	}
	if low.unit == currencyNone && !low.fraction {
		low.value = low.sharing(high.number)
	}
	unit := max(low.unit, high.unit)
	if high.unit == currencyNone && !high.mayBeBare(r, p, highEnd) && !(unit == currencyYuan && high.composed) {
		return a, end, false
	}
	if unit == currencyNone && !low.masked && low.han && !low.composed {
		return a, end, false
	}
	a.marked = unit == currencyYuan
	switch {
	case unit == currencyForeign:
		return amount{foreign: true}, highEnd, true
	case low.masked || high.masked:
		a.precision = PrecisionMasked
		return a, highEnd, true
	}
	lo, _, lowFits := low.fen()
	hi, _, highFits := high.fen()
	switch {
	case !lowFits || !highFits:
		return amount{}, highEnd, true
	case lo >= hi:
		return amount{}, end, false
	}
	a.fen, a.maxFen, a.precision = lo, hi, PrecisionRange
	return a, highEnd, true
}

// rangeEnd returns the end of the sign between the ends of a range, with
// spaces and a (含) before it, or i: -, —, ——, ~, 至, 到.
func rangeEnd(r []rune, i int) int {
	p := skipSpace(r, i)
	if runeAt(r, p) == '(' && runeAt(r, p+1) == '含' && runeAt(r, p+2) == ')' {
		p = skipSpace(r, p+3)
	}
	switch c := runeAt(r, p); {
	case c == '至' || c == '到':
		p++
	case c == '~' || isDash(c):
		for range 2 {
			if c := runeAt(r, p); c == '~' || isDash(c) {
				p++
			}
		}
	default:
		return i
	}
	return skipSpace(r, p)
}

// sharing returns the value of n as the lower end of a range with the upper
// end high, whose units it shares where that keeps it below: 3-6万 is from
// 30000, 五到八千 from 5000, 9000到2万 from 9000.
func (n number) sharing(high number) decimal {
	if n.composed && n.tail.big > 0 || n.masked {
		return n.value
	}
	for _, u := range [...]int64{max(high.tail.small, 1) * max(high.tail.big, 1), max(high.tail.big, 1)} {
		v, ok := n.value.times(u)
		if ok && u > 1 && v.less(high.value) && (u == high.tail.big || !n.composed) {
			return v
		}
	}
	return n.value
}

// bracketUnit returns the currency of a table's heading before a bare number:
// 欠款金额(元):1234.56.
func bracketUnit(r []rune, i int) currency {
	p := i
	for range 2 {
		if c := runeAt(r, p-1); c == ':' || c == ' ' {
			p--
		}
	}
	if runeAt(r, p-1) == ')' && runeAt(r, p-2) == '元' && runeAt(r, p-3) == '(' {
		return currencyYuan
	}
	return currencyNone
}
