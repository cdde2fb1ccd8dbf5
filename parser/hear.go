package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// hear lets the model judge the threats and asks. Those that cues or shapes make stay
// unless the model doubts them. Others that it hears are added, unless a cue names and
// denies them. Those made by the caller's own cues always stay: the model does not know
// these cues.
func (f *facts) hear(l *scan.Line, r *learned.Reading) {
	said := f.said | f.shaped
	heard := r.Said(said)
	f.drop(said &^ heard & learned.Judged() &^ f.added)
	more := heard &^ said &^ f.denied
	if f.callsNobody(l) {
		more &^= lexicon.AskCallNumber
	}
	f.add(l, r, more)
}

// callsNobody reports whether there are phone numbers, but none is to be called.
func (f *facts) callsNobody(l *scan.Line) bool {
	if len(f.phones) > 0 {
		return false
	}
	for k := range l.Tokens {
		if l.Tokens[k].Kind == scan.Phone {
			return true
		}
	}
	return false
}

// drop removes threats and asks.
func (m *mentions) drop(doubted lexicon.Mention) {
	for doubted != 0 {
		var group lexicon.Group
		var word string
		switch doubted, group, word = doubted.Next(); group {
		case lexicon.Threat:
			m.threats = without(m.threats, func(t Threat) bool { return t.Type == ThreatType(word) })
		case lexicon.Ask:
			m.asks = without(m.asks, func(a Ask) bool { return a.Type == AskType(word) })
		}
	}
}

// add adds threats and asks, each with the word that spoke most for it.
func (m *mentions) add(l *scan.Line, r *learned.Reading, more lexicon.Mention) {
	if more == 0 {
		return
	}
	for more != 0 {
		bit := more & -more
		var group lexicon.Group
		var word string
		more, group, word = more.Next()
		piece, ok := r.SaidBy(l, bit)
		if !ok {
			continue
		}
		at := found(l, piece.Start, piece.End)
		switch group {
		case lexicon.Threat:
			m.threats = appendMention(m.threats, Threat{ThreatType(word), at})
		case lexicon.Ask:
			m.asks = appendMention(m.asks, Ask{AskType(word), at})
		}
	}
	m.compact()
}

// without removes the elements for which drop is true, and returns nil if none is left.
// It overwrites list.
func without[T any](list []T, drop func(T) bool) []T {
	if list = slices.DeleteFunc(list, drop); len(list) == 0 {
		return nil
	}
	return list
}
