package conduct

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// Scope says whom an instrument is for, or what sort of sender wrote.
type Scope string

// The scopes.
const (
	ScopeAny             Scope = "any"
	ScopeBank            Scope = "bank"
	ScopeConsumerFinance Scope = "consumer_finance"
	ScopeSmallLoan       Scope = "small_loan"
	ScopeLicensed        Scope = "licensed"  // banks and consumer finance companies
	ScopeLender          Scope = "lender"    // all who lend as a business, and their collectors
	ScopeBankCard        Scope = "bank_card" // banks, if the text speaks of a credit card
	// ScopeNewContract: for lenders, but only for contracts made since then, which a message
	// cannot show.
	ScopeNewContract Scope = "new_contract"
	// ScopeRepeated: for anybody, but only for repeated conduct, which one message cannot show.
	ScopeRepeated Scope = "repeated"
)

// The sorts of senders who are no lenders. No instrument has these scopes.
const (
	scopeOrgan   Scope = "organ"   // courts and public organs
	scopePrivate Scope = "private" // private persons and utilities
)

var scopes = []Scope{
	ScopeAny, ScopeBank, ScopeConsumerFinance, ScopeSmallLoan, ScopeLicensed, ScopeLender, ScopeBankCard,
	ScopeNewContract, ScopeRepeated,
}

// ofLenders are the rules that only a lender can break, even if an instrument is for anybody: a
// friend may ask a friend's mother.
var ofLenders = []string{NightHours, PosesAsForum, PosesAsLender, PrivateChannel, ThirdPersonPressed, ThirdPersonTold}

// notOfOrgans are the further rules that a court or a public organ cannot break: it may publish,
// enter and seize, and write to heirs.
var notOfOrgans = []string{HomeVisit, PublicPosting, RelativeMadeToPay, ThreatensPublication}

// sender is what is known about who wrote.
type sender struct {
	scope Scope // ScopeLender for a lender of unknown sort, ScopeAny if nothing is known
	card  bool  // the text speaks of a credit card
}

// isLender reports whether the sender may be a lender or collect for one.
func (s sender) isLender() bool { return s.scope != scopeOrgan && s.scope != scopePrivate }

// mayBreak reports whether a sender of this sort can break a rule.
func (s sender) mayBreak(rule string) bool {
	return s.isLender() || !slices.Contains(ofLenders, rule) && (s.scope != scopeOrgan || !slices.Contains(notOfOrgans, rule))
}

// fits says how an instrument fits a sender.
type fits int

const (
	fitsNot fits = iota
	fitsPerhaps
	fitsWell // but it is not law, or is law only on a condition that no message shows
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

// condition returns what is put before the name of an instrument that fitsPerhaps.
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

// cite returns the instruments of r that are in force on the day and may be for the sender: first
// those that bind it, then those that fit it, then those that fit it if it is of their sort. If
// day is "", all count as in force.
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

// Anybody returns the breaches that remain if the sender is no lender at all but, say, a swindler:
// only the rules and citations that are for anybody. A swindler breaks the law on public security,
// not the rules on collection.
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

// senderOf returns the sort of the sender, judged by the signatures, the lender and the words.
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

// sortOf returns the sort of a lender by its name, ScopeLender if the name does not tell.
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
