package matter

import (
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Reading is a message that was read. It holds personal data; fmt and slog show none of it.
type Reading struct{ r *reading }

// reading is a message, or a text joined from several, with what bears on a matter in it.
type reading struct {
	Message
	facts  []classify.Facts // of the message and of its copies
	pieces []Piece          // if the text was joined from several messages: their parts

	kind    parser.Kind
	sure    bool // of the kind
	scamP   float64
	verdict classify.Verdict
	lead    float64 // of scam over the best other story, without facts; negative if it trails
	sender  classify.SenderStatus
	class   identity.PhoneClass // of the sender's number
	port    string              // the number, in one form
	fit     identity.Comparison // of the claim with the recipient

	claim     identity.Claim
	anybody   bool                // it does not show whom it means
	self      identity.Comparison // of the claim with itself
	third     bool
	named     bool     // the text contains the recipient's full name
	says      meanings // of which the text contains words
	creditor  name
	signed    name // the creditor according to this message alone
	shown     int  // how many of tails come from this message alone
	collector name
	role      role
	ownRole   role // according to this message alone
	products  uint64
	contracts []string // and files, orders
	cases     []string // before courts
	persons   uint64   // the persons of the phone's cast that the text names
	lenders   uint64   // the lenders of the cast that it names
	tails     []string // tails of contracts, and of cards that are not only means of payment
	handles   []string // what the reader can follow and is not a firm's own: numbers, contacts, cards
	total     int64    // in fen, 0 for none
	principal int64
	penalty   int64
	paid      int64
	paidAll   bool // says that the debt is settled
	days      int  // overdue, -1 for none
	start     day  // since when it is overdue, by the message's own figures
	due       day  // by when it is to be paid
	promise   promise
	doubtful  bool // a personal number writes about debts or as swindlers do
	arrears   bool // arrears that are no credit: water, rent, a phone
	side      int  // see sideOf
	chatty    bool // its sender writes mostly about other things than debts
	advert    bool // it offers an opt-out and claims nothing
	threats   []parser.ThreatType
	asks      []parser.AskType
	breaches  []conduct.Breach

	sketch sketch
	// Set by comparison with the other messages of the phone.
	template int      // the number of its near-duplicates
	rival    *cluster // another matter that it fits as well as its own
}

// sureKind is the probability from which a message is taken to be of its kind whatever else it says.
const sureKind = 0.9

// forget undoes what other messages changed in the reading.
func (r *reading) forget() {
	r.template, r.rival, r.persons, r.lenders = 0, nil, 0, 0
	r.role = r.ownRole
	r.creditor, r.tails, r.facts = r.signed, r.tails[:r.shown], r.facts[:1]
}

// day counts days in China since 1970-01-01; 0 means none.
type day int

func dayOf(t time.Time) day {
	if t.IsZero() {
		return 0
	}
	return day((t.Unix() + chinaOffset) / secondsADay)
}

const (
	secondsADay = 24 * 60 * 60
	chinaOffset = 8 * 60 * 60
)

func (d day) String() string { return time.Unix(int64(d)*secondsADay, 0).UTC().Format(time.DateOnly) }

// dateOn returns the day of a date in the format of a notice, 2024-03-01 or --03-01. Without a
// year it is the one nearest to when the message came.
func dateOn(date string, near day) day {
	if t, err := time.Parse(time.DateOnly, date); err == nil {
		return day(t.Unix() / secondsADay)
	}
	monthDay, ok := strings.CutPrefix(date, "--")
	if !ok || near == 0 {
		return 0
	}
	year := time.Unix(int64(near)*secondsADay, 0).UTC().Year()
	best := day(0)
	for y := year - 1; y <= year+1; y++ {
		t, err := time.Parse("2006-01-02", time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006-")+monthDay)
		if err != nil {
			continue
		}
		if d := day(t.Unix() / secondsADay); best == 0 || abs(d-near) < abs(best-near) {
			best = d
		}
	}
	return best
}

func abs[T int | int64 | day](x T) T { return max(x, -x) }

// Read reads a message of the phone, for [Phone.Add]. It may be called from many goroutines at
// once. The error is that of parser.Parse.
func (p *Phone) Read(m Message) (Reading, error) {
	r, err := p.read(m, nil)
	return Reading{r}, err
}

// read reads a message, or a text joined from several.
func (p *Phone) read(m Message, pieces []Piece) (*reading, error) {
	n, err := p.parse(m.Text)
	if err != nil {
		return nil, err
	}
	r := &reading{Message: m, pieces: pieces, facts: []classify.Facts{m.Facts}, days: -1}
	r.port = strings.TrimSpace(m.Sender)
	if phone, err := identity.ParsePhone(m.Sender); err == nil {
		r.class, r.port = phone.Class(), phone.Reveal()
	}
	r.kind, r.sure, r.scamP = n.Kind, n.KindProbability >= sureKind, n.ScamProbability
	r.says = meantIn(m.Text)
	if r.says.has(code) || n.Lender != nil {
		r.creditor = nameOf(n.Lender)
	}
	r.advert = isAdvert(n)
	r.signed = r.creditor
	if !isOpen(n) {
		return r, nil
	}
	r.claim, r.third = n.Claim().Called(p.Recipient), n.ThirdParty
	r.named = p.Recipient.Name != "" && strings.Contains(m.Text, p.Recipient.Name)
	a := classify.Assess(n, classify.Context{
		Recipient: p.Recipient, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Lenders: p.Lenders, Evidence: p.Evidence, Population: p.Population,
	})
	r.verdict, r.sender, r.fit = a.Verdict, a.Sender.Status, identity.Compare(r.claim, p.Recipient)
	r.lead = a.Scores.Scam - max(a.Scores.Genuine, a.Scores.Mistake, a.Scores.IdentityTheft)
	r.side = r.sideOf()
	if r.anybody = r.claim == (identity.Claim{}); !r.anybody {
		_, r.self = identity.Together(r.claim, r.claim)
	}
	r.breaches = p.rules().Breaches(n, m.ReceivedAt, r.fit.Outcome)
	r.arrears = n.Kind == parser.KindOther && !r.advert && len(n.Amounts) > 0 && !r.isPersonal() && r.says.has(arrears)
	r.takeNames(n)
	r.takeNumbers(n)
	r.signed, r.shown, r.ownRole = r.creditor, len(r.tails), r.role
	r.takeSums(n)
	r.takeDays(n)
	r.promise = promiseIn(n, m.Text, r.due)
	for _, t := range n.Threats {
		r.threats = append(r.threats, t.Type)
	}
	for _, a := range n.Asks {
		r.asks = append(r.asks, a.Type)
	}
	r.products = productsIn(m.Text)
	r.sketch = sketchOf(m.Text)
	return r, nil
}

// isAdvert reports whether the message is of kind other and offers an opt-out.
func isAdvert(n *parser.Notice) bool {
	return n.Kind == parser.KindOther && slices.ContainsFunc(n.Signals, func(s parser.Signal) bool { return s.Type == parser.SignalOptOut })
}

// isOpen reports whether a message may bear on a matter: it is about credit, may be a scam, or
// wants something of its reader.
func isOpen(n *parser.Notice) bool {
	return n.Kind != parser.KindOther || n.ScamProbability > 0 || n.KindProbability < 1
}

// claims reports whether the message claims a debt or is a scam, and so makes a matter.
func (r *reading) claims() bool {
	return r.kind == parser.KindOverdue || r.verdict == classify.Scam || r.verdict != "" && r.verdict != classify.NotANotice
}

// isCredit reports whether the message belongs to a matter: it claims a debt or may do so, or is a
// bill or a receipt.
func (r *reading) isCredit() bool {
	return r.claims() || r.arrears || r.doubtful || r.kind == parser.KindReminder || r.kind == parser.KindReceipt
}

// isBeside reports whether the message makes no matter but may belong to one: it is from a
// personal number, is a lender's code, or is about debts and no advert.
func (r *reading) isBeside() bool {
	if r.isCredit() {
		return false
	}
	return r.isPersonal() || r.says.has(code) && !r.creditor.isZero() || !r.advert && r.says.has(about)
}

// isPersonal reports whether the sender's number is of a kind that a person or a small firm has,
// so that it identifies the sender: not a port that many firms share.
func (r *reading) isPersonal() bool {
	switch r.class {
	case identity.PhoneMobile, identity.PhoneLandline, identity.PhoneOverseas:
		return true
	}
	return false
}

// takeSums sets the sums by which debts are told apart.
func (r *reading) takeSums(n *parser.Notice) {
	if m := n.Amount; m != nil && m.Precision == parser.PrecisionExact {
		switch m.Role {
		case parser.RoleMinimum, parser.RoleOffer, parser.RoleDiscount:
		default:
			r.total = m.Fen
		}
	}
	if n.Penalty != nil && n.Penalty.Precision != parser.PrecisionMasked {
		r.penalty = n.Penalty.Fen
	}
	for _, m := range n.Amounts {
		if m.Precision == parser.PrecisionMasked {
			continue
		}
		switch m.Role {
		case parser.RolePrincipal, parser.RoleDisbursed:
			if r.principal == 0 {
				r.principal = m.Fen
			}
		case parser.RoleRepaid:
			if r.paid == 0 {
				r.paid = m.Fen
			}
		}
	}
	if r.arrears && r.total == 0 && len(n.Amounts) == 1 && n.Amounts[0].Precision != parser.PrecisionMasked {
		r.total = n.Amounts[0].Fen
	}
	r.paidAll = n.Kind == parser.KindReceipt && r.says.has(settled)
}

// takeDays sets since when the debt is overdue and by when it is to be paid.
func (r *reading) takeDays(n *parser.Notice) {
	at := dayOf(r.ReceivedAt)
	if o := n.Overdue; o != nil {
		switch {
		case o.Days != nil && o.Precision == parser.PrecisionExact:
			r.days = *o.Days
			if at > 0 {
				r.start = at - day(*o.Days)
			}
		case o.Since != "":
			r.start = dateOn(o.Since, at)
		}
	}
	if d := n.Due; d != nil {
		switch {
		case d.Date != "":
			r.due = dateOn(d.Date, at)
		case d.InDays != nil && at > 0:
			r.due = at + day(*d.InDays)
		case d.InHours != nil && at > 0:
			r.due = dayOf(r.ReceivedAt.Add(time.Duration(*d.InHours) * time.Hour))
		}
	}
}
