package answer

import (
	"cmp"
	"slices"

	"github.com/dunsms/dunsms/parser"
)

// Piece is a stretch of the text in which the same was found throughout. The
// pieces of a text, one after the other, are the text.
type Piece struct {
	Text string `json:"text"`
	// Tone is the colour: "" where nothing was found, else one of the tones.
	Tone string `json:"tone,omitempty"`
	// Names are the keys in words.tsv of what ends with this piece.
	Names []string `json:"names,omitempty"`
}

// The tones, each a sort of what is found.
const (
	toneWho    = "who"    // who writes
	tonePerson = "person" // whom it is about
	toneMoney  = "money"
	toneTime   = "time"
	toneReach  = "reach" // by what to reach or pay the sender
	toneAsk    = "ask"   // what the sender wants done
	toneThreat = "threat"
	toneSignal = "signal" // what else is telling
)

// mark is something that was found in a text.
type mark struct {
	span parser.Span
	tone string
	name string // its key in words.tsv
}

// marksOf returns what n found, in the order of the text, the longer first. What
// overlaps and has one name is one mark.
func marksOf(n *parser.Notice) []mark {
	var all []mark
	add := func(f parser.Found, tone, name string) { all = append(all, mark{f.Span, tone, name}) }
	if n.Lender != nil {
		add(n.Lender.Found, toneWho, "mark.lender")
	}
	for _, f := range n.Signatures {
		if n.Lender == nil || n.Lender.Span != f.Span {
			add(f, toneWho, "mark.signature")
		}
	}
	if n.Name != nil {
		add(n.Name.Found, tonePerson, "mark.name")
	}
	if n.MaskedID != nil {
		add(*n.MaskedID, tonePerson, "mark.masked_id")
	}
	if n.Phone != nil {
		add(*n.Phone, tonePerson, "mark.phone")
	}
	for _, m := range n.Amounts {
		add(m.Found, toneMoney, "role."+string(m.Role))
	}
	if n.Overdue != nil {
		add(n.Overdue.Found, toneTime, "mark.overdue")
	}
	if n.Due != nil {
		add(n.Due.Found, toneTime, "mark.due")
	}
	for _, f := range n.Phones {
		add(f, toneReach, "mark.to_call")
	}
	for _, f := range n.URLs {
		add(f, toneReach, "mark.url")
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
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	return join(all)
}

// join makes one mark of those that overlap and have one name.
func join(all []mark) (joined []mark) {
	last := map[string]int{} // by name, its latest mark
	for _, m := range all {
		if i, ok := last[m.name]; ok && m.span.Start < joined[i].span.End {
			joined[i].span.End = max(joined[i].span.End, m.span.End)
			continue
		}
		last[m.name] = len(joined)
		joined = append(joined, m)
	}
	return joined
}

// cut cuts a text where a mark begins or ends. A piece has the tone of the shortest
// mark over it.
func cut(text string, marks []mark) []Piece {
	bounds := []int{0, len(text)}
	for _, m := range marks {
		bounds = append(bounds, m.span.Start, m.span.End)
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)

	var pieces []Piece
	var open []mark
	for i, start := range bounds[:len(bounds)-1] {
		end := bounds[i+1]
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= start })
		for len(marks) > 0 && marks[0].span.Start <= start {
			open = append(open, marks[0])
			marks = marks[1:]
		}
		p := Piece{Text: text[start:end]}
		shortest := len(text) + 1
		for _, m := range open {
			if length := m.span.End - m.span.Start; length < shortest {
				p.Tone, shortest = m.tone, length
			}
			if m.span.End == end && !slices.Contains(p.Names, m.name) {
				p.Names = append(p.Names, m.name)
			}
		}
		pieces = append(pieces, p)
	}
	return pieces
}
