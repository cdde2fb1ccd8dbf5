package shape

import "github.com/dunsms/dunsms/parser/internal/runes"

// ReadLink returns the end of the link at i, or i if there is none: http://…,
// weixin://…, www.…, a bare domain under a known top-level domain, or an IPv4 address
// with a port or path. User info is part of it, and so is Chinese after which a path
// goes on. Its host may touch Chinese text on both sides; punctuation at its end is
// not part of it. E-mail addresses, file names, numbers and dates are not links.
//
// If r[i] is a Chinese character, it must be the first of a label that its top-level
// domain follows directly, as in 捷信.com; ReadHanLink finds that start from the dot.
func ReadLink(r []rune, i int) int {
	switch {
	case runes.AlnumAt(r, i):
	case runes.HanAt(r, i):
		return readLinkOfHan(r, i)
	default:
		return i
	}
	if runes.InsideNumber(r, i) {
		return i
	}
	if at, web := skipScheme(r, i); web {
		return readWebLink(r, i, at)
	} else if at > i {
		return readPath(r, at)
	}
	if runes.At(r, i-1) == '/' && runes.At(r, i-2) == '/' {
		return i
	}
	if runes.HasAt(r, i, "www.") && runes.HanAt(r, i+4) {
		if end := readHanHost(r, i); end > i {
			return readLinkRest(r, end)
		}
		return i
	}
	return readBareLink(r, i)
}

// readBareLink reads a link without a scheme, which may begin with user info and a
// password: user:pass@host.
func readBareLink(r []rune, i int) int {
	h := scanHost(r, i)
	end := h.bareEnd(r)
	if end == i {
		return i
	}
	next := runes.At(r, end)
	if next == ':' || next == '@' && h.isWWW(r) {
		if host := skipUser(r, i); host > i && readHost(r, host) > host {
			return readLinkRest(r, readHost(r, host))
		}
	} else if next == '@' {
		return i // an e-mail address
	}
	return readLinkRest(r, end)
}

// readLinkRest reads a port, path, query and fragment after a host that ends at i.
func readLinkRest(r []rune, i int) int {
	if runes.At(r, i) == ':' {
		if port := runes.DigitsWithin(r, i+1, 5); port > i+1 && port <= i+6 {
			i = port
		}
	}
	switch runes.At(r, i) {
	case '/', '?', '#':
	default:
		return i
	}
	return readPath(r, i)
}

// readPath reads a path, query and fragment at i.
func readPath(r []rune, i int) int {
	end, query := i, false
	for end < i+linkReach {
		if !isLinkRune(r, end, query) {
			next := skipHanPath(r, end)
			if next == end {
				break
			}
			end = next
			continue
		}
		query = query || r[end] == '?' || r[end] == '#'
		end++
	}
	for end > i && isTrailing(r[end-1]) {
		end--
	}
	return end
}

// linkReach is how many runes of a path are read. Longer paths are cut off.
const linkReach = 2048

// isLinkRune reports whether r[i] continues a path or, after ? or #, a query. Brackets
// and commas end a path: in messages they belong to the text.
func isLinkRune(r []rune, i int, query bool) bool {
	if runes.AlnumAt(r, i) {
		return true
	}
	switch c := runes.At(r, i); c {
	case '/', '-', '_', '.', '~', '%', '=', '&', '+', '?', '#', '@', '$', '*':
		return true
	case ':', '!':
		return runes.AlnumAt(r, i+1) || runes.At(r, i+1) == '/'
	case ',', ';':
		return (query || c == ';' && (runes.HasAt(r, i-4, "&amp") || isParameter(r, i+1))) && runes.AlnumAt(r, i+1)
	}
	return false
}

// isParameter reports whether a parameter of a path begins at i: ;id=1.
func isParameter(r []rune, i int) bool {
	const most = 16
	end := i
	for end < i+most && runes.LetterAt(r, end) {
		end++
	}
	return end > i && runes.At(r, end) == '='
}

// isTrailing reports whether c is punctuation that no link ends with.
func isTrailing(c rune) bool {
	switch c {
	case '.', '~', '?', '&', '#', '@', '$', '+', '-', '=', '%':
		return true
	}
	return false
}
