package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// contacts are the links, callback numbers and accounts of a message, each list in
// order.
type contacts struct {
	urls, phones []Found
	accounts     []Account
}

// findContacts returns the contacts of a message, without phone numbers of the debtor's
// own and those that the reader is warned of.
func findContacts(l *scan.Line, d *debtor) contacts {
	var c contacts
	for k := range l.Tokens {
		t := &l.Tokens[k]
		switch t.Kind {
		case scan.Link:
			c.urls = append(c.urls, foundToken(l, k))
		case scan.Phone:
			if p := foundToken(l, k); !isDebtorPhone(l, k) && !(d.phone != nil && d.phone.Span == p.Span) &&
				!l.Before(scan.BesidePhone, int(t.Start)).Has(scan.NotToCall) {
				c.phones = append(c.phones, p)
			}
		case scan.Card:
			c.accounts = append(c.accounts, Account{AccountBankCard, foundToken(l, k)})
		case scan.Tail:
			if tailOf(l, k)&(lexicon.ID|lexicon.DebtorPhone) == 0 {
				c.accounts = append(c.accounts, Account{AccountCardTail, foundToken(l, k)})
			}
		case scan.Serial:
			c.accounts = append(c.accounts, Account{accountType(t.Senses), foundToken(l, k)})
		}
	}
	return c
}

// accountType returns the type of a serial number or handle from the senses of its cue.
// If several apply, the first of this list wins.
func accountType(s lexicon.Sense) AccountType {
	switch {
	case s&lexicon.AccountWeChat != 0:
		return AccountWeChat
	case s&lexicon.AccountQQ != 0:
		return AccountQQ
	case s&lexicon.AccountAlipay != 0:
		return AccountAlipay
	case s&lexicon.AccountOrder != 0:
		return AccountOrder
	}
	return AccountContract
}
