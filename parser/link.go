package parser

// readLink reads a link at i: http://…, ftp://…, www.…, a bare domain under a
// known top-level domain, or an IPv4 address with a port or path. Its host may
// be glued to Chinese text on both sides; punctuation at its end is not part
// of it. E-mail addresses, file names, numbers and dates are none.
//
// Where i is a Chinese character, it must be the first of a label that is
// directly followed by its top-level domain, as in 捷信.com; readHanLink finds
// that start from the dot.
func readLink(r []rune, i int) int {
	switch {
	case isAlnumAt(r, i):
	case isHanAt(r, i):
		return readLinkOfHan(r, i)
	default:
		return i
	}
	if insideNumber(r, i) || runeAt(r, i-1) == '/' && runeAt(r, i-2) == '/' {
		return i
	}
	if host := skipScheme(r, i); host > i {
		return readSchemeLink(r, i, host)
	}
	if hasASCII(r, i, "www.") && isHanAt(r, i+4) {
		if end := readLinkOfHan(r, i+4); end > i+4 {
			return end
		}
		return i
	}
	end := scanHost(r, i).bareEnd(r)
	if end == i || runeAt(r, end) == '@' {
		return i
	}
	return readLinkRest(r, end)
}

// skipScheme steps over http://, https:// or ftp://.
func skipScheme(r []rune, i int) int {
	for _, scheme := range [...]string{"https://", "http://", "ftp://"} {
		if hasASCII(r, i, scheme) {
			return i + len(scheme)
		}
	}
	return i
}

func hasASCII(r []rune, i int, s string) bool {
	if i+len(s) > len(r) {
		return false
	}
	for k := range len(s) {
		if r[i+k] != rune(s[k]) {
			return false
		}
	}
	return true
}

// readSchemeLink reads what follows a scheme, whose link begins at i. Any
// dotted name is a host, and localhost.
func readSchemeLink(r []rune, i, at int) int {
	if isHanAt(r, at) {
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
	case hasASCII(r, at, "localhost") && h.end == at+len("localhost"):
		return readLinkRest(r, h.end)
	}
	return i
}

// readLinkRest reads a port, path, query and fragment behind a host that ends
// at i.
func readLinkRest(r []rune, i int) int {
	if runeAt(r, i) == ':' {
		if port := runEnd(r, i+1, 5); port > i+1 && port <= i+6 {
			i = port
		}
	}
	switch runeAt(r, i) {
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

// linkReach is how many runes of a path are read. Longer ones are cut.
const linkReach = 2048

// isLinkRune tells whether r[i] goes on with a path or, behind ? or #, a
// query. Brackets and commas end a path: in messages they belong to the text.
func isLinkRune(r []rune, i int, query bool) bool {
	if isAlnumAt(r, i) {
		return true
	}
	switch runeAt(r, i) {
	case '/', '-', '_', '.', '~', '%', '=', '&', '+', '?', '#', '@', '$', '*':
		return true
	case ':', '!':
		return isAlnumAt(r, i+1) || runeAt(r, i+1) == '/'
	case ',', ';':
		return query && isAlnumAt(r, i+1)
	}
	return false
}

// isTrailing tells punctuation that does not end a link.
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
		if runeAt(r, dot) == '.' {
			if start, end := readHanLink(r, dot); start == i {
				return end
			}
			return i
		}
		if !isHanAt(r, dot) {
			return i
		}
	}
	return i
}
