package conduct

// The text of a closed set is the word that stands in the JSON, and none for the zero value.
// Reading accepts every word, because words are added; it never fails.

// String returns the word.
func (s Scope) String() string { return string(s) }

// MarshalText returns the word; it never fails.
func (s Scope) MarshalText() ([]byte, error) { return []byte(s), nil }

// UnmarshalText reads any word; it never fails.
func (s *Scope) UnmarshalText(text []byte) error {
	*s = Scope(text)
	return nil
}
