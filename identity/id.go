package identity

import (
	"fmt"
	"log/slog"
	"time"
)

// ID is a whole ID number of 18 characters, of a Chinese citizen (GB 11643-1999)
// or of a residence permit of Hong Kong, Macau or Taiwan residents (81, 82, 83).
// It is a small comparable value. The zero ID is no number.
//
// An ID prints masked: 1101**********1234. [ID.Reveal] returns the number.
type ID struct {
	body uint64 // the first 17 digits; the last character follows from them
}

// The birth dates an ID number can have. The last year is a constant, so that
// the same text gives the same answer on every day; it is raised with releases.
const (
	firstBirthYear = 1900
	lastBirthYear  = 2026 // to its last day
)

const idLength = 18

// ParseID reads an ID number of 18 characters, or one of the 15 that were issued
// until 1999, which it completes (born 19yy). Full-width digits, x for X, and
// spaces anywhere are accepted. It tests the province, the birth date (1900 to
// 2026) and the check digit (ISO 7064 MOD 11-2), but not the other region
// digits: real people have numbers with regions that are in no list.
//
// The error is a *[ParseError].
func ParseID(s string) (ID, error) {
	var d [idLength]byte
	n := 0
	for i, r := range s {
		c := digitOf(r)
		if c == 0 {
			if isBlank(r) {
				continue
			}
			if !isX(r) || n != idLength-1 {
				return ID{}, idError(RuleCharacter, i)
			}
			c = 'X'
		}
		if n == idLength {
			return ID{}, idError(RuleLength, i)
		}
		d[n] = c
		n++
	}
	switch n {
	case idLength:
		return newID(s, &d, true)
	case 15:
		copy(d[8:17], d[6:15])
		d[6], d[7] = '1', '9'
		return newID(s, &d, false)
	}
	return ID{}, idError(RuleLength, len(s))
}

// newID tests the 18 characters d and packs them. The last one is tested only if
// checked is true. The text s serves to find the offsets of errors.
func newID(s string, d *[idLength]byte, checked bool) (ID, error) {
	if !isProvince(d[0], d[1]) {
		return ID{}, idError(RuleProvince, offsetOf(s, 0))
	}
	year := int(number(d[6:10]))
	month := time.Month(number(d[10:12]))
	day := int(number(d[12:14]))
	if year < firstBirthYear || year > lastBirthYear || month < 1 || month > 12 || day < 1 || day > daysIn(month, isLeap(year)) {
		return ID{}, idError(RuleDate, offsetOf(s, 6))
	}
	if checked && d[idLength-1] != checkDigit(d[:idLength-1]) {
		return ID{}, idError(RuleCheck, offsetOf(s, idLength-1))
	}
	return ID{body: number(d[:idLength-1])}, nil
}

func idError(rule Rule, offset int) error {
	return &ParseError{What: "ID number", Rule: rule, Offset: offset}
}

// offsetOf returns the offset of the nth character of s that is not blank.
func offsetOf(s string, n int) int {
	for i, r := range s {
		if isBlank(r) {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// number reads up to 19 ASCII digits.
func number(d []byte) uint64 {
	var n uint64
	for _, c := range d {
		n = n*10 + uint64(c-'0')
	}
	return n
}

// checkWeights are 2^(17-i) mod 11 (ISO 7064 MOD 11-2).
var checkWeights = [idLength]uint8{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1}

// checkDigits are the check digits, indexed by the weighted sum of the other 17,
// mod 11.
const checkDigits = "10X98765432"

// checkDigit returns the check digit of 17 digits.
func checkDigit(d []byte) byte {
	sum := 0
	for i, c := range d[:idLength-1] {
		sum += int(c-'0') * int(checkWeights[i])
	}
	return checkDigits[sum%11]
}

// isProvince reports whether a region code can begin with these two digits:
// the 31 mainland provinces of GB/T 2260, and the permits 81, 82 and 83.
func isProvince(a, b byte) bool {
	switch a {
	case '1', '6':
		return '1' <= b && b <= '5'
	case '2', '8':
		return '1' <= b && b <= '3'
	case '3':
		return '1' <= b && b <= '7'
	case '4':
		return '1' <= b && b <= '6'
	case '5':
		return '0' <= b && b <= '4'
	}
	return false
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(month time.Month, leap bool) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if leap {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero reports whether id is the zero ID.
func (id ID) IsZero() bool { return id.body == 0 }

// digits returns the 18 characters.
func (id ID) digits() (d [idLength]byte) {
	n := id.body
	for i := idLength - 2; i >= 0; i-- {
		d[i] = byte(n%10) + '0'
		n /= 10
	}
	d[idLength-1] = checkDigit(d[:])
	return d
}

// BirthDate returns the day of birth; zeros for the zero ID.
func (id ID) BirthDate() (year int, month time.Month, day int) {
	ymd := id.body / 1000 % 100_000_000
	return int(ymd / 10000), time.Month(ymd / 100 % 100), int(ymd % 100)
}

// Age returns the full years lived on the day of on, in the time zone of on; -1
// before the birth and for the zero ID. Somebody born on 29 February turns a
// year older on 1 March in years without that day.
func (id ID) Age(on time.Time) int {
	year, month, day := id.BirthDate()
	if id.IsZero() {
		return -1
	}
	y, m, d := on.Date()
	age := y - year
	if m < month || m == month && d < day {
		age--
	}
	return max(age, -1)
}

// Sex returns the sex given by the 17th digit; SexUnknown for the zero ID.
func (id ID) Sex() Sex {
	switch {
	case id.IsZero():
		return SexUnknown
	case id.body%2 == 1:
		return SexMale
	}
	return SexFemale
}

// Reveal returns the 18 characters; "" for the zero ID.
func (id ID) Reveal() string {
	if id.IsZero() {
		return ""
	}
	d := id.digits()
	return string(d[:])
}

// String returns the number with birth date and half the region hidden,
// 1101**********1234; "" for the zero ID.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	d := id.digits()
	for i := 4; i < idLength-4; i++ {
		d[i] = '*'
	}
	return string(d[:])
}

// Format prints [ID.String], whatever the verb.
func (id ID) Format(s fmt.State, verb rune) { formatHidden(s, verb, id.String()) }

// LogValue returns [ID.String] for slog.
func (id ID) LogValue() slog.Value { return slog.StringValue(id.String()) }

// MarshalText returns the whole number, like [ID.Reveal].
func (id ID) MarshalText() ([]byte, error) { return []byte(id.Reveal()), nil }

// UnmarshalText reads what [ParseID] reads; empty text is the zero ID.
func (id *ID) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*id = ID{}
		return nil
	}
	*id, err = ParseID(string(text))
	return err
}
