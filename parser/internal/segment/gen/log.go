package main

import "math/big"

// precision is that of the calculations, in bits.
const precision = 160

func newFloat(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func toFloat(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}

// logOf returns log(freq/sum).
func logOf(freq uint32) *big.Float {
	// freq/sum = m * 2^exp with m in [1/2, 1), and log m = -log(1/m).
	m := newFloat(float64(freq) / sum)
	exp := m.MantExp(m)
	l := logNear1(m)
	ln2 := logNear1(newFloat(0.5)) // -log 2
	return l.Sub(l, ln2.Mul(ln2, newFloat(float64(exp))))
}

// logNear1 returns log x by the series 2*(z + z^3/3 + z^5/5 + …) with
// z = (x-1)/(x+1), for x in [1/2, 1].
func logNear1(x *big.Float) *big.Float {
	one := newFloat(1)
	z := newFloat(0).Quo(newFloat(0).Sub(x, one), newFloat(0).Add(x, one))
	square := newFloat(0).Mul(z, z)
	total := newFloat(0)
	for k := 1; k < 100; k += 2 {
		total.Add(total, newFloat(0).Quo(z, newFloat(float64(k))))
		z.Mul(z, square)
	}
	return total.Mul(total, newFloat(2))
}
