package matter

import (
	"slices"
	"strconv"

	"github.com/dunsms/dunsms/identity"
)

// cluster is a matter while messages are joined to it.
type cluster struct {
	all      []*reading
	compared []*reading // the few that others are compared with
	links    map[*reading]linkSet
	gone     *cluster // which it has become part of
}

// mostCompared is how many messages of a matter another is compared with: the latest.
const mostCompared = 8

// leastLink is how many bits join, see links.tsv.
const (
	leastLink = 3
	// leastTouch is leastLink for what claims nothing by itself.
	leastTouch = 4
)

// fit weighs whether two clusters are one matter: half of what their messages have in common
// on average, and half of what the two have that have most. The links are those of these two.
func (c *cluster) fit(d *cluster) (bits float64, best linkSet) {
	average, most, best := c.compare(d)
	if best&tellingOfCredit == 0 {
		return 0, best
	}
	if best&surely != 0 {
		return (average + 3*most) / 4, best
	}
	return (average + most) / 2, best
}

// touch is fit for what claims nothing by itself: what it has in common with the message with
// which it has most.
func (c *cluster) touch(d *cluster) (bits float64, best linkSet) {
	_, bits, best = c.compare(d)
	if best&telling == 0 {
		return 0, best
	}
	return bits, best
}

// compare returns what their messages have in common on average, and what those two that have
// most. What sets them apart in more pairs than speak for the contrary counts once more.
func (c *cluster) compare(d *cluster) (average, most float64, best linkSet) {
	sum := 0.0
	var pairs [linksInAll]int
	for _, x := range c.compared {
		for _, y := range d.compared {
			s := linksOf(x, y)
			b := s.weight()
			if sum += b; best == 0 || b > most {
				best, most = s, b
			}
			for l := range linksInAll {
				if s&(1<<l) != 0 {
					pairs[l]++
				}
			}
		}
	}
	apart := 0.0
	for _, a := range aspects {
		agree := 0
		for _, l := range a.agree {
			agree += pairs[l]
		}
		if pairs[a.differ] > agree {
			apart += links.Get()[a.differ].bits
		}
	}
	return sum/float64(len(c.compared)*len(d.compared)) + apart, most + apart, best
}

// aspects are the links that set matters apart, each with those that speak for the contrary.
var aspects = [...]struct {
	differ link
	agree  []link
}{
	{linkCardTailDiffers, []link{linkCardTail, linkContract}},
	{linkContractDiffers, []link{linkContract, linkCardTail}},
	{linkProductDiffers, []link{linkProduct}},
	{linkPersonDiffers, []link{linkPerson, linkPersonPerhaps, linkRecipient, linkNamed}},
	{linkSideDiffers, []link{linkSenderPerson, linkContract, linkCase}},
	{linkFactsDiffer, []link{linkContract}},
	{linkLenderDiffers, []link{linkLender, linkLenderNamed, linkCardTail, linkContract, linkCase, linkHandle, linkSenderPerson}},
}

// take joins d to c.
func (c *cluster) take(d *cluster, by linkSet) {
	if c.links == nil {
		c.links = map[*reading]linkSet{}
	}
	for _, r := range d.all {
		c.links[r] = by
		if own, ok := d.links[r]; ok {
			c.links[r] = own
		}
	}
	c.all = append(c.all, d.all...)
	c.compared = append(c.compared, d.compared...)
	slices.SortFunc(c.compared, func(a, b *reading) int { return compare(&a.Message, &b.Message) })
	c.compared = slices.Delete(c.compared, 0, max(0, len(c.compared)-mostCompared))
	d.gone, d.all = c, nil
}

// live returns the cluster that c has become part of.
func (c *cluster) live() *cluster {
	for c.gone != nil {
		c = c.gone
	}
	return c
}

// claim puts together whom the messages mean: who is meant most, where they contradict.
func (c *cluster) claim() (claim identity.Claim) {
	times := map[identity.Claim]int{}
	var all []identity.Claim
	for _, r := range c.all {
		if r.anybody || !r.claims() && len(all) > 0 {
			continue
		}
		if times[r.claim]++; times[r.claim] == 1 && len(all) < mostClaims {
			all = append(all, r.claim)
		}
	}
	best := 0
	for _, first := range all {
		both, meant := first, 0
		for _, other := range all {
			if joined, fit := identity.Together(both, other); fit.Outcome != identity.Disagree {
				both = joined
				meant += times[other]
			}
		}
		if meant > best {
			claim, best = both, meant
		}
	}
	return claim
}

// mostClaims is how many ways of showing a person are put together: the first.
const mostClaims = 24

// joiner joins messages to matters. Each message, in order, goes to the matter that it fits
// best; those that share something are found by keys, so that not all are compared with all.
type joiner struct {
	all    []*cluster
	byKey  map[string][]*cluster
	beside []*reading // that may belong to a matter, and make none
}

// mostOfKey is how many matters of one key are compared: the latest.
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

// match is the cluster that fits another best, and the next that fits as well.
type match struct {
	best, next *cluster
	by         linkSet
}

// best returns the cluster that fits c best, none if none does well enough.
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

// asWell is how many bits less still fit as well.
const asWell = 0.5

// index lets c be found by the keys of messages.
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

// keys are what a message is found by: all that links.tsv has bits for but what half of all
// messages share.
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

// clusters joins the matters that turn out to be one, and returns them by their first message.
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

// riders are the numbers of persons in a matter of which a message is a scam by all that it shows,
// where a firm's own messages are none: they ride on a debt that is real.
func (c *cluster) riders() (ports []string) {
	honest := slices.ContainsFunc(c.all, func(r *reading) bool { return r.side < 0 && !r.isPersonal() })
	for _, r := range c.all {
		if honest && r.side > 0 && r.isPersonal() && !slices.Contains(ports, r.port) {
			ports = append(ports, r.port)
		}
	}
	return ports
}

// without takes the messages of some numbers out of a matter, and returns a matter of each.
func (c *cluster) without(ports []string) (apart []*cluster) {
	for _, port := range ports {
		d := &cluster{links: map[*reading]linkSet{}}
		c.all = slices.DeleteFunc(c.all, func(r *reading) bool {
			if r.port != port {
				return false
			}
			d.all = append(d.all, r)
			if by, ok := c.links[r]; ok {
				d.links[r] = by
			}
			return true
		})
		d.begin()
		apart = append(apart, d)
	}
	c.begin()
	return apart
}

// begin has the matter begin with its first message, where that with which it began is gone.
func (c *cluster) begin() {
	if !slices.ContainsFunc(c.all, func(r *reading) bool { _, ok := c.links[r]; return !ok }) {
		delete(c.links, c.all[0])
	}
}

// knowRoles takes persons who claim what a firm claims for its collectors.
func (c *cluster) knowRoles() {
	if !slices.ContainsFunc(c.all, func(r *reading) bool { return r.role == lender }) {
		return
	}
	for _, r := range c.all {
		if r.role == noRole && r.isPersonal() && r.claims() {
			r.role = collector
		}
	}
}

// rounds is how often matters are compared anew.
const rounds = 3

// merge joins each matter to that which fits it best, and reports whether there was one.
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

// addBeside adds to matters what claims no debt by itself and fits one.
func (j *joiner) addBeside() {
	for _, r := range j.beside {
		if r.code || r.chatty && r.persons|r.lenders == 0 && !r.isOwn() {
			continue // it tells of an account, and of no debt; or of nothing that is known
		}
		c := &cluster{all: []*reading{r}, compared: []*reading{r}}
		if m := j.best(c, leastTouch, (*cluster).touch); m.best != nil {
			r.rival = m.next
			m.best.take(c, m.by)
		}
	}
}

// What is of one lender, one product and one day, adverts have in common with all: without one
// of these two messages are of no matter.
const (
	telling = 1<<linkCardTail | 1<<linkCase | 1<<linkContract | 1<<linkCollector | 1<<linkHandle | 1<<linkNamed | 1<<linkPerson | 1<<linkPersonPerhaps |
		1<<linkRecipient | 1<<linkSender | 1<<linkSenderPerson
	// surely is what two messages of different matters hardly ever have in common.
	surely          = 1<<linkCase | 1<<linkContract | 1<<linkSenderPerson
	tellingOfCredit = telling | 1<<linkDays | 1<<linkPrincipal | 1<<linkSum | 1<<linkSumNear | 1<<linkSumRound | 1<<linkCourt
)
