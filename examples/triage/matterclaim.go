package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/examples/internal/timeline"
	"github.com/dunsms/dunsms/identity"
)

// claim says who claims what from whom. What is not known has no row.
func (w words) claim(m *dunsms.MatterReport, several bool) (rows []labelled) {
	add := func(key string, values ...string) {
		values = slices.DeleteFunc(values, func(s string) bool { return s == "" })
		for i := range values {
			values[i] = strings.Map(visible, values[i])
		}
		if len(values) > 0 {
			rows = append(rows, labelled{w.of("claim", key), values})
		}
	}
	add("lender", m.Lender)
	add("others", m.Others...)
	add("collectors", m.Collectors...)
	add("claimed", w.person(m)...)
	add("sums", w.sums(m)...)
	if g := m.Growth; g != nil && g.FenADay > 0 {
		growth := "growth"
		if g.Principal == 0 {
			growth = "growth_of_sum"
		}
		add("growth", fmt.Sprintf(w.of("matters", growth), g.Days, timeline.Yuan(g.FenADay), g.PerCent))
	}
	add("overdue", w.overdue(m)...)
	if m.Stage != "" {
		add("stage", w.of("stage", string(m.Stage)))
	}
	add("contracts", m.Contracts...)
	add("deadlines", w.deadlines(m.Deadlines)...)
	add("promises", w.promises(m.Promises)...)
	add("threats", w.repeated(plain.Threat, m.Threats)...)
	add("asks", w.repeated(plain.Ask, m.Asks)...)
	add("senders", w.senders(m.Senders)...)
	return rows
}

// person says who is meant, as far as the messages show, and whether they fit the recipient.
func (w words) person(m *dunsms.MatterReport) (all []string) {
	c := m.Claimed
	all = append(all, c.Name.Reveal())
	if !c.ID.IsZero() {
		all = append(all, w.name(plain.Field, "id")+" "+c.ID.Reveal())
	}
	if !c.Phone.IsZero() {
		all = append(all, w.name(plain.Field, "phone")+" "+c.Phone.Reveal())
	}
	if m.Comparison.Outcome != identity.Unknown {
		all = append(all, w.name(plain.Outcome, m.Comparison.Outcome.String()))
	}
	return all
}

// sums says the last sum of each role.
func (w words) sums(m *dunsms.MatterReport) (all []string) {
	last := map[string]int{}
	for i, s := range m.Sums {
		last[string(s.Role)] = i
	}
	var order []int
	for _, i := range last {
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(m.Sums[a].Role, m.Sums[b].Role) })
	for _, i := range order {
		s := m.Sums[i]
		text := w.name(plain.Role, string(s.Role)) + " " + timeline.Yuan(s.Fen)
		if !s.At.IsZero() {
			text += w.pick("（", " (") + dayIn(s.At) + w.pick("）", ")")
		}
		all = append(all, text)
	}
	return all
}

// overdue says since when and for how long the debt is overdue.
func (w words) overdue(m *dunsms.MatterReport) (all []string) {
	if m.Since != "" {
		all = append(all, fmt.Sprintf(w.of("matters", "from"), m.Since))
	}
	if m.Days != nil {
		all = append(all, fmt.Sprintf(w.of("matters", "days"), *m.Days))
	}
	if m.DaysContradict {
		all = append(all, w.of("matters", "contradict"))
	}
	return all
}

// mostNamed is the most deadlines, promises or numbers that are named.
const mostNamed = 12

func (w words) deadlines(of []matter.Deadline) (all []string) {
	for _, d := range of {
		text := d.By
		if d.Passed {
			text += w.pick("（", " (") + w.of("matters", "passed") + w.pick("）", ")")
		}
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return few(all)
}

func (w words) promises(of []matter.Promise) (all []string) {
	for _, p := range of {
		var parts []string
		if p.Fen > 0 {
			parts = append(parts, timeline.Yuan(p.Fen))
		}
		if p.By != "" {
			parts = append(parts, fmt.Sprintf(w.of("matters", "by"), p.By))
		}
		if p.Broken {
			parts = append(parts, w.of("matters", "broken"))
		}
		if len(parts) == 0 {
			parts = append(parts, w.of("matters", "promised"))
		}
		if text := strings.Join(parts, w.pick("，", ", ")); !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return few(all)
}

func (w words) repeated(g plain.Group, of []matter.Repeated) (all []string) {
	for _, r := range of {
		text := w.name(g, r.Type)
		if r.Times > 1 {
			text = fmt.Sprintf(w.of("matters", "times"), text, r.Times)
		}
		all = append(all, text)
	}
	return all
}

func (w words) senders(of []matter.Sender) (all []string) {
	for _, s := range of {
		more := []string{w.number(s.Messages)}
		if s.MostADay > 1 {
			more = append(more, fmt.Sprintf(w.of("matters", "most"), s.MostADay))
		}
		if s.Night > 0 {
			more = append(more, fmt.Sprintf(w.of("matters", "night"), s.Night))
		}
		all = append(all, s.Number+w.pick("（", " (")+strings.Join(more, w.pick("，", ", "))+w.pick("）", ")"))
	}
	return few(all)
}

// number says how many messages there are.
func (w words) number(n int) string {
	if n == 1 {
		return fmt.Sprintf(w.of("matters", "number_one"), n)
	}
	return fmt.Sprintf(w.of("matters", "number"), n)
}

// few returns the first mostNamed, with … if there are more.
func few(all []string) []string {
	if len(all) > mostNamed {
		return append(all[:mostNamed], "…")
	}
	return all
}
