package classify

import (
	"math"

	"github.com/dunsms/dunsms/parser"
)

// What the wording alone may weigh, in bits for a scam, and the odds of a scam among the
// messages that the parser's model was made from: at those it says nothing.
const (
	mostWording = 2.5
	baseOdds    = 1.0 / 7
)

// surelyWorded is the probability from which a message that is not about a late debt may
// be called a scam.
const surelyWorded = 0.9

// wordedLikeScam reports whether the wording of a message that is not about a late debt
// lets it be called a scam. It does not stand in the way where the parser did not judge it.
func (w *weighing) wordedLikeScam() bool {
	return w.n.KindProbability == 0 || w.n.ScamProbability >= surelyWorded
}

// leastWording is the probability from which the wording is evidence.
const leastWording = 0.5

// addWording collects what the wording as a whole says of a scam. The same words may
// have fired a cue: it counts like the next of a group, half, where a cue weighs more.
func (w *weighing) addWording() {
	if w.n.ScamProbability < leastWording {
		return
	}
	odds := w.n.ScamProbability / max(1-w.n.ScamProbability, 1e-4)
	weight := min(math.Log2(odds/baseOdds), mostWording)
	for i := range w.pieces {
		if p := &w.pieces[i]; isOfText(p.rank) && p.weights[scam] >= weight {
			weight /= 2
			break
		}
	}
	at := make([]parser.Span, len(w.n.ScamReasons))
	for i, reason := range w.n.ScamReasons {
		at[i] = reason.Span
	}
	w.add(w.rows["TEXT_LIKE_SCAM"], bits{scam: weight}, at)
}

// isOfText reports whether the evidence of a group is what the text shows.
func isOfText(rank int) bool { return rank >= groupRank("call") && rank <= groupRank("detail") }
