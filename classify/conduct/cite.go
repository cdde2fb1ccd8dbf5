package conduct

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// Scope says whom an instrument is for, and of what sort a sender is.
type Scope string

// The scopes.
const (
	ScopeAny             Scope = "any"
	ScopeBank            Scope = "bank"
	ScopeConsumerFinance Scope = "consumer_finance"
	ScopeSmallLoan       Scope = "small_loan"
	ScopeLicensed        Scope = "licensed"  // banks and consumer finance companies
	ScopeLender          Scope = "lender"    // whoever lends as a business, and its collectors
	ScopeBankCard        Scope = "bank_card" // banks, where the text speaks of a credit card
	// ScopeNewContract: for lenders, but only for contracts made since, which a
	// message cannot show.
	ScopeNewContract Scope = "new_contract"
	// ScopeRepeated: for anybody, but only if it happens again and again, which
	// one message cannot show.
	ScopeRepeated Scope = "repeated"
)

// The sorts of senders who are no lenders. Nothing is cited for them alone.
const (
	scopeOrgan   Scope = "organ"   // courts and public organs
	scopePrivate Scope = "private" // private persons and utilities
)

var scopes = []Scope{
	ScopeAny, ScopeBank, ScopeConsumerFinance, ScopeSmallLoan, ScopeLicensed, ScopeLender, ScopeBankCard,
	ScopeNewContract, ScopeRepeated,
}

// ofLenders are the rules that a sender who is no lender does not break, whatever the
// instruments for anybody say: a friend may ask a friend's mother.
var ofLenders = []string{NightHours, PosesAsForum, PosesAsLender, PrivateChannel, ThirdPersonPressed, ThirdPersonTold}

// notOfOrgans are those that a court or a public organ does not break either: it may
// publish, enter and seize, and write to whoever has inherited.
var notOfOrgans = []string{HomeVisit, PublicPosting, RelativeMadeToPay, ThreatensPublication}

// sender is what is known of who wrote.
type sender struct {
	scope Scope // ScopeLender for a lender of unknown sort, ScopeAny where nothing is known
	card  bool  // the text speaks of a credit card
}

// isLender reports whether the sender may be a lender or collect for one.
func (s sender) isLender() bool { return s.scope != scopeOrgan && s.scope != scopePrivate }

// mayBreak reports whether a rule is one that such a sender can break.
func (s sender) mayBreak(rule string) bool {
	return s.isLender() || !slices.Contains(ofLenders, rule) && (s.scope != scopeOrgan || !slices.Contains(notOfOrgans, rule))
}

// fits says how an instrument fits a sender.
type fits int

const (
	fitsNot fits = iota
	fitsPerhaps
	fitsWell // but it is no law, or law only if something holds that no message shows
	binds
)

func (s sender) fits(i *Instrument) fits {
	card := i.Scope == ScopeBankCard
	switch {
	case i.Scope == ScopeRepeated:
		return fitsWell
	case i.Scope == ScopeAny:
	case !s.isLender() || card && !s.card:
		return fitsNot
	case i.Scope == ScopeNewContract && s.scope != ScopeAny:
		return fitsWell
	case i.Scope == ScopeLender && s.scope != ScopeAny,
		i.Scope == s.scope,
		card && s.scope == ScopeBank,
		i.Scope == ScopeLicensed && (s.scope == ScopeBank || s.scope == ScopeConsumerFinance):
	case s.scope == ScopeAny || s.scope == ScopeLender:
		return fitsPerhaps
	default:
		return fitsNot
	}
	if i.Binding {
		return binds
	}
	return fitsWell
}

// condition is put before the name of an instrument that fits perhaps.
func condition(i Scope) string {
	switch i {
	case ScopeBank:
		return "如果对方是银行："
	case ScopeBankCard:
		return "如果对方是发卡银行："
	case ScopeConsumerFinance:
		return "如果对方是消费金融公司："
	case ScopeLender, ScopeNewContract:
		return "如果对方是贷款机构或受其委托："
	case ScopeLicensed:
		return "如果对方是银行或消费金融公司："
	case ScopeSmallLoan:
		return "如果对方是小额贷款公司："
	}
	return ""
}

// cite returns the instruments of r that are in force on the day, "" for any, and may
// be for the sender: first those that bind it, then those that fit it, then those that
// would if it is of their sort.
func (r *rule) cite(from sender, day string) []Citation {
	out := make([]Citation, 0, len(r.Instruments))
	for _, rank := range []fits{binds, fitsWell, fitsPerhaps} {
		for _, i := range r.cited {
			if from.fits(i) != rank || day != "" && day < i.From {
				continue
			}
			c := Citation{Source: i.Source, Checked: i.Checked, Trust: i.Trust, Binding: rank == binds, Scope: i.Scope}
			if rank == fitsPerhaps {
				c.Source = i.ifSource
			}
			out = append(out, c)
		}
	}
	return out
}

// Anybody returns what is left of breaches where the sender is no lender at all, as
// with a swindler: the rules and citations that are for anybody. A swindler breaks
// the law on public security; it is no "collection against the rules".
func Anybody(breaches []Breach) []Breach {
	var out []Breach
	for _, b := range breaches {
		all := append([]Citation{{b.Source, b.Checked, b.Trust, b.Binding, b.Scope}}, b.Also...)
		all = slices.DeleteFunc(all, func(c Citation) bool { return c.Scope != ScopeAny && c.Scope != ScopeRepeated })
		if len(all) == 0 || slices.Contains(ofLenders, b.Rule) {
			continue
		}
		c := all[0]
		b.Source, b.Checked, b.Trust, b.Binding, b.Scope = c.Source, c.Checked, c.Trust, c.Binding, c.Scope
		b.Also = nil
		if len(all) > 1 {
			b.Also = all[1:]
		}
		out = append(out, b)
	}
	return out
}

// senderOf returns who wrote, judged by the signatures, the lender and the words.
func (t *Tables) senderOf(n *parser.Notice, marks marks) sender {
	s := sender{scope: ScopeAny, card: marks.has(wordCard)}
	for _, f := range n.Signatures {
		switch {
		case t.isOrgan(f.Text), t.contains(wordCourt, f.Text):
			s.scope = scopeOrgan
			return s
		case t.contains(wordUtility, f.Text):
			s.scope = scopePrivate
			return s
		}
	}
	business := len(n.Signatures) > 0 || marks.has(wordInstitution)
	switch {
	case marks.has(wordCourtSelf):
		s.scope = scopeOrgan
	case !business && marks.has(wordPrivate):
		s.scope = scopePrivate
	case n.Lender != nil:
		s.scope = t.sortOf(cmp.Or(n.Lender.Canonical, n.Lender.Text))
	case business:
		s.scope = ScopeLender
	}
	return s
}

// sortOf returns the sort of a lender, judged by its name; ScopeLender if the name
// does not say.
func (t *Tables) sortOf(name string) Scope {
	switch {
	case t.contains(wordConsumer, name):
		return ScopeConsumerFinance
	case t.contains(wordSmallLoan, name):
		return ScopeSmallLoan
	case t.contains(wordBank, name):
		return ScopeBank
	case t.contains(wordCourt, name):
		return scopeOrgan
	case t.contains(wordUtility, name):
		return scopePrivate
	}
	return ScopeLender
}

// isOrgan reports whether a signature names a public organ.
func (t *Tables) isOrgan(signature string) bool {
	if !t.contains(wordOrgan, signature) {
		return false
	}
	for _, w := range t.words[wordNoOrgan] {
		signature = strings.ReplaceAll(signature, w, " ")
	}
	return t.contains(wordOrgan, signature)
}
