package matter

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify/internal/phrase"
	"github.com/dunsms/dunsms/identity"
)

// cast is the people (by full name) and lenders that the messages of a phone mention. A text that
// names one of them, wherever it does, is about their matter: 高晓阳认识吗.
type cast struct {
	persons []string
	lenders []name
	numbers []string   // the last digits of contracts, and of cards that are debts
	writ    [][]string // for each lender, how texts may write it

	named, written phrase.Index // of persons, and of writ
}

// mostCast is the most of each sort: each has a bit.
const mostCast = 64

// castOf returns the cast of the readings, those named most often first.
func castOf(all []*reading, recipient identity.Profile) *cast {
	persons, lenders := map[string]int{}, map[name]int{}
	for _, r := range all {
		if !r.isCredit() {
			continue
		}
		if n := r.claim.Name; !n.IsZero() && !n.Masked() && !n.SurnameOnly() && r.fit.Field(identity.FieldName).Outcome != identity.Agree {
			persons[n.Reveal()]++
		}
		if !r.creditor.isZero() && (r.role == lender || r.creditor.canonical != "") {
			lenders[r.creditor]++
		}
	}
	c := new(cast)
	for _, r := range all {
		for _, list := range [...][]string{r.tails, r.contracts} {
			for _, n := range list {
				if tail := n[max(0, len(n)-leastTail):]; len(tail) == leastTail && isDigits(tail) && !isYear(tail) && !slices.Contains(c.numbers, tail) && len(c.numbers) < mostCast {
					c.numbers = append(c.numbers, tail)
				}
			}
		}
	}
	for n := range persons {
		if utf8.RuneCountInString(n) >= 2 {
			c.persons = append(c.persons, n)
		}
	}
	slices.SortFunc(c.persons, func(a, b string) int { return cmp.Or(persons[b]-persons[a], strings.Compare(a, b)) })
	c.persons = c.persons[:min(len(c.persons), mostCast)]
	var names []name
	for n := range lenders {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b name) int {
		return cmp.Or(lenders[b]-lenders[a], strings.Compare(a.text, b.text), strings.Compare(a.canonical, b.canonical))
	})
	for _, n := range names {
		c.addLender(n)
	}
	for i, n := range c.persons {
		c.named.AddWord(i, n)
	}
	for i, writ := range c.writ {
		for _, s := range writ {
			c.written.AddWord(i, s)
		}
	}
	return c
}

// addLender adds a lender, or further ways of writing one already added.
func (c *cast) addLender(n name) {
	i := slices.IndexFunc(c.lenders, n.same)
	if i < 0 {
		if len(c.lenders) == mostCast {
			return
		}
		i = len(c.lenders)
		c.lenders, c.writ = append(c.lenders, n), append(c.writ, nil)
	}
	for _, s := range []string{n.plain, n.core} {
		least := 3
		if n.canonical != "" && !slices.Contains(words(noCore), s) {
			least = 2
		}
		if utf8.RuneCountInString(s) >= least && !slices.Contains(c.writ[i], s) || s == n.text && n.canonical != "" && len(s) > 3 {
			c.writ[i] = append(c.writ[i], s)
		}
	}
}

// find sets who is named in a reading. A lender known from other messages replaces a creditor whom
// only this reading names.
func (c *cast) find(r *reading) {
	c.named.Each(r.Text, func(i int) { r.persons |= 1 << i })
	c.written.Each(plainly(r.Text), func(i int) { r.lenders |= 1 << i })
	if len(r.tails) == 0 && (r.claims() || r.lenders != 0) {
		for _, n := range c.numbers {
			if standsAlone(r.Text, n) {
				r.tails = append(r.tails, n)
			}
		}
	}
	if bits.OnesCount64(r.lenders) == 1 && r.creditor.canonical == "" && r.role != lender {
		r.creditor = c.lenders[bits.TrailingZeros64(r.lenders)]
	}
}

func isDigits(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return c < '0' || c > '9' }) < 0
}

// isYear reports whether four digits may be a present-day year.
func isYear(s string) bool { return "1990" <= s && s <= "2039" }

// standsAlone reports whether a text contains digits with no further digits or number marks next
// to them and no 元 or 块 after them.
func standsAlone(text, digits string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], digits)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(digits)
		before, after := byte(0), text[at:]
		if i > 0 {
			before = text[i-1]
		}
		isPart := func(c byte) bool { return '0' <= c && c <= '9' || c == '.' || c == ',' || c == '*' || c == '-' }
		if !isPart(before) && (after == "" || !isPart(after[0])) && !strings.HasPrefix(after, "元") && !strings.HasPrefix(after, "块") {
			return true
		}
	}
}
