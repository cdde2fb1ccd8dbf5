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
// 1万(含)-5万元). Words around it that bear on the precision are looked up and
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
	if a, end := readAmountRange(r, i, low, end); a.precision != "" || a.foreign {
		return a, end
	}
	if low.unit == currencyNone {
		if low.unit = bracketUnit(r, i); low.unit == currencyNone && !low.mayBeBare(r, i, end) {
			if low.han || low.masked {
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
// r[i:end]: 1000-2000元, 1万元至5万元, ¥500~¥800. Its zero value says that there
// is none.
func readAmountRange(r []rune, i int, low quantity, end int) (amount, int) {
	p := rangeEnd(r, end)
	if p == end || low.ranged || low.invalid {
		return amount{}, end
	}
	high, highEnd := readQuantity(r, p)
	if highEnd == p || high.ranged || high.invalid || high.zero || low.zero {
		return amount{}, end
	}
	if low.unit == currencyNone && !low.fraction {
		low.value = low.sharing(high.number)
	}
	unit := max(low.unit, high.unit)
	if high.unit == currencyNone && !high.mayBeBare(r, p, highEnd) && !(unit == currencyYuan && high.composed) {
		return amount{}, end
	}
	if unit == currencyNone && !low.masked && low.han && !low.composed {
		return amount{}, end
	}
	switch {
	case unit == currencyForeign:
		return amount{foreign: true}, highEnd
	case low.masked || high.masked:
		return amount{precision: PrecisionMasked, marked: unit == currencyYuan}, highEnd
	}
	lo, _, ok1 := low.fen()
	hi, _, ok2 := high.fen()
	if !ok1 || !ok2 || lo >= hi {
		return amount{}, end
	}
	return amount{fen: lo, maxFen: hi, precision: PrecisionRange, marked: unit == currencyYuan}, highEnd
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
// end high, whose units it shares where that keeps it below: 1-5万 is from
// 10000, 两到三千 from 2000, 8500到3万 from 8500.
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
