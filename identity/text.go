package identity

// The text of a closed set is the word that stands in the JSON, and none for the zero value.
// Reading accepts every word, because words are added; it never fails.

// String returns the word.
func (f Field) String() string { return string(f) }

// MarshalText returns the word; it never fails.
func (f Field) MarshalText() ([]byte, error) { return []byte(f), nil }

// UnmarshalText reads any word; it never fails.
func (f *Field) UnmarshalText(text []byte) error {
	*f = Field(text)
	return nil
}

// String returns the word.
func (r Rule) String() string { return string(r) }

// MarshalText returns the word; it never fails.
func (r Rule) MarshalText() ([]byte, error) { return []byte(r), nil }

// UnmarshalText reads any word; it never fails.
func (r *Rule) UnmarshalText(text []byte) error {
	*r = Rule(text)
	return nil
}
