package matter

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify/internal/phrase"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser"
)

// name is a lender's or a collector's name.
type name struct {
	text      string // as written
	canonical string // "" if the parser does not know it
	plain     string // text with the names of one bank written one way
	core      string // without the usual endings of lenders' names: 小橙花 for 小橙花消费金融有限公司
}

func nameOf(l *parser.LenderName) name {
	if l == nil {
		return name{}
	}
	n := name{text: l.Text, canonical: l.Canonical, plain: plainly(l.Text)}
	n.core = coreOf(plainly(n.shown()))
	return n
}

func (n name) isZero() bool { return n.text == "" }

// shown returns the name to show: the canonical one if known.
func (n name) shown() string {
	if n.canonical != "" {
		return n.canonical
	}
	return n.text
}

// plainly spells names of rural banks, which vary, in one way.
func plainly(s string) string {
	if !strings.Contains(s, "农") {
		return s
	}
	return plainName.Replace(s)
}

// plainName does the replacing for plainly.
var plainName = strings.NewReplacer("农村商业银行", "农商银行", "农商行", "农商银行", "农村信用合作联社", "农信社", "农村信用社", "农信社")

func coreOf(s string) string {
	for {
		cut := s
		for _, end := range words(nameEnd) {
			if rest, ok := strings.CutSuffix(cut, end); ok && utf8.RuneCountInString(rest) >= 2 {
				cut = rest
			}
		}
		if cut == s {
			return s
		}
		s = cut
	}
}

// same reports whether two names may be of one lender.
func (n name) same(m name) bool {
	if n.canonical != "" && m.canonical != "" {
		return n.canonical == m.canonical || n.core == m.core
	}
	return n.core == m.core || holds(n.plain, m.core) || holds(m.plain, n.core)
}

// holds reports whether a name contains another's core and the core is no ordinary word: 上海银行 is
// not the same as 上海鼎诚小贷.
func holds(name, core string) bool {
	return utf8.RuneCountInString(core) >= 2 && !slices.Contains(words(noCore), core) && strings.Contains(name, core)
}

// key returns what same names mostly share: the first two characters of the core.
func (n name) key() string {
	s := n.core
	for i, c := 0, 0; i < len(s); c++ {
		if c == 2 {
			return s[:i]
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s
}

// role is what a sender is to a debt, in the order in which a debt goes further.
type role uint8

const (
	noRole role = iota
	lender
	collector
	lawyer
	mediator
	assignee
	court
)

var roleNames = [...]string{"", "lender", "collector", "lawyer", "mediator", "assignee", "court"}

//go:embed roles.tsv
var rolesTable string

//go:embed products.tsv
var productsTable string

var roleWords = lazy.New(func() *[]word { return wordsOf("roles.tsv", rolesTable, roleNames[:]) })

var productIndex = lazy.New(func() *phrase.Index {
	var products []string
	for _, row := range tsv.Rows("products.tsv", productsTable, 2) {
		if !slices.Contains(products, row[1]) {
			products = append(products, row[1])
		}
	}
	return indexOf(*wordsOf("products.tsv", productsTable, products))
})

// roleOf returns the role that a name tells.
func roleOf(name string) role {
	best := noRole
	for _, w := range *roleWords.Get() {
		if strings.Contains(name, w.text) {
			best = max(best, role(w.of))
		}
	}
	return best
}

// productsIn returns the products that a text mentions, a bit for each.
func productsIn(text string) (set uint64) {
	productIndex.Get().Each(text, func(product int) { set |= 1 << product })
	return set
}

// takeNames sets the creditor, the collector and the sender's role.
func (r *reading) takeNames(n *parser.Notice) {
	if !isPayeesBank(n) {
		r.creditor = nameOf(n.Lender)
	}
	if n.Creditor != nil {
		r.creditor, r.collector = nameOf(n.Creditor), nameOf(n.Lender)
	}
	for _, s := range n.Signatures {
		r.role = max(r.role, roleOf(s.Text))
	}
	if n.Lender != nil {
		r.role = max(r.role, roleOf(n.Lender.Text))
	}
	switch {
	case r.role == noRole && r.collector.isZero() && !r.creditor.isZero() && len(n.Signatures) > 0:
		r.role = lender
	case r.role == noRole && r.isPersonal() && !r.creditor.isZero():
		r.role = collector // a private lender would name no lender
	case r.role > lender && r.collector.isZero() && r.creditor.canonical == "":
		r.creditor, r.collector = name{}, r.creditor // a collector is no creditor
	}
}

// isPayeesBank reports whether the lender is only the bank of an account to pay into.
func isPayeesBank(n *parser.Notice) bool {
	if n.Lender == nil || len(n.Signatures) > 0 {
		return false
	}
	return slices.ContainsFunc(n.Accounts, func(a parser.Account) bool {
		return a.Type == parser.AccountBankCard && a.Span.Start-n.Lender.Span.End <= besideAccount && n.Lender.Span.Start-a.Span.End <= besideAccount
	})
}

// besideAccount is how far from an account its bank may be named, in bytes: twelve characters.
const besideAccount = 36

// takeNumbers sets the numbers that tie messages to one debt, and the handles that they offer.
func (r *reading) takeNumbers(n *parser.Notice) {
	for _, a := range n.Accounts {
		switch a.Type {
		case parser.AccountContract, parser.AccountOrder:
			if number := plainNumber(a.Text); len(number) >= leastContract {
				r.contracts = append(r.contracts, number)
			}
		case parser.AccountCardTail:
			if isDebtsTail(r.Text, a.Span) {
				r.tails = append(r.tails, digitsOf(a.Text))
			}
		default:
			r.handles = append(r.handles, plainNumber(a.Text))
		}
	}
	r.cases = caseNumbers(r.Text)
	for _, f := range n.Phones {
		if p, err := identity.ParsePhone(f.Text); err == nil {
			switch p.Class() {
			case identity.PhoneMobile, identity.PhoneLandline, identity.PhoneOverseas:
				r.handles = append(r.handles, p.Reveal())
			}
		}
	}
	if r.isPersonal() {
		r.handles = append(r.handles, r.port) // a number to call in one message may be the sender of another
	}
	for _, list := range [...]*[]string{&r.contracts, &r.tails, &r.cases, &r.handles} {
		*list = (*list)[max(0, len(*list)-mostNumbers):]
	}
}

// mostNumbers is the most numbers of a sort, the last, by which a message is compared.
const mostNumbers = 8

// leastContract is the fewest characters of a number that identifies a contract.
const leastContract = 5

// plainNumber returns a number in capitals, without marks.
func plainNumber(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToUpper(c)
		}
		return -1
	}, s)
}

func digitsOf(s string) string {
	return strings.Map(func(c rune) rune {
		if '0' <= c && c <= '9' {
			return c
		}
		return -1
	}, s)
}

const tailReach = 24 // bytes on either side: eight characters

// isDebtsTail reports whether a card's tail is of the debt itself: of a credit card that is the
// debt, or of its contract. Other tails are of cards that money goes from or to.
func isDebtsTail(text string, at parser.Span) bool {
	before := text[max(0, at.Start-tailReach):at.Start]
	after := text[at.End:min(len(text), at.End+tailReach)]
	if i := strings.IndexAny(after, "，。,;；"); i >= 0 {
		after = after[:i]
	}
	if i := strings.LastIndexAny(before, "，。,;；"); i >= 0 {
		before = before[i:]
	}
	return says(after, debtAfterTail) || says(before, debtBeforeTail) && !says(after, meansAfterTail)
}

// caseNumbers returns the case numbers of courts: (2026)粤0304民初1234号.
func caseNumbers(text string) (numbers []string) {
	for at := 0; ; {
		i := strings.Index(text[at:], "号")
		if i < 0 {
			return numbers
		}
		end := at + i
		at = end + len("号")
		near := text[max(0, end-maxCaseNumber):end]
		start := strings.LastIndexAny(near, "(（〔[")
		if start < 0 {
			continue
		}
		number := plainNumber(near[start:])
		if len(number) > 6 && strings.HasPrefix(number, "20") && strings.IndexFunc(number, unicode.IsLetter) == 4 {
			numbers = append(numbers, number)
		}
	}
}

const maxCaseNumber = 60 // bytes
