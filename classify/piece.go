package classify

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// piece is a piece of evidence while it is weighed.
type piece struct {
	*row
	weights bits // the row's, except for the prior, the comparison and a cap
	counted bits // the part of weights that counts within the group
	at      []parser.Span
}

// callersPiece returns the caller's evidence as a piece like ours.
func callersPiece(e *Evidence) piece {
	r := &row{code: e.Code, group: e.Group, zh: e.ExplanationZh, en: e.ExplanationEn, weights: e.Weights.sane()}
	if r.group == "" {
		r.group = CallersGroup
	}
	r.rank = groupRank(r.group)
	r.strong = r.weights[scam] >= strongCue
	return piece{row: r, weights: r.weights, at: slices.Clone(e.Spans)}
}

func (p *piece) evidence() Evidence {
	e := Evidence{
		Code: p.code, Group: p.group, Weights: p.weights.scores(), Counted: p.counted.scores(),
		ExplanationZh: p.zh, ExplanationEn: p.en,
	}
	if len(p.at) > 0 {
		e.Spans = p.at
	}
	return e
}

func (p *piece) sameGroup(q *piece) bool { return p.rank == q.rank && p.group == q.group }

// manyPieces is the most pieces to be sorted by insertion; the caller may add more.
const manyPieces = 64

// sortPieces orders by group, then span, then code.
func sortPieces(all []piece) {
	if len(all) > manyPieces {
		slices.SortStableFunc(all, func(a, b piece) int { return comparePieces(&a, &b) })
		return
	}
	for i := range all { // mostly in order
		for j := i; j > 0 && comparePieces(&all[j], &all[j-1]) < 0; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
}

func comparePieces(a, b *piece) int {
	if a.rank != b.rank {
		return cmp.Compare(a.rank, b.rank)
	}
	if a.group != b.group {
		return strings.Compare(a.group, b.group)
	}
	if c := compareSpans(a.at, b.at); c != 0 {
		return c
	}
	return strings.Compare(a.code, b.code)
}

// compareSpans orders by the first span; pieces without a span come first.
func compareSpans(a, b []parser.Span) int {
	if len(a) == 0 || len(b) == 0 {
		return cmp.Compare(len(a), len(b))
	}
	return compareSpan(a[0], b[0])
}

func compareSpan(a, b parser.Span) int {
	if a.Start != b.Start {
		return cmp.Compare(a.Start, b.Start)
	}
	return cmp.Compare(a.End, b.End)
}
