package parser

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser/internal/scan"
)

// facts are what the finders found in a message.
type facts struct {
	lender *LenderName
	debtor
	sums []sum
	contacts
	mentions
	overdue *Overdue
	due     *Due
}

// findFacts has each finder look at the line. The amounts are listed in memory of the
// caller's.
func findFacts(l *scan.Line, sums []sum) facts {
	return facts{
		lender:   findLender(l),
		debtor:   findDebtor(l),
		sums:     findSums(l, sums),
		contacts: findContacts(l),
		mentions: findMentions(l),
		overdue:  findOverdue(l),
		due:      findDue(l),
	}
}

// findMentions lists the threats, asks and signals.
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

// notice makes a notice of a kind of the facts: what such a notice cannot say is left
// out.
func (f *facts) notice(l *scan.Line, kind Kind) *Notice {
	n := &Notice{
		Kind: kind, Tokens: tokens(l), Signatures: signatures(l), Lender: f.lender,
		Name: f.name, MaskedID: f.id, Phone: f.phone, ThirdParty: f.thirdParty,
		Due: f.due, Phones: f.phones, URLs: f.urls, Accounts: f.accounts,
		Threats: f.threats, Asks: f.asks, Signals: f.signals,
	}
	owed := -1
	switch kind {
	case KindOverdue:
		n.Overdue = f.overdue
		owed = owedSum(l, f.sums)
	case KindReminder:
		owed = owedSum(l, f.sums)
	case KindReceipt:
		settleReceipt(l, f.sums)
		n.Threats = nil // what it says of credit records is how they were mended
		n.Asks = withoutPaymentMethod(n.Asks)
	}
	n.setSums(f.sums, owed)
	return n
}

// setSums lists the amounts. The one that is owed is -1 where none is; the first penalty
// stands out in a notice of a debt only.
func (n *Notice) setSums(sums []sum, owed int) {
	if len(sums) == 0 {
		return
	}
	n.Amounts = make([]Money, len(sums))
	for i := range sums {
		n.Amounts[i] = sums[i].Money
	}
	if owed >= 0 {
		n.Amount = new(n.Amounts[owed])
	}
	if n.Kind != KindOverdue && n.Kind != KindReminder {
		return
	}
	if i := slices.IndexFunc(n.Amounts, func(m Money) bool { return m.Role == RolePenalty }); i >= 0 {
		n.Penalty = new(n.Amounts[i])
	}
}

// withoutPaymentMethod takes out of a receipt's asks what says how the payment was made.
func withoutPaymentMethod(asks []Ask) []Ask {
	asks = slices.DeleteFunc(asks, func(a Ask) bool {
		return a.Type == AskTransfer || a.Type == AskOpenOfficialApp && strings.HasPrefix(a.Text, "通过")
	})
	if len(asks) == 0 {
		return nil
	}
	return asks
}
