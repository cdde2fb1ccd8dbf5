package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// largestFen is the largest amount of money that is one.
const largestFen = 10_000_000_000_000

// Amount is what ReadAmount reads. Where precision is "" it is no amount of
// yuan, and its runes are to be skipped: another currency, too large, a
// percentage, a count of something else.
type Amount struct {
	Fen, MaxFen int64 // maxFen: upper end of a range, else 0; both 0 where masked
	Precision   Precision
	Marked      bool // a currency sign, 元/块/圆/角 or 人民币/RMB/CNY says that it is money
	foreign     bool // another currency
}

// ReadAmount reads an amount at r[i:], where a currency's sign or name, a
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
func ReadAmount(r []rune, i int) (a Amount, end int) {
	if runes.MasksDigit(r, i-1) || runes.DigitAt(r, i-1) {
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
		inside := runes.At(r, i-1) == '第' || runes.InsideNumber(r, i)
		if low.unit = bracketUnit(r, i); low.unit == currencyNone && (inside || !low.mayBeBare(r, i, end)) {
			if !low.Invalid && (low.Han || low.Masked) {
				return a, i
			}
			return a, end
		}
	}
	fen, maxFen, ok := low.fen()
	switch {
	case low.unit == currencyForeign:
		return Amount{foreign: true}, end
	case !ok:
		return Amount{}, end
	}
	a = Amount{Fen: fen, MaxFen: maxFen, Marked: low.unit == currencyYuan, Precision: Masked}
	switch {
	case low.Masked:
	case low.Ranged:
		a.Precision = Range
	default:
		a.Precision = PrecisionAround(r, i, end, low.vague)
	}
	return a, end
}

// readAmountRange reads the upper end of a range behind low, which stands at
// r[i:end]: 1000-2000元, 1万元至5万元, ¥500~¥800; false where there is none.
func readAmountRange(r []rune, i int, low quantity, end int) (a Amount, highEnd int, ok bool) {
	p := RangeEnd(r, end)
	if p == end || low.Ranged || low.Invalid {
		return a, end, false
	}
	high, highEnd := readQuantity(r, p)
	if highEnd == p || high.Ranged || high.Invalid || high.Zero || low.Zero {
		return a, end, false
	}
	if low.unit == currencyNone && !low.fraction {
		low.Value = low.sharing(high.Number)
	}
	unit := max(low.unit, high.unit)
	if high.unit == currencyNone && !high.mayBeBare(r, p, highEnd) && !(unit == currencyYuan && high.composed) {
		return a, end, false
	}
	if unit == currencyNone && !low.Masked && low.Han && !low.composed {
		return a, end, false
	}
	a.Marked = unit == currencyYuan
	switch {
	case unit == currencyForeign:
		return Amount{foreign: true}, highEnd, true
	case low.Masked || high.Masked:
		a.Precision = Masked
		return a, highEnd, true
	}
	lo, _, lowFits := low.fen()
	hi, _, highFits := high.fen()
	switch {
	case !lowFits || !highFits:
		return Amount{}, highEnd, true
	case lo >= hi:
		return Amount{}, end, false
	}
	a.Fen, a.MaxFen, a.Precision = lo, hi, Range
	return a, highEnd, true
}

// RangeEnd returns the end of the sign between the ends of a range, with
// spaces and a (含) before it, or i: -, —, ——, ~, 至, 到.
func RangeEnd(r []rune, i int) int {
	p := runes.SkipSpace(r, i)
	if runes.At(r, p) == '(' && runes.At(r, p+1) == '含' && runes.At(r, p+2) == ')' {
		p = runes.SkipSpace(r, p+3)
	}
	switch c := runes.At(r, p); {
	case c == '至' || c == '到':
		p++
	case c == '~' || runes.IsDash(c):
		for range 2 {
			if c := runes.At(r, p); c == '~' || runes.IsDash(c) {
				p++
			}
		}
	default:
		return i
	}
	return runes.SkipSpace(r, p)
}

// sharing returns the value of n as the lower end of a range with the upper
// end high, whose units it shares where that keeps it below: 3-6万 is from
// 30000, 五到八千 from 5000, 9000到2万 from 9000.
func (n Number) sharing(high Number) Decimal {
	if n.composed && n.tail.big > 0 || n.Masked {
		return n.Value
	}
	for _, u := range [...]int64{max(high.tail.small, 1) * max(high.tail.big, 1), max(high.tail.big, 1)} {
		v, ok := n.Value.Times(u)
		if ok && u > 1 && v.Less(high.Value) && (u == high.tail.big || !n.composed) {
			return v
		}
	}
	return n.Value
}

// bracketUnit returns the currency of a table's heading before a bare number:
// 欠款金额(元):1234.56.
func bracketUnit(r []rune, i int) currency {
	p := i
	for range 2 {
		if c := runes.At(r, p-1); c == ':' || c == ' ' {
			p--
		}
	}
	if runes.At(r, p-1) == ')' && runes.At(r, p-2) == '元' && runes.At(r, p-3) == '(' {
		return currencyYuan
	}
	return currencyNone
}
