package classify

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser"
)

// factsVaried is how many of the first facts the vectors vary.
const factsVaried = 7

// factVectors yields every combination of answers to the first questions.
func factVectors(yield func(Facts) bool) {
	all := [...]Answer{Unknown, No, Yes}
	for i := range 3 * 3 * 3 * 3 * 3 * 3 * 3 {
		f, rest := Facts{}, i
		for _, q := range questions[:factsVaried] {
			*q.field(&f) = all[rest%3]
			rest /= 3
		}
		if !yield(f) {
			return
		}
	}
}

// spokenFor are the stories an answer speaks for: those of the highest weight.
func spokenFor(fact string, a Answer) (stories []Verdict) {
	var row *row
	for _, q := range questions {
		if q.fact == fact {
			row = rows()[map[Answer]string{No: q.no, Yes: q.yes}[a]]
		}
	}
	if row == nil {
		return nil
	}
	most := slices.Max(row.weights[:])
	for i, w := range row.weights {
		if w == most {
			stories = append(stories, storyNames[i])
		}
	}
	return stories
}

// TestAnswersKeepTheVerdict: an answer never moves the verdict away from a story
// that it speaks for, whatever else is known.
func TestAnswersKeepTheVerdict(t *testing.T) {
	for i, c := range allCases(t) {
		if growth.Race && i%10 != 0 {
			continue // nothing runs concurrently: the race detector would only take ten times as long
		}
		n, ctx := c.notice(t), c.context()
		verdicts := map[Facts]Verdict{}
		for f := range factVectors {
			ctx.Facts = f
			verdicts[f] = standard().verdictOnly(n, &ctx)
		}
		i := 0
		for f := range factVectors {
			before := verdicts[f]
			i++
			for k, q := range questions {
				if k >= factsVaried && i%40 != 0 {
					continue // these are not in the vectors: some are tried beside them
				}
				if *q.field(&f) != Unknown {
					continue
				}
				for _, a := range []Answer{No, Yes} {
					g := f
					*q.field(&g) = a
					if slices.Contains(spokenFor(q.fact, a), before) {
						after, known := verdicts[g]
						if !known {
							ctx.Facts = g
							after = standard().verdictOnly(n, &ctx)
						}
						require.Equal(t, before, after, "%s: %s %s", c.ID, q.fact, a)
					}
				}
			}
		}
	}
}

// verdictOnly is assess without AskNext.
func (m *model) verdictOnly(n *parser.Notice, c *Context) Verdict {
	var w weighing
	w.weigh(m, n, c)
	return w.verdict
}

// disturbed returns the model with priors moved by up to 1 bit and weights by
// up to 30 percent.
func (m *model) disturbed(rnd *rand.Rand) *model {
	d := *m
	factor := func() float64 { return 0.7 + 0.6*rnd.Float64() }
	d.rows = map[string]*row{}
	for _, code := range slices.Sorted(maps.Keys(m.rows)) {
		moved := *m.rows[code]
		for s := range moved.weights {
			moved.weights[s] *= factor()
		}
		d.rows[code] = &moved
	}
	for s := range d.asker {
		d.asker[s] += 2*rnd.Float64() - 1
	}
	d.fitScale = factor()
	d.cues, d.answers = nil, nil
	d.index()
	return &d
}

const rounds = 500

// TestDisturbed: weights and priors are judgements, so no verdict may hang on
// one of them: disturbed, a case stays as it is or falls to undetermined.
func TestDisturbed(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	cases := allCases(t)
	var notices []*parser.Notice
	var undisturbed []Verdict
	for _, c := range cases {
		n, ctx := c.notice(t), c.context()
		notices = append(notices, n)
		undisturbed = append(undisturbed, standard().verdictOnly(n, &ctx))
	}
	stays, all := 0, 0
	wrong := map[string]map[Verdict]int{}
	for range rounds {
		m := standard().disturbed(rnd)
		for i, c := range cases {
			if !c.isRight(undisturbed[i]) {
				continue
			}
			ctx := c.context()
			v := m.verdictOnly(notices[i], &ctx)
			all++
			if v == undisturbed[i] {
				stays++
			}
			if v != Undetermined && !c.isRight(v) {
				if wrong[c.ID] == nil {
					wrong[c.ID] = map[Verdict]int{}
				}
				wrong[c.ID][v]++
			}
		}
	}
	t.Logf("%d rounds: %.2f percent of the verdicts stay", rounds, 100*float64(stays)/float64(all))
	assert.Empty(t, wrong)
}
