package presend

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser"
)

// isSigned reports whether the text tells who writes, though package parser reads no lender: by the
// name of one of the caller's lenders or its brand, by a line that is one's, or since the phone shows
// a name as the sender.
func (k *check) isSigned() bool {
	if strings.ContainsFunc(k.record.Sender, unicode.IsLetter) {
		return true
	}
	for _, l := range slices.Concat(k.notice.Lenders(), k.Lenders) {
		if brand := brandOf(l.Name); utf8.RuneCountInString(brand) > 1 && strings.Contains(k.text, brand) {
			return true
		}
		if slices.ContainsFunc(k.notice.Phones, func(f parser.Found) bool {
			return slices.ContainsFunc(l.Hotlines, func(line string) bool { return digitsOf(line) == digitsOf(f.Text) })
		}) {
			return true
		}
	}
	return false
}

// brandOf returns the name of a firm without the words that many have at the end.
func brandOf(name string) string {
	for {
		i := slices.IndexFunc(cues()["firm_ending"], func(word string) bool { return strings.HasSuffix(name, word) })
		if i < 0 {
			return name
		}
		name = strings.TrimSuffix(name, cues()["firm_ending"][i])
	}
}

// digitsOf returns the digits of a number.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}
