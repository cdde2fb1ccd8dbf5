package identity

import "errors"

// Sex is what an ID number or a title says of a person. The zero Sex is
// SexUnknown. Its text is "unknown", "male" or "female".
type Sex uint8

// The sexes.
const (
	SexUnknown Sex = iota
	SexMale
	SexFemale
)

// String returns "unknown", "male" or "female".
func (s Sex) String() string {
	switch s {
	case SexMale:
		return "male"
	case SexFemale:
		return "female"
	}
	return "unknown"
}

// MarshalText returns the text of [Sex.String]; it never fails.
func (s Sex) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the text of [Sex.String]; empty text is SexUnknown.
func (s *Sex) UnmarshalText(text []byte) error {
	switch string(text) {
	case "", "unknown":
		*s = SexUnknown
	case "male":
		*s = SexMale
	case "female":
		*s = SexFemale
	default:
		return errors.New("identity: sex is none of unknown, male, female")
	}
	return nil
}
