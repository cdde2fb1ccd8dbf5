package identity

import (
	"fmt"
	"log/slog"
	"strings"
	"unicode/utf8"
)

// Phone is a phone number as a message shows it, whole or partly hidden. It is a
// comparable value; the zero Phone is no number.
//
// A person's number prints masked (138****1234); a firm's is public and prints
// whole. [Phone.Reveal] returns what is shown.
type Phone struct {
	text  string // digits and *; + before an overseas number, * before a tail
	class PhoneClass
}

// maxPhone is the most digits a number may have; application SMS have up to 20.
const maxPhone = 20

// shortestOverseas is the fewest digits of an overseas number with its country
// code (Niue and others have 3 and 4).
const shortestOverseas = 7

var phoneTails = []string{"手机尾号", "尾号", "后四位", "后4位", "末四位", "末4位"}

// ParsePhone reads a phone number, with spaces, hyphens and brackets, full-width
// digits, hidden characters (138****1234), +86, 0086 or 86 before it, or the
// country code of another place; or only a tail (尾号1234, *1234, 1234). An
// extension after 转 is dropped. If the shown digits and the stars of a mobile
// number do not add up to 11, one run of stars stands for the rest. A number of
// 3 digits or more that fits no class is PhoneUnknown, not an error.
//
// The error is a *[ParseError].
func ParsePhone(s string) (Phone, error) {
	start, end := trimBlank(s, 0, len(s))
	tail := false
	for _, w := range phoneTails {
		if strings.HasPrefix(s[start:end], w) {
			start, tail = start+len(w), true
			for _, j := range joints {
				start += len(s[start:end]) - len(strings.TrimPrefix(s[start:end], j))
			}
			break
		}
	}
	body, _, _ := strings.Cut(s[start:end], "转")
	d, plus, err := scanPhone(body, start)
	if err != nil {
		return Phone{}, err
	}
	if tail {
		return newTail(d, end)
	}
	return newPhone(d, plus, end)
}

func phoneError(rule Rule, offset int) error {
	return &ParseError{What: "phone number", Rule: rule, Offset: offset}
}

// scanPhone returns the digits of s with * for the hidden ones, and whether +
// stands before them.
func scanPhone(s string, offset int) (digits string, plus bool, err error) {
	var buf [maxPhone + 6]byte // with room for a country code
	d := buf[:0]
	for i, r := range s {
		c := digitOf(r)
		switch {
		case c != 0:
		case isStar(r) && r != '·' || isX(r):
			c = hidden
		case (r == '+' || r == '＋') && len(d) == 0 && !plus:
			plus = true
			continue
		case isBlank(r) || strings.ContainsRune("-－–—‐()（）./·", r) && r != utf8.RuneError:
			continue
		default:
			return "", false, phoneError(RuleCharacter, offset+i)
		}
		if len(d) == len(buf) {
			return "", false, phoneError(RuleLength, offset+i)
		}
		d = append(d, c)
	}
	return string(d), plus, nil
}

// isTail reports whether d is 4 digits, or stars and then at most 8 digits.
func isTail(d string) bool {
	shown := strings.TrimLeft(d, "*")
	if shown == "" || strings.Contains(shown, "*") {
		return false
	}
	return len(d) == 4 || len(shown) < len(d) && len(shown) <= 8
}

func newTail(d string, end int) (Phone, error) {
	d = strings.TrimLeft(d, "*")
	if n := len(d); n < 2 || n > 8 || strings.Contains(d, "*") {
		return Phone{}, phoneError(RuleLength, end)
	}
	return Phone{"*" + d, PhoneTail}, nil
}

// newPhone removes the country code, however it is written.
func newPhone(d string, plus bool, end int) (Phone, error) {
	if !plus && isTail(d) {
		return newTail(d, end) // 0096 is one, too
	}
	abroad := plus || strings.HasPrefix(d, "00")
	if abroad {
		d = strings.TrimLeft(d, "0") // no country code begins with 0
	}
	mainland := false
	for strings.HasPrefix(d, "86") && (abroad || len(d) == 13) {
		d, mainland, abroad = d[2:], true, false
		if strings.HasPrefix(d, "00") {
			d = strings.TrimLeft(d, "0")
		}
	}
	switch {
	case len(d) < 3 || len(d) > maxPhone:
		return Phone{}, phoneError(RuleLength, end)
	case abroad && len(d) < shortestOverseas:
		return Phone{"+" + d, PhoneUnknown}, nil
	case abroad:
		return Phone{"+" + d, PhoneOverseas}, nil
	}
	d = spreadMobile(d)
	class := classify(d)
	if mainland && class != PhoneMobile && d[0] != '0' && isLandline("0"+d) {
		d, class = "0"+d, PhoneLandline // +86 10 80001234
	}
	return Phone{d, class}, nil
}

// spreadMobile gives one run of stars in a mobile number the length that makes
// the number 11 characters long.
func spreadMobile(d string) string {
	head, tail, ok := strings.Cut(d, "*")
	tail = strings.TrimLeft(tail, "*")
	n := 11 - len(head) - len(tail)
	if !ok || len(d) == 11 || n < 1 || strings.Contains(tail, "*") || len(head) < 2 || head[0] != '1' || head[1] < '3' {
		return d
	}
	return head + strings.Repeat("*", n) + tail
}

// IsZero reports whether p is the zero Phone.
func (p Phone) IsZero() bool { return p.text == "" }

// Class returns the class of the number.
func (p Phone) Class() PhoneClass { return p.class }

// Masked reports whether a digit is hidden. A tail counts as masked.
func (p Phone) Masked() bool { return strings.Contains(p.text, "*") }

// Reveal returns what is shown: digits, with * for hidden ones, + before the
// country code of an overseas number, * before a tail; "" for the zero Phone.
func (p Phone) Reveal() string { return p.text }

// Fits compares what p shows with a whole number: Unknown if p shows nothing or
// whole is not whole, Disagree if a digit differs.
func (p Phone) Fits(whole Phone) Outcome {
	if whole.Masked() || whole.IsZero() || strings.Trim(p.text, "*+") == "" {
		return Unknown
	}
	if p.class == PhoneTail {
		return agreeIf(strings.HasSuffix(whole.text, p.text[1:]))
	}
	if p.class == PhoneLandline && len(p.text) <= 8 {
		return agreeIf(whole.class == PhoneLandline && sameDigits(p.text, whole.text[max(0, len(whole.text)-len(p.text)):]))
	}
	return agreeIf(sameDigits(p.text, whole.text))
}

func sameDigits(shown, whole string) bool {
	if len(shown) != len(whole) {
		return false
	}
	for i := range len(shown) {
		if shown[i] != hidden && shown[i] != whole[i] {
			return false
		}
	}
	return true
}

// String returns the number masked: 138****1234; a landline without its last
// four digits; the first two digits of an overseas number; at most the last four
// of a tail; only the length of a number of unknown class. Public numbers are
// returned whole.
func (p Phone) String() string {
	n := len(p.text)
	switch p.class {
	case PhoneMobile:
		return p.text[:3] + "****" + p.text[n-4:]
	case PhoneLandline:
		return p.text[:n-4] + "****"
	case PhoneOverseas:
		return p.text[:3] + strings.Repeat("*", n-3)
	case PhoneTail:
		return "*" + p.text[max(1, n-4):]
	case PhoneUnknown:
		return strings.Repeat("*", n)
	}
	return p.text
}

// Format prints [Phone.String], whatever the verb.
func (p Phone) Format(s fmt.State, verb rune) { formatHidden(s, verb, p.String()) }

// LogValue returns [Phone.String] for slog.
func (p Phone) LogValue() slog.Value { return slog.StringValue(p.String()) }

// MarshalText returns [Phone.Reveal].
func (p Phone) MarshalText() ([]byte, error) { return []byte(p.text), nil }

// UnmarshalText reads what [ParsePhone] reads; empty text is the zero Phone.
func (p *Phone) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*p = Phone{}
		return nil
	}
	*p, err = ParsePhone(string(text))
	return err
}
