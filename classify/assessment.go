package classify

import (
	"fmt"
	"slices"
	"strings"
)

// Assessment is a verdict with everything that it rests on. It holds no personal data. The zero
// Assessment is Undetermined, without evidence.
type Assessment struct {
	Verdict    Verdict    `json:"verdict"`
	Confidence Confidence `json:"confidence"`
	// Headline states the verdict and Reason what decided it, each as a sentence for people.
	// dunsms.Checker fills them from package plain, in its language; Assess leaves them empty.
	Headline string `json:"headline,omitempty"`
	Reason   string `json:"reason,omitempty"`
	Scores   Scores `json:"scores"` // in bits, rounded to 0.1
	// Leading is the story with the highest score, whatever the verdict; at a tie, the first in
	// the order of Scores. Lead is its distance to the next story, rounded to 0.1 on its own.
	Leading Verdict `json:"leading,omitempty"`
	Lead    float64 `json:"lead"`

	// Sender says whether it is safe to do what the sender says, whatever the story.
	Sender Sender `json:"sender"`

	// These say that a story is likely, whatever the verdict: see [Finding]. A program that
	// deletes messages should go by the verdict.
	LikelyMistake       bool `json:"likely_mistake"`
	LikelyIdentityTheft bool `json:"likely_identity_theft"`
	LikelyScam          bool `json:"likely_scam"`

	// ImpliedRate is the yearly rate, in per cent, that the notice's own figures imply: from the
	// penalty, the principal and the days past due. It is 0 if the notice does not give them.
	ImpliedRate float64 `json:"implied_rate,omitzero"`

	// Evidence is all that was found, by group, then span, then code. Its Counted bits add up to
	// Scores, except for rounding.
	Evidence []Evidence `json:"evidence,omitempty"`
	// AskNext are the unknown facts, those first whose answer can change the lead most.
	AskNext []Ask `json:"ask_next,omitempty"`
}

func (w *weighing) result() Assessment {
	a := Assessment{
		Verdict: w.verdict, Confidence: w.conf, Scores: w.scores.rounded().scores(),
		Leading: storyNames[w.leading], Lead: w.lead, Evidence: make([]Evidence, len(w.pieces)),
	}
	for i := range w.pieces {
		a.Evidence[i] = w.pieces[i].evidence()
	}
	a.LikelyMistake = w.judged && a.isLikely(Mistake)
	a.LikelyIdentityTheft = w.judged && a.isLikely(IdentityTheft)
	a.LikelyScam = (w.judged || w.looksLikeScam()) && a.isLikely(Scam)
	a.Sender = w.senderOf()
	_, _, a.ImpliedRate = impliedRate(w.n)
	a.AskNext = w.askNext()
	return a
}

// looksLikeScam reports whether anything in the message itself, or the lender's word about its
// sender, speaks for a scam. If no debt is past due, it is no sign of a scam that none is on
// record.
func (w *weighing) looksLikeScam() bool {
	return w.verdict == Scam || w.disowned() || slices.ContainsFunc(w.pieces, func(p piece) bool {
		return p.rank > 0 && !isOfFacts(p.rank) && p.weights[scam] > 0
	})
}

// isLikely reports whether a story is the verdict, or has a positive score at least 3 bits above
// genuine.
func (a *Assessment) isLikely(story Verdict) bool {
	score := a.Scores.Of(story)
	return a.Verdict == story || score > 0 && tenth(score-a.Scores.Genuine) >= likely
}

// Finding answers one question: is it this story? The zero Finding says that it is not.
type Finding struct {
	// Likely is whether the story is the verdict, or has a positive score at least 3 bits above
	// genuine; several stories may be likely. Genuine is likely only if it is the verdict.
	Likely bool `json:"likely"`
	// Confidence is the verdict's if this story is the verdict; otherwise it is low if the story
	// is likely, and none if it is not.
	Confidence Confidence `json:"confidence"`
	// Bits is how far the story is above genuine; for Genuine, how far it is above the best of the
	// others.
	Bits float64 `json:"bits"`
	// Evidence is what weighs for or against the story or genuine.
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Finding returns what a says about a story: Genuine, Mistake, IdentityTheft or Scam. For any
// other word it returns the zero Finding.
func (a Assessment) Finding(story Verdict) Finding {
	i := storyIndex(story)
	if i < 0 {
		return Finding{}
	}
	f := Finding{Confidence: ConfidenceNone}
	switch story {
	case Genuine:
		scores := a.Scores.bits()
		f.Bits, f.Likely = scores.leadOf(genuine), a.Verdict == Genuine
	case Mistake:
		f.Likely = a.LikelyMistake
	case IdentityTheft:
		f.Likely = a.LikelyIdentityTheft
	case Scam:
		f.Likely = a.LikelyScam
	}
	if story != Genuine {
		f.Bits = tenth(a.Scores.Of(story) - a.Scores.Genuine)
	}
	switch {
	case a.Verdict == story:
		f.Confidence = a.Confidence
	case f.Likely:
		f.Confidence = ConfidenceLow
	}
	for _, e := range a.Evidence {
		if w := e.Weights.bits(); w[i] != 0 || w[genuine] != 0 {
			f.Evidence = append(f.Evidence, e)
		}
	}
	return f
}

// String prints the waterfall: a line for each piece of evidence with what it counts for each
// story, and how much of its weight its group leaves if that is not all; then the sums and the
// verdict. It holds no personal data.
func (a Assessment) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-26s%9s%9s%9s%9s\n", "", "genuine", "mistake", "theft", "scam")
	group := ""
	for _, e := range a.Evidence {
		if e.Group != group {
			group = e.Group
			fmt.Fprintf(&b, "%s\n", group)
		}
		fmt.Fprintf(&b, "  %-24s", e.Code)
		for _, bits := range e.Counted.bits() {
			b.WriteString(signed(bits))
		}
		b.WriteString(e.less())
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%-26s", "score")
	for _, bits := range a.Scores.bits() {
		b.WriteString(signed(bits))
	}
	fmt.Fprintf(&b, "\n%s, confidence %s", a.Verdict, a.Confidence)
	if a.Leading != "" {
		fmt.Fprintf(&b, "; %s leads by %.4g", a.Leading, a.Lead)
	}
	return b.String()
}

// signed prints bits in a column of nine; 0 is a dot, so that the others stand out.
func signed(bits float64) string {
	if bits == 0 {
		return fmt.Sprintf("%9s", "·")
	}
	return fmt.Sprintf("%+9.4g", bits)
}

// less says how much of the weights the group leaves, if that is not all.
func (e *Evidence) less() string {
	var b strings.Builder
	weights, counted := e.Weights.bits(), e.Counted.bits()
	for i, w := range weights {
		if w != counted[i] {
			fmt.Fprintf(&b, "  %s counted %.4g of %.4g", storyNames[i], counted[i], w)
		}
	}
	return b.String()
}
