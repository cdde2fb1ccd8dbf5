package parser

import (
	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// judge sets what the model says about the message: its kind, and how likely that kind
// and a scam are, with the words that decided. A message that the gate did not open for a
// debt is KindOther.
func (n *Notice) judge(l *scan.Line, r *learned.Reading, opening lexicon.Opening) {
	n.Kind, n.KindProbability = KindOther, 1
	if opening == lexicon.ForDebt {
		var best int
		best, n.KindProbability = r.Kind()
		n.Kind, n.KindReasons = Kind(learned.Kinds[best]), reasons(l, r, best)
	}
	n.ScamProbability = r.Scam()
	if n.ScamProbability >= leastScam {
		n.ScamReasons = reasons(l, r, learned.Scam)
	}
}

// leastScam is the ScamProbability from which ScamReasons are set.
const leastScam = 0.5

// Reason is a piece of a message that led the model to what it says.
type Reason struct {
	Found
	// Weight is how strongly the piece speaks for it, in nats.
	Weight float64 `json:"weight"`
}

// reasons returns the pieces that spoke most for one of the model's outputs.
func reasons(l *scan.Line, r *learned.Reading, output int) []Reason {
	pieces := r.Pieces(l, output)
	if len(pieces) == 0 {
		return nil
	}
	list := make([]Reason, len(pieces))
	for i, p := range pieces {
		list[i] = Reason{found(l, p.Start, p.End), p.Weight}
	}
	return list
}

// learnable returns what the finders found, in the form that the model takes.
func (f *facts) learnable(l *scan.Line) (t learned.Text, facts learned.Facts) {
	set := func(fact learned.Fact, holds bool) {
		if holds {
			facts.Fact |= fact
		}
	}
	set(learned.HasOverdue, f.overdue.isFound())
	set(learned.HasDue, f.due != nil)
	set(learned.HasName, f.name != nil)
	set(learned.HasID, f.id != nil)
	set(learned.HasPhone, f.phone != nil)
	set(learned.HasLender, f.lender != nil)
	set(learned.KnownLender, f.lender != nil && f.lender.Canonical != "")
	set(learned.SignsAsLender, signedByLender(l))
	set(learned.SpeaksToOther, f.thirdParty)
	set(learned.HasCallback, len(f.phones) > 0)
	set(learned.HasURL, len(f.urls) > 0)
	set(learned.HasAccount, len(f.accounts) > 0)
	for i := range f.sums {
		s := &f.sums[i]
		if s.bare {
			continue
		}
		set(learned.HasOwed, s.rank != lexicon.NeverOwed && s.rank < lexicon.Unranked)
		set(learned.HasCredit, s.credit)
		facts.Roles |= 1 << roleNumber(s.Role)
	}
	facts.Mentions = f.said
	if f.name != nil {
		t.Name = learned.RunesOf(l, f.name.Span.Start, f.name.Span.End)
	}
	if f.lender != nil && f.lender.Canonical != "" {
		t.Lender = learned.RunesOf(l, f.lender.Span.Start, f.lender.Span.End)
	}
	return t, facts
}
