package shape

import "github.com/dunsms/dunsms/parser/internal/runes"

// skipScheme returns i moved over a scheme and its slashes, https:// or weixin://, or i
// if there is none. web reports whether a host follows: hxxp:// is http:// made
// harmless, and http:/ and http:\\ are typed by mistake.
func skipScheme(r []rune, i int) (at int, web bool) {
	const longest = 20
	if !runes.LetterAt(r, i) {
		return i, false
	}
	colon := i
	for colon < i+longest && isSchemeRune(runes.At(r, colon)) {
		colon++
	}
	if runes.At(r, colon) != ':' {
		return i, false
	}
	at, web = colon+1, isOneOf(r[i:colon], "http", "https", "hxxp", "hxxps", "ftp")
	if !web {
		if !runes.HasAt(r, at, "//") || runes.HasAt(r, i, "ht") {
			return i, false // httt:// opens nothing
		}
		return at + len("//"), false
	}
	for at < colon+4 && (runes.At(r, at) == '/' || runes.At(r, at) == '\\') {
		at++
	}
	if at == colon+1 {
		return i, false
	}
	for _, again := range [...]string{"http//", "https//"} { // typed twice: http://http//
		if runes.HasAt(r, at, again) {
			at += len(again)
		}
	}
	return at, true
}

// isSchemeRune reports whether c may occur in a scheme: RFC 3986, 3.1.
func isSchemeRune(c rune) bool { return runes.IsAlnum(c) || c == '+' || c == '-' || c == '.' }

// readWebLink reads the host of a link at at, after the scheme at i, and the rest of the
// link. What comes before @ is not the host: http://www.icbc.com.cn@evil.top/x. After
// https:\\ backslashes stand for strokes in the path too.
func readWebLink(r []rune, i, at int) int {
	if host := skipUser(r, at); host > at {
		if end := readHost(r, host); end > host {
			return readLinkRest(r, end)
		}
	}
	end := readHost(r, at)
	switch {
	case end == at:
		return i
	case r[at-1] == '\\' && runes.At(r, end) == '\\' && runes.AlnumAt(r, end+1):
		return readPath(r, end+1)
	}
	return readLinkRest(r, end)
}

// userReach is the length of the longest user info that is read, in runes.
const userReach = 64

// skipUser returns i moved over the user info of a link, user:pass@ or
// www.icbc.com.cn@, or i if there is none. The last @, or %40, counts.
func skipUser(r []rune, i int) int {
	host := i
	for j := i; j < i+userReach; j++ {
		switch c := runes.At(r, j); c {
		case '@':
			if runes.AlnumAt(r, j+1) || runes.HanAt(r, j+1) {
				host = j + 1
			}
		case '%':
			if runes.HasAt(r, j, "%40") && runes.AlnumAt(r, j+len("%40")) {
				host = j + len("%40")
			}
		case '-', '.', '_', '~', '!', '$', '&', '*', '+', '=', ':':
		default:
			if !runes.IsAlnum(c) {
				return host
			}
		}
	}
	return host
}

// readHost returns the end of the host at i, after a scheme or user info, or i if there
// is none: any dotted name, localhost, an address written as one number, or one of IPv6.
func readHost(r []rune, i int) int {
	if runes.At(r, i) == '[' {
		return readIPv6(r, i)
	}
	h := scanHost(r, i)
	if runes.HanAt(r, i) || runes.At(r, h.end) == '.' && runes.HanAt(r, h.end+1) {
		if end := readHanHost(r, i); end > i {
			return end
		}
	}
	switch {
	case h.labels >= 2:
		if end := h.knownEnd(r); end > i {
			return end
		}
		return h.end
	case isOneOf(r[i:h.end], "localhost"), isAddress(r[i:h.end]):
		return h.end
	}
	return i
}

// isAddress reports whether the label is an IPv4 address as one number, 3232235777 or
// 0xc0a80101. Numbers of fewer than 8 digits are not in use.
func isAddress(label []rune) bool {
	if runes.HasAt(label, 0, "0x") {
		return len(label) == len("0xc0a80101")
	}
	n := len(label)
	return 8 <= n && n <= 10 && runes.DigitsWithin(label, 0, n) == n
}

// readIPv6 reads an address in brackets, [2001:db8::1] or [::ffff:192.0.2.1].
func readIPv6(r []rune, i int) int {
	const most = 45 // characters
	end, colons := i+1, 0
	for ; end <= i+most; end++ {
		switch c := runes.At(r, end); {
		case c == ':':
			colons++
		case c == ']' && colons >= 2:
			return end + 1
		case c != '.' && !runes.IsDigit(c) && (c < 'a' || c > 'f'):
			return i
		}
	}
	return i
}
