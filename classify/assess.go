package classify

import (
	"sync"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Assess weighs a notice against its context. Nil and zero arguments are usable; so
// is a Notice that was not made by this module's parser, or was read back from JSON:
// triggers that look at its words do not fire then.
//
// # How it decides
//
//  1. Every trigger looks at the notice, the comparison with the recipient, the
//     sender and the facts. What fires is evidence, with four weights in bits.
//  2. A story's score is its prior plus what counts of the evidence: within
//     a group the strongest whole, the next half, then a quarter and so on,
//     positive and negative apart. Scores and leads are given in tenths.
//  3. A cue of 5 bits or more caps genuine at 2 bits under scam: a real debt may
//     exist, this message must still not be followed. Cues that rest on words weigh half,
//     and are none of these, where the parser finds the wording as a whole unlike a scam's.
//     While something is offered that is not the lender's own, records take less than 1 bit
//     off scam: they tell of the debt, and not of who writes.
//  4. The highest score leads. Its verdict stands with a lead of 2 bits: low; of 4:
//     high; of 8, with a record asked or a cue of 5 bits: certain. Less is
//     Undetermined, a tie among it; Leading names the story that leads, of
//     several the first in the order of Scores.
//  5. Gates, each a named evidence, make it Undetermined: nothing but the prior and
//     evidence under 3 bits for the leading story; a text for another while a
//     record shows a debt of the recipient's; a lender's denial that the app or the
//     report contradicts, where mistake or scam does not lead the stories that
//     these support by 3; genuine without a record that says yes, or the recipient's
//     own word that the loan was taken and the sum or the money is right, or with somebody
//     else's ID number; identity theft without a denied account and a record; a
//     court's, an arbitrator's or a mediator's message of which nothing else is known.
//  6. Other gates hold a verdict low: genuine and identity theft while the sender is not
//     known, genuine while it is not known whether the recipient borrowed, where it was
//     repaid or the sum is not the lender's, identity theft while it is not known where
//     the money went, scam by wording alone.
//  7. A message that does not say that a debt is overdue, and is of no court and no
//     sold debt, is NotANotice, unless it is a plain scam: scam leads by 2 bits, and its
//     wording, where the parser judged it, is that of scams, or the lender disowns the sender,
//     or knows of no debt where there is a cue of 5 bits.
//  8. Whether the sender may be followed is a question of its own: Assessment.Sender.
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
	w := weighings.Get().(*weighing)
	w.weigh(m, n, c)
	a := w.result()
	w.release()
	return a
}

// weighing is the state of one Assess.
type weighing struct {
	*model
	context *Context
	judged  bool // the message is about a debt, so that all four stories are weighed
	reading
	pieces  []piece
	fits    [2][len(fields)]bits // without and with an account
	callers []piece              // the caller's, in groups that answers bear on
	sum     bits                 // of the pieces, but for the gates'
	scores  bits
	verdict Verdict
	conf    Confidence
	leading int
	lead    float64
}

// weighings saves the memory that a weighing needs beside its result.
var weighings = sync.Pool{New: func() any { return new(weighing) }}

// release gives w back with nothing of the message in it.
func (w *weighing) release() {
	if cap(w.pieces) > manyPieces {
		return
	}
	clear(w.pieces) // all that was used: they only grow in one weighing
	clear(w.phones)
	clear(w.links)
	clear(w.handles.foreign)
	*w = weighing{pieces: w.pieces[:0], reading: reading{
		phones: w.phones[:0], links: w.links[:0], said: said{all: w.said.all[:0]}, handles: handles{foreign: w.handles.foreign[:0]},
	}}
	weighings.Put(w)
}

// weigh goes all the way from the notice to the verdict.
func (w *weighing) weigh(m *model, n *parser.Notice, c *Context) {
	w.model, w.context = m, c
	w.read(n, c)
	w.gather(c)
	sortPieces(w.pieces)
	w.sum = count(w.pieces)
	w.scores = w.sum
	w.decide()
}

// gather collects all evidence but the gates'.
func (w *weighing) gather(c *Context) {
	w.fits[0], w.fits[1] = w.fitWeights(&w.reading)
	w.add(w.rows["PRIOR"], w.prior(c.Population), nil)
	for i := range c.Evidence {
		p := callersPiece(&c.Evidence[i])
		w.strong = w.strong || p.strong
		w.pieces = append(w.pieces, p)
		if isOfFacts(p.rank) {
			w.callers = append(w.callers, p)
		}
	}
	w.addFacts()
	parts := w.parts()
	for i := range cues {
		cue := &cues[i]
		if cue.needs != 0 && cue.needs&parts == 0 {
			continue
		}
		if at := cue.trigger(&w.reading); at != nil {
			row := w.model.cues[i]
			if w.unlikelyWorded() && w.restsOnWords(row.code) {
				w.add(row, row.weights.half(), at)
				continue
			}
			w.strong = w.strong || row.strong
			w.add(row, row.weights, at)
		}
	}
	w.addWording()
	if w.facts.contradict() {
		row := w.rows["RECORDS_CONTRADICT"]
		w.add(row, row.weights, nil)
	}
}

// addFacts collects the answers and, as has_account bears on it, what the
// comparison says.
func (w *weighing) addFacts() {
	if w.facts != (Facts{}) {
		w.addAnswers()
	}
	weights := w.fit4(w.facts.HasAccount)
	for i, f := range fields {
		fit := w.fit.Field(f.field)
		if fit.Outcome == identity.Unknown || fit.Bits == 0 && weights[i] == (bits{}) {
			continue
		}
		row := w.model.fits[i][0]
		if fit.Outcome == identity.Disagree {
			row = w.model.fits[i][1]
		}
		w.add(row, weights[i], w.spanOf(f.field))
	}
}

// addAnswers collects the answers.
func (w *weighing) addAnswers() {
	for i, a := range answers {
		if a.trigger(&w.reading) {
			row := w.model.answers[i]
			weights := row.weights
			if row.group == recordsGroup {
				w.bound(&weights, w.facts.SenderConfirmed)
			}
			w.add(row, weights, nil)
		}
	}
}

// fit4 returns what the fields weigh, given an answer to has_account.
func (w *weighing) fit4(hasAccount Answer) *[len(fields)]bits {
	if hasAccount == Yes {
		return &w.fits[1]
	}
	return &w.fits[0]
}

// recordsOfSender is the most that a record takes off a scam while the sender is not known:
// lists of people in arrears leak, and real debts are collected into wrong pockets. Three
// records together take less than 1 bit.
const recordsOfSender = -0.5

// bound holds what a record takes off a scam, given what the lender says of the sender.
func (w *weighing) bound(record *bits, confirmed Answer) {
	if confirmed != Yes && w.handles.areForeign() {
		record[scam] = max(record[scam], recordsOfSender)
	}
}

func (w *weighing) add(r *row, weights bits, at []parser.Span) {
	for i := range at { // a few, mostly in order
		for j := i; j > 0 && compareSpan(at[j], at[j-1]) < 0; j-- {
			at[j], at[j-1] = at[j-1], at[j]
		}
	}
	w.pieces = append(w.pieces, piece{row: r, weights: weights, at: at})
}
