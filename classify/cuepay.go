package classify

import (
	"strings"
	"time"

	"github.com/dunsms/dunsms/parser"
)

// asksCode also counts asks for card numbers, passwords and a shared screen, which give as
// much away. It leaves out adverts for loans that ask for an ID: 提供身份证可贷款.
func asksCode(r *reading) (at []parser.Span) {
	for _, a := range r.n.Asks {
		switch a.Type {
		case parser.AskGiveCode, parser.AskGiveDetails, parser.AskShareScreen:
			if r.overdue() || !strings.Contains(a.Text, "身份证") {
				at = append(at, a.Span)
			}
		}
	}
	return at
}

// feeFirst: 先付服务费, for 停息挂账, 债务重组 or 征信修复.
func feeFirst(r *reading) []parser.Span {
	fee := r.signals(parser.SignalUpfrontFee)
	service := r.signals(parser.SignalDebtSettlement, parser.SignalCreditRepair)
	if len(fee) == 0 || len(service) == 0 {
		return nil
	}
	return append(fee, service...)
}

// repairEnd is when the one-off credit repair ended: with 2026-03-31, China time.
var repairEnd = time.Date(2026, time.March, 31, 16, 0, 0, 0, time.UTC)

func creditRepairEnded(r *reading) []parser.Span {
	if r.received.Before(repairEnd) || !r.hasHandle() {
		return nil // a warning against it offers nothing
	}
	return r.signals(parser.SignalCreditRepair)
}

// nearPayee is how far behind 转账至 an account may stand to be the payee, in bytes:
// 20 characters.
const nearPayee = 60

// privateWords are words of a request to transfer that mean a person's account.
var privateWords = [...]string{"对私", "私人", "个人", "经办人", "专员", "收款码"}

// privatePayee: 转账至支付宝…, 打到微信…, 对私账户. A full card number is a person's: firms
// have accounts without a card.
func privatePayee(r *reading) (at []parser.Span) {
	for _, ask := range r.n.Asks {
		if ask.Type != parser.AskTransfer && ask.Type != parser.AskScanCode {
			continue
		}
		for _, w := range privateWords {
			if strings.Contains(ask.Text, w) {
				at = append(at, ask.Span)
				break
			}
		}
		for _, a := range r.n.Accounts {
			switch a.Type {
			case parser.AccountAlipay, parser.AccountBankCard:
				at = append(at, a.Span)
			case parser.AccountWeChat:
				if a.Span.Start >= ask.Span.Start && a.Span.Start-ask.Span.End <= nearPayee {
					at = append(at, a.Span)
				}
			}
		}
		if len(at) > 0 {
			return at
		}
	}
	return nil
}

// impossibleSum: the least to pay is more than all.
func impossibleSum(r *reading) []parser.Span {
	var least, total *parser.Money
	for i := range r.n.Amounts {
		m := &r.n.Amounts[i]
		if m.Precision != parser.PrecisionExact {
			continue
		}
		switch m.Role {
		case parser.RoleMinimum:
			least = m
		case parser.RoleTotal:
			if total == nil || m.Fen > total.Fen {
				total = m
			}
		}
	}
	if least == nil || total == nil || least.Fen <= total.Fen {
		return nil
	}
	return []parser.Span{least.Span, total.Span}
}
