package classify

import "math"

// Scores are bits for each story: log2 of how well it explains what is seen, up to a constant that
// is the same for all four. They are not probabilities; only the differences between them mean
// something. The scores of an Assessment are rounded to 0.1.
type Scores struct {
	Genuine       float64 `json:"genuine"`
	Mistake       float64 `json:"mistake"`
	IdentityTheft float64 `json:"identity_theft"`
	Scam          float64 `json:"scam"`
}

// Of returns the bits of a story, 0 for any other word.
func (s Scores) Of(story Verdict) float64 {
	if i := storyIndex(story); i >= 0 {
		return s.bits()[i]
	}
	return 0
}

// IsZero reports whether all scores are 0.
func (s Scores) IsZero() bool { return s == Scores{} }

func (s Scores) bits() bits { return bits{s.Genuine, s.Mistake, s.IdentityTheft, s.Scam} }

// bits are Scores by index of story.
type bits [stories]float64

// The indices of the stories.
const (
	genuine = iota
	mistake
	theft
	scam
	stories
)

var storyNames = [stories]Verdict{Genuine, Mistake, IdentityTheft, Scam}

func storyIndex(v Verdict) int {
	for i, s := range storyNames {
		if s == v {
			return i
		}
	}
	return -1
}

func (b bits) scores() Scores { return Scores{b[genuine], b[mistake], b[theft], b[scam]} }

func (b *bits) add(w *bits) {
	for i := range b {
		b[i] += w[i]
	}
}

func (b *bits) take(w *bits) {
	for i := range b {
		b[i] -= w[i]
	}
}

// half returns half of b.
func (b bits) half() bits {
	for i := range b {
		b[i] /= 2
	}
	return b
}

// rounded returns b in tenths.
func (b bits) rounded() bits {
	for i := range b {
		b[i] = tenth(b[i])
	}
	return b
}

// leader returns the index of the highest score, the first at a tie, and its lead over the next.
func (b *bits) leader() (first int, lead float64) {
	for i := range b {
		if exact(b[i]) > exact(b[first]) {
			first = i
		}
	}
	return first, b.leadOf(first)
}

// leadOf returns the lead of a story over the best of the others in tenths,
// negative where it trails.
func (b *bits) leadOf(story int) float64 { return tenth(exact(b.leadBy(story))) }

// leadBy is leadOf before it is rounded.
func (b *bits) leadBy(story int) float64 {
	best := math.Inf(-1)
	for i := range b {
		if i != story {
			best = max(best, b[i])
		}
	}
	return b[story] - best
}

// exact rounds to six decimals, so that a sum is the same on every machine and in whatever order
// it was added.
func exact(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// tenth rounds bits to a tenth; adding 0 turns −0 into 0.
func tenth(x float64) float64 { return math.Round(x*10)/10 + 0 }

// maxWeight is the most that a piece of evidence may weigh, even if a caller gives +Inf.
const maxWeight = 64

// sane returns s with 0 for NaN, limited to ±maxWeight.
func (s Scores) sane() bits {
	b := s.bits()
	for i, w := range b {
		if math.IsNaN(w) {
			w = 0
		}
		b[i] = min(max(w, -maxWeight), maxWeight) + 0
	}
	return b
}
