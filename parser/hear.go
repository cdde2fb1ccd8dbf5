package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// hear has the model judge the threats and asks. Those that cues make stay unless it
// doubts them; others that it hears are added, with the word that spoke most for them,
// unless a cue names them and denies it, or no number in it is to be called. A
// caller's own cues are not judged: the model does not know them.
func (f *facts) hear(l *scan.Line, r *learned.Reading) {
	m := &f.mentions
	heard := r.Said(m.said)
	doubted := m.said &^ heard & r.Judged() &^ m.added
	for rest := doubted; rest != 0; {
		var group lexicon.Group
		var word string
		switch rest, group, word = rest.Next(); group {
		case lexicon.Threat:
			m.threats = without(m.threats, func(t Threat) bool { return t.Type == ThreatType(word) })
		case lexicon.Ask:
			m.asks = without(m.asks, func(a Ask) bool { return a.Type == AskType(word) })
		}
	}
	unsaid := heard &^ m.said &^ m.refused
	if len(f.phones) == 0 && slices.ContainsFunc(l.Tokens, func(t scan.Token) bool { return t.Kind == scan.Phone }) {
		unsaid &^= lexicon.AskCallNumber
	}
	for rest := unsaid; rest != 0; {
		bit := rest & -rest
		var group lexicon.Group
		var word string
		rest, group, word = rest.Next()
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
	if unsaid != 0 {
		m.compact()
	}
	m.said = m.said&^doubted | unsaid
}

// without removes the elements for which drop is true, and returns nil if none is left.
// It overwrites list.
func without[T any](list []T, drop func(T) bool) []T {
	if list = slices.DeleteFunc(list, drop); len(list) == 0 {
		return nil
	}
	return list
}
