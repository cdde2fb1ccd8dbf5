package matter

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/parser"
)

// china is the time zone of all China.
var china = time.FixedZone("UTC+8", chinaOffset)

// tell fills in how the matter developed.
func (m *Matter) tell(c *cluster) {
	m.Stage = stageOf(c.all)
	m.tellDays(c)
	m.tellSums(c)
	m.tellDeadlines(c)
	m.tellPromises(c)
	threats, asks := map[string]*Repeated{}, map[string]*Repeated{}
	for _, r := range c.all {
		for i, t := range r.threats {
			if !slices.Contains(r.threats[:i], t) {
				repeat(threats, string(t), r.ReceivedAt)
			}
		}
		for i, a := range r.asks {
			if !slices.Contains(r.asks[:i], a) {
				repeat(asks, string(a), r.ReceivedAt)
			}
		}
	}
	m.Threats, m.Asks = inOrder(threats), inOrder(asks)
	m.Senders = sendersOf(c.all)
}

// stageOf returns the furthest stage that the messages have reached. A settlement ends it until
// somebody claims again.
func stageOf(all []*reading) Stage {
	stage := Stage("")
	for _, r := range all {
		switch {
		case r.paidAll:
			stage = Settled
		case r.kind == parser.KindReminder && (stage == "" || stage == Settled):
			stage = Current
		case r.kind == parser.KindReceipt && stage == "":
			stage = Current
		case r.kind == parser.KindOverdue || r.role > lender:
			if stage == Settled {
				stage = Overdue
			}
			stage = later(stage, r)
		}
	}
	return stage
}

var stages = []Stage{Current, Overdue, Collected, Sold, Mediated, AtLaw, InCourt, Settled}

func later(stage Stage, r *reading) Stage {
	next := Overdue
	switch r.role {
	case collector:
		next = Collected
	case assignee:
		next = Sold
	case mediator:
		next = Mediated
	case lawyer:
		next = AtLaw
	case court:
		next = InCourt
	}
	if next < AtLaw && slices.Contains(r.threats, parser.ThreatLawsuit) {
		next = AtLaw
	}
	if slices.Index(stages, next) > slices.Index(stages, stage) {
		return next
	}
	return stage
}

// tellDays fills in since when the debt is overdue, as most messages have it.
func (m *Matter) tellDays(c *cluster) {
	var starts []day
	last := day(0) // of the last overdue notice
	for _, r := range c.all {
		if r.kind == parser.KindOverdue {
			last = max(last, dayOf(r.ReceivedAt))
		}
		if r.start > 0 && r.kind == parser.KindOverdue {
			starts = append(starts, r.start)
		}
	}
	if len(starts) == 0 {
		return
	}
	since := usual(starts)
	m.Since = since.String()
	for _, s := range starts {
		m.DaysContradict = m.DaysContradict || abs(s-since) > contradictory
	}
	if last >= since {
		m.Days = new(int(last - since))
	}
}

// usual returns the day with most others near it, at a tie the last.
func usual(days []day) (usual day) {
	days = days[max(0, len(days)-mostOfDays):]
	most := 0
	for _, d := range days {
		near := 0
		for _, other := range days {
			if abs(d-other) <= sameStart {
				near++
			}
		}
		if near >= most {
			usual, most = d, near
		}
	}
	return usual
}

// mostOfDays is the most figures, the last, that are compared.
const mostOfDays = 64

// contradictory is the most days by which figures may differ for one debt and one bill: some
// senders count from the due day, some from the day after, and some leave out the weekend.
const contradictory = 5

func lastTime(all []*reading) (last time.Time) {
	for _, r := range all {
		if r.ReceivedAt.After(last) {
			last = r.ReceivedAt
		}
	}
	return last
}

// tellSums lists the sums, and what a day costs according to them.
func (m *Matter) tellSums(c *cluster) {
	var first *reading
	for _, r := range c.all {
		add := func(role parser.Role, fen int64) {
			if fen > 0 {
				m.Sums = append(m.Sums, Sum{r.Number, r.ReceivedAt, role, fen})
			}
		}
		add(parser.RolePrincipal, r.principal)
		add(parser.RolePenalty, r.penalty)
		add(parser.RoleRepaid, r.paid)
		if r.kind == parser.KindOverdue {
			add(parser.RoleTotal, r.total)
		}
		switch {
		case r.paid > 0:
			first = nil
		case r.kind != parser.KindOverdue || r.total == 0 || r.ReceivedAt.IsZero():
		case first == nil || r.total < first.total:
			first = r
		case r.total > first.total:
			if g := growthOf(first, r, principalOf(c.all)); g != nil {
				m.Growth = g
			}
		}
	}
}

// principalOf returns the last principal that a message gives, 0 if none does.
func principalOf(all []*reading) (fen int64) {
	for _, r := range all {
		if r.principal > 0 {
			fen = r.principal
		}
	}
	return fen
}

// growthOf returns what a day costs between one sum and a later one, nil if they are too close in
// time.
func growthOf(first, last *reading, principal int64) *Growth {
	days := int(dayOf(last.ReceivedAt) - dayOf(first.ReceivedAt))
	if days < leastGrowth {
		return nil
	}
	g := &Growth{From: first.Number, To: last.Number, Days: days, Principal: principal}
	of := principal
	if of == 0 {
		of = first.total
	}
	grown := last.total - first.total
	g.FenADay = grown / int64(days)
	g.PerCent = math.Round(float64(grown)/float64(of)/float64(days)*365*1000) / 10
	return g
}

// leastGrowth is the fewest days between two sums for the cost of a day to mean something.
const leastGrowth = 3

// tellDeadlines lists the days by which something was demanded, and whether nothing but another
// claim followed.
func (m *Matter) tellDeadlines(c *cluster) {
	for i, r := range c.all {
		if r.due > 0 && r.claims() {
			m.Deadlines = append(m.Deadlines, Deadline{r.Number, r.due.String(), passes(r.due, c.all[i+1:])})
		}
	}
}

// passes reports whether another claim comes after a deadline, before any receipt or message of a
// court.
func passes(due day, later []*reading) bool {
	for _, r := range later {
		switch {
		case r.kind == parser.KindReceipt, r.role == court:
			return false
		case r.claims() && dayOf(r.ReceivedAt) > due:
			return true
		}
	}
	return false
}

func repeat(all map[string]*Repeated, what string, at time.Time) {
	r := all[what]
	if r == nil {
		r = &Repeated{Type: what, First: at}
		all[what] = r
	}
	r.Times++
	if !at.IsZero() {
		r.Last = at
	}
}

func inOrder(all map[string]*Repeated) (list []Repeated) {
	for _, r := range all {
		list = append(list, *r)
	}
	slices.SortFunc(list, func(a, b Repeated) int { return cmp.Or(b.Times-a.Times, cmp.Compare(a.Type, b.Type)) })
	return list
}

// sendersOf counts the messages of each number.
func sendersOf(all []*reading) (senders []Sender) {
	at := map[string]int{}
	days := map[string]map[day]int{}
	for _, r := range all {
		if r.Sender == "" {
			continue
		}
		i, ok := at[r.Sender]
		if !ok {
			i = len(senders)
			at[r.Sender] = i
			senders = append(senders, Sender{Number: r.Sender})
			days[r.Sender] = map[day]int{}
		}
		s := &senders[i]
		s.Messages++
		if r.ReceivedAt.IsZero() {
			continue
		}
		s.Hours[r.ReceivedAt.In(china).Hour()]++
		if conduct.IsNight(r.ReceivedAt) {
			s.Night++
		}
		days[r.Sender][dayOf(r.ReceivedAt)]++
		s.MostADay = max(s.MostADay, days[r.Sender][dayOf(r.ReceivedAt)])
	}
	slices.SortStableFunc(senders, func(a, b Sender) int { return b.Messages - a.Messages })
	return senders
}

// factsOf returns the facts known of a matter, and which are contradicted.
func factsOf(all []*reading) (classify.Facts, []string) {
	var facts []classify.Facts
	for _, r := range all {
		facts = append(facts, r.facts...)
	}
	return classify.JoinFacts(facts)
}
