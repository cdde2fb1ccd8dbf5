package parser

import (
	"cmp"
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// mentions are the threats, asks and signals of a message, each list in order.
type mentions struct {
	threats []Threat
	asks    []Ask
	signals []Signal
}

// usual is how many amounts, threats, asks or signals a message has, if any.
const usual = 4

// add appends v to a list, with room for the usual at first.
func add[T any](list []T, v T) []T {
	if list == nil {
		list = make([]T, 0, usual)
	}
	return append(list, v)
}

// findMentions lists the threats, asks and signals.
func findMentions(l *scan.Line) mentions {
	var m mentions
	for k := range l.Tokens {
		if l.Tokens[k].Kind == scan.Cue && l.Tokens[k].Mentions != 0 {
			m.addCue(l, k)
		}
	}
	m.addShapes(l)
	for _, e := range l.Evasions {
		m.signals = add(m.signals, Signal{SignalEvasion, Fold(e.Way), Found{l.Source[e.Start:e.End], Span{e.Start, e.End}}})
	}
	m.threats = tidy(m.threats, func(t Threat) mentionKey { return mentionKey{string(t.Type), "", t.Span} })
	m.asks = tidy(m.asks, func(a Ask) mentionKey { return mentionKey{string(a.Type), "", a.Span} })
	m.signals = tidy(m.signals, func(g Signal) mentionKey { return mentionKey{string(g.Type), string(g.Fold), g.Span} })
	return m
}

// mentionKey is what tells threats, asks and signals apart.
type mentionKey struct {
	kind, fold string
	Span
}

// tidy orders what was found by span and drops what lies within another of its type.
func tidy[T any](found []T, key func(T) mentionKey) []T {
	slices.SortStableFunc(found, func(a, b T) int {
		x, y := key(a), key(b)
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End), cmp.Compare(x.kind, y.kind), cmp.Compare(x.fold, y.fold))
	})
	out := found[:0]
	for i := range found {
		k, within := key(found[i]), false
		for j := len(out) - 1; j >= 0 && !within && j >= len(out)-8; j-- {
			o := key(out[j])
			within = o.kind == k.kind && o.fold == k.fold && o.End >= k.End
		}
		if !within {
			out = append(out, found[i])
		}
	}
	return out
}

// addCue adds what the cue at k says.
func (m *mentions) addCue(l *scan.Line, k int) {
	t := &l.Tokens[k]
	found := foundToken(l, k)
	denied := isDenied(l, k)
	for rest := t.Mentions; rest != 0; {
		bit := rest & -rest
		var group lexicon.Group
		var word string
		rest, group, word = rest.Next()
		switch group {
		case lexicon.Threat:
			if isThreat(l, k, bit) {
				m.threats = add(m.threats, Threat{ThreatType(word), found})
			}
		case lexicon.Ask:
			if !denied && isAsk(l, k, bit) {
				m.asks = add(m.asks, Ask{AskType(word), found})
			}
		case lexicon.Signal:
			if !denied || bit&neverDenied != 0 {
				m.signals = add(m.signals, Signal{Type: SignalType(word), Found: found})
			}
		}
	}
}

// neverDenied are the signals that say themselves that something is not to be done.
const neverDenied = lexicon.SignalIfPaidIgnore | lexicon.SignalNotYouIgnore | lexicon.SignalOptOut

// isThreat reports whether the cue at k makes a threat. Behind 绝不 and the like it makes
// none; 为不影响征信 is one all the same. The 立案 of the police is no lawsuit.
func isThreat(l *scan.Line, k int, threat lexicon.Mention) bool {
	if cueBeforeInClause(l, k, lexicon.Never) {
		return false
	}
	return threat != lexicon.ThreatLawsuit || !l.Tokens[k].Has(lexicon.CaseFiled) || !clauseSays(l, k, lexicon.ThreatPolice)
}

// isAsk reports whether the cue of an ask at k comes with what it is about: a number to
// call, a link to tap.
func isAsk(l *scan.Line, k int, ask lexicon.Mention) bool {
	switch ask {
	case lexicon.AskCallNumber:
		return follows(l, k, 20, scan.Phone) || precedes(l, k, 3, scan.Phone) || lies(l, k, scan.Phone)
	case lexicon.AskClickLink:
		return follows(l, k, 14, scan.Link) || precedes(l, k, 6, scan.Link)
	case lexicon.AskOpenOfficialApp:
		return !clauseSays(l, k, lexicon.AskDownloadApp)
	}
	return true
}

// follows reports whether a token of a kind, not the debtor's own phone number, stands
// behind the cue at k in its sentence within some runes.
func follows(l *scan.Line, k int, within int32, kind scan.Kind) bool {
	t := &l.Tokens[k]
	for b := l.Next(k); b < len(l.Tokens); b = l.Next(b) {
		c := &l.Tokens[b]
		if c.Start < t.End {
			continue
		}
		if c.Start-t.End > within || c.Sentence != t.Sentence {
			break
		}
		if c.Kind == kind && !(kind == scan.Phone && isDebtorPhone(l, b)) {
			return true
		}
	}
	return false
}

// lies reports whether a token of a kind lies within the phrase at k.
func lies(l *scan.Line, k int, kind scan.Kind) bool {
	end := l.Tokens[k].End
	for b := l.Next(k); b < len(l.Tokens) && l.Tokens[b].Start < end; b = l.Next(b) {
		if l.Tokens[b].Kind == kind {
			return true
		}
	}
	return false
}

// precedes reports whether a token of a kind stands before the cue at k within some
// runes.
func precedes(l *scan.Line, k int, within int32, kind scan.Kind) bool {
	start := l.Tokens[k].Start
	for b := l.Prev(k); b >= 0 && start-l.Tokens[b].End <= within; b = l.Prev(b) {
		if l.Tokens[b].Kind == kind {
			return true
		}
	}
	return false
}
