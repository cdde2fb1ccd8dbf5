package presend

// The text of these types is the word in the JSON, empty for the zero value. Reading accepts any
// word, since new ones may be added; it never fails.

// String returns the word.
func (p Part) String() string { return string(p) }

// MarshalText returns the word; it never fails.
func (p Part) MarshalText() ([]byte, error) { return []byte(p), nil }

// UnmarshalText reads any word; it never fails.
func (p *Part) UnmarshalText(text []byte) error {
	*p = Part(text)
	return nil
}

// String returns the word.
func (f Field) String() string { return string(f) }

// MarshalText returns the word; it never fails.
func (f Field) MarshalText() ([]byte, error) { return []byte(f), nil }

// UnmarshalText reads any word; it never fails.
func (f *Field) UnmarshalText(text []byte) error {
	*f = Field(text)
	return nil
}
