package fold

import (
	"cmp"
	"slices"
)

// Evasion is a place where a word may have been hidden from a filter: the bytes [Start,
// End) of the source.
type Evasion struct {
	Way        Way
	Start, End int
}

// Way is a way to hide a word from a filter.
type Way string

// The ways to hide a word.
const (
	Separators  Way = "separators"  // 逾 期, 还*款
	ZeroWidth   Way = "zero-width"  // characters that do not show
	LookAlike   Way = "look-alike"  // 逾qi, 加薇, ①②, 𝟏𝟐
	Traditional Way = "traditional" // 凍結 in a simplified text
)

// hide adds an evasion at Runes[i:j].
func (t *Text) hide(way Way, i, j int) {
	start, end := t.Span(i, j)
	t.evade(way, start, end)
}

// evade adds an evasion at the bytes [start, end) of the source.
func (t *Text) evade(way Way, start, end int) {
	t.Evasions = append(t.Evasions, Evasion{way, start, end})
}

// mergeEvasions sorts the evasions by way and start, and merges those of one way that
// touch. Traditional characters are evasions only in a text that is otherwise
// simplified.
func (t *Text) mergeEvasions() {
	if len(t.Evasions) == 0 {
		return
	}
	slices.SortFunc(t.Evasions, func(a, b Evasion) int {
		return cmp.Or(cmp.Compare(a.Way, b.Way), cmp.Compare(a.Start, b.Start))
	})
	out := t.Evasions[:0]
	for _, e := range t.Evasions {
		if e.Way == Traditional && !t.seen.has(markSimplified) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Way == e.Way && e.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, e.End)
			continue
		}
		out = append(out, e)
	}
	t.Evasions = out
}
