package classify

import "github.com/dunsms/dunsms/parser"

// noHandle: the message offers at most the lender's own app and line. 请致电 and 点击 without a number
// or a link are no handle, unless the sender's own number is one.
func noHandle(r *reading) []parser.Span {
	return firedIf(r.overdue() && !r.handles.areForeign() && r.scamp < leastWording && len(r.signals(parser.SignalExtortion, parser.SignalUpfrontFee)) == 0 &&
		len(installFile(r)) == 0)
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
