package matter

import (
	"math"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// mostRead is the most messages of a matter that are read together: the last of each set of
// near-duplicates, then the latest.
const mostRead = 16

// weigh reads a matter's claims as one text and weighs them together with what only many messages
// show.
func (p *Phone) weigh(m *Matter, c *cluster, of *scene) {
	m.Facts, m.Contradict = factsOf(c.all)
	spoken := claimsOf(c.all)
	b := p.readTogether(spoken)
	m.Text, m.Pieces, m.Notice = b.text.String(), b.pieces, b.notice
	last := spoken[len(spoken)-1]
	sender := worstSender(spoken)
	found := of.evidence(c)
	evidence := slices.Clone(p.Evidence)
	for _, f := range found {
		evidence = append(evidence, f.piece(b))
		m.Shown = append(m.Shown, Shown{f.row.Code, f.messages()})
	}
	m.Assessment = classify.Assess(&b.notice, classify.Context{
		Recipient: p.Recipient, Claim: m.Claimed, Sender: sender, ReceivedAt: last.ReceivedAt, Facts: m.Facts,
		Lenders: p.lenders(), Evidence: evidence, Population: p.Population,
	})
	m.Comparison = identity.Compare(m.Claimed, p.Recipient)
}

func (p *Phone) lenders() []parser.Lender {
	if len(p.Lenders) > 0 || p.Parser == nil {
		return p.Lenders
	}
	n, err := p.Parser.Parse("")
	if err != nil {
		return nil
	}
	return n.Lenders()
}

// claimsOf returns the messages of a matter that claim something, or all if none does. If they are
// more than mostRead, it returns the last of near-duplicates first, then the latest.
func claimsOf(all []*reading) []*reading {
	claims := slices.DeleteFunc(slices.Clone(all), func(r *reading) bool { return !r.claims() })
	if len(claims) == 0 {
		claims = slices.Clone(all)
	}
	if len(claims) <= mostRead {
		return claims
	}
	seen := map[int]bool{}
	var picked []*reading
	for _, fresh := range []bool{true, false} {
		for i := len(claims) - 1; i >= 0 && len(picked) < mostRead; i-- {
			r := claims[i]
			if isNew := r.template == 0 || !seen[r.template]; isNew == fresh && !slices.Contains(picked, r) {
				seen[r.template] = true
				picked = append(picked, r)
			}
		}
	}
	slices.SortFunc(picked, func(a, b *reading) int { return compare(&a.Message, &b.Message) })
	return picked
}

// worstSender returns the sender of the message that, judged alone, speaks most for a scam. If a
// firm writes from several numbers, this is the one that nobody vouches for.
func worstSender(all []*reading) string {
	worst := all[0]
	for _, r := range all[1:] {
		if r.lead > worst.lead {
			worst = r
		}
	}
	return worst.Sender
}

// joint is several notices joined into one.
type joint struct {
	text   strings.Builder
	pieces []Piece
	starts map[*reading]int
	notice parser.Notice
}

// readTogether joins readings into one text with one notice.
func (p *Phone) readTogether(all []*reading) *joint {
	b := &joint{starts: map[*reading]int{}}
	var odds []float64
	signed := slices.ContainsFunc(all, (*reading).isLendersOwn)
	for _, r := range all {
		n, err := p.parse(r.Text)
		if err != nil {
			continue // cannot happen: it was read before
		}
		at := b.text.Len()
		if at > 0 {
			b.text.WriteByte('\n')
			at++
		}
		b.starts[r] = at
		b.text.WriteString(r.Text)
		if r.pieces == nil {
			b.pieces = append(b.pieces, Piece{Message: r.Number, Start: at, End: b.text.Len()})
		}
		for _, q := range r.pieces {
			b.pieces = append(b.pieces, Piece{q.Message, q.Start + at, q.End + at, q.From})
		}
		if r.arrears && n.Kind == parser.KindOther {
			n.Kind = parser.KindOverdue // an unpaid bill for water or a phone is claimed like a debt
		}
		if signed && r.role > lender && r.side <= 0 {
			n.Signatures = nil // if the lender itself writes, those who write for it are not the claimant
		}
		b.add(n, at)
		if n.KindProbability > 0 && (n.KindProbability < 1 || n.ScamProbability > 0) {
			s := min(max(n.ScamProbability, leastOdds), 1-leastOdds)
			odds = append(odds, math.Log(s/(1-s)))
		}
	}
	b.notice.ScamProbability = together(odds)
	return b
}

// together returns the probability that several messages are a scam, from the mean log odds of the
// likelier half: a swindler's greeting looks like anybody's.
func together(odds []float64) float64 {
	if len(odds) == 0 {
		return 0
	}
	slices.Sort(odds)
	half, sum := odds[len(odds)/2:], 0.0
	for _, o := range half {
		sum += o
	}
	return math.Round(1e4/(1+math.Exp(-sum/float64(len(half))))) / 1e4
}

// isLendersOwn reports whether the lender itself signs and the message is by no means surely a
// scam.
func (r *reading) isLendersOwn() bool { return r.role == lender && r.side <= 0 && !r.isPersonal() }

// leastOdds limits how sure one message can be of what all of them are.
const leastOdds = 0.001

// kinds are the kinds, those that say most about a debt first.
var kinds = []parser.Kind{parser.KindOverdue, parser.KindReminder, parser.KindReceipt, parser.KindOther, ""}

// add adds a notice whose text begins at a byte of the whole. Lists are appended. Of fields that a
// notice has once, the last one given counts, but of a name and an ID number the most complete.
func (b *joint) add(n *parser.Notice, at int) {
	m := moved(at)
	m.addLists(&b.notice, n)
	m.addNames(&b.notice, n)
	to := &b.notice
	if slices.Index(kinds, n.Kind) > slices.Index(kinds, to.Kind) {
		return
	}
	if n.Kind != to.Kind {
		to.KindProbability = 0
	}
	to.Kind, to.KindProbability = n.Kind, max(to.KindProbability, n.KindProbability)
	if n.Amount != nil {
		to.Amount, to.Penalty, to.Amounts = m.money(n.Amount), m.money(n.Penalty), nil
		for i := range n.Amounts {
			to.Amounts = append(to.Amounts, *m.money(&n.Amounts[i]))
		}
	}
	if n.Overdue != nil {
		o := *n.Overdue
		o.Found = m.found(o.Found)
		to.Overdue = &o
	}
	if n.Due != nil {
		d := *n.Due
		d.Found = m.found(d.Found)
		to.Due = &d
	}
}

// moved is by how many bytes spans move.
type moved int

func (m moved) found(f parser.Found) parser.Found {
	f.Span.Start, f.Span.End = f.Span.Start+int(m), f.Span.End+int(m)
	return f
}

func (m moved) money(of *parser.Money) *parser.Money {
	if of == nil {
		return nil
	}
	c := *of
	c.Found = m.found(c.Found)
	return &c
}

func (m moved) addLists(to, n *parser.Notice) {
	for _, f := range n.Signatures {
		to.Signatures = append(to.Signatures, m.found(f))
	}
	for _, f := range n.Phones {
		to.Phones = append(to.Phones, m.found(f))
	}
	for _, f := range n.URLs {
		to.URLs = append(to.URLs, m.found(f))
	}
	for _, a := range n.Accounts {
		to.Accounts = append(to.Accounts, parser.Account{Type: a.Type, Found: m.found(a.Found)})
	}
	for _, t := range n.Threats {
		to.Threats = append(to.Threats, parser.Threat{Type: t.Type, Found: m.found(t.Found)})
	}
	for _, a := range n.Asks {
		to.Asks = append(to.Asks, parser.Ask{Type: a.Type, Found: m.found(a.Found)})
	}
	for _, s := range n.Signals {
		to.Signals = append(to.Signals, parser.Signal{Type: s.Type, Fold: s.Fold, Found: m.found(s.Found)})
	}
	for _, t := range n.Tokens {
		to.Tokens = append(to.Tokens, parser.Token{Found: m.found(t.Found)})
	}
}

func (m moved) addNames(to, n *parser.Notice) {
	if l := n.Lender; l != nil && (to.Lender == nil || l.Canonical != "" || to.Lender.Canonical == "") {
		to.Lender = &parser.LenderName{Found: m.found(l.Found), Canonical: l.Canonical}
	}
	if l := n.Creditor; l != nil {
		to.Creditor = &parser.LenderName{Found: m.found(l.Found), Canonical: l.Canonical}
	}
	if n.Name != nil && (to.Name == nil || shownIn(n.Name.Text) > shownIn(to.Name.Text)) {
		to.Name = &parser.Name{Found: m.found(n.Name.Found), Sex: n.Name.Sex}
	}
	if n.MaskedID != nil && (to.MaskedID == nil || shownIn(n.MaskedID.Text) > shownIn(to.MaskedID.Text)) {
		to.MaskedID = new(m.found(*n.MaskedID))
	}
	if n.Phone != nil {
		to.Phone = new(m.found(*n.Phone))
	}
	to.ThirdParty = to.ThirdParty || n.ThirdParty
}

// shownIn counts the characters of a name or a number that are not hidden.
func shownIn(s string) (n int) {
	for _, c := range s {
		if !strings.ContainsRune("*＊xX×某●•·…", c) {
			n++
		}
	}
	return n
}
