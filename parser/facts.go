package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// facts are the results of the finders for one message.
type facts struct {
	lender *LenderName
	debtor
	sums []sum
	contacts
	mentions
	overdue late
	due     *Due
}

// findFacts runs the finders on l. Amounts are appended to sums, which may be memory on
// the caller's stack.
func findFacts(l *scan.Line, sums []sum) facts {
	d := findDebtor(l)
	return facts{
		lender:   findLender(l),
		debtor:   d,
		sums:     findSums(l, sums),
		contacts: findContacts(l, &d),
		mentions: findMentions(l),
		overdue:  findOverdue(l),
		due:      findDue(l),
	}
}

// findMentions returns the threats, asks and signals of a message.
func findMentions(l *scan.Line) mentions {
	var m mentions
	for k := range l.Tokens {
		if l.Tokens[k].Kind == scan.Cue && l.Tokens[k].Mentions != 0 {
			m.addCue(l, k)
		}
	}
	m.addShapes(l)
	for _, e := range l.Evasions {
		m.signals = appendMention(m.signals, Signal{SignalEvasion, Fold(e.Way), Found{l.Source[e.Start:e.End], Span{e.Start, e.End}}})
	}
	m.compact()
	return m
}

// notice returns the facts as a notice, without those that a notice of its kind cannot
// have.
func (f *facts) notice(l *scan.Line, opening lexicon.Opening) *Notice {
	text, learnable := f.learnable(l)
	r := learned.Read(l, &text, &learnable)
	defer r.Release()
	f.hear(l, r)
	n := &Notice{
		Tokens: tokens(l), Signatures: signatures(l), Lender: f.lender,
		Name: f.name, MaskedID: f.id, Phone: f.phone, ThirdParty: f.thirdParty,
		Due: f.due, Phones: f.phones, URLs: f.urls, Accounts: f.accounts,
		Threats: f.threats, Asks: f.asks, Signals: f.signals,
	}
	n.judge(l, r, opening)
	if n.Kind != KindOther {
		n.Creditor = findCreditor(l, n.Lender)
	}
	owed := -1
	switch n.Kind {
	case KindOverdue:
		owed = owedSum(l, r, f.sums, n.Kind)
		n.Overdue = f.overdueOf(l, r, owed)
	case KindReminder:
		owed = owedSum(l, r, f.sums, n.Kind)
	case KindOther:
		if n.ScamProbability < leastScam && n.KindProbability >= surely {
			n.Threats = nil // it speaks of what happens to others
		}
	case KindReceipt:
		settleReceipt(l, f.sums)
		n.Threats = nil // it speaks of credit records only to say that they were corrected
		n.Asks = withoutPaymentMethod(l, n.Asks)
	}
	n.setSums(f.sums, owed)
	return n
}

// surely is the KindProbability from which a message that is KindOther, and is no
// likely scam, is taken to threaten nobody.
const surely = 0.9

// setSums fills in the amounts. owed is the index in sums of the amount that is owed,
// -1 for none. Penalty is set only in a notice about a debt.
func (n *Notice) setSums(sums []sum, owed int) {
	if len(sums) == 0 {
		return
	}
	n.Amounts = make([]Money, 0, len(sums))
	for i := range sums {
		if sums[i].bare && i != owed {
			continue
		}
		n.Amounts = append(n.Amounts, sums[i].Money)
		if i == owed {
			n.Amount = new(sums[i].Money)
		}
	}
	if len(n.Amounts) == 0 {
		n.Amounts = nil
	}
	if n.Kind != KindOverdue && n.Kind != KindReminder {
		return
	}
	if i := slices.IndexFunc(n.Amounts, func(m Money) bool { return m.Role == RolePenalty }); i >= 0 {
		n.Penalty = new(n.Amounts[i])
	}
}

// withoutPaymentMethod removes the asks of a receipt that only tell how the payment was
// made. It overwrites asks.
func withoutPaymentMethod(l *scan.Line, asks []Ask) []Ask {
	return without(asks, func(a Ask) bool {
		switch a.Type {
		case AskTransfer, AskScanCode, AskDownloadApp: // what is downloaded is the proof of payment
			return true
		case AskOpenOfficialApp:
			start := learned.RunesOf(l, a.Span.Start, a.Span.End)[0]
			return l.At(scan.BesideApp, start).Has(scan.WayToPay) // 通过App还款成功
		}
		return false
	})
}
