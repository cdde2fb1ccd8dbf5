package matter

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
)

// scene is all matters of a phone and what they have in common.
type scene struct {
	clusters  []*cluster
	strangers []stranger
	senders   map[string][]*reading // claims from personal numbers that name somebody, by number
	templates map[int][]*reading    // claims by template
}

// stranger is somebody other than the recipient whom matters mean.
type stranger struct {
	claim   identity.Claim
	of      []*cluster
	lenders []name
}

func newScene(clusters []*cluster, recipient identity.Profile) *scene {
	s := &scene{clusters: clusters, senders: map[string][]*reading{}, templates: map[int][]*reading{}}
	for _, c := range clusters {
		if c.claims() && !slices.ContainsFunc(c.all, (*reading).isOwn) {
			if claim := c.claim(); identity.Compare(claim, recipient).Outcome == identity.Disagree {
				s.addStranger(c, claim)
			}
		}
		for _, r := range c.all {
			if !r.claims() {
				continue
			}
			if r.isPersonal() && !r.claim.Name.IsZero() {
				s.senders[r.port] = addNew(s.senders[r.port], r, func(q *reading) bool { return q.claim == r.claim })
			}
			if r.template > 0 && !r.creditor.isZero() {
				s.templates[r.template] = addNew(s.templates[r.template], r, func(q *reading) bool { return q.creditor == r.creditor && q.collector == r.collector })
			}
		}
	}
	return s
}

// mostOfOne is the most of a sort, the first, that are compared with others.
const mostOfOne = 16

// addNew adds a reading to some unless one of them is the same.
func addNew(some []*reading, r *reading, same func(*reading) bool) []*reading {
	if len(some) == mostOfOne || slices.ContainsFunc(some, same) {
		return some
	}
	return append(some, r)
}

func (c *cluster) claims() bool {
	return slices.ContainsFunc(c.all, func(r *reading) bool { return r.claims() })
}

// addStranger adds a matter to the stranger whom it means, a new one if no other matter means
// them.
func (s *scene) addStranger(c *cluster, claim identity.Claim) {
	for i := range s.strangers {
		t := &s.strangers[i]
		joined, both := identity.Together(t.claim, claim)
		if both.Outcome != identity.Agree {
			continue
		}
		t.claim = joined
		t.of = append(t.of, c)
		t.addLenders(c)
		return
	}
	if len(s.strangers) == mostCast {
		return
	}
	t := stranger{claim: claim, of: []*cluster{c}}
	t.addLenders(c)
	s.strangers = append(s.strangers, t)
}

func (t *stranger) addLenders(c *cluster) {
	i := slices.IndexFunc(c.all, func(r *reading) bool { return !r.creditor.isZero() })
	if i >= 0 && !slices.ContainsFunc(t.lenders, c.all[i].creditor.same) {
		t.lenders = append(t.lenders, c.all[i].creditor)
	}
}
