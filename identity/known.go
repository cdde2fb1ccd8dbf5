package identity

import (
	"bytes"
	"time"
)

// What a masked number still shows.

// Fits compares what m shows with a whole number: Unknown if either is zero or m
// shows nothing, Disagree if id cannot be masked to m.
func (m MaskedID) Fits(id ID) Outcome {
	if id.IsZero() || m.Shown() == 0 {
		return Unknown
	}
	d := id.digits()
	return agreeIf(m.fits(&d))
}

// Whole returns the number if none of it is hidden and it can exist.
func (m MaskedID) Whole() (ID, bool) {
	if m.Shown() != idLength {
		return ID{}, false
	}
	id, err := ParseID(string(m.cells[:]))
	return id, err == nil
}

// Region returns the region as far as its digits are shown, in pairs: province,
// city, county. It is the zero Region if the province is hidden. The name is
// that of the birth year if it is shown, else the latest.
func (m MaskedID) Region() Region {
	if m.IsZero() {
		return Region{}
	}
	d := m.whole()
	n := bytes.IndexByte(d[:6], hidden)
	if n < 0 {
		n = 6
	}
	if n -= n % 2; n == 0 {
		return Region{}
	}
	year, ok := m.BirthYear()
	if !ok {
		year = lastBirthYear
	}
	return newRegion(d[:n], year)
}

// BirthYear returns the year of birth if its four digits are shown.
func (m MaskedID) BirthYear() (year int, ok bool) { return m.shownNumber(6, 10) }

// BirthDay returns the month and day of birth if their digits are shown. They
// may be no date: see [MaskedID.Candidates].
func (m MaskedID) BirthDay() (month time.Month, day int, ok bool) {
	n, ok := m.shownNumber(10, 14)
	return time.Month(n / 100), n % 100, ok
}

func (m MaskedID) shownNumber(from, to int) (n int, ok bool) {
	if m.IsZero() {
		return 0, false
	}
	d := m.whole()
	for _, c := range d[from:to] {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// Sex returns the sex if the 17th digit is shown.
func (m MaskedID) Sex() Sex {
	n, ok := m.shownNumber(16, 17)
	switch {
	case !ok:
		return SexUnknown
	case n%2 == 1:
		return SexMale
	}
	return SexFemale
}

// CheckDigit returns the last character, a digit or X, if it is shown.
func (m MaskedID) CheckDigit() (c byte, ok bool) {
	if m.IsZero() {
		return 0, false
	}
	c = m.whole()[idLength-1]
	return c, c != hidden
}
