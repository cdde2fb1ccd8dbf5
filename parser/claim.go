package parser

import "github.com/dunsms/dunsms/identity"

// Claim returns the person that the message is about, for identity.Compare. A field is
// zero if the message does not give it, or gives it in a form that package identity
// cannot read.
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
