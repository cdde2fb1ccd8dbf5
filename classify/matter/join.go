package matter

import (
	"slices"
	"strconv"
)

// joiner joins messages to matters. Each message, in order, goes to the matter that it fits best.
// Matters that share something with it are found by keys, so that not all are compared with all.
type joiner struct {
	all    []*cluster
	byKey  map[string][]*cluster
	beside []*reading // messages that may belong to a matter but do not make one
}

// mostOfKey is the most matters with one key, the latest, that are compared.
const mostOfKey = 12

// add joins a message.
func (j *joiner) add(r *reading) {
	if !r.isCredit() {
		j.beside = append(j.beside, r)
		return
	}
	c := &cluster{all: []*reading{r}, compared: []*reading{r}}
	if m := j.best(c, leastLink, (*cluster).fit); m.best != nil {
		r.rival = m.next
		m.best.take(c, m.by)
		j.index(m.best, c.compared)
		return
	}
	j.all = append(j.all, c)
	j.index(c, c.compared)
}

// match is the cluster that fits another best, and the next best if it fits as well.
type match struct {
	best, next *cluster
	by         linkSet
}

// best returns the cluster that fits c best; match.best is nil if none fits well enough.
func (j *joiner) best(c *cluster, least float64, fit func(c, d *cluster) (float64, linkSet)) (m match) {
	most, next := least, least
	seen := map[*cluster]bool{c: true}
	for _, r := range c.compared {
		for _, key := range r.keys() {
			for _, d := range j.byKey[key] {
				if d = d.live(); seen[d] {
					continue
				}
				seen[d] = true
				switch bits, links := fit(d, c); {
				case bits > most:
					m.next, next = m.best, most
					m.best, m.by, most = d, links, bits
				case bits > next:
					m.next, next = d, bits
				}
			}
		}
	}
	if most-next > asWell {
		m.next = nil
	}
	return m
}

// asWell is the most bits by which the next best may be behind and still fit as well.
const asWell = 0.5

// index makes c findable by the keys of messages.
func (j *joiner) index(c *cluster, of []*reading) {
	for _, r := range of {
		for _, key := range r.keys() {
			list := j.byKey[key]
			if slices.ContainsFunc(list, func(d *cluster) bool { return d.live() == c }) {
				continue
			}
			if len(list) == mostOfKey {
				list = slices.Delete(list, 0, 1)
			}
			j.byKey[key] = append(list, c)
		}
	}
}

// keys returns the keys by which a message is found: everything that links.tsv has bits for,
// except what half of all messages share.
func (r *reading) keys() (keys []string) {
	if !r.creditor.isZero() {
		keys = append(keys, "lender "+r.creditor.key())
	}
	if !r.collector.isZero() {
		keys = append(keys, "collector "+r.collector.key())
	}
	if r.port != "" {
		keys = append(keys, "sender "+r.port)
	}
	for _, h := range r.handles {
		keys = append(keys, "handle "+h)
	}
	for _, list := range [...][]string{r.contracts, r.tails} {
		for _, n := range list {
			keys = append(keys, "number "+n[max(0, len(n)-leastTail):])
		}
	}
	for _, n := range r.cases {
		keys = append(keys, "case "+n)
	}
	for _, n := range [...]int64{r.owed(), r.principal} {
		if n > 0 {
			keys = append(keys, "sum "+strconv.FormatInt(n, 10))
		}
	}
	if r.start > 0 {
		for d := r.start - sameStart; d <= r.start+sameStart; d += sameStart {
			keys = append(keys, "start "+strconv.Itoa(int(d)/(2*sameStart)))
		}
	}
	for i := range mostCast {
		if r.persons&(1<<i) != 0 {
			keys = append(keys, "person "+strconv.Itoa(i))
		}
		if r.lenders&(1<<i) != 0 {
			keys = append(keys, "named "+strconv.Itoa(i))
		}
	}
	if at := dayOf(r.ReceivedAt); r.isPersonal() && !r.chatty && at > 0 {
		keys = append(keys, "time "+strconv.Itoa(int(at)/nearTime), "time "+strconv.Itoa(int(at)/nearTime-1))
	}
	if r.role == court {
		keys = append(keys, "court")
	}
	if n := r.claim.Name; !n.IsZero() && !r.isOwn() {
		keys = append(keys, "name "+n.Surname())
	}
	if id := r.claim.ID.Reveal(); len(id) > leastTail && !r.isOwn() {
		keys = append(keys, "id "+id[len(id)-leastTail:])
	}
	return keys
}

// clusters merges the matters that turn out to be one, and returns all by their first message.
func (j *joiner) clusters() []*cluster {
	for range rounds {
		if !j.merge() {
			break
		}
	}
	j.addBeside()
	live := slices.DeleteFunc(j.all, func(c *cluster) bool { return c.gone != nil })
	for _, c := range live {
		if riders := c.riders(); riders != nil {
			live = append(live, c.without(riders)...)
		}
	}
	for _, c := range live {
		slices.SortFunc(c.all, func(a, b *reading) int { return compare(&a.Message, &b.Message) })
		c.knowRoles()
	}
	slices.SortFunc(live, func(a, b *cluster) int { return compare(&a.all[0].Message, &b.all[0].Message) })
	return live
}

// rounds is the most rounds of merging.
const rounds = 3

// merge merges each matter with the one that fits it best, and reports whether it merged any.
func (j *joiner) merge() (merged bool) {
	for _, c := range j.all {
		if c.gone != nil {
			continue
		}
		m := j.best(c, leastLink, (*cluster).fit)
		if m.best == nil {
			continue
		}
		into := m.best
		if compare(&c.all[0].Message, &into.all[0].Message) < 0 {
			c, into = into, c
		}
		of := c.compared
		into.take(c, m.by)
		j.index(into, of)
		merged = true
	}
	return merged
}

// addBeside adds messages that claim no debt by themselves to the matters that they fit.
func (j *joiner) addBeside() {
	for _, r := range j.beside {
		if r.says.has(code) || r.chatty && r.persons|r.lenders == 0 && !r.isOwn() {
			continue // it is about an account, not a debt, or about nobody known
		}
		c := &cluster{all: []*reading{r}, compared: []*reading{r}}
		if m := j.best(c, leastTouch, (*cluster).touch); m.best != nil {
			r.rival = m.next
			m.best.take(c, m.by)
		}
	}
}
