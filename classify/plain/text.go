package plain

// The text of these types is the word in the JSON, empty for the zero value. Reading accepts any
// word, since new ones may be added; it never fails.

// String returns the word.
func (g Group) String() string { return string(g) }

// MarshalText returns the word; it never fails.
func (g Group) MarshalText() ([]byte, error) { return []byte(g), nil }

// UnmarshalText reads any word; it never fails.
func (g *Group) UnmarshalText(text []byte) error {
	*g = Group(text)
	return nil
}
