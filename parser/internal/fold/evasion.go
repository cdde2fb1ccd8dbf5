package fold

import (
	"cmp"
	"slices"
)

// Evasion is a place at which a word may have been hidden from a filter: bytes
// of the text as given.
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

// hide notes that Runes[i:j] may hide a word.
func (t *Text) hide(way Way, i, j int) {
	start, end := t.Span(i, j)
	t.evade(way, start, end)
}

func (t *Text) evade(way Way, start, end int) {
	t.Evasions = append(t.Evasions, Evasion{way, start, end})
}

// mergeEvasions puts the evasions in order, neighbours of one way as one.
// Traditional characters hide something only in a text that is otherwise
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
		if e.Way == Traditional && t.simplified == 0 {
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
