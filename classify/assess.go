package classify

import (
	"cmp"
	"slices"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Assess weighs a notice against its context. Nil and zero arguments are
// usable; so is a Notice that was not made by this module's parser, or was read back
// from JSON: what looks at its words is silent then.
//
// # How it decides
//
//  1. Every trigger looks at the notice, the comparison with the recipient, the
//     sender and the facts. What fires is evidence, with four weights in bits.
//  2. A story's score is its prior plus what counts of the evidence: within
//     a group the strongest whole, the next half, then a quarter and so on,
//     positive and negative apart. Scores and leads are given in tenths.
//  3. A cue of 5 bits or more caps genuine at 2 bits under scam: a real debt may
//     exist, this message must still not be followed.
//  4. The highest score leads. Its verdict stands with a lead of 2 bits: low; of 4:
//     high; of 8, with a record asked or a cue of 5 bits: certain. Less is
//     Undetermined, a tie among it; Leading names the story that leads, of
//     several the first in the order of Scores.
//  5. Gates, each a named evidence, make it Undetermined: nothing but the prior and
//     evidence under 3 bits for the leading story; a text for another while a
//     record shows a debt of the recipient's; a lender's denial that app or report
//     gainsay, where mistake or scam do not lead what these tell by 3; genuine
//     without a record that says yes; identity theft without a denied account and
//     such a record. Genuine is low at most while it is not known whether
//     the recipient borrowed.
//  6. A message that says of no debt that it is overdue is NotANotice, unless it is
//     a plain scam: scam leads by 2 bits, with a cue of 5.
//
// Evidence is in the order of groups, then spans, then codes. The time taken
// is linear in the notice and in the caller's tables, times the logarithm of
// the number of pieces of evidence.
func Assess(n *parser.Notice, c Context) Assessment { return standard().assess(n, &c) }

// LikelyMistake returns Assess(n, c).Finding(Mistake).
func LikelyMistake(n *parser.Notice, c Context) Finding { return Assess(n, c).Finding(Mistake) }

// LikelyIdentityTheft returns Assess(n, c).Finding(IdentityTheft).
func LikelyIdentityTheft(n *parser.Notice, c Context) Finding {
	return Assess(n, c).Finding(IdentityTheft)
}

// LikelyScam returns Assess(n, c).Finding(Scam).
func LikelyScam(n *parser.Notice, c Context) Finding { return Assess(n, c).Finding(Scam) }

func (m *model) assess(n *parser.Notice, c *Context) Assessment {
	r := read(n, c)
	w := weighing{model: m, reading: r}
	w.evidence = make([]Evidence, 0, 12+len(c.Evidence))
	w.ranks = w.few[:0]
	w.gather(c)
	w.sort()
	w.found = len(w.evidence)
	w.scores = count(w.evidence)
	w.decide()
	return w.result()
}

// weighing is the state of one Assess.
type weighing struct {
	*model
	*reading
	evidence []Evidence
	ranks    []int                // of the groups of evidence
	few      [24]int              // their room
	fits     [2][len(fields)]bits // without and with an account
	found    int                  // of evidence, how many are not gates
	callers  []Evidence           // the caller's, in groups that answers bear on
	scores   bits
	verdict  Verdict
	conf     Confidence
	leading  int
	lead     float64
}

// gather collects all evidence but the gates'.
func (w *weighing) gather(c *Context) {
	w.fits[0], w.fits[1] = w.fitWeights(w.reading)
	prior := *w.rows["PRIOR"]
	prior.weights = w.prior(c.Population)
	w.add(&prior, nil)
	for _, e := range c.Evidence {
		e.Weights, e.Counted = e.Weights.sane(), Scores{}
		if e.Group == "" {
			e.Group = CallersGroup
		}
		e.Spans = append([]parser.Span(nil), e.Spans...) // nil if there are none
		w.strong = w.strong || e.Weights.Scam >= strongCue
		rank := groupRank(e.Group)
		w.append(e, rank)
		if isOfFacts(rank) {
			w.callers = append(w.callers, e)
		}
	}
	for i, a := range answers {
		if a.trigger(w.reading) {
			w.add(w.model.answers[i], nil)
		}
	}
	w.addFit()
	for i, cue := range cues {
		if at := cue.trigger(w.reading); at != nil {
			row := w.model.cues[i]
			w.strong = w.strong || row.strong
			w.add(row, at)
		}
	}
	if w.facts.contradict() {
		w.add(w.rows["RECORDS_CONTRADICT"], nil)
	}
}

// fit4 returns what the fields weigh, given an answer to has_account.
func (w *weighing) fit4(hasAccount Answer) *[len(fields)]bits {
	if hasAccount == Yes {
		return &w.fits[1]
	}
	return &w.fits[0]
}

// addFit collects what the comparison says.
func (w *weighing) addFit() {
	weights := w.fit4(w.facts.HasAccount)
	for i, f := range fields {
		fit := w.fit.Field(f.field)
		if fit.Outcome == identity.Unknown || fit.Bits == 0 && weights[i] == (bits{}) {
			continue
		}
		row := *w.model.fits[i][0]
		if fit.Outcome == identity.Disagree {
			row = *w.model.fits[i][1]
		}
		row.weights = weights[i]
		w.add(&row, w.spanOf(f.field))
	}
}

// add adds a row of the table as evidence.
func (w *weighing) add(r *row, at []parser.Span) {
	if len(at) == 0 {
		at = nil
	}
	for i := range at { // a few, mostly in order
		for j := i; j > 0 && compareSpan(at[j], at[j-1]) < 0; j-- {
			at[j], at[j-1] = at[j-1], at[j]
		}
	}
	w.append(Evidence{
		Code: r.code, Group: r.group, Weights: r.weights.scores(),
		ExplanationZh: r.zh, ExplanationEn: r.en, Spans: at,
	}, r.rank)
}

func (w *weighing) append(e Evidence, rank int) {
	w.evidence = append(w.evidence, e)
	w.ranks = append(w.ranks, rank)
}

// manyPieces is from where the caller's evidence is too much to be sorted by
// insertion.
const manyPieces = 64

// sort orders the evidence by group, then span, then code.
func (w *weighing) sort() {
	if len(w.evidence) > manyPieces {
		slices.SortStableFunc(w.evidence, func(a, b Evidence) int {
			return cmp.Or(cmp.Compare(groupRank(a.Group), groupRank(b.Group)), compareEvidence(&a, &b))
		})
		for i := range w.evidence {
			w.ranks[i] = groupRank(w.evidence[i].Group)
		}
		return
	}
	for i := range w.evidence { // mostly in order
		for j := i; j > 0 && w.isBefore(j, j-1); j-- {
			w.evidence[j], w.evidence[j-1] = w.evidence[j-1], w.evidence[j]
			w.ranks[j], w.ranks[j-1] = w.ranks[j-1], w.ranks[j]
		}
	}
}

func (w *weighing) isBefore(i, j int) bool {
	if w.ranks[i] != w.ranks[j] {
		return w.ranks[i] < w.ranks[j]
	}
	return compareEvidence(&w.evidence[i], &w.evidence[j]) < 0
}
