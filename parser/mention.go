package parser

import (
	"cmp"
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

// mentions are the threats, asks and signals of a message.
type mentions struct {
	threats []Threat
	asks    []Ask
	signals []Signal
	said    lexicon.Mention // made by cues
	shaped  lexicon.Mention // made by shapes
	added   lexicon.Mention // made by cues of the caller
	denied  lexicon.Mention // named by a cue that is denied
}

// usualLen is the initial capacity of a list of amounts, threats, asks or signals. Few
// messages have more.
const usualLen = 4

// appendMention is append, but the first element gets a list with capacity usualLen.
func appendMention[T any](list []T, v T) []T {
	if list == nil {
		list = make([]T, 0, usualLen)
	}
	return append(list, v)
}

// compact sorts each list by span and drops entries that overlap another of the same type.
func (m *mentions) compact() {
	m.threats = compact(m.threats, func(t Threat) mentionKey { return mentionKey{string(t.Type), "", t.Span} })
	m.asks = compact(m.asks, func(a Ask) mentionKey { return mentionKey{string(a.Type), "", a.Span} })
	m.signals = compact(m.signals, func(g Signal) mentionKey { return mentionKey{string(g.Type), string(g.Fold), g.Span} })
}

// mentionKey is the order and identity of a threat, an ask or a signal.
type mentionKey struct {
	kind, fold string
	Span
}

// compact sorts entries by span, longer ones first, and drops an entry that overlaps one of
// the eight before it with the same type. It overwrites found.
func compact[T any](found []T, key func(T) mentionKey) []T {
	if len(found) < 2 {
		return found
	}
	slices.SortStableFunc(found, func(a, b T) int {
		x, y := key(a), key(b)
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End), cmp.Compare(x.kind, y.kind), cmp.Compare(x.fold, y.fold))
	})
	out := found[:0]
	for i := range found {
		k, overlaps := key(found[i]), false
		for j := len(out) - 1; j >= 0 && !overlaps && j >= len(out)-8; j-- {
			o := key(out[j])
			overlaps = o.kind == k.kind && o.fold == k.fold && o.End > k.Start
		}
		if !overlaps {
			out = append(out, found[i])
		}
	}
	return out
}
