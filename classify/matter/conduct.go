package matter

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/parser"
)

// breaches returns the rules on collection that the messages of a matter break, each with the
// messages that show it: rules broken by one message alone, and those that only many together
// break.
func (p *Phone) breaches(c *cluster, scam bool) (all []Breach) {
	add := func(b conduct.Breach, r *reading) {
		if scam { // no lender wrote, so only the rules for everybody remain
			left := conduct.Anybody([]conduct.Breach{b})
			if len(left) == 0 {
				return
			}
			b = left[0]
		}
		b.Spans = nil // they apply to one message
		i := slices.IndexFunc(all, func(a Breach) bool { return a.Rule == b.Rule })
		if i < 0 {
			i = len(all)
			all = append(all, Breach{Breach: b})
		} else if b.Binding && !all[i].Binding {
			all[i].Breach = b // one message may tell the sender's sort when others do not
		}
		all[i].Messages = append(all[i].Messages, r.numbers()...)
	}
	byDay := map[day][]*reading{}
	for _, r := range c.all {
		for _, b := range r.breaches {
			add(b, r)
		}
		if !r.claims() || r.ReceivedAt.IsZero() {
			continue
		}
		byDay[dayOf(r.ReceivedAt)] = append(byDay[dayOf(r.ReceivedAt)], r)
		if !p.Objected.IsZero() && r.ReceivedAt.After(p.Objected) && r.kind == parser.KindOverdue {
			if b, ok := p.rules().Cite(conduct.AfterObjection, r.ReceivedAt); ok {
				add(b, r)
			}
		}
	}
	for _, d := range slices.Sorted(maps.Keys(byDay)) {
		if len(byDay[d]) <= conduct.ContactsADay {
			continue
		}
		for _, r := range byDay[d] {
			if b, ok := p.rules().Cite(conduct.ContactFlood, r.ReceivedAt); ok {
				add(b, r)
			}
		}
	}
	for i := range all {
		slices.Sort(all[i].Messages)
		all[i].Messages = slices.Compact(all[i].Messages)
	}
	slices.SortFunc(all, func(a, b Breach) int { return cmp.Compare(a.Rule, b.Rule) })
	return all
}

func (p *Phone) rules() *conduct.Tables {
	if p.Rules != nil {
		return p.Rules
	}
	return conduct.Builtin()
}
