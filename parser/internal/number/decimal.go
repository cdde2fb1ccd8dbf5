package number

// Decimal is an exact number, coef / 10^Scale. It is never negative, and its fraction
// has no trailing zeros, so equal numbers are equal values. The zero Decimal is 0.
type Decimal struct {
	coef  int64
	Scale int // digits after the point
}

// maxDigits is how many digits a decimal can hold, whatever they are.
const maxDigits = 18

// power10 returns 10^n for n from 0 to maxDigits.
func power10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// trim removes the trailing zeros of the fraction.
func (d Decimal) trim() Decimal {
	for d.Scale > 0 && d.coef%10 == 0 {
		d.coef /= 10
		d.Scale--
	}
	return d
}

// Times returns d*u for u > 0. ok is false if the product is too large.
func (d Decimal) Times(u int64) (_ Decimal, ok bool) {
	for d.Scale > 0 && u%10 == 0 {
		d.Scale--
		u /= 10
	}
	p, ok := product(d.coef, u)
	return Decimal{p, d.Scale}.trim(), ok
}

// Less reports whether d < e.
func (d Decimal) Less(e Decimal) bool {
	if d.Whole() != e.Whole() {
		return d.Whole() < e.Whole()
	}
	scale := max(d.Scale, e.Scale)
	return d.fraction(scale) < e.fraction(scale)
}

// Whole returns the integer part of d.
func (d Decimal) Whole() int64 { return d.coef / power10(d.Scale) }

// fraction returns the fraction of d in units of 10^-scale, cut off there.
func (d Decimal) fraction(scale int) int64 {
	f := d.coef % power10(d.Scale)
	if scale < d.Scale {
		return f / power10(d.Scale-scale)
	}
	return f * power10(scale-d.Scale)
}

// hundredths returns d*100 without its fraction, as an invoice cuts off less than a
// fen. ok is false if it is too large.
func (d Decimal) hundredths() (_ int64, ok bool) {
	p, ok := product(d.Whole(), 100)
	if !ok {
		return 0, false
	}
	return sum(p, d.fraction(2))
}

const maxInt64 = 1<<63 - 1

// product returns a*b for a, b >= 0. ok is false if it is too large.
func product(a, b int64) (_ int64, ok bool) {
	if a != 0 && b > maxInt64/a {
		return 0, false
	}
	return a * b, true
}

// sum returns a+b for a, b >= 0. ok is false if it is too large.
func sum(a, b int64) (_ int64, ok bool) {
	if b > maxInt64-a {
		return 0, false
	}
	return a + b, true
}
