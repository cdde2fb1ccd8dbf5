package classify

import (
	"math"
	"slices"

	"github.com/dunsms/dunsms/parser"
)

// The most bits for a scam that the wording alone may weigh, and the odds at which it weighs
// nothing. Both are chosen on lots held out of the model: the wording alone makes a notice a scam
// from a probability of 0.8 on.
const (
	mostWording = 5
	baseOdds    = 0.5
)

// mostUnlike is the most that wording unlike a scam's takes off the cues that rest on words.
const mostUnlike = -2

// The probabilities from which a message that is not about an overdue debt may be called a scam:
// with a cue of 5 bits that adverts and news do not have, with any cue of 5 bits, and with none,
// unless it leads to firms themselves alone. From surelyWorded on the words alone are more than a
// hint also in a notice of an overdue debt.
// They are chosen on held-out lots, so that at most 1 genuine message in 200 is called a scam.
const (
	likelyWorded = 0.5
	muchWorded   = 0.91
	surelyWorded = 0.98
)

// inAdverts are the strong cues that adverts, news and firms' letterheads also have.
var inAdverts = map[string]bool{"EXTORTS": true, "LINK_IP": true, "LINK_LOOK_ALIKE": true, "PAYEE_PRIVATE": true}

// isSureCue reports whether there is a strong cue that is not inAdverts.
func (w *weighing) isSureCue() bool {
	return slices.ContainsFunc(w.pieces, func(p piece) bool {
		return p.strong && p.weights[scam] >= strongCue && !inAdverts[p.code]
	})
}

// wordedLikeScam reports whether the wording of a message that is not about an overdue debt lets
// it be called a scam. If the parser did not judge it, a strong cue is needed instead.
func (w *weighing) wordedLikeScam() bool {
	switch p := w.scamp; {
	case w.n.KindProbability == 0:
		return w.strong
	case w.strong:
		return p >= muchWorded || p >= likelyWorded && w.isSureCue() || w.n.Kind == parser.KindReminder ||
			p >= unlikely && violence(&w.reading) != nil
	default:
		return p >= surelyWorded && !w.leadsToFirm()
	}
}

// leastWording is the probability from which the wording is that of scams, so that offering
// nothing no longer speaks against one.
const leastWording = 0.5

// unlikely is the probability below which the wording as a whole is not that of a scam.
const unlikely = 0.4

// unlikelyWorded reports whether the parser judged the wording and found it unlike a scam's.
func (w *weighing) unlikelyWorded() bool {
	return w.isJudged() && (w.scamp < unlikely || w.scamp < likelyWorded && w.warns())
}

// warns reports whether the message warns of fraud. Swindlers write such warnings too, but the
// rest of their message is not worded like a warning.
func (r *reading) warns() bool {
	return r.says(useWarns)
}

// isJudged reports whether the parser judged the wording.
func (w *weighing) isJudged() bool {
	return w.n.KindProbability > 0 && (w.n.KindProbability < 1 || w.scamp > 0)
}

// byWords are the cues that rest on words with harmless uses too, as between friends who lend, or
// in reports of a scam. If the wording as a whole is not that of scams, they weigh half and are
// not strong.
var byWords = map[string]bool{
	"ACCUSES": true, "ASKS_CONTACT": true, "CARD_FROZEN_CALL": true, "CRIMINAL_CHARGE": true, "EXTORTS": true,
	"ILLEGAL_LENDER": true, "POSES_AS_COURT": true, "POSES_AS_ORGAN": true, "TRADITIONAL": true,
}

// hardly is the probability below which a message is hardly worded like a scam.
const hardly = 0.1

// restsOnWords reports whether a cue rests on words that may be harmless. A firm that wants a
// code, or its money on a private account, is not, however it is worded, nor is violence over an
// overdue debt. Who only speaks of a firm, without a signature and hardly like a scam, may be; so
// may be who talks of violence like that.
func (r *reading) restsOnWords(code string) bool {
	plain := r.scamp < hardly && len(r.n.Signatures) == 0
	switch code {
	case "ASKS_CODE":
		return plain || !r.knownFirm() || r.warns() || len(r.asks(parser.AskGiveCode)) == 0
	case "PAYEE_PRIVATE":
		return plain && r.n.Kind != parser.KindOverdue || !r.knownFirm() || r.warns()
	case "FEE_FIRST", "KEEPS_SECRET":
		return plain
	case "VIOLENCE":
		return r.n.Kind != parser.KindOverdue || r.scamp < hardly
	case "SAFE_ACCOUNT", "CREDIT_REPAIR_ENDED":
		return r.warns()
	}
	return byWords[code]
}

// addWording collects what the wording as a whole says for a scam. The same words may have fired a
// cue, so it counts half, as the next of a group does, if a cue weighs as much or more.
func (w *weighing) addWording() {
	odds := w.scamp / max(1-w.scamp, 1e-4)
	weight := tenth(min(math.Log2(odds/baseOdds), mostWording))
	if weight <= 0 {
		w.addUnlike(weight)
		return
	}
	for i := range w.pieces {
		if p := &w.pieces[i]; isOfText(p.rank) && p.weights[scam] >= weight {
			weight = tenth(weight / 2)
			break
		}
	}
	at := make([]parser.Span, len(w.n.ScamReasons))
	for i, reason := range w.n.ScamReasons {
		at[i] = reason.Span
	}
	w.add(w.rows["TEXT_LIKE_SCAM"], bits{scam: weight}, at)
}

// addUnlike takes off scam what wording unlike a scam's says against cues that rest on words, if
// no other cue speaks for a scam. Without such cues it says nothing: swindlers copy real notices.
func (w *weighing) addUnlike(weight float64) {
	if !w.isJudged() {
		return
	}
	words := 0.0
	for i := range w.pieces {
		switch p := &w.pieces[i]; {
		case !isOfText(p.rank) || p.weights[scam] <= 0:
		case p.group == "link" || p.strong && p.weights[scam] >= strongCue && !w.restsOnWords(p.code):
			return
		default:
			words += p.weights[scam]
		}
	}
	if weight = max(weight, mostUnlike, -words); weight < 0 {
		w.add(w.rows["TEXT_UNLIKE_SCAM"], bits{scam: tenth(weight)}, nil)
	}
}

// isOfText reports whether the evidence of a group comes from what the text says.
func isOfText(rank int) bool { return rank >= groupRank("call") && rank <= groupRank("form") }
