package phones

import "github.com/dunsms/dunsms"

// Renumber says in lines what a report says in the places of a phone's messages, from 1.
func (p Phone) Renumber(r *dunsms.PhoneReport) {
	line := func(n *int) {
		if 0 < *n && *n <= len(p.Messages) {
			*n = p.Messages[*n-1].Line
		}
	}
	lines := func(all []int) []int {
		renumbered := make([]int, len(all)) // others may hold the same
		for i, n := range all {
			line(&n)
			renumbered[i] = n
		}
		return renumbered
	}
	for i := range r.Open {
		line(&r.Open[i].Message)
	}
	for i := range r.Matters {
		m := &r.Matters[i]
		for i := range m.Members {
			m.Members[i].Messages = lines(m.Members[i].Messages)
		}
		for i := range m.Sums {
			line(&m.Sums[i].Message)
		}
		for i := range m.Deadlines {
			line(&m.Deadlines[i].Message)
		}
		for i := range m.Pieces {
			line(&m.Pieces[i].Message)
		}
		for i := range m.Shown {
			m.Shown[i].Messages = lines(m.Shown[i].Messages)
		}
		for i := range m.Breaches {
			m.Breaches[i].Messages = lines(m.Breaches[i].Messages)
		}
		if m.Growth != nil {
			g := *m.Growth
			line(&g.From)
			line(&g.To)
			m.Growth = &g
		}
	}
}
