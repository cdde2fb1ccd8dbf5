package classify

import (
	"cmp"
	"math"
	"slices"

	"github.com/dunsms/dunsms/parser"
)

// Ask is a fact worth finding out.
type Ask struct {
	// Fact is the JSON key of the field of Facts.
	Fact string `json:"fact"`
	// Bits is the most that an answer can change the lead of the story that
	// leads.
	Bits float64 `json:"bits"`
}

// questions are the facts that may change a verdict, in the order in which they
// are asked where they change it as much; with the codes of No and Yes.
var questions = [...]struct {
	fact    string
	field   func(*Facts) *Answer
	no, yes string
}{
	{"has_account", func(f *Facts) *Answer { return &f.HasAccount }, "NO_ACCOUNT", "HAS_ACCOUNT"},
	{"shown_in_app", func(f *Facts) *Answer { return &f.ShownInApp }, "APP_SHOWS_NOT", "APP_SHOWS"},
	{"lender_confirms", func(f *Facts) *Answer { return &f.LenderConfirms }, "LENDER_DENIES", "LENDER_CONFIRMS"},
	{"number_on_other_record", func(f *Facts) *Answer { return &f.NumberOnOtherRecord }, "", "NUMBER_ON_OTHER_RECORD"},
	{"on_credit_report", func(f *Facts) *Answer { return &f.OnCreditReport }, "REPORT_SHOWS_NOT", "REPORT_SHOWS"},
	{"repaid", func(f *Facts) *Answer { return &f.Repaid }, "", "REPAID"},
	{"knows_named", func(f *Facts) *Answer { return &f.KnowsNamed }, "", "KNOWS_NAMED"},
}

// The places of questions that are not weighed by themselves.
const (
	askAccount = 0
	askApp     = 1
	askLender  = 2
	askReport  = 4
	askNamed   = 6
)

// given are the answers in the order of questions.
type given [len(questions)]Answer

// askNext returns the unknown facts by the most that their answer can change the
// lead. The credit report comes after the app and the lender's line, which cost
// nothing.
func (w *weighing) askNext() (asks []Ask) {
	if w.n.Kind != parser.KindOverdue && w.verdict != Scam {
		return nil
	}
	var known given
	for i, q := range questions {
		known[i] = *q.field(&w.facts)
	}
	fixed := w.fixed()
	lead := w.leadIf(fixed, &known)
	for i, q := range questions {
		if known[i] != Unknown {
			continue
		}
		most := 0.0
		for _, a := range [...]Answer{No, Yes} {
			if a == No && q.no == "" {
				continue // it says nothing
			}
			with := known
			with[i] = a
			most = max(most, math.Abs(w.leadIf(fixed, &with)-lead))
		}
		if most = tenth(exact(most)); most > 0 {
			if asks == nil {
				asks = make([]Ask, 0, len(questions))
			}
			asks = append(asks, Ask{q.fact, most})
		}
	}
	slices.SortStableFunc(asks, func(a, b Ask) int { return cmp.Compare(b.Bits, a.Bits) })
	reportLast(asks)
	return asks
}

// reportLast moves the credit report behind the app and the lender's line.
func reportLast(asks []Ask) {
	report := slices.IndexFunc(asks, func(a Ask) bool { return a.Fact == "on_credit_report" })
	if report < 0 {
		return
	}
	for i := len(asks) - 1; i > report; i-- {
		if f := asks[i].Fact; f == "shown_in_app" || f == "lender_confirms" {
			moved := asks[report]
			copy(asks[report:i], asks[report+1:i+1])
			asks[i] = moved
			return
		}
	}
}

// fixed returns the sum of what no answer changes.
func (w *weighing) fixed() (sum bits) {
	for i, rank := range w.ranks[:w.found] {
		if !isOfFacts(rank) {
			counted := w.evidence[i].Counted.bits()
			sum.add(&counted)
		}
	}
	return sum
}

// leadIf returns the lead of the leading story with other answers.
func (w *weighing) leadIf(fixed bits, g *given) float64 {
	scores := fixed
	facts := bits{}
	if len(w.callers) == 0 {
		facts = w.sumAnswers(g)
	} else {
		facts = w.sumWith(g)
	}
	scores.add(&facts)
	w.capped(&scores)
	return scores.leadBy(w.leading)
}

// sumAnswers is the sum of the answers and the comparison. Of their groups the
// records alone have more than one piece.
func (w *weighing) sumAnswers(g *given) (sum bits) {
	var three [3]*bits
	records := three[:0]
	for i, a := range g {
		if a == Unknown || int(a) >= len(answerTexts) {
			continue
		}
		weights := &w.byAnswer[i][a]
		switch i {
		case askApp, askLender, askReport:
			records = append(records, weights)
			continue
		case askNamed:
			if !w.namesAnother() {
				continue
			}
		}
		sum.add(weights)
	}
	for i := range fields {
		sum.add(&w.fit4(g[askAccount])[i])
	}
	if g[askAccount] == No && (g[askApp] == Yes || g[askLender] == Yes || g[askReport] == Yes) {
		sum.add(&w.denial)
	}
	stack(&sum, records)
	return sum
}

// stack adds what a group counts, as countGroup does, of a few weights.
func stack(sum *bits, weights []*bits) {
	for i, w := range weights {
		for s, x := range w {
			share := 1.0
			for j := range weights {
				y := weights[j][s]
				if x*y > 0 && (math.Abs(y) > math.Abs(x) || y == x && j < i) {
					share /= 2
				}
			}
			sum[s] += x * share
		}
	}
}

// sumWith is sumAnswers with evidence of the caller in the same groups.
func (w *weighing) sumWith(g *given) bits {
	known := w.facts
	defer func() { w.facts = known }()
	h := weighing{model: w.model, reading: w.reading, fits: w.fits}
	for i, q := range questions {
		*q.field(&h.facts) = g[i]
	}
	for _, e := range w.callers {
		h.append(e, groupRank(e.Group))
	}
	for i, a := range answers {
		if a.trigger(w.reading) {
			h.add(w.model.answers[i], nil)
		}
	}
	h.addFit()
	h.sort()
	return count(h.evidence)
}
