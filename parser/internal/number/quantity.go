package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// quantity is a number with its currency.
type quantity struct {
	Number
	unit     currency
	vague    Precision // what 余 or + after the number says, or ""
	fraction bool      // it counts 角 or 分 alone, worth 1/parts yuan
	parts    int64
	small    int64 // fen of 角 and 分 after 元
	points   bool  // see Amount.Points
	own      bool  // a unit or a currency follows the number
	sign     Sign
}

// readQuantity reads a number with the names and signs of its currency: ¥ 380, RMB
// 466.62, 人民币壹佰元整, 80元5角, 八十块五, 5000人民币, 两美元.
func readQuantity(r []rune, i int) (q quantity, end int) {
	var p int
	if q.unit, p = readCurrency(r, i); p > i {
		p = runes.SkipSpaces(r, p)
		if runes.At(r, p) == ':' {
			p = runes.SkipSpaces(r, p+1)
		}
		if sign, after := readCurrency(r, p); sign == q.unit {
			p = runes.SkipSpaces(r, after) // RMB ¥500
		}
		if after := skipMinus(r, p); after > p {
			q.sign, p = Minus, after
		}
	}
	q.Number, end = Read(r, p)
	if n, after := readUnclear(r, p, end, q.unit != currencyNone); after > end {
		q.Number, end = n, after
	}
	if end == p || q.unit == currencyNone && beginsAmount(r, end) {
		return quantity{}, i
	}
	if q.Approx {
		q.vague = About
	}
	if v := VagueEnd(r, runes.SkipSpaces(r, end)); v > runes.SkipSpaces(r, end) && !q.Masked {
		q.vague = About
		if r[v-1] == '+' {
			q.vague = AtLeast
		}
		end = v
	}
	return q.withUnit(r, end)
}

// beginsAmount reports whether a currency's name and a number begin at i. The number
// before them is then not part of the amount: 四 in 李四人民币500元.
func beginsAmount(r []rune, i int) bool {
	_, p := readCurrency(r, i)
	if p == i {
		return false
	}
	p = runes.SkipSpaces(r, p)
	return runes.DigitAt(r, p) || isNumeral(runes.At(r, p)) || runes.MasksDigit(r, p)
}

// withUnit returns q with the unit at end, if there is one, and with what belongs to the
// unit, and their end.
func (q quantity) withUnit(r []rune, end int) (quantity, int) {
	p := q.unitStart(r, end)
	switch c := runes.At(r, p); {
	case isYuan(c) && !compoundAt(r, p) && !q.isTogether(r, end, p):
		q.unit, end = max(q.unit, currencyYuan), p+1
		q.small, end = readSmall(r, end)
	case isJiao(c) && !compoundAt(r, p):
		q.unit, q.fraction, q.parts, end = max(q.unit, currencyYuan), true, 10, p+1
		q.small, end = readFen(r, end)
	case c == '分' && countsFen(r, end, p):
		q.unit, q.fraction, q.parts, end = max(q.unit, currencyYuan), true, 100, p+1
	case c == '分' && q.unit == currencyNone && q.mayCountFen(r, end, p):
		q.points, q.fraction, q.parts, q.own = true, true, 100, true
		return q, p + 1
	case q.unit == currencyNone:
		c, after := readCurrency(r, p)
		if after > p {
			q.unit, q.own, end = c, true, after
		}
		return q, end
	default:
		return q, end
	}
	q.own = true
	end = closingEnd(r, end)
	if c, after := readCurrency(r, end); after > end && !beginsAmount(r, end) { // 800元日币
		q.unit, end = max(q.unit, c), after
	}
	return q, end
}

// unitStart returns where the unit of a number that ends at end may begin: after spaces,
// or after a mark that a template left between them: 2000，元借款. The 元 of a word or a name
// is no unit.
func (q quantity) unitStart(r []rune, end int) int {
	p := runes.SkipSpaces(r, end)
	c := runes.At(r, p)
	if (runes.IsComma(c) || c == '、' || c == '.') && runes.At(r, p+1) == '元' && !dividedCompoundAt(r, p+1) && !q.Han && q.Digits > 2 {
		return p + 1
	}
	return p
}

// countsFen reports whether the 分 at p, after the number that ends at end, is money:
// 5分钱, 伍分. Otherwise it is points or minutes.
func countsFen(r []rune, end, p int) bool {
	next := runes.At(r, p+1)
	return next == '钱' || isCapital(runes.At(r, end-1)) && next != '之'
}

// mayCountFen reports whether the 分 at p, after the number that ends at end, may be
// money if a word for a debt comes before: 20分, 五分. The adverb 十分 is not, nor
// 一分不少.
func (q quantity) mayCountFen(r []rune, end, p int) bool {
	if end != p || q.Masked || q.Zero || compoundAt(r, p) || compoundAt(r, p-1) {
		return false
	}
	return !(q.Value.coef == 10 && q.Han && runes.HanAt(r, p+1))
}

// isTogether reports whether the number that ends at end and the 块 at p are the word
// 一块, together: 一块还, not 一块钱.
func (q quantity) isTogether(r []rune, end, p int) bool {
	next := runes.At(r, p+1)
	return r[p] == '块' && q.Han && !q.composed && runes.At(r, end-1) == '一' && runes.IsHan(next) && next != '钱' && next != '半' && !isNumeral(next)
}

// isCapital reports whether c is a capital digit, as on cheques, which counts nothing
// but money.
func isCapital(c rune) bool {
	switch c {
	case '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖':
		return true
	}
	return false
}

// closingEnd returns the end of the 整, 正 or 钱 at i that closes an amount, or i if
// there is none.
func closingEnd(r []rune, i int) int {
	switch runes.At(r, i) {
	case '整', '正', '钱':
		if !compoundAt(r, i) {
			return i + 1
		}
	}
	return i
}

// fen returns the value of q in fen, and the upper end of a range. ok is false if it is
// not an amount, or more than largestFen.
func (q quantity) fen() (fen, maxFen int64, ok bool) {
	if q.Masked || q.Invalid {
		return 0, 0, q.Masked
	}
	fen, ok = q.Value.hundredths()
	if ok && q.Ranged {
		maxFen, ok = q.Max.hundredths()
	}
	if q.fraction {
		fen, maxFen = fen/q.parts, maxFen/q.parts
	}
	fen, added := sum(fen, q.small)
	return fen, maxFen, ok && added && max(fen, maxFen) <= largestFen
}

// mayBeBareAt reports whether the context of the quantity r[i:end] allows it to be an
// amount without a currency.
func (q quantity) mayBeBareAt(r []rune, i, end int) bool {
	return runes.At(r, i-1) != '第' && !runes.InsideNumber(r, i) && !isItemNumber(r, i, end) && q.mayBeBare(r, i, end)
}

// isItemNumber reports whether the digits r[i:end] number an item of a list:
// :1.本金, \n2、罚息, (1)本金, :①本金, which is folded to 1.
func isItemNumber(r []rune, i, end int) bool {
	const mostDigits = 2
	if end-i > mostDigits || r[i] == '0' || !runes.IsDigit(r[i]) {
		return false
	}
	before, next := runes.At(r, i-1), runes.At(r, end)
	if before == '(' {
		return next == ')'
	}
	if i > 0 && before != ':' && !runes.EndsClause(before) {
		return false
	}
	switch next {
	case '.', '、', ')':
		return !runes.DigitAt(r, end+1)
	}
	return end-i == 1 && runes.IsHan(next)
}

// mayBeBare reports whether the quantity r[i:end], which has no currency, may be an
// amount if a word before it says so.
func (q quantity) mayBeBare(r []rune, i, end int) bool {
	const mostDigits = 10 // eleven are a phone number
	switch {
	case q.Invalid, q.Zero, q.Digits > mostDigits, q.goesOn(r, end):
		return false
	case q.Masked:
		return end-i >= 3 && end-i <= 10
	case q.Han:
		return q.composed && end-i > 1 || q.Digits > 2
	}
	return true
}

// goesOn reports whether what follows at end makes the number part of something else,
// or a count: 500a, 3天, 18:00, 1,0000.
func (q quantity) goesOn(r []rune, end int) bool {
	next, then := runes.At(r, end), runes.At(r, end+1)
	switch {
	case runes.IsLetter(next), next == unknown, isMeasure(next), isYuan(next), next == '角', next == '毛':
		return true
	case runes.IsDigit(next) || isNumeral(next):
		return !q.composed
	case next == '/':
		return runes.IsDigit(then) && !listsAmounts(r, end)
	case next == ':', next == '.', next == '_', runes.IsDash(next):
		return runes.IsDigit(then)
	case next == ',':
		return q.Digits <= 3 && arabicEnd3(r, end+1) > end+3
	}
	return false
}
