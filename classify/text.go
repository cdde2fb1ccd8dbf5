package classify

// The text of these types is the word in the JSON, empty for the zero value. Reading accepts any
// word, since new ones may be added; it never fails.

// MarshalText returns the word; it never fails.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v), nil }

// UnmarshalText reads any word; it never fails.
func (v *Verdict) UnmarshalText(text []byte) error {
	*v = Verdict(text)
	return nil
}

// MarshalText returns the word; it never fails.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c), nil }

// UnmarshalText reads any word; it never fails.
func (c *Confidence) UnmarshalText(text []byte) error {
	*c = Confidence(text)
	return nil
}

// MarshalText returns the word; it never fails.
func (s SenderStatus) MarshalText() ([]byte, error) { return []byte(s), nil }

// UnmarshalText reads any word; it never fails.
func (s *SenderStatus) UnmarshalText(text []byte) error {
	*s = SenderStatus(text)
	return nil
}
