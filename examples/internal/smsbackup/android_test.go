package smsbackup

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// androidEscape writes an attribute as Android's serializer does: what is not
// printed ASCII or a character up to U+D7FF by its number, a character beyond
// U+FFFF in two halves.
func androidEscape(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		switch {
		case u == '"', u == '<', u == '>', u == '&':
			b.WriteString(map[uint16]string{'"': "&quot;", '<': "&lt;", '>': "&gt;", '&': "&amp;"}[u])
		case u < ' ' || u >= 0xd800:
			fmt.Fprintf(&b, "&#%d;", u)
		default:
			b.WriteRune(rune(u))
		}
	}
	return b.String()
}

// plain is what is read of text: what XML does not have is U+FFFD.
func plain(s string) string {
	return strings.Map(func(c rune) rune {
		if !allowed(c) {
			return '\ufffd'
		}
		return c
	}, s)
}
