package classify

import "github.com/dunsms/dunsms/parser"

// noHandle: nothing but, at most, the lender's own app; 请致电 and 点击 without a
// number or a link are none.
func noHandle(r *reading) []parser.Span {
	if !r.overdue() || len(r.n.URLs) > 0 || len(r.n.Phones) > 0 || len(r.signals(parser.SignalExtortion, parser.SignalUpfrontFee)) > 0 {
		return nil
	}
	for _, a := range r.n.Asks {
		switch a.Type {
		case parser.AskTransfer, parser.AskAddContact, parser.AskGiveCode:
			return nil
		}
	}
	for _, a := range r.n.Accounts {
		switch a.Type {
		case parser.AccountCardTail, parser.AccountContract, parser.AccountOrder:
		default:
			return nil
		}
	}
	return fired
}

func showsID(r *reading) []parser.Span {
	if r.n.MaskedID == nil || !r.overdue() {
		return nil
	}
	return []parser.Span{r.n.MaskedID.Span}
}

func showsAmountAndDays(r *reading) []parser.Span {
	if r.n.Amount == nil || r.n.Overdue == nil {
		return nil
	}
	return []parser.Span{r.n.Amount.Span, r.n.Overdue.Span}
}

func showsNeither(r *reading) []parser.Span {
	return firedIf(r.overdue() && r.n.Amount == nil && r.n.Overdue == nil)
}

func ignoreIfPaid(r *reading) []parser.Span {
	return r.signals(parser.SignalIfPaidIgnore, parser.SignalNotYouIgnore)
}
