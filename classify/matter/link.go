package matter

import (
	_ "embed"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
)

//go:embed links.tsv
var linksTable string

// link is a row of links.tsv: the index of its bit in a linkSet.
type link uint8

// The links, in the order of links.tsv.
const (
	linkCardTail link = iota
	linkCardTailDiffers
	linkCase
	linkChannelDiffers
	linkCollector
	linkContract
	linkContractDiffers
	linkCourt
	linkDays
	linkDaysDiffer
	linkFactsDiffer
	linkHandle
	linkLender
	linkLenderDiffers
	linkLenderNamed
	linkNamed
	linkPerson
	linkPersonDiffers
	linkPersonPerhaps
	linkPrincipal
	linkPrincipalDiffers
	linkProduct
	linkProductDiffers
	linkRecipient
	linkSender
	linkSenderPerson
	linkSideDiffers
	linkSum
	linkSumDiffers
	linkSumFits
	linkSumNear
	linkSumRound
	linkSurety
	linkSuretyOnce
	linkTemplate
	linkTime
	linkTimePersons
	linksInAll
)

// linkRow is a row of links.tsv.
type linkRow struct {
	code string
	bits float64
}

var links = lazy.New(func() *[linksInAll]linkRow {
	rows, n := new([linksInAll]linkRow), 0
	for line, row := range tsv.Rows("links.tsv", linksTable, 3) {
		bits, err := strconv.ParseFloat(row[1], 64)
		if err != nil || n == len(rows) {
			tsv.Broken("links.tsv", line, "bits are a number, and the constants name each row")
		}
		rows[n] = linkRow{row[0], bits}
		n++
	}
	return rows
})

// linkSet is a set of links.
type linkSet uint64

func (s *linkSet) add(l link) { *s |= 1 << l }

// weight returns the sum of the links' bits.
func (s linkSet) weight() (sum float64) {
	rows := links.Get()
	for ; s != 0; s &= s - 1 {
		sum += rows[bits.TrailingZeros64(uint64(s))].bits
	}
	return sum
}

// codes returns the codes of the links that speak for one matter.
func (s linkSet) codes() (codes []string) {
	for l, row := range links.Get() {
		if s&(1<<l) != 0 && row.bits > 0 {
			codes = append(codes, row.code)
		}
	}
	return codes
}

const (
	surelyOne  = 10 // bits from which two claims surely mean one person: more than a surname gives
	sameStart  = 3  // days
	otherStart = 5  // days
	nextBill   = 28 // days
	nearTime   = 2  // days
	nearSum    = 1.02
	roundSum   = 100_00 // fen: many sums are a multiple of this
	mostGrowth = 1.6
	manyTimes  = 3
)

// linksOf returns what two messages have in common and what contradicts.
func linksOf(a, b *reading) (s linkSet) {
	s.addLenders(a, b)
	s.addPersons(a, b)
	s.addNumbers(a, b)
	s.addSums(a, b)
	s.addDays(a, b)
	s.addSenders(a, b)
	if a.template > 0 && a.template == b.template {
		s.add(linkTemplate)
	}
	switch {
	case a.says.has(surety) && b.says.has(surety):
		s.add(linkSurety)
	case a.says.has(surety) != b.says.has(surety):
		s.add(linkSuretyOnce)
	}
	if contradict(&a.Facts, &b.Facts) {
		s.add(linkFactsDiffer)
	}
	if a.side*b.side < 0 {
		s.add(linkSideDiffers)
	}
	return s
}

func (s *linkSet) addLenders(a, b *reading) {
	if !a.collector.isZero() && !b.collector.isZero() && a.collector.same(b.collector) {
		s.add(linkCollector)
	}
	switch {
	case !a.creditor.isZero() && !b.creditor.isZero() && a.creditor.same(b.creditor):
		s.add(linkLender)
	case a.lenders&b.lenders != 0:
		s.add(linkLenderNamed)
	case !a.creditor.isZero() && !b.creditor.isZero() && a.role != assignee && b.role != assignee:
		s.add(linkLenderDiffers)
	}
}

func (s *linkSet) addPersons(a, b *reading) {
	both := a.withClaim(b)
	switch {
	case both.Outcome == identity.Agree && a.isOwn() && b.isOwn():
		s.add(linkRecipient)
	case both.Outcome == identity.Agree && both.Bits >= surelyOne:
		s.add(linkPerson)
	case both.Outcome == identity.Agree:
		s.add(linkPersonPerhaps)
	case a.persons&b.persons != 0:
		s.add(linkNamed)
	case both.Outcome == identity.Disagree:
		s.add(linkPersonDiffers)
	}
}

// withClaim compares whom two messages mean.
func (r *reading) withClaim(q *reading) identity.Comparison {
	switch {
	case r.anybody || q.anybody:
		return identity.Comparison{}
	case r.claim == q.claim:
		return r.self
	}
	_, both := identity.Together(r.claim, q.claim)
	return both
}

// isOwn reports whether the message means the recipient, alone or with somebody else.
func (r *reading) isOwn() bool { return r.named || r.fit.Outcome == identity.Agree }

// isOthers reports whether the message means somebody else and does not name the recipient.
func (r *reading) isOthers() bool { return !r.named && r.fit.Outcome == identity.Disagree }

func (s *linkSet) addNumbers(a, b *reading) {
	switch {
	case alike(a.contracts, b.contracts):
		s.add(linkContract)
	case len(a.contracts) > 0 && len(b.contracts) > 0:
		s.add(linkContractDiffers)
	}
	switch {
	case alike(a.tails, b.tails), alike(a.contracts, b.tails), alike(a.tails, b.contracts):
		s.add(linkCardTail)
	case len(a.tails) > 0 && len(b.tails) > 0:
		s.add(linkCardTailDiffers)
	}
	if share(a.cases, b.cases) {
		s.add(linkCase)
	}
	if a.shareHandle(b) {
		s.add(linkHandle)
	}
	switch {
	case a.products&b.products != 0:
		s.add(linkProduct)
	case a.products != 0 && b.products != 0:
		s.add(linkProductDiffers)
	}
}

// shareHandle reports whether both messages offer or come from the same number, link or account.
// That both come from one number is left to addSenders.
func (r *reading) shareHandle(q *reading) bool {
	return slices.ContainsFunc(r.handles, func(h string) bool {
		return slices.Contains(q.handles, h) && !(r.port == q.port && h == r.port)
	})
}

// leastTail is how many digits at the end two numbers must share to be taken as one.
const leastTail = 4

// alike reports whether both contain the same number, whole or as a tail.
func alike(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || len(x) >= leastTail && len(y) >= leastTail && (strings.HasSuffix(x, y) || strings.HasSuffix(y, x)) {
				return true
			}
		}
	}
	return false
}

func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// owed returns the sum by which a message's debt is told apart, 0 if there is none.
func (r *reading) owed() int64 {
	if r.total > 0 {
		return r.total
	}
	return r.paid
}

func (s *linkSet) addSums(a, b *reading) {
	if x, y := a.owed(), b.owed(); x > 0 && y > 0 {
		switch ratio := float64(max(x, y)) / float64(min(x, y)); {
		case x == y && x%roundSum != 0:
			s.add(linkSum)
		case x == y:
			s.add(linkSumRound)
		case ratio <= nearSum:
			s.add(linkSumNear)
		case ratio <= mostGrowth:
			s.add(linkSumFits)
		case ratio >= manyTimes:
			s.add(linkSumDiffers)
		}
	}
	switch {
	case a.principal == 0 || b.principal == 0:
	case a.principal == b.principal:
		s.add(linkPrincipal)
	default:
		s.add(linkPrincipalDiffers)
	}
}

func (s *linkSet) addDays(a, b *reading) {
	if a.start == 0 || b.start == 0 {
		return
	}
	switch apart := abs(a.start - b.start); {
	case apart <= sameStart:
		s.add(linkDays)
	case apart > otherStart && apart < nextBill:
		s.add(linkDaysDiffer)
	}
}

func (s *linkSet) addSenders(a, b *reading) {
	persons := a.isPersonal() && b.isPersonal()
	switch {
	case a.port == "" || a.port != b.port:
	case !persons:
		s.add(linkSender)
	case !a.chatty:
		s.add(linkSenderPerson)
	}
	if at, other := dayOf(a.ReceivedAt), dayOf(b.ReceivedAt); at > 0 && other > 0 && abs(at-other) <= nearTime {
		if persons {
			s.add(linkTimePersons)
		} else {
			s.add(linkTime)
		}
	}
	if a.isPersonal() != b.isPersonal() {
		s.add(linkChannelDiffers)
	}
	if a.role == court && b.role == court {
		s.add(linkCourt)
	}
}

// contradict reports whether the facts of two messages contradict each other.
func contradict(a, b *classify.Facts) bool {
	_, contradicted := classify.JoinFacts([]classify.Facts{*a, *b})
	return len(contradicted) > 0
}

// sideOf returns 1 for a message that by all signs is a scam, -1 for one that by all signs is not,
// and 0 if that is open.
func (r *reading) sideOf() int {
	switch {
	case r.Facts.SenderConfirmed == classify.No:
		return 1
	case r.Facts.SenderConfirmed == classify.Yes:
		return -1
	case r.verdict == classify.Scam && r.scamP >= plainScam:
		return 1
	case r.verdict != "" && r.lead < 0 && r.scamP < unlikely && (!r.isPersonal() || r.sender == classify.SenderConfirmed):
		return -1
	}
	return 0
}

// unlikely is the probability of a scam, by its words, below which a message is taken for none, and
// plainScam that from which it may not be of one matter with what is none.
const (
	unlikely  = 0.2
	plainScam = 0.97
)
