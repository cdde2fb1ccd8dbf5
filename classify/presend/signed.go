package presend

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser"
)

// isSigned reports whether the notice says who writes although package parser found no lender: by
// a known lender's name, brand or hotline, or because the sender is a name and no number.
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

// brandOf returns the name of a firm without the usual endings of firms' names.
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
