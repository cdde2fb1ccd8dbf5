package shape

import "github.com/dunsms/dunsms/parser/internal/runes"

// ReadLink returns the end of the link at i, or i if there is none: http://…, ftp://…,
// www.…, a bare domain under a known top-level domain, or an IPv4 address with a port
// or path. Its host may touch Chinese text on both sides; punctuation at its end is not
// part of it. E-mail addresses, file names, numbers and dates are not links.
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
	if runes.InsideNumber(r, i) || runes.At(r, i-1) == '/' && runes.At(r, i-2) == '/' {
		return i
	}
	if host := skipScheme(r, i); host > i {
		return readSchemeLink(r, i, host)
	}
	if runes.HasAt(r, i, "www.") && runes.HanAt(r, i+4) {
		if end := readLinkOfHan(r, i+4); end > i+4 {
			return end
		}
		return i
	}
	end := scanHost(r, i).bareEnd(r)
	if end == i || runes.At(r, end) == '@' {
		return i
	}
	return readLinkRest(r, end)
}

// skipScheme returns i moved over http://, https:// or ftp://.
func skipScheme(r []rune, i int) int {
	for _, scheme := range [...]string{"https://", "http://", "ftp://"} {
		if runes.HasAt(r, i, scheme) {
			return i + len(scheme)
		}
	}
	return i
}

// readSchemeLink reads the host of a link at at, after the scheme at i, and the rest of
// the link. Any dotted name is a host, and so is localhost.
func readSchemeLink(r []rune, i, at int) int {
	if runes.HanAt(r, at) {
		if end := readLinkOfHan(r, at); end > at {
			return end
		}
		return i
	}
	h := scanHost(r, at)
	switch {
	case h.labels >= 2:
		if end := h.knownEnd(r); end > at {
			return readLinkRest(r, end)
		}
		return readLinkRest(r, h.end)
	case runes.HasAt(r, at, "localhost") && h.end == at+len("localhost"):
		return readLinkRest(r, h.end)
	}
	return i
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
	end, query := i, false
	for end < i+linkReach && isLinkRune(r, end, query) {
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
	switch runes.At(r, i) {
	case '/', '-', '_', '.', '~', '%', '=', '&', '+', '?', '#', '@', '$', '*':
		return true
	case ':', '!':
		return runes.AlnumAt(r, i+1) || runes.At(r, i+1) == '/'
	case ',', ';':
		return query && runes.AlnumAt(r, i+1)
	}
	return false
}

// isTrailing reports whether c is punctuation that no link ends with.
func isTrailing(c rune) bool {
	switch c {
	case '.', '~', '?', '&', '#', '@', '$', '+', '-', '=', '%':
		return true
	}
	return false
}

// readLinkOfHan reads a link whose first label is Chinese and begins at i.
func readLinkOfHan(r []rune, i int) int {
	for dot := i + 1; dot <= i+hanLabelReach; dot++ {
		if runes.At(r, dot) == '.' {
			if start, end := ReadHanLink(r, dot); start == i {
				return end
			}
			return i
		}
		if !runes.HanAt(r, dot) {
			return i
		}
	}
	return i
}
