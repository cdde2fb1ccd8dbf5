package remedy

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
)

// condition is one of the conditions of a step or of a line of a letter.
type condition struct {
	key    string                               // a fact, "verdict", "circumstance", or an additional key of a list or a letter
	values []string                             // one of them must hold
	not    bool                                 // none of values may hold
	fact   func(classify.Facts) classify.Answer // returns the fact of that key
	set    circumstanceSet                      // the values of "circumstance"
}

// setting is what conditions are tested against.
type setting struct {
	verdicts      []string // the verdict and what goes with it: scam, or two matters
	facts         classify.Facts
	breaches      []conduct.Breach
	circumstances circumstanceSet
	besides       map[string][]string // the values of the additional keys
}

// facts returns the answer to a fact, by its JSON key.
var facts = map[string]func(classify.Facts) classify.Answer{
	"has_account":            func(f classify.Facts) classify.Answer { return f.HasAccount },
	"shown_in_app":           func(f classify.Facts) classify.Answer { return f.ShownInApp },
	"on_credit_report":       func(f classify.Facts) classify.Answer { return f.OnCreditReport },
	"lender_confirms":        func(f classify.Facts) classify.Answer { return f.LenderConfirms },
	"number_on_other_record": func(f classify.Facts) classify.Answer { return f.NumberOnOtherRecord },
	"repaid":                 func(f classify.Facts) classify.Answer { return f.Repaid },
	"knows_named":            func(f classify.Facts) classify.Answer { return f.KnowsNamed },
	"sender_confirmed":       func(f classify.Facts) classify.Answer { return f.SenderConfirmed },
	"received_money":         func(f classify.Facts) classify.Answer { return f.ReceivedMoney },
	"amount_agrees":          func(f classify.Facts) classify.Answer { return f.AmountAgrees },
	"overseas_ties":          func(f classify.Facts) classify.Answer { return f.OverseasTies },
	"harmed":                 func(f classify.Facts) classify.Answer { return f.Harmed },
}

// verdicts are the verdicts that a list can be for.
var verdicts = []string{
	string(classify.Undetermined), string(classify.Genuine), string(classify.Mistake),
	string(classify.IdentityTheft), string(classify.Scam), string(classify.NotANotice),
}

// listKeys are the additional keys of the conditions of lists.
var listKeys = map[string][]string{"breach": nil} // rules may be the caller's own

// readWhen reads conditions. Broken is the rule that they break, "" for none. Besides are the
// additional keys, with their values; nil allows any value.
func readWhen(s string, besides map[string][]string) (when []condition, broken string) {
	if s == "-" {
		return nil, ""
	}
	for part := range strings.SplitSeq(s, ",") {
		key, values, ok := strings.Cut(part, "=")
		c := condition{key: strings.TrimSuffix(key, "!"), not: strings.HasSuffix(key, "!"), values: strings.Split(values, "|")}
		if !ok || slices.Contains(c.values, "") {
			return nil, "no condition"
		}
		known, isBeside := besides[c.key]
		switch {
		case c.key == "verdict":
			known = verdicts
		case c.key == "circumstance":
			for _, word := range circumstances {
				known = append(known, string(word))
			}
		case facts[c.key] != nil:
			known = []string{"unknown", "no", "yes"}
		case isBeside && known == nil:
			known = c.values
		}
		for _, v := range c.values {
			if !slices.Contains(known, v) {
				return nil, "no such condition"
			}
		}
		if c.key == "circumstance" {
			for _, v := range c.values {
				c.set |= setOf(Circumstance(v))
			}
		}
		c.fact = facts[c.key]
		when = append(when, c)
	}
	return when, ""
}

// needs returns the circumstances of which a condition requires one, 0 if no condition does.
func needs(when []condition) circumstanceSet {
	for _, c := range when {
		if c.set != 0 && !c.not {
			return c.set
		}
	}
	return 0
}

// fits reports whether all conditions hold.
func (s *setting) fits(when []condition) bool {
	for i := range when {
		c := &when[i]
		if c.set != 0 {
			if (c.set&s.circumstances != 0) == c.not {
				return false
			}
			continue
		}
		if slices.ContainsFunc(c.values, func(v string) bool { return s.is(c, v) }) == c.not {
			return false
		}
	}
	return true
}

func (s *setting) is(c *condition, value string) bool {
	switch c.key {
	case "verdict":
		return slices.Contains(s.verdicts, value)
	case "breach":
		return slices.ContainsFunc(s.breaches, func(b conduct.Breach) bool { return b.Rule == value })
	}
	if c.fact != nil {
		return c.fact(s.facts).String() == value
	}
	return slices.Contains(s.besides[c.key], value)
}
