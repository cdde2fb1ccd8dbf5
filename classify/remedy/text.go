package remedy

import "cmp"

// The text of these types is the word in the JSON, empty for the zero value. Reading accepts any
// word, since new ones may be added; it never fails.

// String returns the word, "zh" for the zero Lang.
func (l Lang) String() string { return string(cmp.Or(l, Chinese)) }

// MarshalText returns the word; it never fails.
func (l Lang) MarshalText() ([]byte, error) { return []byte(l), nil }

// UnmarshalText reads any word; it never fails.
func (l *Lang) UnmarshalText(text []byte) error {
	*l = Lang(text)
	return nil
}

// String returns the word.
func (c Circumstance) String() string { return string(c) }

// MarshalText returns the word; it never fails.
func (c Circumstance) MarshalText() ([]byte, error) { return []byte(c), nil }

// UnmarshalText reads any word; it never fails.
func (c *Circumstance) UnmarshalText(text []byte) error {
	*c = Circumstance(text)
	return nil
}
