package answer

import (
	"cmp"
	"slices"

	"github.com/dunsms/dunsms/examples/internal/marked"
	"github.com/dunsms/dunsms/parser"
)

// Piece is a stretch of the text that is under the same marks throughout. Its names are keys of
// plain.Words, its tone is one of those below.
type Piece = marked.Piece

// The tones, one for each sort of find.
const (
	toneWho    = "who"    // who writes
	tonePerson = "person" // whom it is about
	toneMoney  = "money"
	toneTime   = "time"
	toneReach  = "reach" // how to reach or pay the sender
	toneAsk    = "ask"   // what the sender wants done
	toneThreat = "threat"
	toneSignal = "signal" // what else is telling
)

// mark is something that was found in a text. Its name is a key of
// plain.Words.
type mark = marked.Mark

// marksOf returns what is found in n, in the order of the text, the longer first. Finds that
// overlap and have the same name are one mark.
func marksOf(n *parser.Notice) []mark {
	var all []mark
	add := func(f parser.Found, tone, name string) { all = append(all, mark{Span: f.Span, Tone: tone, Name: name}) }
	if n.Lender != nil {
		add(n.Lender.Found, toneWho, "notice.lender")
	}
	for _, f := range n.Signatures {
		if n.Lender == nil || n.Lender.Span != f.Span {
			add(f, toneWho, "notice.signatures")
		}
	}
	if n.Name != nil {
		add(n.Name.Found, tonePerson, "notice.name")
	}
	if n.MaskedID != nil {
		add(*n.MaskedID, tonePerson, "notice.masked_id")
	}
	if n.Phone != nil {
		add(*n.Phone, tonePerson, "notice.phone")
	}
	for _, m := range n.Amounts {
		add(m.Found, toneMoney, "role."+string(m.Role))
	}
	if n.Overdue != nil {
		add(n.Overdue.Found, toneTime, "notice.overdue")
	}
	if n.Due != nil {
		add(n.Due.Found, toneTime, "notice.due")
	}
	for _, f := range n.Phones {
		add(f, toneReach, "notice.phones")
	}
	for _, f := range n.URLs {
		add(f, toneReach, "notice.urls")
	}
	for _, a := range n.Accounts {
		add(a.Found, toneReach, "account."+string(a.Type))
	}
	for _, a := range n.Asks {
		add(a.Found, toneAsk, "ask."+string(a.Type))
	}
	for _, t := range n.Threats {
		add(t.Found, toneThreat, "threat."+string(t.Type))
	}
	for _, s := range n.Signals {
		name := "signal." + string(s.Type)
		if s.Fold != "" {
			name = "fold." + string(s.Fold)
		}
		add(s.Found, toneSignal, name)
	}
	slices.SortStableFunc(all, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return join(all)
}

// join merges marks that overlap and have the same name.
func join(all []mark) (joined []mark) {
	last := map[string]int{} // the latest mark of each name
	for _, m := range all {
		if i, ok := last[m.Name]; ok && m.Span.Start < joined[i].Span.End {
			joined[i].Span.End = max(joined[i].Span.End, m.Span.End)
			continue
		}
		last[m.Name] = len(joined)
		joined = append(joined, m)
	}
	return joined
}
