package identity

import (
	"bytes"
	"cmp"
	"math"
)

// Together weighs whether two claims are of one person, and joins what they show: 张* and *三 make
// 张三; an ID number shown by its head in one claim and by its tail in the other gets both. The
// outcome of a field is Disagree if no one person can be meant by both claims, and Agree if the
// characters shown in both are the same. Its bits are log2(m/u), where m is the chance of seeing
// them alike if one person is meant, and u if two random adults are. If no character is shown in
// both, the field is Unknown with 0 bits. So are phone numbers that differ: one person has
// several.
//
// If a name is shown with different numbers of stars, neither is taken for its length. The joined
// claim means something only if no field disagrees.
func Together(a, b Claim) (Claim, Comparison) {
	var both Claim
	var c Comparison
	add := func(f Field, outcome Outcome, chance float64) {
		fc := FieldComparison{Field: f, Outcome: outcome}
		switch outcome {
		case Agree:
			fc.Bits = tenth(-math.Log2(chance))
		case Disagree:
			fc.Bits = apart
		}
		c.Fields = append(c.Fields, fc)
		c.Bits = tenth(c.Bits + fc.Bits)
	}
	name, outcome, chance := joinNames(a.Name, b.Name)
	both.Name = name
	add(FieldName, outcome, chance)
	if name.Sex() == SexUnknown {
		both.Sex = cmp.Or(a.Sex, b.Sex)
	}
	sexes := 0.5
	if a.ID.Sex() != SexUnknown && b.ID.Sex() != SexUnknown {
		sexes = 1 // the ID number weighs it
	}
	add(FieldSex, joinSexes(a.knownSex(), b.knownSex()), sexes)
	id, outcome, chance := joinIDs(a.ID, b.ID)
	both.ID = id
	add(FieldID, outcome, chance)
	phone, outcome := joinPhones(a.Phone, b.Phone)
	both.Phone = phone
	add(FieldPhone, outcome, phoneTailChance)
	c.Outcome = together(c)
	return both, c
}

// phoneTailChance is the chance that two people's numbers end with the same four digits, which is
// the least that two masks have in common.
const phoneTailChance = 1e-4

// apart is the bits of a field whose two values no one person can have: names and numbers of one
// person differ only by slips, see nameSlip and idSlip.
const apart = -8

// together is Disagree if a field disagrees, Agree if none does and one agrees.
func together(c Comparison) Outcome {
	outcome := Unknown
	for _, f := range c.Fields {
		switch f.Outcome {
		case Disagree:
			return Disagree
		case Agree:
			outcome = Agree
		}
	}
	return outcome
}

// knownSex returns the sex that a title or the ID number gives.
func (c Claim) knownSex() Sex { return cmp.Or(c.sex(), c.ID.Sex()) }

func joinSexes(a, b Sex) Outcome {
	if a == SexUnknown || b == SexUnknown {
		return Unknown
	}
	return agreeIf(a == b)
}

// joinNames joins two names; chance is that of two strangers looking alike in all that both names
// show.
func joinNames(a, b Name) (both Name, o Outcome, chance float64) {
	if a.IsZero() || b.IsZero() {
		return Name{cmp.Or(a.text, b.text), cmp.Or(a.sex, b.sex)}, Unknown, 1
	}
	x, y := newNameRunes(a), newNameRunes(b)
	m := matchNames(&x, &y)
	both = Name{fuller(&a, &b, &x, &y), cmp.Or(a.sex, b.sex)}
	if m.shown == 0 {
		return both, Unknown, 1
	}
	if m.differ > 0 && !m.variant {
		return both, Disagree, 1
	}
	chance = 1
	if m.surname > 0 {
		chance = max(x.share, y.share) // they differ if the surname has two spellings
	}
	for i := range m.shown - m.surname {
		if i == 0 {
			chance *= givenChar
		} else {
			chance *= givenNext
		}
	}
	return both, Agree, chance
}

// fuller returns what two names that may be one person's show together. If they are equally long,
// each character is taken from the name that shows it; else it is the name that shows more.
func fuller(a, b *Name, x, y *nameRunes) string {
	if x.n == y.n && !x.open && !y.open && !x.dotted && !y.dotted {
		text := make([]rune, x.n)
		for i := range text {
			if text[i] = x.buf[i]; text[i] == hidden {
				text[i] = y.buf[i]
			}
		}
		return string(text)
	}
	if shown := y.shown() - x.shown(); shown > 0 || shown == 0 && y.n > x.n {
		return b.text
	}
	return a.text
}

// shown counts the characters that are not hidden.
func (r *nameRunes) shown() (n int) {
	for _, c := range r.runes() {
		if c != hidden {
			n++
		}
	}
	return n
}

// joinIDs joins two numbers. They disagree if no number that can exist fits both.
func joinIDs(a, b MaskedID) (both MaskedID, o Outcome, chance float64) {
	switch {
	case a.IsZero():
		return b, Unknown, 1
	case b.IsZero():
		return a, Unknown, 1
	}
	x, y := a.whole(), b.whole()
	common, joined := x, x
	for i := range x {
		switch {
		case x[i] == hidden || y[i] == hidden:
			common[i] = hidden
			if x[i] == hidden {
				joined[i] = y[i]
			}
		case x[i] != y[i]:
			return a, Disagree, 1
		}
	}
	switch both = (MaskedID{cells: joined, n: idLength}); {
	case a.n < idLength || b.n < idLength: // it is not known where all their shown characters stand
		if both = a; b.n == idLength {
			both = b
		}
	case both.Candidates() == 0 && a.Candidates() > 0 && b.Candidates() > 0:
		return a, Disagree, 1
	}
	if bytes.Count(common[:], []byte{hidden}) == idLength {
		return both, Unknown, 1
	}
	region, rest := chanceOf(&common)
	return both, Agree, region * rest
}

// joinPhones joins two phone numbers. One person may have several, so whole numbers that differ
// say nothing.
func joinPhones(a, b Phone) (Phone, Outcome) {
	switch {
	case a.IsZero():
		return b, Unknown
	case b.IsZero():
		return a, Unknown
	case a == b, a.Fits(b) == Agree:
		return b, Agree
	case b.Fits(a) == Agree:
		return a, Agree
	}
	return a, Unknown
}
