package parser

// findContacts lists links, numbers to call back and accounts.
func (s *reading) findContacts(n *Notice) {
	for k := range s.items {
		it := &s.items[k]
		found := func() Found { return s.found(int(it.start), int(it.end)) }
		switch it.kind {
		case itemLink:
			n.URLs = append(n.URLs, found())
		case itemPhone:
			if it.means != meansDebtorPhone {
				n.Phones = append(n.Phones, found())
			}
		case itemCard:
			n.Accounts = append(n.Accounts, Account{AccountBankCard, found()})
		case itemTail:
			if it.means&(meansID|meansDebtorPhone) == 0 {
				n.Accounts = append(n.Accounts, Account{AccountCardTail, found()})
			}
		case itemSerial:
			n.Accounts = append(n.Accounts, Account{accountType(it.means), found()})
		}
	}
}

// accountType returns what a serial or handle is; of several the first.
func accountType(m meaning) AccountType {
	switch {
	case m&meansWeChat != 0:
		return AccountWeChat
	case m&meansQQ != 0:
		return AccountQQ
	case m&meansAlipay != 0:
		return AccountAlipay
	case m&meansOrder != 0:
		return AccountOrder
	}
	return AccountContract
}
