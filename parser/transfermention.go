package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// isTransfer reports whether the cue at k asks for money to be sent to somebody else.
func isTransfer(l *scan.Line, k int) bool {
	return !beginsOtherWord(l, k) && !isOwnAccount(l, k) && !passesCaseOn(l, k) && !isDoneTransfer(l, k) &&
		(!l.Tokens[k].Has(lexicon.AccountHolder) || namesPayee(l, k))
}

// beginsOtherWord reports whether the phrase at k begins with a part of a cue that says
// nothing: 转发…卡 is not 转…卡.
func beginsOtherWord(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	b := l.Next(k)
	return t.Phrase && b < len(l.Tokens) && l.Tokens[b].Start == t.Start && l.Tokens[b].Kind == scan.Cue && !l.Tokens[b].HasMeaning()
}

// isDoneTransfer reports whether the transfer at k was already made, or is only
// mentioned: 已转给, 转账失败.
func isDoneTransfer(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	return (l.Before(scan.BesideTransfer, int(t.Start)) | l.At(scan.BesideTransfer, int(t.Start)) | l.After(scan.BesideTransfer, int(t.End))).Has(scan.Done)
}

// namesPayee reports whether the label of an account's holder at k names who is to be
// paid: the account's number, or another word for paying, is near it.
func namesPayee(l *scan.Line, k int) bool {
	start, end := int(l.Tokens[k].Start), int(l.Tokens[k].End)
	if (l.Before(scan.BesideTransfer, start) | l.After(scan.BesideTransfer, end)).Has(scan.Account) {
		return true
	}
	for b := max(k-lookBack, 0); b < len(l.Tokens) && b <= k+lookBack; b++ {
		t := &l.Tokens[b]
		if t.Kind == scan.Card && isPayee(l, t) || t.HasMention(lexicon.AskTransfer) && !t.Has(lexicon.AccountHolder) {
			return true
		}
	}
	return false
}

// isOwnAccount reports whether the transfer at k is to the reader's own account:
// 存到您的还款卡, 充值到绑定银行卡.
func isOwnAccount(l *scan.Line, k int) bool {
	from := int(l.Tokens[k].End)
	if l.Tokens[k].Phrase {
		from = int(l.Tokens[k].Start) + 1 // the account is within the phrase
	}
	return (l.Before(scan.BesideTransfer, int(l.Tokens[k].Start)) | l.After(scan.BesideTransfer, from)).Has(scan.Own)
}

// passesCaseOn reports whether the cue of a transfer at k is about a case rather than
// money: 案件转至法院.
func passesCaseOn(l *scan.Line, k int) bool {
	start, end := int(l.Tokens[k].Start), int(l.Tokens[k].End)
	at := l.At(scan.BesideTransfer, start)
	return at.Has(scan.Case) || at.Has(scan.PassesOn) &&
		(l.Before(scan.BesideTransfer, start)|l.After(scan.BesideTransfer, end)).Has(scan.Case)
}

// isPayee reports whether money is to be paid to the card t: its number is whole, and
// no word says that it is the debtor's own.
func isPayee(l *scan.Line, t *scan.Token) bool {
	return !slices.ContainsFunc(l.Runes[t.Start:t.End], runes.IsMask) && !l.Before(scan.BesideCard, int(t.Start)).Has(scan.Own)
}
