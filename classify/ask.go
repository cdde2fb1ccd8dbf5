package classify

import (
	"cmp"
	"math"
	"slices"
)

// Ask is a fact worth finding out.
type Ask struct {
	// Fact is the JSON key of the field of Facts.
	Fact string `json:"fact"`
	// Bits is the most by which an answer can change the lead of the leading story.
	Bits float64 `json:"bits"`
}

// questions are the facts that may change a verdict, with the evidence codes of No and Yes. Facts
// that may change it equally are asked in this order.
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
	{"sender_confirmed", func(f *Facts) *Answer { return &f.SenderConfirmed }, "SENDER_DISOWNED", "SENDER_CONFIRMED"},
	{"received_money", func(f *Facts) *Answer { return &f.ReceivedMoney }, "MONEY_NOT_RECEIVED", "MONEY_RECEIVED"},
	{"amount_agrees", func(f *Facts) *Answer { return &f.AmountAgrees }, "AMOUNT_DIFFERS", "AMOUNT_AGREES"},
	{"overseas_ties", func(f *Facts) *Answer { return &f.OverseasTies }, "", ""},
}

// The indices of the questions that are not weighed on their own.
const (
	askAccount = 0
	askApp     = 1
	askLender  = 2
	askReport  = 4
	askNamed   = 6
	askSender  = 7
	askTies    = 10
)

// given are the answers in the order of questions.
type given [len(questions)]Answer

// askNext returns the unknown facts, those first whose answer can change the lead most. The credit
// report comes after the app and the lender's line, which cost nothing.
func (w *weighing) askNext() (asks []Ask) {
	if !w.judged && w.verdict != Scam {
		return nil
	}
	var known given
	for i, q := range questions {
		if a := *q.field(&w.facts); a <= Yes { // any other value counts as Unknown
			known[i] = a
		}
	}
	lead := w.scores.leadBy(w.leading)
	for i, q := range questions {
		if known[i] != Unknown || i == askTies && !w.isAbroad() {
			continue
		}
		if i == askTies {
			asks = appendAsk(asks, q.fact, w.leadWithTies()-lead)
			continue
		}
		others := w.sum
		before := w.bearing(i, &known)
		others.take(&before)
		most := 0.0
		for _, a := range [...]Answer{No, Yes} {
			if a == No && q.no == "" {
				continue // it says nothing
			}
			with := known
			with[i] = a
			scores := w.bearing(i, &with)
			scores.add(&others)
			w.capped(&scores, w.strong || with[askSender] == No)
			most = max(most, math.Abs(scores.leadBy(w.leading)-lead))
		}
		asks = appendAsk(asks, q.fact, most)
	}
	slices.SortStableFunc(asks, func(a, b Ask) int { return cmp.Compare(b.Bits, a.Bits) })
	reportLast(asks)
	return asks
}

// appendAsk appends a fact whose answer changes the lead by up to most.
func appendAsk(asks []Ask, fact string, most float64) []Ask {
	if most = tenth(exact(math.Abs(most))); most == 0 {
		return asks
	}
	if asks == nil {
		asks = make([]Ask, 0, len(questions))
	}
	return append(asks, Ask{fact, most})
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

// bearing returns the bits of all evidence that the answer to a question affects. Of our groups of
// facts only the records have more than one piece, so the others are added directly; if the caller
// adds evidence to these groups, they are all counted anew.
func (w *weighing) bearing(question int, g *given) (sum bits) {
	if len(w.callers) > 0 {
		return w.countFacts(g)
	}
	switch question {
	case askAccount:
		sum = w.byAnswer[question][g[question]]
		for i := range fields {
			sum.add(&w.fit4(g[askAccount])[i])
		}
		w.addDenial(&sum, g)
	case askApp, askLender, askReport:
		w.addRecords(&sum, g)
		w.addDenial(&sum, g)
	case askSender:
		sum = w.byAnswer[question][g[question]]
		w.addRecords(&sum, g)
	case askNamed:
		if w.namesAnother() {
			sum = w.byAnswer[question][g[question]]
		}
	default:
		sum = w.byAnswer[question][g[question]]
	}
	return sum
}

// addRecords adds the bits of the records, given what the lender says about the sender.
func (w *weighing) addRecords(sum *bits, g *given) {
	var weights [3]bits
	var known [3]*bits
	records := known[:0]
	for i, q := range [...]int{askApp, askLender, askReport} {
		if g[q] == Unknown {
			continue
		}
		weights[i] = w.byAnswer[q][g[q]]
		w.bound(&weights[i], g[askSender])
		records = append(records, &weights[i])
	}
	stack(sum, records)
}

func (w *weighing) addDenial(sum *bits, g *given) {
	if g[askAccount] == No && (g[askApp] == Yes || g[askLender] == Yes || g[askReport] == Yes) {
		sum.add(&w.denial)
	}
}

// leadWithTies returns the lead that the now leading story would have if the recipient had ties
// overseas. That answer changes which cues fire, so everything is weighed anew.
func (w *weighing) leadWithTies() float64 {
	with := *w.context
	with.Facts.OverseasTies = Yes
	h := weighings.Get().(*weighing)
	h.weigh(w.model, w.n, &with)
	lead := h.scores.leadBy(w.leading)
	h.release()
	return lead
}

// stack adds what countGroup would count of a group of a few weights.
func stack(sum *bits, weights []*bits) {
	for i, w := range weights {
		for s, x := range w {
			if x == 0 {
				continue
			}
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

// countFacts counts all groups of facts, including the caller's evidence in them.
func (w *weighing) countFacts(g *given) bits {
	h := weighing{model: w.model, reading: w.reading, fits: w.fits}
	for i, q := range questions {
		*q.field(&h.facts) = g[i]
	}
	h.pieces = slices.Clone(w.callers)
	h.addFacts()
	sortPieces(h.pieces)
	return count(h.pieces)
}
