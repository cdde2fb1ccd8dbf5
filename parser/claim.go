package parser

import "github.com/dunsms/dunsms/identity"

// Claim returns the person whom the message speaks of, for identity.Compare:
// what the message does not show, or shows in a form that identity does not
// read, is zero.
func (n *Notice) Claim() identity.Claim {
	var c identity.Claim
	if n == nil {
		return c
	}
	if n.Name != nil {
		c.Name, _ = identity.ParseName(n.Name.Text)
		c.Sex = n.Name.Sex
	}
	if n.MaskedID != nil {
		c.ID, _ = identity.ParseMaskedID(n.MaskedID.Text)
	}
	if n.Phone != nil {
		c.Phone, _ = identity.ParsePhone(n.Phone.Text)
	}
	return c
}
