package identity

import "math"

// evidence is how one field compares. Each chance is that of seeing what is
// shown.
type evidence struct {
	outcome Outcome
	slip    bool
	right   float64 // if the message means the person: m
	random  float64 // if it means a random adult: u
	family  float64 // if it means a relative of the person: u
}

// Compare weighs what a message says of the person it means against the person
// who received it, after Fellegi and Sunter. Each field gets an outcome and
// bits, log2(m/u): m is the chance of seeing the field as it is if the message
// means that person, u if it means somebody else. Positive bits speak for the
// person.
//
// Somebody else is a random adult with probability 0.9 and a member of the
// family with 0.1, the same one in all fields. So the fields are not
// independent: each is weighed given those before it, and the sum is log2(m/u)
// of all together. The same holds within a field: a partly hidden ID number is
// one field, weighed by how rare the shown region, birth date, sequence and
// check digit are together.
//
// m allows for one wrong or two swapped characters, and for a record that is
// altogether wrong. A field that is absent on either side or wholly hidden is
// Unknown and weighs 0. A phone number that agrees also weighs 0, since the
// message was sent to it. A title such as 先生 weighs 0 if the ID number's sex
// digit is shown: it would count the same fact twice.
//
// The zero Claim and the zero Profile are unknown in all fields.
func Compare(c Claim, p Profile) Comparison {
	all := [...]struct {
		field Field
		evidence
	}{
		{FieldName, compareNames(c.Name, p.Name)},
		{FieldSex, compareSex(c, p.ID)},
		{FieldID, compareIDs(c.ID, p.ID)},
		{FieldPhone, comparePhones(c.Phone, p.Phones)},
	}
	result := Comparison{Fields: make([]FieldComparison, 0, len(all))}
	random, family := 1-familyShare, familyShare
	for _, e := range all {
		fc := FieldComparison{Field: e.field, Outcome: e.outcome, Slip: e.slip}
		if e.outcome != Unknown {
			before := random + family
			random *= e.random
			family *= e.family
			fc.Bits = tenth(math.Log2(e.right * before / (random + family)))
		}
		result.Fields = append(result.Fields, fc)
		result.Bits = tenth(result.Bits + fc.Bits)
	}
	result.Outcome = overall(result)
	return result
}

// tenth rounds bits to the precision that they have, which makes them the same
// on every machine.
func tenth(bits float64) float64 { return math.Round(bits*10)/10 + 0 }

func overall(c Comparison) Outcome {
	switch {
	case c.Bits > 0:
		return Agree
	case c.Bits < 0:
		return Disagree
	}
	for _, f := range c.Fields {
		if f.Outcome != Unknown {
			return Agree
		}
	}
	return Unknown
}

// compareSex weighs a title.
func compareSex(c Claim, id ID) evidence {
	claimed, sex := c.sex(), id.Sex()
	if claimed == SexUnknown || sex == SexUnknown {
		return evidence{}
	}
	e := evidence{agreeIf(claimed == sex), false, 1 - sexSlip, 0.5, 0.5}
	if claimed != sex {
		e.right = sexSlip
	}
	if c.ID.Sex() != SexUnknown {
		e.right, e.random, e.family = 1, 1, 1 // the ID number weighs it
	}
	return e
}

// comparePhones agrees if one of the numbers fits.
func comparePhones(claimed Phone, own []string) evidence {
	var e evidence
	if claimed.IsZero() {
		return e
	}
	for _, s := range own {
		p, err := ParsePhone(s)
		if err != nil {
			continue
		}
		switch claimed.Fits(p) {
		case Agree:
			return evidence{Agree, false, 1, 1, 1}
		case Disagree:
			e = evidence{Disagree, false, phoneOther, 1, 1}
		}
	}
	return e
}
