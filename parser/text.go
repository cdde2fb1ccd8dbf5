package parser

import "cmp"

// The text of an enumeration is its word in the JSON; that of the zero value is empty.
// Reading accepts any word, because new values may be added; it never fails.

// String returns the word, "other" for the zero Kind.
func (k Kind) String() string { return string(cmp.Or(k, KindOther)) }

// MarshalText returns the word; it never fails.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k), nil }

// UnmarshalText reads any word; it never fails.
func (k *Kind) UnmarshalText(text []byte) error {
	*k = Kind(text)
	return nil
}

// String returns the word.
func (r Role) String() string { return string(r) }

// MarshalText returns the word; it never fails.
func (r Role) MarshalText() ([]byte, error) { return []byte(r), nil }

// UnmarshalText reads any word; it never fails.
func (r *Role) UnmarshalText(text []byte) error {
	*r = Role(text)
	return nil
}

// String returns the word.
func (p Precision) String() string { return string(p) }

// MarshalText returns the word; it never fails.
func (p Precision) MarshalText() ([]byte, error) { return []byte(p), nil }

// UnmarshalText reads any word; it never fails.
func (p *Precision) UnmarshalText(text []byte) error {
	*p = Precision(text)
	return nil
}

// String returns the word.
func (a AccountType) String() string { return string(a) }

// MarshalText returns the word; it never fails.
func (a AccountType) MarshalText() ([]byte, error) { return []byte(a), nil }

// UnmarshalText reads any word; it never fails.
func (a *AccountType) UnmarshalText(text []byte) error {
	*a = AccountType(text)
	return nil
}

// String returns the word.
func (t ThreatType) String() string { return string(t) }

// MarshalText returns the word; it never fails.
func (t ThreatType) MarshalText() ([]byte, error) { return []byte(t), nil }

// UnmarshalText reads any word; it never fails.
func (t *ThreatType) UnmarshalText(text []byte) error {
	*t = ThreatType(text)
	return nil
}

// String returns the word.
func (a AskType) String() string { return string(a) }

// MarshalText returns the word; it never fails.
func (a AskType) MarshalText() ([]byte, error) { return []byte(a), nil }

// UnmarshalText reads any word; it never fails.
func (a *AskType) UnmarshalText(text []byte) error {
	*a = AskType(text)
	return nil
}

// String returns the word.
func (s SignalType) String() string { return string(s) }

// MarshalText returns the word; it never fails.
func (s SignalType) MarshalText() ([]byte, error) { return []byte(s), nil }

// UnmarshalText reads any word; it never fails.
func (s *SignalType) UnmarshalText(text []byte) error {
	*s = SignalType(text)
	return nil
}

// String returns the word.
func (f Fold) String() string { return string(f) }

// MarshalText returns the word; it never fails.
func (f Fold) MarshalText() ([]byte, error) { return []byte(f), nil }

// UnmarshalText reads any word; it never fails.
func (f *Fold) UnmarshalText(text []byte) error {
	*f = Fold(text)
	return nil
}
