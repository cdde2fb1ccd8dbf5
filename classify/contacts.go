package classify

import (
	_ "embed"
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
	hotlines map[string]bool
	brands   []string // what the names of hosts are known by, from minBrand letters on
	short    map[string]bool
}

var builtinContacts = sync.OnceValue(func() *contacts {
	c := &contacts{
		byName: map[string]*parser.Lender{}, hosts: map[string]*parser.Lender{},
		hotlines: map[string]bool{}, short: map[string]bool{},
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
			case !ordinary[brand]:
				c.short[brand] = true
			}
		}
		for _, number := range l.Hotlines {
			c.hotlines[number] = true
		}
	}
	return c
})

// list returns the parts of a cell.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ",")
}

// ordinary are brands of up to three letters that other firms' hosts have as well.
var ordinary = map[string]bool{
	"122": true, "139": true, "189": true, "cup": true, "gov": true, "jd": true, "lu": true, "ly": true,
	"mot": true, "nia": true, "qq": true, "vip": true,
}

// ownerOf returns whose host the link's is, nil if the table does not know it.
func (c *contacts) ownerOf(l link) *parser.Lender {
	for host := l.host; host != ""; {
		if owner := c.hosts[host]; owner != nil {
			return owner
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil
}

// imitatedBy reports whether a part of the host is, holds or resembles a brand of the
// table. The last label is no part: .vip is no imitation of vip.com.
func (c *contacts) imitatedBy(l link) bool {
	name := l.host[:max(strings.LastIndexByte(l.host, '.'), 0)]
	for part := range strings.FieldsFuncSeq(name, isHostMark) {
		if c.short[part] {
			return true
		}
		if len(part) < minBrand {
			continue
		}
		for _, brand := range c.brands {
			if strings.Contains(part, brand) || resembles(part, brand) {
				return true
			}
		}
	}
	return false
}

func isHostMark(r rune) bool { return r == '.' || r == '-' }
