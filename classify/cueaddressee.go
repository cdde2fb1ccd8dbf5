package classify

import (
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// knowsNamed: the recipient knows the person named, and is somebody else.
func knowsNamed(r *reading) bool {
	return r.facts.KnowsNamed == Yes && r.namesAnother()
}

func (r *reading) namesAnother() bool {
	return r.n.Name != nil && r.fit.Field(identity.FieldName).Outcome != identity.Agree
}

// canExist reports whether some ID number fits what m shows; true if it shows nothing. The usual
// masks of lenders are recognised without counting candidates, which takes longer than all the
// rest.
func canExist(m identity.MaskedID) bool {
	shown := m.Reveal()
	if len(shown) == 18 && (shown[:14] == "**************" || shown[6:14] == "********" && isProvince(shown[:2])) {
		return true // only a tail is shown, or the birth date is hidden, so that any check digit is possible
	}
	return m.IsZero() || m.Candidates() > 0
}

// isProvince reports whether two digits, or a digit and a star, begin the ID numbers of a
// province; 71 is Taiwan, 81 to 83 are residence permits.
func isProvince(s string) bool {
	last := byte('0')
	switch s[0] {
	case '1', '6':
		last = '5'
	case '2', '8':
		last = '3'
	case '3':
		last = '7'
	case '4':
		last = '6'
	case '5':
		return s[1] >= '0' && s[1] <= '4' || s[1] == '*'
	case '7':
		last = '1'
	}
	return last > '0' && (s[1] == '*' || s[1] >= '1' && s[1] <= last)
}

// impossibleID: 1199**********1234; no ID number with that region, birth date and check digit
// exists.
func impossibleID(r *reading) []parser.Span {
	if r.n.MaskedID == nil || !r.badID {
		return nil
	}
	return []parser.Span{r.n.MaskedID.Span}
}

// phoneOfAnother: 您138****1234的手机号, which is none of the recipient's.
func phoneOfAnother(r *reading) []parser.Span {
	if r.n.Phone == nil || r.fit.Field(identity.FieldPhone).Outcome != identity.Disagree {
		return nil
	}
	return []parser.Span{r.n.Phone.Span}
}

// thirdParty: 请转告…, unless the name is the recipient's.
func thirdParty(r *reading) []parser.Span {
	return firedIf(r.n.ThirdParty && r.fit.Field(identity.FieldName).Outcome != identity.Agree)
}

// meansAnother reports whether the name or the ID number is somebody else's, by
// more than a slip of the pen explains.
func (r *reading) meansAnother() bool {
	if r.fit.BitsWithout(identity.FieldPhone) >= 0 {
		return false
	}
	for _, f := range [...]identity.Field{identity.FieldName, identity.FieldID} {
		if c := r.fit.Field(f); c.Outcome == identity.Disagree && !c.Slip {
			return true
		}
	}
	return false
}
