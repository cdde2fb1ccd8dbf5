package parser

import (
	"strings"
	"unicode"
)

// SplitLink takes apart a link as Notice.URLs have it, with or without a scheme: its
// host, without user, port and closing dot, and its path, without query and fragment.
// Both are in small letters, full-width ones made plain; the path begins with a slash
// or is empty. What is no link gives whatever stands where a host would, "" for "".
func SplitLink(link string) (host, path string) {
	link = strings.Map(plainWidth, link)
	if scheme, rest, ok := strings.Cut(link, "://"); ok && isScheme(scheme) {
		link = rest
	}
	// Browsers take a backslash for a slash, so that what stands behind it is no host.
	host = link
	if end := strings.IndexAny(link, `/\?#`); end >= 0 {
		host, path = link[:end], strings.ReplaceAll(link[end:], `\`, "/")
	}
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	if strings.Count(host, ":") == 1 {
		host, _, _ = strings.Cut(host, ":")
	}
	return strings.TrimSuffix(host, "."), path
}

// plainWidth returns a character in half width and small.
func plainWidth(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		r -= 0xFF01 - '!'
	case r == '。':
		return '.' // as IDNA has it
	}
	return unicode.ToLower(r)
}

// isScheme tells whether s is a scheme and not a part of a link that holds another:
// pay.example.cn/?to=https.
func isScheme(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}
