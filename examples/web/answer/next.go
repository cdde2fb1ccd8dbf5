package answer

import (
	"slices"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
)

// Next is the one question to ask next: among those that the library suggests, the one that
// settles most.
type Next struct {
	plain.Question
	// Nameless: the message names no lender, so "the lender named" means nothing.
	Nameless bool `json:"nameless,omitempty"`
	// If is, in one line each, what the verdict would be after each answer that settles it.
	If []Outcome `json:"if,omitempty"`
}

// Outcome is what an answer leads to.
type Outcome struct {
	Answer classify.Answer `json:"answer"`
	Gist   string          `json:"gist"`
}

// efforts rank how hard it is to answer: from what one knows and what one can look up to whom one
// must call and what one must apply for.
var efforts = map[string]int{
	"has_account": 0, "repaid": 0, "knows_named": 0, "overseas_ties": 0,
	"shown_in_app": 1, "received_money": 1, "amount_agrees": 1,
	"lender_confirms": 2, "sender_confirmed": 2, "number_on_other_record": 2,
	"on_credit_report": 3,
}

var (
	// oneSided are the facts for which no, the most usual answer, says nothing.
	oneSided = []string{"knows_named", "number_on_other_record", "overseas_ties", "repaid"}
	// ofLender are the facts that only the lender can tell, so nobody if none is named.
	ofLender = []string{"lender_confirms", "number_on_other_record", "sender_confirmed"}
)

// nextOf returns the question to ask next, nil if none is left. Skipped ones are not asked. If
// there is a verdict, it is the first of the library's. If there is none, it is the one that
// settles most: the one whose answers give the most verdicts, then one for which both answers say
// something, then the easiest to answer, then the first in the library's order.
func nextOf(m dunsms.Message, r *dunsms.Report, asks []plain.Question, skipped []string, lang remedy.Lang) *Next {
	nameless := r.Notice.Lender == nil && len(r.Notice.Signatures) == 0
	open := r.Assessment.Verdict == classify.Undetermined
	var best *Next
	var least [3]int
	for _, q := range asks {
		if slices.Contains(skipped, q.Fact) || nameless && slices.Contains(ofLender, q.Fact) {
			continue
		}
		n := &Next{Question: q, Nameless: nameless}
		if !open {
			return n
		}
		if q.Fact == "amount_agrees" && m.Facts.ShownInApp != classify.Yes && m.Facts.LenderConfirms != classify.Yes {
			continue // no other sum is known to compare with
		}
		var verdicts int
		n.If, verdicts = outcomes(m, r, q.Fact, lang)
		if nameless && q.Fact == "has_account" { // with no lender named there is no account to look up
			return n
		}
		if verdicts == 0 {
			continue
		}
		rank := [3]int{-verdicts, 0, efforts[q.Fact]}
		if slices.Contains(oneSided, q.Fact) {
			rank[1] = 1
		}
		if best == nil || slices.Compare(rank[:], least[:]) < 0 {
			best, least = n, rank
		}
	}
	return best
}

// outcomes returns what the answers to a fact lead to, if they give a verdict, and how many
// different verdicts they give.
func outcomes(m dunsms.Message, r *dunsms.Report, fact string, lang remedy.Lang) (all []Outcome, verdicts int) {
	seen := map[classify.Verdict]bool{}
	for _, answer := range []classify.Answer{classify.Yes, classify.No} {
		facts := m.Facts
		*facts.Of(fact) = answer
		a := classify.Assess(&r.Notice, classify.Context{Recipient: m.Recipient, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Facts: facts})
		if a.Verdict != classify.Undetermined {
			seen[a.Verdict] = true
			all = append(all, Outcome{answer, plain.Of(a, &r.Notice, remedy.Steps(a, facts, nil, lang), lang).Gist})
		}
	}
	return all, len(seen)
}
