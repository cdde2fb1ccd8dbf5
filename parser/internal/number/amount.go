package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// largestFen is the largest amount that is taken for money, 10^11 yuan.
const largestFen = 10_000_000_000_000

// Amount is an amount of yuan. If its Precision is "", as in the zero Amount, it is no
// amount, and its runes are to be skipped: another currency, too large, a percentage, a
// count of something else.
type Amount struct {
	Fen, MaxFen int64 // MaxFen is the upper end of a range, else 0; both are 0 if masked
	Precision   Precision
	Marked      bool // a sign or name of the currency, or a unit such as 元, shows that it is money
	Points      bool // it counts 分, which are fen after a word for a debt, else points or minutes
	Sign        Sign // whether it is less than nothing
	foreign     bool // another currency
}

// ReadAmount reads an amount at r[i:], where a currency's sign or name, a digit, a
// Chinese numeral, 几, 数, a mask or what BeginsUnclear reports begins and the rune
// before is not an ASCII digit or a letter. end is i if there is none. See Amount for
// what is read without being an amount.
//
// r[i:end] holds the number with its signs and units (人民币1,234元整, 2000余元,
// 2万(含)-3万元). Words around it that bear on the precision are read but not included:
// 约 and 超过 before it, 左右 and 以上 after it. Fractions of a fen are cut off.
//
// An amount that is not Marked may be any number: the caller must have seen a word such
// as 欠款 before it.
func ReadAmount(r []rune, i int) (a Amount, end int) { return ReadAmountUnder(r, i, Heading{}) }

// ReadAmountUnder is ReadAmount for a number under the heading h, which gives it a unit or
// a currency that it lacks: 3.5 is 35000 yuan under (单位:万元). The amount is Marked if h is
// right before it. A unit in brackets after the number counts likewise and is included,
// 3.5(万元).
func ReadAmountUnder(r []rune, i int, h Heading) (a Amount, end int) {
	if runes.MasksDigit(r, i-1) || runes.DigitAt(r, i-1) {
		return a, i
	}
	low, end := readQuantity(r, i)
	if end == i {
		return a, i
	}
	h, end = low.closedBy(r, end, h)
	if a, end, ok := readAmountRange(r, low, end, h); ok {
		return a, end
	}
	headed := low.under(h)
	sure := headed.unit != currencyNone && (low.unit != currencyNone || h.Direct) || headed.points
	switch {
	case sure, low.mayBeBareAt(r, i, end):
		return headed.amount(r, i, end), end
	case !low.Invalid && (low.Han || low.Masked):
		return a, i
	}
	return a, end
}

// amount returns the amount of q, which is at r[i:end].
func (q quantity) amount(r []rune, i, end int) Amount {
	q.Masked = q.Masked || q.Zero // 0500元 is the rest of a number
	fen, maxFen, ok := q.fen()
	switch {
	case q.unit == currencyForeign:
		return Amount{foreign: true}
	case !ok:
		return Amount{}
	}
	a := Amount{Fen: fen, MaxFen: maxFen, Marked: q.unit == currencyYuan, Points: q.points, Sign: q.sign}
	if a.Sign == 0 {
		a.Sign = signBefore(r, i, end)
	}
	switch {
	case q.Masked:
		a.Precision = Masked
	case q.Ranged:
		a.Precision = Range
	default:
		a.Precision = PrecisionAround(r, i, end, q.vague)
	}
	return a
}

// readAmountRange reads the upper end of a range after low, which ends at end:
// 1000-2000元, 1万元至5万元, ¥500~¥800. ok is false if there is none.
func readAmountRange(r []rune, low quantity, end int, h Heading) (a Amount, highEnd int, ok bool) {
	p := RangeEnd(r, end)
	if p == end || !low.mayBound() {
		return Amount{}, end, false
	}
	high, highEnd := readQuantity(r, p)
	if highEnd == p || !high.mayBound() {
		return Amount{}, end, false
	}
	if low.unit == currencyNone && !low.fraction {
		low.Value = low.sharing(high.Number)
	}
	low, headed := low.withOwn(high.own).under(h), high.under(h)
	unit := max(low.unit, headed.unit)
	if high.unit == currencyNone && !high.mayBeBare(r, p, highEnd) && !(unit == currencyYuan && high.composed) {
		return Amount{}, end, false
	}
	if unit == currencyNone && low.Han && !low.composed {
		return Amount{}, end, false
	}
	if a, ok = amountBetween(low, headed, unit); !ok {
		return Amount{}, end, false
	}
	return a, highEnd, true
}

// mayBound reports whether q may be an end of a range.
func (q quantity) mayBound() bool { return !q.Ranged && !q.Invalid && !q.Zero && !q.points }

// amountBetween returns the range from low to high in the currency of unit. ok is false
// if low is not below high.
func amountBetween(low, high quantity, unit currency) (_ Amount, ok bool) {
	marked := unit == currencyYuan
	switch {
	case unit == currencyForeign:
		return Amount{foreign: true}, true
	case low.Masked || high.Masked:
		return Amount{Marked: marked, Precision: Masked}, true
	}
	lo, _, lowFits := low.fen()
	hi, _, highFits := high.fen()
	switch {
	case !lowFits || !highFits:
		return Amount{}, true
	case lo >= hi:
		return Amount{}, false
	}
	return Amount{Fen: lo, MaxFen: hi, Marked: marked, Precision: Range}, true
}

// RangeEnd returns the end of the sign between the ends of a range, -, —, ——, ~, 至 or
// 到, with spaces and a (含) before it, or i if there is none.
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

// sharing returns the value of n as the lower end of a range up to high. It has the
// units of high if that keeps it below high: 3-6万 is from 30000, 五到八千 from 5000,
// 9000到2万 from 9000.
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

// maxListed is how many amounts are read as one list.
const maxListed = 8

// listsAmounts reports whether the number that ends at end and those after it, with
// strokes between, are amounts: yuan follow the last, 1000/200/30元, or the number has a
// fraction, as prices do, 5000.00/500.00. 3/12 is a date or a part.
func listsAmounts(r []rune, end int) bool {
	for range maxListed {
		if runes.At(r, end) != '/' || !runes.DigitAt(r, end+1) {
			break
		}
		first := end + 1
		end = usualEnd(r, first, runes.DigitsEnd(r, first))
	}
	return runes.At(r, end-3) == '.' || isYuan(runes.At(r, runes.SkipSpaces(r, end)))
}
