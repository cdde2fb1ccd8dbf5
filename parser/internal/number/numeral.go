// Package number reads numbers and amounts of yuan in folded text, Arabic, Chinese and
// mixed, and what nearby words say about their precision. Values are exact.
//
// A reader ReadX(r, i) reads something at r[i:] and returns its end, or i if there is
// nothing. It looks a bounded way ahead and knows nothing about cues.
package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// Number is a number as it is written. The zero Number is 0.
type Number struct {
	Value Decimal
	Max   Decimal // the upper end if Ranged, else 0
	tail  units   // its last units, which a range shares: 1-5万

	Digits   int  // number of Arabic digits before the point, or of Chinese digits in a row
	Han      bool // it begins with a Chinese character
	composed bool // it has a unit: 三千五, 1.2万
	Zero     bool // it has a leading zero: 007
	Ranged   bool // 五六百, 三五百
	Approx   bool // 十几, 几千, 十余万: Value is the lower end
	Masked   bool // 1***.56, 三千**: Value has no meaning
	Invalid  bool // 1.2.3, or too large: read, but without a value
}

// Read reads a number at r[i:]: Arabic digits with groups, fraction and masks; Chinese
// digits, small or capital, with units or in a row; both mixed (3千5百, 1.2万). end is
// i if there is none.
//
// Two neighbouring digits before a unit or at the end are a range (五六百, 十五六,
// 三五百); 几 and 余 make a number approximate. A digit after a unit, without a unit of
// its own, counts tenths of it: 三千五 is 3500, 三千零五 is 3005.
//
// Read does not decide whether characters are meant as a number: 四 in 四川 is read as 4.
func Read(r []rune, i int) (n Number, end int) {
	a, end := readArabic(r, i)
	switch {
	case end == i && !a.masked && !mayBeginHan(runes.At(r, i)) && digitAt(r, i) < 0:
		return Number{}, i
	case a.masked:
		return Number{Masked: true}, unitsEnd(r, end)
	case a.invalid:
		return Number{Invalid: true, Digits: a.digits}, end
	case a.point:
		n = Number{Value: a.value, Digits: a.digits, Zero: a.zero}
		return n.scaled(r, end)
	}
	if end > i && a.digits < maxNumeral && endsNumber(r, end) {
		return Number{Value: a.value, Digits: a.digits, Zero: a.zero}, end
	}
	h := hanReader{r: r, start: i, first: a, firstEnd: end}
	n, end = h.read()
	if end > i && runes.MasksDigit(r, end) {
		return Number{Masked: true}, unitsEnd(r, maskedEnd(r, end))
	}
	return n, end
}

// mayBeginHan reports whether a Chinese number may begin with c. It keeps most
// characters of a message from the reader of such numbers.
func mayBeginHan(c rune) bool {
	switch c {
	case '几', '数', '余', '多', '来', 'k', 'w':
		return true
	}
	return isNumeral(c)
}

// endsNumber reports whether the character at i, or the end of the text, shows
// immediately that the digits before it are a number by themselves.
func endsNumber(r []rune, i int) bool {
	c := runes.At(r, i)
	return c < 0x80 && c != ' ' && !runes.IsAlnum(c) && !runes.MasksDigit(r, i)
}

// units are what multiplies a number, so that the lower end of a range can share it:
// 3-6万, 五到八千. The zero units do not multiply.
type units struct {
	big   int64 // 万, 亿, 万亿, k; 0: none
	small int64 // 百 or 千 after a single digit, before big; 0: none
}

// scaled returns n multiplied by the units at end, after its fraction, and their end:
// 万 in 1.2万, k in 1.5k.
func (n Number) scaled(r []rune, end int) (Number, int) {
	for {
		next := runes.SkipSpaces(r, end)
		u := unitAt(r, next)
		if u < 100 {
			return n, end
		}
		var ok bool
		if n.Value, ok = n.Value.Times(u); !ok || n.Invalid {
			n.Value, n.Invalid = Decimal{}, true
		}
		n.composed = true
		n.tail.big, _ = product(max(n.tail.big, 1), u)
		end = next + 1
	}
}

// unitsEnd returns the end of the units after a masked number.
func unitsEnd(r []rune, end int) int {
	for unitAt(r, end) >= 100 {
		end++
	}
	return end
}

// withPoint returns the Chinese number n with the fraction that follows it: 三点五,
// 二百点45. A time of day is not a fraction: 三点五十, 八点30.
func (n Number) withPoint(r []rune, end int) (Number, int) {
	p := runes.SkipSpaces(r, end)
	if !n.Han || n.Ranged || n.Approx || runes.At(r, p) != '点' {
		return n, end
	}
	first := runes.SkipSpaces(r, p+1)
	f, p := n.withFraction(r, first)
	next := runes.At(r, p)
	early := n.Value.coef <= 24 && (next == '分' || runes.DigitAt(r, first))
	if p == first || early || runes.IsDigit(next) || 0 < unitAt(r, p) && unitAt(r, p) < tenThousand {
		return n, end
	}
	f.Value = f.Value.trim()
	f.tail = units{}
	return f.scaled(r, p)
}

// withFraction returns n with the digits at i as its fraction, and their end, which is
// i if there are none or too many.
func (n Number) withFraction(r []rune, i int) (_ Number, end int) {
	for end = i; end-i < maxDigits; end++ {
		d := fractionDigit(runes.At(r, end))
		if d < 0 {
			break
		}
		shifted, fits := product(n.Value.coef, 10)
		coef, also := sum(shifted, d)
		if !fits || !also {
			return n, i
		}
		n.Value = Decimal{coef, n.Value.Scale + 1}
	}
	return n, end
}

// fractionDigit returns the value of a digit after 点, or -1. Nobody says 两 there.
func fractionDigit(c rune) int64 {
	switch {
	case runes.IsDigit(c):
		return int64(c - '0')
	case c == '两' || c == '俩' || c == '仨':
		return -1
	}
	return hanDigit(c)
}
