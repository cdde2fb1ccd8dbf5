package classify

import (
	"net/netip"
	"slices"
	"strings"
	"unicode"

	"github.com/dunsms/dunsms/parser"
)

// link is a link of Notice.URLs, in lower case and with full-width characters made half-width.
type link struct {
	host string // without user, port and closing dot
	path string // without query and fragment; begins with a slash or is empty
}

// parseLink parses a link with or without a scheme. Of text that is no link, the host is whatever
// stands where a host would, "" for "".
func parseLink(s string) link {
	host, path := authority(s)
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	if strings.Count(host, ":") == 1 {
		host, _, _ = strings.Cut(host, ":")
	}
	return link{strings.TrimSuffix(host, "."), path}
}

// authority splits a link without its scheme into what stands before the path, with user and port,
// and the rest.
func authority(s string) (host, path string) {
	s = strings.Map(plainWidth, s)
	if scheme, rest, ok := strings.Cut(s, "://"); ok && isScheme(scheme) {
		s = rest
	}
	// Browsers take a backslash for a slash, so what follows it is no host.
	end := strings.IndexAny(s, `/\?#`)
	if end < 0 {
		return s, ""
	}
	return s[:end], strings.ReplaceAll(s[end:], `\`, "/")
}

// plainWidth returns a character in half width and lower case.
func plainWidth(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		r -= 0xFF01 - '!'
	case r == '。':
		return '.' // as in IDNA
	}
	return unicode.ToLower(r)
}

// isScheme reports whether s is a scheme, and not part of a link that contains another one:
// pay.example.cn/?to=https.
func isScheme(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// isInstaller reports whether the link leads to a file that installs something.
func (l link) isInstaller() bool {
	for _, end := range [...]string{".apk", ".ipa", ".exe", ".mobileconfig"} {
		if strings.HasSuffix(l.path, end) {
			return true
		}
	}
	return false
}

// isStore reports whether the host is a store of applications.
func (l link) isStore() bool {
	for _, host := range [...]string{"apps.apple.com", "itunes.apple.com", "appgallery.huawei.com", "app.mi.com", "a.app.qq.com", "sj.qq.com"} {
		if l.isBelow(host) {
			return true
		}
	}
	return false
}

func (l link) isIP() bool {
	host := strings.Trim(l.host, "[]")
	if host == "" || host[0] > '9' && !strings.Contains(host, ":") {
		return false
	}
	_, err := netip.ParseAddr(host)
	return err == nil
}

// isOfficial reports whether the host is a public body's: under gov.cn or 政务, or on the closed
// list of those elsewhere.
func (l link) isOfficial() bool {
	if l.isBelow("gov.cn") || l.isBelow("政务") || l.isBelow("xn--zfr164b") {
		return true
	}
	return slices.ContainsFunc(hosts()["own"], l.isBelow)
}

// speaksForOrgan reports whether a part of the host is the name or the number of a public body.
func (l link) speaksForOrgan() bool {
	name := l.host[:max(strings.LastIndexByte(l.host, '.'), 0)]
	for part := range strings.FieldsFuncSeq(name, isHostMark) {
		digits := strings.Trim(part, "abcdefghijklmnopqrstuvwxyz")
		for _, word := range hosts()["organ"] {
			if part == word || digits == word || word[0] > '9' && len(word) > minBrand && strings.Contains(part, word) {
				return true
			}
		}
	}
	return false
}

// isDisguised reports whether the host of the link, which the message writes as text, is made to
// be misread: another host stands before an @, its name is in punycode, or letters of another
// script stand for Latin ones.
func (l link) isDisguised(text string) bool {
	before, _ := authority(text)
	if user, _, ok := strings.Cut(before, "@"); ok && strings.Contains(user, ".") {
		return true
	}
	return strings.HasPrefix(l.host, "xn--") || strings.Contains(l.host, ".xn--") || strings.ContainsFunc(l.host, isForeignLetter)
}

// isForeignLetter reports whether r is a letter that is neither Latin nor Chinese.
func isForeignLetter(r rune) bool {
	return r >= 0x80 && unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Latin)
}

// isUnder reports whether the host is domain or below it. The domain may be given as a link and in
// capitals.
func (l link) isUnder(domain string) bool { return l.isBelow(parseLink(domain).host) }

// isBelow is isUnder for a host as written in the tables.
func (l link) isBelow(host string) bool {
	rest, ok := strings.CutSuffix(l.host, host)
	return ok && host != "" && (rest == "" || strings.HasSuffix(rest, "."))
}

func (l link) isOwn(lender *parser.Lender) bool {
	for _, d := range lender.Domains {
		if l.isUnder(d) {
			return true
		}
	}
	return false
}

// imitates reports whether a part of the host is, contains or resembles the brand of domain,
// without the host being under domain.
func (l link) imitates(domain string) bool {
	brand := brandOf(parseLink(domain).host)
	if brand == "" || l.isUnder(domain) {
		return false
	}
	for part := range strings.FieldsFuncSeq(l.host, isHostMark) {
		if part == brand || len(brand) >= minBrand && strings.Contains(part, brand) {
			return true
		}
		if len(brand) >= minBrand && resembles(part, brand) {
			return true
		}
	}
	return false
}

// minBrand is the length from which a brand inside a longer word, or with one letter changed, is
// no coincidence.
const minBrand = 4

// brandOf returns the longest label of a host except its last, www and com: icbc for
// www.icbc.com.cn.
func brandOf(host string) (brand string) {
	labels := strings.Split(host, ".")
	for _, s := range labels[:len(labels)-1] {
		if s != "www" && s != "com" && len(s) > len(brand) {
			brand = s
		}
	}
	return brand
}

// resembles reports whether a is b with one letter changed or with digits for letters.
func resembles(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	differ := 0
	for i := range len(a) {
		switch {
		case a[i] == b[i]:
		case a[i] == '0' && b[i] == 'o', a[i] == '1' && (b[i] == 'l' || b[i] == 'i'), a[i] == '5' && b[i] == 's':
		default:
			differ++
		}
	}
	return differ == 0 || differ == 1 && len(b) > minBrand
}
