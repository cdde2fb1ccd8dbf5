package classify

import (
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// asksCode also counts requests for card numbers, passwords and a shared screen, which give away
// as much. It leaves out adverts for loans that ask for an ID: 提供身份证可贷款.
func asksCode(r *reading) (at []parser.Span) {
	if !slices.ContainsFunc(r.n.Asks, func(a parser.Ask) bool { return givesAway(a.Type) }) {
		return nil
	}
	court, code, firm := r.isCourt(), r.showsCode(), r.leadsToFirm()
	for _, a := range r.n.Asks {
		switch {
		case !givesAway(a.Type), r.deniedBefore(a.Span):
		case a.Type == parser.AskShareScreen && court: // courts hear people by video
		case a.Type == parser.AskGiveCode && (code || r.givesCode(a.Span)):
		case a.Type == parser.AskGiveDetails && (r.wantsTail(a.Span) || r.isBrought(a.Span)):
		case a.Type == parser.AskGiveDetails && (firm || !r.overdue() && strings.Contains(a.Text, "身份证")):
		default:
			at = append(at, a.Span)
		}
	}
	return at
}

// wantsTail reports whether only the last digits of a number are asked for, which open nothing:
// the sender has them and wants them noted with a payment.
func (r *reading) wantsTail(at parser.Span) bool {
	return containsAny(r.between(at.Start, at.End+4*hanBytes), phrases()["tail"])
}

// isBrought reports whether what is asked for is to be brought along: 持身份证银行卡.
func (r *reading) isBrought(at parser.Span) bool {
	return containsAny(clauseEnd(r.between(at.Start-6*hanBytes, at.Start)), phrases()["brings"])
}

// givesAway reports whether an ask is for something that opens accounts.
func givesAway(t parser.AskType) bool {
	return t == parser.AskGiveCode || t == parser.AskGiveDetails || t == parser.AskShareScreen
}

// deniedBefore reports whether an ask is negated just before it, in the same clause: 不需要共享屏幕.
func (r *reading) deniedBefore(at parser.Span) bool {
	before := clauseEnd(r.between(at.Start-6*hanBytes, at.Start))
	return slices.ContainsFunc(phrases()["denies"], func(w string) bool { return strings.HasSuffix(before, w) })
}

// wants reports whether something of these types is asked for, and not denied.
func (r *reading) wants(types ...parser.AskType) bool {
	return slices.ContainsFunc(r.n.Asks, func(a parser.Ask) bool {
		return slices.Contains(types, a.Type) && !r.deniedBefore(a.Span)
	})
}

// leadsToFirm reports whether there are numbers or links, all of them those of firms and public
// bodies themselves, and no account.
func (r *reading) leadsToFirm() bool {
	return r.handles.own && !r.handles.lines && len(r.n.Accounts) == 0
}

// showsCode reports whether the message gives a code itself: 验证码为059601.
func (r *reading) showsCode() bool {
	for _, at := range r.speaks(useCode) {
		if r.givesCode(at) {
			return true
		}
	}
	return false
}

// givesCode reports whether what follows an ask for a code is the code itself: 输入验证码 883120.
func (r *reading) givesCode(at parser.Span) bool {
	first := sort.Search(len(r.n.Tokens), func(i int) bool { return r.n.Tokens[i].Span.Start >= at.End })
	for _, t := range r.n.Tokens[first:] {
		if strings.TrimSpace(t.Text) == "" {
			continue
		}
		switch t.Text {
		case ":", "：", "为", "是":
			continue
		}
		return len(t.Text) >= 4 && strings.Trim(t.Text, "0123456789") == ""
	}
	return false
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

// repairEnd is when the one-off credit repair ended: at the end of 2026-03-31, China time.
var repairEnd = time.Date(2026, time.March, 31, 16, 0, 0, 0, time.UTC)

func creditRepairEnded(r *reading) []parser.Span {
	if r.received.Before(repairEnd) || !r.handles.areForeign() {
		return nil // a warning against it offers no handle
	}
	return r.signals(parser.SignalCreditRepair)
}

// nearPayee is how far after 转账至 an account may stand to be the payee, in bytes: 20 characters.
const nearPayee = 60

// privatePayee: a firm's debt is to be paid into a person's account.
func privatePayee(r *reading) []parser.Span {
	if !r.speaksForCreditor() {
		return nil
	}
	return r.privateAccounts()
}

// personsPayee: a debt to a person or a shop is to be paid into their account, as is usual.
func personsPayee(r *reading) []parser.Span {
	if r.speaksForCreditor() {
		return nil
	}
	return r.privateAccounts()
}

// speaksForFirm reports whether the message says that it is from a firm.
func (r *reading) speaksForFirm() bool {
	return r.n.Lender != nil || len(r.n.Signatures) > 0 || r.says(useFirmsDebt)
}

// speaksForCreditor reports whether the message says that it is from a firm that lends or
// collects. A shop is none: it is usual to pay for goods with its owner's QR code.
func (r *reading) speaksForCreditor() bool {
	if r.says(useFirmsDebt) {
		return true
	}
	if l := r.n.Lender; l != nil && (l.Canonical != "" || containsAny(l.Text, phrases()["credit"])) {
		return true
	}
	return slices.ContainsFunc(r.n.Signatures, func(f parser.Found) bool { return containsAny(f.Text, phrases()["credit"]) })
}

// knownFirm reports whether a firm is named and signs, or a known one is named anywhere but beside
// an account: the bank in 农行卡6228… is no sender.
func (r *reading) knownFirm() bool {
	l := r.n.Lender
	switch {
	case l == nil:
		return false
	case len(r.n.Signatures) > 0:
		return true
	case l.Canonical == "" || strings.Contains(r.around(l.Span, hanBytes), "我"): // 用我花呗
		return false
	}
	for _, a := range r.n.Accounts {
		if a.Span.Start >= l.Span.Start-nearPayee && a.Span.Start <= l.Span.End+nearPayee/2 {
			return false
		}
	}
	return true
}

// privateAccounts: 转账至支付宝…, 打到微信…, 对私账户. A full card number is a person's: firms have accounts
// without a card. The reader's own account is not counted.
func (r *reading) privateAccounts() (at []parser.Span) {
	for _, ask := range r.n.Asks {
		if ask.Type != parser.AskTransfer && ask.Type != parser.AskScanCode || r.paysOwn(ask.Span) || r.deniedBefore(ask.Span) {
			continue
		}
		if isPrivate(r.around(ask.Span, 0)) {
			at = append(at, ask.Span)
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
	for i, p := range r.phones {
		if p.Class() == identity.PhoneMobile && r.isPayee(r.n.Phones[i].Span) {
			at = append(at, r.n.Phones[i].Span)
		}
	}
	return at
}

// isPrivate reports whether the words of a request to pay mean a person: 转我, not 转我行.
func isPrivate(text string) bool {
	return slices.ContainsFunc(phrases()["private"], func(w string) bool {
		_, rest, ok := strings.Cut(text, w)
		return ok && !(strings.HasSuffix(w, "我") && isOurs(rest))
	})
}

// isPayee reports whether the number at a span is where to pay: 付款到137….
func (r *reading) isPayee(at parser.Span) bool {
	before := r.around(parser.Span{Start: at.Start, End: at.Start}, 4*hanBytes)
	return containsAny(before, phrases()["pays_to"])
}

// safeAccount: 把资金转入安全账户, with something to do.
func safeAccount(r *reading) []parser.Span {
	if !r.says(useSafeAccount) || !r.handles.areForeign() {
		return nil
	}
	if !r.wants(parser.AskTransfer, parser.AskCallNumber, parser.AskAddContact) {
		return nil
	}
	return r.speaks(useSafeAccount)
}

// keepsSecret: 转这个码, 别告诉我爸: money or a contact is wanted, and the reader is to tell or ask nobody.
func keepsSecret(r *reading) (spans []parser.Span) {
	if !r.says(useSecret) || r.warns() {
		return nil
	}
	if !r.wants(parser.AskTransfer, parser.AskScanCode, parser.AskAddContact) {
		return nil
	}
	for _, at := range r.speaks(useSecret) {
		if !r.deniedBefore(at) { // 谢绝私下转账
			spans = append(spans, at)
		}
	}
	return spans
}
