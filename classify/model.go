package classify

import (
	"math"
	"sync"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// model is what the weighing rests on: the table, the priors and the constants of the comparison.
// Tests disturb a copy.
type model struct {
	rows     map[string]*row
	cues     []*row               // in the order of cues
	answers  []*row               // in the order of answers
	fits     [len(fields)][2]*row // of fields: agrees, disagrees
	byAnswer [len(questions)][len(answerTexts)]bits
	denial   bits
	asker    bits // priors for a person who asks
	everyone bits // priors for a filter that sees every message

	fitScale float64 // factor on the bits of the comparison
	kappa    float64 // see fit
	ownKappa float64
	lambda   float64
}

// The constants of the comparison. They are judgements.
const (
	// kappa is the share of mistakes that do mean the recipient, through a wrong record of theirs.
	// For a recipient with an account it is ownKappa: their own record is wrong, or they just
	// repaid.
	kappa    = 1.0 / 16
	ownKappa = 1.0 / 2
	// lambda is the share of swindlers who know whom they write to: those who print a name have a
	// list.
	lambda = 0.8

	// mixedUp is the most that a field of somebody else costs a mistake about the recipient's own
	// record: such mistakes come from mixed-up records.
	mixedUp = -1.5

	// The bits of the comparison are held to these limits: a list can be wrong as a whole, and
	// nothing is surer than one in 65,536.
	minFit = -8
	maxFit = 16
)

var standard = sync.OnceValue(func() *model {
	m := &model{
		rows:     rows(),
		asker:    bits{1, 0, -3, 0},
		everyone: bits{3, 0, -3, 0},
		fitScale: 1, kappa: kappa, ownKappa: ownKappa, lambda: lambda,
	}
	m.index()
	return m
})

// index finds the rows of the triggers. A code without a row gets an empty one.
func (m *model) index() {
	find := func(code string) *row {
		if r := m.rows[code]; r != nil {
			return r
		}
		return new(row)
	}
	for i, q := range questions {
		m.byAnswer[i][No], m.byAnswer[i][Yes] = find(q.no).weights, find(q.yes).weights
	}
	for i, f := range fields {
		m.fits[i] = [...]*row{find(f.agrees), find(f.disagrees)}
	}
	m.denial = find("DENIES_WHAT_RECORD_SHOWS").weights
	m.cues, m.answers = m.cues[:0], m.answers[:0]
	for _, c := range cues {
		m.cues = append(m.cues, find(c.code))
	}
	for _, a := range answers {
		m.answers = append(m.answers, find(a.code))
	}
}

func (m *model) prior(p Population) bits {
	if p == EveryMessage {
		return m.everyone
	}
	return m.asker
}

// fields are the fields of the comparison in the order in which they are weighed. The phone is
// left out, since the message came to it.
var fields = [...]struct {
	field             identity.Field
	agrees, disagrees string
}{
	{identity.FieldName, "NAME_AGREES", "NAME_DISAGREES"},
	{identity.FieldSex, "TITLE_AGREES", "TITLE_DISAGREES"},
	{identity.FieldID, "ID_AGREES", "ID_DISAGREES"},
}

// fitWeights returns what each field adds, without and with an account. If B is the bits of the
// fields so far, genuine and identity theft score B. Mistake scores log2(κ·2^B + 1−κ): few
// mistakes mean the recipient, and in those a field that disagrees costs mixedUp at most. Scam
// scores log2(λ·2^B + 1−λ): most swindlers have a list. The weight of a field is the difference
// that it makes.
//
// An ID number that cannot exist is nobody's and does not say who is meant.
func (m *model) fitWeights(r *reading) (without, with [len(fields)]bits) {
	sum, mixed := 0.0, 0.0
	var before [2]bits
	for i, f := range fields {
		fit := r.fit.Field(f.field)
		if fit.Outcome == identity.Unknown || f.field == identity.FieldID && r.badID && fit.Bits < 0 {
			continue
		}
		b := fit.Bits * m.fitScale
		sum, mixed = sum+b, mixed+max(b, mixedUp)
		held := min(max(sum, minFit), maxFit)
		odds, own := math.Exp2(held), math.Exp2(min(mixed, maxFit))
		after := bits{genuine: tenth(held), theft: tenth(held), scam: mixture(m.lambda, odds)}
		after[mistake] = mixture(m.kappa, own)
		without[i], before[0] = after.less(&before[0]), after
		after[mistake] = mixture(m.ownKappa, own)
		with[i], before[1] = after.less(&before[1]), after
	}
	return without, with
}

// mixture returns log2(share·odds + 1−share) in tenths.
func mixture(share, odds float64) float64 { return tenth(math.Log2(share*odds + 1 - share)) }

// less returns b − c in tenths.
func (b *bits) less(c *bits) (d bits) {
	for i := range b {
		d[i] = tenth(b[i] - c[i])
	}
	return d
}

// spanOf returns where the message shows a field.
func (r *reading) spanOf(f identity.Field) []parser.Span {
	switch {
	case f == identity.FieldID && r.n.MaskedID != nil:
		return []parser.Span{r.n.MaskedID.Span}
	case f != identity.FieldID && r.n.Name != nil:
		return []parser.Span{r.n.Name.Span}
	}
	return nil
}
