package conduct

// The text of this type is the word in the JSON, empty for the zero value. Reading accepts any
// word, since new ones may be added; it never fails.

// String returns the word.
func (s Scope) String() string { return string(s) }

// MarshalText returns the word; it never fails.
func (s Scope) MarshalText() ([]byte, error) { return []byte(s), nil }

// UnmarshalText reads any word; it never fails.
func (s *Scope) UnmarshalText(text []byte) error {
	*s = Scope(text)
	return nil
}
