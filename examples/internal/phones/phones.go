// Package phones sorts messages by the phone to which they came.
package phones

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/identity"
)

// Message is a message with its line in the file.
type Message struct {
	dunsms.Message
	Line int
	Size int64 // how many bytes of the file it takes
}

// Phone is the messages that one recipient received, by line. It holds personal data.
type Phone struct {
	// Recipient is what all messages together say about the phone's owner: every number, and the
	// first name and ID number.
	Recipient identity.Profile
	Messages  []Message
}

// Sorter sorts messages. The zero Sorter is ready to use.
type Sorter struct {
	groups []*group
	keys   map[string]*group // by what identifies a recipient
}

// group is the messages of one recipient, as far as is known.
type group struct {
	into      *group // the group that it was merged into, or nil
	recipient identity.Profile
	numbers   map[string]bool // the recipient's, in one form
	messages  []Message
}

// Add adds a message. Two messages belong to one phone if their recipients share a number or the
// ID number, directly or by way of others. A recipient of whom only the name is known is
// identified by it; all unknown recipients count as one.
func (s *Sorter) Add(m Message) {
	if s.keys == nil {
		s.keys = map[string]*group{}
	}
	keys := keysOf(m.Recipient)
	var g *group
	for _, k := range keys {
		if other := s.keys[k].last(); other != nil {
			g = merge(g, other)
		}
	}
	if g == nil {
		g = new(group)
		s.groups = append(s.groups, g)
	}
	for _, k := range keys {
		s.keys[k] = g
	}
	g.know(m.Recipient)
	m.Recipient = identity.Profile{} // the group has it
	g.messages = append(g.messages, m)
}

// keysOf returns the keys that identify a recipient.
func keysOf(p identity.Profile) (keys []string) {
	if !p.ID.IsZero() {
		keys = append(keys, "id "+p.ID.Reveal())
	}
	for _, number := range p.Phones {
		if key := plain(number); key != "" && !strings.Contains(key, "*") { // many people's numbers fit a mask
			keys = append(keys, "phone "+key)
		}
	}
	if keys == nil {
		keys = []string{"name " + p.Name}
	}
	return keys
}

// plain returns a number in one form, however it is written.
func plain(number string) string {
	if p, err := identity.ParsePhone(number); err == nil {
		number = p.Reveal()
	}
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(" -()", c) {
			return -1
		}
		return c
	}, strings.TrimPrefix(number, "+86"))
}

// last returns the group that g was finally merged into, g itself if it was not.
func (g *group) last() *group {
	for g != nil && g.into != nil {
		if g.into.into != nil { // shortens the way for the next call
			g.into = g.into.into
		}
		g = g.into
	}
	return g
}

// merge merges two groups into the one with more messages and returns it. Either may be nil.
func merge(a, b *group) *group {
	switch {
	case a == nil || a == b:
		return b
	case b == nil:
		return a
	case len(a.messages) < len(b.messages):
		a, b = b, a
	}
	later := b.recipient
	if len(b.messages) > 0 && len(a.messages) > 0 && b.messages[0].Line < a.messages[0].Line {
		a.recipient.Name = cmp.Or(b.recipient.Name, a.recipient.Name)
		if !b.recipient.ID.IsZero() {
			a.recipient.ID = b.recipient.ID
		}
	}
	a.know(later)
	a.messages = append(a.messages, b.messages...)
	b.into, b.messages, b.numbers, b.recipient = a, nil, nil, identity.Profile{}
	return a
}

// know adds what is known of the recipient.
func (g *group) know(p identity.Profile) {
	r := &g.recipient
	r.Name = cmp.Or(r.Name, p.Name)
	if r.ID.IsZero() {
		r.ID = p.ID
	}
	for _, number := range p.Phones {
		if key := plain(number); !g.numbers[key] {
			if g.numbers == nil {
				g.numbers = map[string]bool{}
			}
			g.numbers[key] = true
			r.Phones = append(r.Phones, number)
		}
	}
}

// Phones yields the phones, by their first message. It may be called once: what it yields is not
// kept.
func (s *Sorter) Phones() iter.Seq[Phone] {
	all := slices.DeleteFunc(s.groups, func(g *group) bool { return g.into != nil })
	for _, g := range all {
		slices.SortStableFunc(g.messages, func(a, b Message) int { return cmp.Compare(a.Line, b.Line) })
	}
	slices.SortFunc(all, func(a, b *group) int { return cmp.Compare(a.messages[0].Line, b.messages[0].Line) })
	s.groups, s.keys = nil, nil
	return func(yield func(Phone) bool) {
		for i, g := range all {
			all[i] = nil
			if !yield(Phone{g.recipient, g.messages}) {
				return
			}
		}
	}
}

// Len returns how many phones there are so far.
func (s *Sorter) Len() (n int) {
	for _, g := range s.groups {
		if g.into == nil {
			n++
		}
	}
	return n
}
