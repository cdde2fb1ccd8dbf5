package identity

import "errors"

// Outcome says how a claim compares. The zero Outcome is Unknown: what is
// absent or hidden, and so cannot be checked, differs from what was checked and
// is wrong. Its text is "unknown", "agree" or "disagree".
type Outcome uint8

// The outcomes.
const (
	Unknown Outcome = iota
	Agree
	Disagree
)

func agreeIf(ok bool) Outcome {
	if ok {
		return Agree
	}
	return Disagree
}

// String returns "unknown", "agree" or "disagree".
func (o Outcome) String() string {
	switch o {
	case Agree:
		return "agree"
	case Disagree:
		return "disagree"
	}
	return "unknown"
}

// MarshalText returns the text of [Outcome.String]; it never fails.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads the text of [Outcome.String].
func (o *Outcome) UnmarshalText(text []byte) error {
	switch string(text) {
	case "unknown":
		*o = Unknown
	case "agree":
		*o = Agree
	case "disagree":
		*o = Disagree
	default:
		return errors.New("identity: outcome is none of unknown, agree, disagree")
	}
	return nil
}
