package identity

// Sex is what an ID number or a title says of a person. The zero Sex is
// SexUnknown. Its text is "unknown", "male" or "female".
type Sex uint8

// The sexes.
const (
	SexUnknown Sex = iota
	SexMale
	SexFemale
)
