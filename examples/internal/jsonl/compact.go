package jsonl

import (
	"slices"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// Compact is an answer with only what programs act on, in one flat object, without what is for
// people. It says nothing that Answer does not: words are the same, and lists have only codes,
// types or pieces of the text. Values that are not known, zero or false are left out.
type Compact struct {
	V    int    `json:"v"` // dunsms.ReportVersion
	Line int    `json:"line"`
	ID   string `json:"id,omitempty"`

	Kind       parser.Kind           `json:"kind,omitempty"` // present unless Error is
	Verdict    classify.Verdict      `json:"verdict,omitempty"`
	Confidence classify.Confidence   `json:"confidence,omitempty"`
	Sender     classify.SenderStatus `json:"sender_status,omitempty"`
	Outcome    string                `json:"outcome,omitempty"` // of the comparison; "" if nothing is known of the recipient
	Scores     *classify.Scores      `json:"scores,omitempty"`
	Leading    classify.Verdict      `json:"leading,omitempty"`
	Lead       float64               `json:"lead,omitzero"`

	LikelyMistake       bool    `json:"likely_mistake,omitempty"`
	LikelyIdentityTheft bool    `json:"likely_identity_theft,omitempty"`
	LikelyScam          bool    `json:"likely_scam,omitempty"`
	KindProbability     float64 `json:"kind_probability,omitzero"`
	ScamProbability     float64 `json:"scam_probability,omitzero"`

	Lender     string `json:"lender,omitempty"`    // as written
	Canonical  string `json:"canonical,omitempty"` // as the table of lenders calls it
	Creditor   string `json:"creditor,omitempty"`
	ThirdParty bool   `json:"third_party,omitempty"`

	AmountFen       *int64           `json:"amount_fen,omitempty"` // nil if it is masked
	AmountMaxFen    *int64           `json:"amount_max_fen,omitempty"`
	AmountPrecision parser.Precision `json:"amount_precision,omitempty"`
	PenaltyFen      *int64           `json:"penalty_fen,omitempty"`
	Days            *int             `json:"days,omitempty"`
	Months          *int             `json:"months,omitempty"`
	Periods         *int             `json:"periods,omitempty"`
	Since           string           `json:"since,omitempty"`
	Due             string           `json:"due,omitempty"` // a date
	DueInDays       *int             `json:"due_in_days,omitempty"`
	DueInHours      *int             `json:"due_in_hours,omitempty"`
	ImpliedRate     float64          `json:"implied_rate,omitzero"`

	Phones   []string `json:"phones,omitempty"` // to call back
	URLs     []string `json:"urls,omitempty"`
	Threats  []string `json:"threats,omitempty"` // each once, as in all lists of words
	Asks     []string `json:"asks,omitempty"`
	Signals  []string `json:"signals,omitempty"`
	Evidence []string `json:"evidence,omitempty"`
	Breaches []string `json:"breaches,omitempty"`
	Steps    []string `json:"steps,omitempty"`
	AskNext  []string `json:"ask_next,omitempty"`
	Error    *Error   `json:"error,omitempty"`
}

// CompactOf returns the compact form of AnswerOf.
func CompactOf(m dunsms.Message, r *dunsms.Report) Compact {
	n, a := &r.Notice, &r.Assessment
	c := Compact{
		V: r.V, Line: r.Line, ID: r.ID,
		Kind: n.Kind, Verdict: a.Verdict, Confidence: a.Confidence, Sender: a.Sender.Status,
		Scores: &a.Scores, Leading: a.Leading, Lead: a.Lead,
		LikelyMistake: a.LikelyMistake, LikelyIdentityTheft: a.LikelyIdentityTheft, LikelyScam: a.LikelyScam,
		KindProbability: n.KindProbability, ScamProbability: n.ScamProbability,
		ThirdParty: n.ThirdParty, ImpliedRate: a.ImpliedRate,
		Phones:  once(n.Phones, func(f *parser.Found) string { return f.Text }),
		URLs:    once(n.URLs, func(f *parser.Found) string { return f.Text }),
		Threats: once(n.Threats, func(t *parser.Threat) string { return string(t.Type) }),
		Asks:    once(n.Asks, func(a *parser.Ask) string { return string(a.Type) }),
		Signals: once(n.Signals, func(s *parser.Signal) string { return string(s.Type) }),

		Evidence: once(a.Evidence, func(e *classify.Evidence) string { return e.Code }),
		Breaches: once(r.Breaches, func(b *conduct.Breach) string { return b.Rule }),
		Steps:    once(r.Steps, func(s *remedy.Step) string { return s.Code }),
		AskNext:  once(a.AskNext, func(a *classify.Ask) string { return a.Fact }),
	}
	if HasRecipient(m) {
		c.Outcome = r.Comparison.Outcome.String()
	}
	c.claim(n)
	return c
}

// claim sets what the notice claims: for whom, how much and since when.
func (c *Compact) claim(n *parser.Notice) {
	if n.Lender != nil {
		c.Lender, c.Canonical = n.Lender.Text, n.Lender.Canonical
	}
	if n.Creditor != nil {
		c.Creditor = n.Creditor.Text
	}
	if m := n.Amount; m != nil {
		c.AmountFen, c.AmountMaxFen = sumsOf(m)
		c.AmountPrecision = m.Precision
	}
	if n.Penalty != nil {
		c.PenaltyFen, _ = sumsOf(n.Penalty)
	}
	if o := n.Overdue; o != nil {
		c.Days, c.Months, c.Periods, c.Since = o.Days, o.Months, o.Periods, o.Since
	}
	if d := n.Due; d != nil {
		c.Due, c.DueInDays, c.DueInHours = d.Date, d.InDays, d.InHours
	}
}

// sumsOf returns the amount, nil if it is masked, and the upper end if it is a range.
func sumsOf(m *parser.Money) (fen, most *int64) {
	if m.Precision != parser.PrecisionMasked {
		fen = &m.Fen
	}
	if m.Precision == parser.PrecisionRange {
		most = &m.MaxFen
	}
	return fen, most
}

// once returns the words of a list, each once and in order.
func once[T any](all []T, word func(*T) string) []string {
	if len(all) == 0 {
		return nil
	}
	const few = 40 // up to so many, searching the list is faster than a map
	words := make([]string, 0, len(all))
	var seen map[string]bool
	for i := range all {
		w := word(&all[i])
		switch {
		case seen[w], seen == nil && slices.Contains(words, w):
			continue
		case seen != nil:
			seen[w] = true
		case len(words) == few:
			seen = map[string]bool{w: true}
			for _, old := range words {
				seen[old] = true
			}
		}
		words = append(words, w)
	}
	return words
}

// CompactError returns the compact form of ErrorAnswer.
func CompactError(number int, id string, bad *Error) Compact {
	return Compact{V: dunsms.ReportVersion, Line: number, ID: id, Error: bad}
}
