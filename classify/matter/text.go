package matter

// The text of these types is the word in the JSON, empty for the zero value. Reading accepts any
// word, since new ones may be added; it never fails.

// String returns the word.
func (s Stage) String() string { return string(s) }

// MarshalText returns the word; it never fails.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s), nil }

// UnmarshalText reads any word; it never fails.
func (s *Stage) UnmarshalText(text []byte) error {
	*s = Stage(text)
	return nil
}

// String returns the word.
func (r Reason) String() string { return string(r) }

// MarshalText returns the word; it never fails.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r), nil }

// UnmarshalText reads any word; it never fails.
func (r *Reason) UnmarshalText(text []byte) error {
	*r = Reason(text)
	return nil
}
