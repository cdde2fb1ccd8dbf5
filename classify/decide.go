package classify

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// The thresholds of the verdict, in bits.
const (
	leadLow     = 2
	leadHigh    = 4
	leadCertain = 8

	leadContradicted = 3 // over genuine and theft, which the record that contradicts the lender supports

	strongCue = 5 // a cue that no genuine notice has
	capUnder  = 2 // how far below scam a strong cue caps genuine
	thin      = 3 // text alone, with less than this, gives no verdict
	likely    = 3 // over genuine
)

// decide caps genuine, finds the leader and applies the gates.
func (w *weighing) decide() {
	if cap := w.capped(&w.scores, w.strong || w.disowned()); cap < 0 {
		w.gate("SCAM_CUE_CAPS_GENUINE", bits{genuine: cap})
	}
	w.leading, w.lead = w.scores.leader()
	w.verdict, w.conf = Undetermined, ConfidenceNone
	if w.judged = w.overdue() || w.aboutDebt(); !w.judged {
		w.decideOther()
		return
	}
	if !w.passes() {
		return
	}
	w.verdict, w.conf = storyNames[w.leading], w.confidence()
	switch w.verdict {
	case Scam:
		w.holdLow("WORDS_ALONE", w.restsOnWording())
	case Genuine:
		w.holdLow("ACCOUNT_UNKNOWN", w.facts.HasAccount == Unknown)
		w.holdLow("SENDER_UNVERIFIED", w.senderStatus() == SenderUnverified)
		w.holdLow("REPAID_OPEN", w.facts.Repaid == Yes)
		w.holdLow("SUM_OPEN", w.facts.AmountAgrees == No || absurdSum(&w.reading) != nil)
	case IdentityTheft:
		w.holdLow("SENDER_UNVERIFIED", w.senderStatus() == SenderUnverified)
		w.holdLow("MONEY_UNKNOWN", w.facts.ReceivedMoney != No)
	}
}

// restsOnWording reports whether only the wording, weak cues and missing records speak for a scam:
// there is no strong cue, and the lender neither disowns the sender nor denies the debt. Wording
// that is plainly a scam's is enough.
func (w *weighing) restsOnWording() bool {
	return !w.strong && !w.disowned() && w.facts.LenderConfirms != No && w.scamp < surelyWorded
}

// holdLow lowers the confidence to low if a gate holds.
func (w *weighing) holdLow(gate string, holds bool) {
	if holds {
		w.conf = ConfidenceLow
		w.gate(gate, bits{})
	}
}

// aboutDebt reports whether a message is about a debt although it does not say that one is past
// due: it is from a court or a mediator, or from whoever bought the debt.
func (w *weighing) aboutDebt() bool {
	if w.n.Kind == "" {
		return false
	}
	sold := len(w.signals(parser.SignalAssignee)) > 0 || w.says(useSold) && w.n.Name != nil
	return w.isCourtCase() || sold && w.speaksForFirm()
}

// disowned reports whether the lender says that the sender does not act for it.
func (w *weighing) disowned() bool { return w.facts.SenderConfirmed == No }

// decideOther sets the verdict on a message that does not say that a debt is overdue. A strong cue
// alone is no proof, since a message with a code has one too: if the parser judged the wording, it
// must be that of a scam, or the lender must know of no debt or disown the sender.
func (w *weighing) decideOther() {
	denied := w.disowned() || w.strong && w.facts.LenderConfirms == No
	if w.leading == scam && w.lead >= leadLow && (w.wordedLikeScam() || denied) {
		w.verdict, w.conf = Scam, w.confidence()
		w.holdLow("WORDS_ALONE", w.restsOnWording())
		return
	}
	w.verdict = NotANotice
	w.gate("NO_NOTICE", bits{})
}

// capped caps genuine at 2 bits below scam if there is a strong cue. It returns what that adds to
// genuine: 0 or less.
func (w *weighing) capped(scores *bits, strong bool) (cap float64) {
	if !strong {
		return 0
	}
	cap = min(exact(scores[scam]-capUnder-scores[genuine]), 0)
	scores[genuine] += cap
	return cap
}

// passes reports whether no gate holds the leader back; the first that does is added as evidence.
func (w *weighing) passes() bool {
	switch {
	case w.isOpenCase():
		w.gate("COURT_MATTER", bits{})
	case w.isThin():
		w.gate("THIN_EVIDENCE", bits{})
	case w.facts.HasAccount != Yes && w.facts.recordSays() && w.meansAnother():
		w.gate("TWO_MATTERS", bits{})
	case w.lead < leadLow:
		w.gate("CLOSE_CALL", bits{})
	case w.isContradicted():
		w.gate("LENDER_CONTRADICTED", bits{})
	case w.leading == genuine && w.facts.LenderConfirms != Yes && w.isNamesake():
		w.gate("NAMESAKE", bits{})
	case w.leading == genuine && !w.facts.recordSays() && !w.recordShown():
		w.gate("GENUINE_UNPROVEN", bits{})
	case w.leading == theft && !(w.facts.HasAccount == No && w.facts.recordSays()):
		w.gate("THEFT_UNPROVEN", bits{})
	default:
		return true
	}
	return false
}

// isOpenCase reports whether a court, an arbitrator or a mediator signs and nothing but the text
// is known: only their hotline can say whether they really wrote.
func (w *weighing) isOpenCase() bool {
	return w.isCourt() && !w.recordShown() && w.leading != scam && !w.facts.recordAsked() && !w.meansAnother() && w.facts.NumberOnOtherRecord != Yes
}

// recordShown reports whether there is another record of the recipient's debt: they took the loan,
// and the sum is right or the money came; or the caller's evidence is one, such as the lender's
// receipts on the recipient's phone.
func (w *weighing) recordShown() bool {
	f := &w.facts
	return f.HasAccount == Yes && (f.AmountAgrees == Yes || f.ReceivedMoney == Yes) || slices.ContainsFunc(w.callers, func(p piece) bool { return p.group == recordsGroup && p.weights[genuine] > 0 })
}

// recordsGroup is the group of what records say.
const recordsGroup = "records"

// isNamesake reports whether the ID number is somebody else's: if the name is the recipient's, a
// namesake's.
func (w *weighing) isNamesake() bool {
	id := w.fit.Field(identity.FieldID)
	return id.Outcome == identity.Disagree && !id.Slip
}

// isContradicted reports whether mistake or scam rests on a lender's denial that the app or the
// report contradicts, and leads genuine and theft, which these support, by less than 3 bits. A
// strong cue of a scam needs no denial.
func (w *weighing) isContradicted() bool {
	if !w.facts.contradict() || w.strong || w.disowned() || w.leading != mistake && w.leading != scam {
		return false
	}
	return exact(w.scores[w.leading]-max(w.scores[genuine], w.scores[theft])) < leadContradicted
}

// isThin reports whether only the prior and evidence under 3 bits speak for the leading story: no
// fact, no comparison, no clear cue.
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
	case w.lead >= leadCertain && (w.facts.recordAsked() || w.strong || w.disowned()):
		return ConfidenceCertain
	case w.lead >= leadHigh:
		return ConfidenceHigh
	}
	return ConfidenceLow
}

// gate adds the evidence of a gate, after all other evidence.
func (w *weighing) gate(code string, weights bits) {
	w.pieces = append(w.pieces, piece{row: w.rows[code], weights: weights, counted: weights})
}
