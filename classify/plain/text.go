package plain

// The text of a closed set is the word that stands in the JSON, and none for the zero value.
// Reading accepts every word, because words are added; it never fails.

// String returns the word.
func (g Group) String() string { return string(g) }

// MarshalText returns the word; it never fails.
func (g Group) MarshalText() ([]byte, error) { return []byte(g), nil }

// UnmarshalText reads any word; it never fails.
func (g *Group) UnmarshalText(text []byte) error {
	*g = Group(text)
	return nil
}
