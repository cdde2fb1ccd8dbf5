package matter

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
)

// cluster is a matter while messages are being joined to it.
type cluster struct {
	all      []*reading
	compared []*reading // the few messages that others are compared with
	links    map[*reading]linkSet
	gone     *cluster // the cluster that this one was merged into
}

// mostCompared is the most messages of a matter, the latest, that another is compared with.
const mostCompared = 8

// leastLink is how many bits join two matters, see links.tsv.
const (
	leastLink = 2.8
	// leastTouch is leastLink for a message that claims nothing by itself.
	leastTouch = 4
)

// A lender, a product and a day are what adverts share with everything. Without a link of
// tellingOfCredit two matters are not joined, and without one of telling a message that claims
// nothing is not added to one.
const (
	telling = 1<<linkCardTail | 1<<linkCase | 1<<linkContract | 1<<linkCollector | 1<<linkHandle | 1<<linkNamed | 1<<linkPerson | 1<<linkPersonPerhaps |
		1<<linkRecipient | 1<<linkSender | 1<<linkSenderPerson
	// surely are links that messages of different matters hardly ever have.
	surely          = 1<<linkCase | 1<<linkContract | 1<<linkSenderPerson
	tellingOfCredit = telling | 1<<linkDays | 1<<linkPrincipal | 1<<linkSum | 1<<linkSumNear | 1<<linkSumRound | 1<<linkCourt
)

// fit weighs whether two clusters are one matter: it returns the mean of the average weight over
// all pairs of messages and the weight of the best pair, which counts three times with a link of
// surely. Best are the links of that pair.
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

// touch is fit for a message that claims nothing by itself: the weight of the best pair alone.
func (c *cluster) touch(d *cluster) (bits float64, best linkSet) {
	_, bits, best = c.compare(d)
	if best&telling == 0 {
		return 0, best
	}
	return bits, best
}

// compare returns the average weight over all pairs of messages, the weight of the best pair, and
// the links of that pair. A link that sets matters apart, in more pairs than have links for the
// contrary, counts once more.
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

// aspects are the links that set matters apart, each with the links that speak for the contrary.
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

// take merges d into c.
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

// live returns the cluster that c was finally merged into, c itself if it was not.
func (c *cluster) live() *cluster {
	for c.gone != nil {
		c = c.gone
	}
	return c
}

// claim joins the claims of the messages about whom they mean. If they contradict each other, it
// is the person meant most often.
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

// mostClaims is the most different claims, the first, that are joined.
const mostClaims = 24

// riders returns the personal numbers in a matter that sent a message which by all signs is a
// scam, if a firm's own messages are not: they ride on a real debt.
func (c *cluster) riders() (ports []string) {
	honest := slices.ContainsFunc(c.all, func(r *reading) bool { return r.side < 0 && !r.isPersonal() })
	for _, r := range c.all {
		if honest && r.side > 0 && r.isPersonal() && !slices.Contains(ports, r.port) {
			ports = append(ports, r.port)
		}
	}
	return ports
}

// without takes the messages of some numbers out of a matter and returns a matter for each number.
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

// begin makes the matter begin with its first message if the one with which it began is gone.
func (c *cluster) begin() {
	if !slices.ContainsFunc(c.all, func(r *reading) bool { _, ok := c.links[r]; return !ok }) {
		delete(c.links, c.all[0])
	}
}

// knowRoles takes persons who claim the debt for collectors, if the lender itself also writes.
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
