package identity

import "errors"

// PhoneClass is the class of a phone number, which follows from its first
// digits and its length. The zero PhoneClass is PhoneUnknown. New classes may
// be added; readers must accept ones they do not know.
type PhoneClass uint8

// The classes. The examples are invented, except for public numbers.
const (
	PhoneUnknown     PhoneClass = iota
	PhoneMobile                 // 13800001234; see Phone.Virtual
	PhoneLandline               // 010 80001234, or 80001234 without the area
	PhoneService                // 953, 955, 956 with 5 or 6 digits: a large firm, 95588
	PhoneCallCentre             // 950, 951, 952, 954, 957; any 95… of 7 or 8 digits
	Phone400                    // 400 0001234: a firm, the caller pays the local part
	Phone800                    // 800 0001234: a firm, which pays for the call
	PhoneApplication            // 106…: application SMS of a verified firm
	PhoneHotline                // public and operators' numbers: 110, 12378, 10086, 96110
	PhoneOverseas               // +852 …, 00852 …: not of the Chinese mainland
	PhoneTail                   // the last digits of a number: 尾号1234
)

var phoneClasses = [...]string{
	"unknown", "mobile", "landline", "service", "call_centre", "400", "800", "application", "hotline", "overseas", "tail",
}

// String returns the class as the JSON writes it: "unknown", "mobile",
// "landline", "service", "call_centre", "400", "800", "application", "hotline",
// "overseas" or "tail".
func (c PhoneClass) String() string {
	if int(c) < len(phoneClasses) {
		return phoneClasses[c]
	}
	return phoneClasses[PhoneUnknown]
}

// MarshalText returns the text of [PhoneClass.String]; it never fails.
func (c PhoneClass) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the text of [PhoneClass.String].
func (c *PhoneClass) UnmarshalText(text []byte) error {
	for i, name := range phoneClasses {
		if name == string(text) {
			*c = PhoneClass(i)
			return nil
		}
	}
	return errors.New("identity: no such class of phone number")
}

// Public reports whether numbers of the class belong to firms and services, not
// to persons. Such numbers are printed whole.
func (c PhoneClass) Public() bool {
	switch c {
	case PhoneService, PhoneCallCentre, Phone400, Phone800, PhoneApplication, PhoneHotline:
		return true
	}
	return false
}

// classify returns the class of a number of the Chinese mainland, given as
// digits and * without the country code.
func classify(d string) PhoneClass {
	n := len(d)
	switch {
	case len(d) == 0:
		return PhoneUnknown
	case n == 11 && d[0] == '1' && (d[1] == hidden || '3' <= d[1] && d[1] <= '9'):
		return PhoneMobile
	case hasPrefix(d, "106") && 8 <= n && n <= maxPhone:
		return PhoneApplication
	case n == 10 && hasPrefix(d, "400"):
		return Phone400
	case n == 10 && hasPrefix(d, "800"):
		return Phone800
	case hasPrefix(d, "95"):
		return classify95(d)
	case isHotline(d):
		return PhoneHotline
	case isLandline(d):
		return PhoneLandline
	}
	return PhoneUnknown
}

func hasPrefix(d, prefix string) bool { return len(d) >= len(prefix) && d[:len(prefix)] == prefix }

// classify95 returns the class of a number that begins with 95, by its third
// digit and its length (as allotted by the Ministry of Industry and Information
// Technology; Xinhua, 2020-08-18).
func classify95(d string) PhoneClass {
	n := len(d)
	switch {
	case n < 5 || n > 8:
		return PhoneUnknown
	case n > 6:
		return PhoneCallCentre
	}
	switch d[2] {
	case '3', '5', '6':
		return PhoneService
	case '0', '1', '2', '4', '7':
		return PhoneCallCentre
	}
	return PhoneUnknown
}

// isHotline reports whether d is an emergency number 11x or 12x, 12xxx of a
// public service, 10xxx of an operator, or 96xxx of a province.
func isHotline(d string) bool {
	switch len(d) {
	case 3:
		return hasPrefix(d, "11") || d == "120" || d == "122"
	case 5:
		return hasPrefix(d, "10") || hasPrefix(d, "12") || hasPrefix(d, "96")
	case 6:
		return hasPrefix(d, "96") || hasPrefix(d, "12")
	}
	return false
}

// isLandline reports whether d is a landline number: a local number of 7 or 8
// digits, after an area code or, if it begins with 2 to 8, without one.
func isLandline(d string) bool {
	area := areaLen(d)
	if area < 0 {
		return false
	}
	local := d[area:]
	if n := len(local); n != 7 && n != 8 {
		return false
	}
	if area > 0 {
		return local[0] != '0'
	}
	return local[0] == hidden || '2' <= local[0] && local[0] <= '8'
}

// areaLen returns the length of the area code, which includes its 0: 3 for 010
// and 02x, 4 for 03xx to 09xx; 0 if there is none; -1 for a code that does not
// exist.
func areaLen(d string) int {
	switch {
	case d[0] != '0':
		return 0
	case len(d) < 4:
		return -1
	case d[1] == '1' && d[2] == '0', d[1] == '2' && d[2] != '6':
		return 3
	case '3' <= d[1] && d[1] <= '9':
		return 4
	}
	return -1
}
