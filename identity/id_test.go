package identity

import (
	"strings"
	"time"
)

// slowValid is an independent reading of GB 11643-1999 and of the range of birth
// dates, for 18 plain characters.
func slowValid(s string) bool {
	if len(s) != 18 || strings.Trim(s[:17], "0123456789") != "" {
		return false
	}
	if !strings.Contains(" 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 81 82 83 ", " "+s[:2]+" ") {
		return false
	}
	born, err := time.Parse("20060102", s[6:14])
	if err != nil || born.Year() < 1900 || born.Year() > 2026 {
		return false
	}
	// ISO 7064 MOD 11-2: the digits as a polynomial in 2, with the check value,
	// leave 1.
	p := 0
	for _, c := range s[:17] {
		p = (p + int(c-'0')) * 2 % 11
	}
	if s[17] == 'X' {
		return (p+10)%11 == 1
	}
	return '0' <= s[17] && s[17] <= '9' && (p+int(s[17]-'0'))%11 == 1
}
