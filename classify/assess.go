package classify

import (
	"sync"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Assess weighs a notice against its context. Nil and zero arguments are usable, and so is a
// Notice that this module's parser did not make or that was read back from JSON: triggers that
// look at its words then do not fire.
//
// # How it decides
//
//  1. Triggers look at the notice, its comparison with the recipient, the sender and the facts.
//     Each that fires gives a piece of evidence, with a weight in bits for each of the four
//     stories.
//  2. A story's score is its prior plus its evidence. Within a group the strongest piece counts
//     whole, the next half, the third a quarter and so on, positive and negative weights apart.
//     Scores and leads are rounded to 0.1.
//  3. A cue of 5 bits or more, or a sender whom the lender disowns, caps genuine at 2 bits below
//     scam: even if the debt is real, this message must not be followed. If the parser finds the
//     wording as a whole unlike a scam's, cues that rest on words weigh half and do not cap. While
//     the message offers something that is not the lender's own, records take less than 1 bit off
//     scam: they say that there is a debt, not who is writing.
//  4. The story with the highest score leads. It is the verdict if it leads by 2 bits (confidence
//     low), 4 bits (high), or 8 bits with a record asked, a cue of 5 bits or a disowned sender
//     (certain). With a smaller lead the verdict is Undetermined; Leading still names the leading
//     story, at a tie the first in the order of Scores.
//  5. Gates, each shown as evidence, make the verdict Undetermined if there is no fact, no
//     comparison and no evidence of 3 bits for the leading story; if the text means somebody else,
//     yet a record shows a debt of the recipient's; if the lender denies what the app or the
//     report shows, and mistake or scam leads genuine and identity theft by less than 3 bits; if
//     genuine leads and no record says yes, unless the recipient took the loan and got the money
//     or finds the sum right; if genuine leads and the ID number is somebody else's; if identity
//     theft leads without a denied account and a record; if a court, an arbitrator or a mediator
//     writes and nothing else is known.
//  6. Other gates hold the confidence at low: for genuine and identity theft, while the sender is
//     unverified; for genuine, while it is not known whether the recipient borrowed, or if the
//     debt was repaid or the sum is not the lender's; for identity theft, unless the recipient
//     says that the money did not reach them; for scam, if it rests on wording alone.
//  7. A message that does not say that a debt is overdue, and is about neither a court case nor a
//     sold debt, is NotANotice unless it is plainly a scam: scam leads by 2 bits, and either the
//     wording (if the parser judged it) is that of scams, or the lender disowns the sender, or
//     there is a cue of 5 bits and the lender knows of no debt.
//  8. Whether to do what the sender says is answered separately: Assessment.Sender.
//
// Evidence is ordered by group, then span, then code. The time taken is linear in the notice and
// in the caller's tables, times the logarithm of the number of pieces of evidence.
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
	callers []piece              // the caller's, in groups that answers affect
	sum     bits                 // of all pieces except the gates'
	scores  bits
	verdict Verdict
	conf    Confidence
	leading int
	lead    float64
}

// weighings reuses the memory that a weighing needs besides its result.
var weighings = sync.Pool{New: func() any { return new(weighing) }}

// release clears everything of the message from w and gives it back to the pool.
func (w *weighing) release() {
	if cap(w.pieces) > manyPieces {
		return
	}
	clear(w.pieces) // this clears all that was used: a weighing only appends
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

// gather collects all evidence except the gates'.
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

// addFacts collects the answers, and also the comparison, since has_account affects its weights.
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

// recordsOfSender is the most that a record takes off scam while the sender is not known: lists of
// people in arrears leak, and real debts are collected by those who have no right to them. Three
// records together take less than 1 bit.
const recordsOfSender = -0.5

// bound limits what a record takes off scam, given what the lender says about the sender.
func (w *weighing) bound(record *bits, confirmed Answer) {
	if confirmed != Yes && w.handles.areForeign() {
		record[scam] = max(record[scam], recordsOfSender)
	}
}

func (w *weighing) add(r *row, weights bits, at []parser.Span) {
	for i := range at { // insertion sort: few spans, mostly in order
		for j := i; j > 0 && compareSpan(at[j], at[j-1]) < 0; j-- {
			at[j], at[j-1] = at[j-1], at[j]
		}
	}
	w.pieces = append(w.pieces, piece{row: r, weights: weights, at: at})
}
