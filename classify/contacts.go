package classify

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

//go:embed contacts.tsv
var contactsTable string

// contacts are the rows of contacts.tsv.
type contacts struct {
	byName   map[string]*parser.Lender
	hosts    map[string]*parser.Lender // by registrable domain
	hotlines map[string]*parser.Lender
	brands   []string // the brands in the hosts, of minBrand letters or more
	hyphened []string // the brands that contain a hyphen
	short    map[string]bool
}

var builtinContacts = sync.OnceValue(func() *contacts {
	c := &contacts{
		byName: map[string]*parser.Lender{}, hosts: map[string]*parser.Lender{},
		hotlines: map[string]*parser.Lender{}, short: map[string]bool{},
	}
	for line := range strings.Lines(contactsTable) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 4 {
			continue
		}
		l := &parser.Lender{Name: cells[0], Domains: list(cells[1]), Hotlines: list(cells[2])}
		c.byName[l.Name] = l
		for _, host := range l.Domains {
			c.hosts[host] = l
			switch brand := brandOf(host); {
			case len(brand) >= minBrand:
				c.brands = append(c.brands, brand)
				if strings.Contains(brand, "-") {
					c.hyphened = append(c.hyphened, brand)
				}
			case !ordinary[brand]:
				c.short[brand] = true
			}
		}
		for _, number := range l.Hotlines {
			c.hotlines[number] = l
		}
	}
	return c
})

// list returns the comma-separated parts of a cell.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ",")
}

// ordinary are brands of up to three letters that also occur in other firms' hosts.
var ordinary = map[string]bool{
	"122": true, "139": true, "189": true, "cup": true, "gov": true, "jd": true, "lu": true, "ly": true,
	"mot": true, "nia": true, "qq": true, "vip": true,
}

// ownerOf returns the owner of the link's host, nil if the table does not know it.
func (c *contacts) ownerOf(l link) *parser.Lender {
	for host := l.host; host != ""; {
		if owner := c.hosts[host]; owner != nil {
			return owner
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil
}

// imitatedBy reports whether the host is named after a brand of the table. The last label is
// ignored: .vip is no imitation of vip.com.
func (c *contacts) imitatedBy(l link) bool {
	name := l.host[:max(strings.LastIndexByte(l.host, '.'), 0)]
	for label := range strings.SplitSeq(name, ".") {
		if containsAny(label, c.hyphened) {
			return true
		}
		for part := range strings.SplitSeq(label, "-") {
			if c.short[part] || len(part) >= minBrand && slices.ContainsFunc(c.brands, func(brand string) bool { return isNamedAfter(part, brand) }) {
				return true
			}
		}
	}
	return false
}

// longBrand is the length from which a brand inside a longer word, or with a letter changed, is no
// coincidence. A short one may be: the pinyin of 瑞一信息 contains yixin.
const longBrand = 7

// additions are what forgers put before or behind a short brand.
var additions = [...]string{"app", "bank", "card", "cn", "credit", "daikuan", "fenqi", "hk", "huankuan", "jinrong", "kefu", "loan", "login", "my", "online", "pay", "safe", "service", "vip", "www", "xinyong"}

// isNamedAfter reports whether a part of a host is a brand, with a usual addition or digits,
// or a long brand in disguise.
func isNamedAfter(part, brand string) bool {
	if len(part) < len(brand) {
		return false
	}
	if len(brand) >= longBrand && (strings.Contains(part, brand) || resembles(part, brand)) {
		return true
	}
	before, after, ok := strings.Cut(part, brand)
	return ok && isAddition(before) && isAddition(after)
}

func isAddition(s string) bool {
	return strings.Trim(s, "0123456789") == "" || slices.Contains(additions[:], s)
}

func isHostMark(r rune) bool { return r == '.' || r == '-' }
