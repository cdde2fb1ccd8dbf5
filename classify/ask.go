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
// are asked where they change it as much.
var questions = [...]struct {
	fact  string
	field func(*Facts) *Answer
}{
	{"has_account", func(f *Facts) *Answer { return &f.HasAccount }},
	{"shown_in_app", func(f *Facts) *Answer { return &f.ShownInApp }},
	{"lender_confirms", func(f *Facts) *Answer { return &f.LenderConfirms }},
	{"number_on_other_record", func(f *Facts) *Answer { return &f.NumberOnOtherRecord }},
	{"on_credit_report", func(f *Facts) *Answer { return &f.OnCreditReport }},
	{"repaid", func(f *Facts) *Answer { return &f.Repaid }},
	{"knows_named", func(f *Facts) *Answer { return &f.KnowsNamed }},
}

// askNext returns the unknown facts by the most that their answer can change the
// lead. The credit report comes after the app and the lender's line, which cost
// nothing.
func (w *weighing) askNext() []Ask {
	if w.n.Kind != parser.KindOverdue && w.verdict != Scam {
		return nil
	}
	known := w.facts
	defer func() { w.facts = known }()
	fixed := w.fixed()
	lead := w.leadIf(fixed)
	var asks []Ask
	for _, q := range questions {
		if *q.field(&known) != Unknown {
			continue
		}
		most := 0.0
		for _, a := range [...]Answer{No, Yes} {
			w.facts = known
			*q.field(&w.facts) = a
			most = max(most, math.Abs(w.leadIf(fixed)-lead))
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

// ofFacts are the groups in which evidence depends on an answer. has_account
// bears on the comparison too.
var ofFacts = [...]string{"account", "records", "denial", "number", "repaid", "acquaintance", "name", "title", "id_number"}

// fixed returns the sum of what no answer changes.
func (w *weighing) fixed() (sum bits) {
	for _, e := range w.evidence {
		if e.Group != "gate" && !slices.Contains(ofFacts[:], e.Group) {
			sum.add(e.Counted.bits())
		}
	}
	return sum
}

// leadIf returns the lead of the leading story with w.facts as they stand.
func (w *weighing) leadIf(fixed bits) float64 {
	scores := fixed
	if len(w.callers) == 0 {
		scores.add(w.sumFacts())
	} else {
		scores.add(w.sumWith())
	}
	w.capped(&scores)
	return scores.leadBy(w.leading)
}

// sumFacts is the sum of the answers and the comparison. Of their groups the
// records alone have more than one piece.
func (w *weighing) sumFacts() (sum bits) {
	var three [3]bits
	records := three[:0]
	for i, a := range answers {
		if !a.trigger(w.reading) {
			continue
		}
		if row := w.model.answers[i]; row.group == "records" {
			records = append(records, row.weights)
		} else {
			sum.add(row.weights)
		}
	}
	for _, b := range w.fit4(w.facts.HasAccount) {
		sum.add(b)
	}
	sum.add(stack(records))
	return sum
}

// stack returns what a group counts, as countGroup does, of a few weights.
func stack(weights []bits) (sum bits) {
	for i, w := range weights {
		for s, x := range w {
			stronger := 0
			for j := range weights {
				y := weights[j][s]
				if x*y > 0 && (math.Abs(y) > math.Abs(x) || y == x && j < i) {
					stronger++
				}
			}
			sum[s] += math.Ldexp(x, -stronger)
		}
	}
	return sum
}

// sumWith is sumFacts with evidence of the caller in the same groups.
func (w *weighing) sumWith() bits {
	h := weighing{model: w.model, reading: w.reading, fits: w.fits}
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
