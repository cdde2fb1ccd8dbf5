package classify

import "github.com/dunsms/dunsms/parser"

// The thresholds of the verdict, in bits.
const (
	leadLow     = 2
	leadHigh    = 4
	leadCertain = 8

	leadContradicted = 3 // over the stories that a record supports against the lender

	strongCue = 5 // a cue that no genuine notice has
	capUnder  = 2 // how far a strong cue holds genuine under scam
	thin      = 3 // text under this, alone, is no ground for a verdict
	likely    = 3 // over genuine
)

// decide caps, finds the leader, and lets the gates speak.
func (w *weighing) decide() {
	if cap := w.capped(&w.scores); cap < 0 {
		w.gate("SCAM_CUE_CAPS_GENUINE", bits{genuine: cap})
	}
	w.leading, w.lead = w.scores.leader()
	w.verdict, w.conf = Undetermined, ConfidenceNone
	if w.n.Kind != parser.KindOverdue {
		w.decideOther()
		return
	}
	if !w.passes() {
		return
	}
	w.verdict, w.conf = storyNames[w.leading], w.confidence()
	if w.verdict == Genuine && w.facts.HasAccount == Unknown {
		w.conf = ConfidenceLow
		w.gate("ACCOUNT_UNKNOWN", bits{})
	}
}

// decideOther is the verdict on a message that does not say that a debt is
// overdue. A strong mark alone, as a message with a code has, is no proof: where its
// wording is known, it has to be that of a scam.
func (w *weighing) decideOther() {
	if w.leading == scam && w.strong && w.lead >= leadLow && w.wordedLikeScam() {
		w.verdict, w.conf = Scam, w.confidence()
		return
	}
	w.verdict = NotANotice
	w.gate("NO_NOTICE", bits{})
}

// capped holds genuine 2 bits under scam where there is a strong cue, and
// returns what that takes from it, at most 0.
func (w *weighing) capped(scores *bits) (cap float64) {
	if !w.strong {
		return 0
	}
	cap = min(exact(scores[scam]-capUnder-scores[genuine]), 0)
	scores[genuine] += cap
	return cap
}

// passes reports whether no gate holds the leader back; those that do are added.
func (w *weighing) passes() bool {
	switch {
	case w.isThin():
		w.gate("THIN_EVIDENCE", bits{})
	case w.facts.HasAccount != Yes && w.facts.recordSays() && w.meansAnother():
		w.gate("TWO_MATTERS", bits{})
	case w.lead < leadLow:
		w.gate("CLOSE_CALL", bits{})
	case w.isContradicted():
		w.gate("LENDER_CONTRADICTED", bits{})
	case w.leading == genuine && !w.facts.recordSays():
		w.gate("GENUINE_UNPROVEN", bits{})
	case w.leading == theft && !(w.facts.HasAccount == No && w.facts.recordSays()):
		w.gate("THEFT_UNPROVEN", bits{})
	default:
		return true
	}
	return false
}

// isContradicted reports whether mistake or scam rests on a lender's denial that
// the app or the report contradicts, and leads the stories that those support by
// less than 3 bits. A strong cue of a scam needs no denial.
func (w *weighing) isContradicted() bool {
	if !w.facts.contradict() || w.strong || w.leading != mistake && w.leading != scam {
		return false
	}
	return exact(w.scores[w.leading]-max(w.scores[genuine], w.scores[theft])) < leadContradicted
}

// isThin reports whether there is nothing but the prior and evidence under 3 bits
// for the story that leads: no fact, no comparison, no clear cue.
func (w *weighing) isThin() bool {
	for i := range w.pieces {
		p := &w.pieces[i]
		if isOfFacts(p.rank) || p.rank > 0 && p.weights[w.leading] >= thin {
			return false
		}
	}
	return true
}

func (w *weighing) confidence() Confidence {
	switch {
	case w.lead >= leadCertain && (w.facts.recordAsked() || w.strong):
		return ConfidenceCertain
	case w.lead >= leadHigh:
		return ConfidenceHigh
	}
	return ConfidenceLow
}

// gate adds the evidence of a gate, behind all other.
func (w *weighing) gate(code string, weights bits) {
	w.pieces = append(w.pieces, piece{row: w.rows[code], weights: weights, counted: weights})
}
