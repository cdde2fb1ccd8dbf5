package learned

import "math"

// Kind returns the index in Kinds of the most likely kind, and its probability.
func (r *Reading) Kind() (best int, p float64) {
	var scores [len(Kinds)]float64 // in nats; that of the last kind is zero
	for k := range scores[:scamOutput] {
		scores[k] = r.nats(k)
	}
	for k := range scores {
		if scores[k] > scores[best] {
			best = k
		}
	}
	sum := 0.0
	for k := range scores {
		sum += exp(scores[k] - scores[best])
	}
	return best, rounded(1 / sum)
}

// Scam returns the probability of a scam.
func (r *Reading) Scam() float64 { return rounded(1 / (1 + exp(-r.nats(scamOutput)))) }

// nats returns the score, in nats, of an output of which no cue says the same.
func (r *Reading) nats(output int) float64 {
	return float64(float64(r.message.score(output, false)) * r.message.outputs[output].unit) // not to be fused
}

// exp returns e to the power of x with the same bits on every machine: math.Exp is
// written in assembly for some of them, and products may be fused with sums.
func exp(x float64) float64 {
	const most = 40
	x = min(max(x, -most), most)
	n := math.Floor(x)
	rest, term, sum := x-n, 1.0, 1.0
	for i := 1.0; i < 20; i++ {
		term = float64(term*rest) / i
		sum += term
	}
	for ; n > 0; n-- {
		sum = float64(sum * math.E)
	}
	for ; n < 0; n++ {
		sum /= math.E
	}
	return sum
}

// rounded returns p to four digits.
func rounded(p float64) float64 { return math.Round(p*1e4) / 1e4 }
