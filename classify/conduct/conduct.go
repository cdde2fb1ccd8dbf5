// Package conduct names the rules on debt collection that a message breaks, as
// far as its text, its time and its addressee show.
//
// A breach says how the sender behaves. It says nothing about who wrote: real
// lenders threaten and swindlers are polite. It does not end a debt either.
//
// Only instruments that are in force when the message comes are cited, each by
// name and date, with where it was read, when, and how far that can be trusted;
// articles are named where they were compared with the text of the law. A rule for
// lenders of one kind is not held against those of another, nor against a court, a
// public organ, a utility or a private person.
//
// How often somebody called, whether a night-time message was agreed on, and
// whether an objection went unanswered cannot be seen from one message.
//
// The rules are a table (data/rules.tsv), the instruments are another
// (data/instruments.tsv); [Load] takes tables of the caller in their place.
package conduct

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// The codes of the rules in the embedded table. A reader must accept codes it
// does not know.
const (
	AfterObjection       = "AFTER_OBJECTION"       // goes on after an objection; see Cite
	ContactFlood         = "CONTACT_FLOOD"         // more than ContactsADay; see Cite
	CriminalCharge       = "CRIMINAL_CHARGE"       // a criminal charge for a civil debt
	ExtraFees            = "EXTRA_FEES"            // fees for visits, for collecting, for dropping the case
	FalseConsequence     = "FALSE_CONSEQUENCE"     // a consequence that the law does not have: 黑名单, the children's school
	HomeVisit            = "HOME_VISIT"            // will stay, block the door or enter against the will; not a visit as such
	InducedBorrowing     = "INDUCED_BORROWING"     // borrow elsewhere to pay
	Insult               = "INSULT"                // abuse
	NightHours           = "NIGHT_HOURS"           // collecting between 22:00 and 08:00, UTC+8
	PosesAsForum         = "POSES_AS_FORUM"        // a private "mediation centre" that threatens with enforcement
	PosesAsLender        = "POSES_AS_LENDER"       // a collector who says "we, the bank"
	PosesAsOrgan         = "POSES_AS_ORGAN"        // in the name of police, procuratorate, a court or another public organ
	PrivateChannel       = "PRIVATE_CHANNEL"       // a collector's own mobile number, WeChat or QQ
	PublicPosting        = "PUBLIC_POSTING"        // notices on walls, loudspeakers
	RelativeMadeToPay    = "RELATIVE_MADE_TO_PAY"  // a relative is to pay who neither signed nor inherited
	TakesProperty        = "TAKES_PROPERTY"        // will carry off things, change the lock
	ThirdPersonPressed   = "THIRD_PERSON_PRESSED"  // somebody who does not owe is to pay or to urge
	ThirdPersonThreat    = "THIRD_PERSON_THREAT"   // says that family, employer or village will be drawn in
	ThirdPersonTold      = "THIRD_PERSON_TOLD"     // tells somebody else of the debt
	ThreatensHarassment  = "THREATENS_HARASSMENT"  // flooding with calls or messages
	ThreatensPublication = "THREATENS_PUBLICATION" // exposure, photos, chat groups
	ThreatensViolence    = "THREATENS_VIOLENCE"    // harm to body or property
)

// Breach is a rule that a message breaks. It holds no text of the message. The
// zero Breach is none.
type Breach struct {
	Rule string `json:"rule"`
	// Source names the instrument with its date, whom it is for, and where it was
	// read; the most binding of those that fit comes here, the others are in Also.
	// It begins 如果对方是… where the sender's sort is not known and it matters.
	Source  string `json:"source"`
	Checked string `json:"checked"` // the date of reading, 2026-11-23
	Trust   string `json:"trust"`   // A official text, B press or professional page, C reposts that agree
	// Binding is whether the instrument is law for a sender such as the message
	// names; false for what recommends, and where the sender's sort is not known.
	Binding bool `json:"binding"`
	// Scope is whom the instrument is for.
	Scope Scope `json:"scope"`
	// Spans are where the text shows it; none for the time of day.
	Spans []parser.Span `json:"spans,omitempty"`
	Also  []Citation    `json:"also,omitempty"`
}

// Citation is a further instrument that says the same.
type Citation struct {
	Source  string `json:"source"`
	Checked string `json:"checked"`
	Trust   string `json:"trust"`
	Binding bool   `json:"binding"`
	Scope   Scope  `json:"scope"`
}

// Breaches returns the rules of the embedded tables that the message breaks,
// ordered by span, then by rule; those without a span come first.
//
// ReceivedAt may be in any zone; the zero time is not known, and then no rule
// on hours is applied and every instrument counts as in force. Addressee is how
// the person whom the message names fits the one who received it, as
// [identity.Compare] says; Unknown does not speak against the sender, and neither
// does Disagree alone: a number may be wrong in the sender's records.
//
// Messages that collect nothing (kind receipt or other) break nothing here. A
// nil Notice breaks nothing. Where the notice comes from JSON, it has no tokens,
// and a sender who poses in the text rather than in the signature is not seen.
func Breaches(n *parser.Notice, receivedAt time.Time, addressee identity.Outcome) []Breach {
	return Builtin().Breaches(n, receivedAt, addressee)
}

// Breaches is like the function Breaches, with the rules of t. A rule whose
// code is none of the constants is never broken.
func (t *Tables) Breaches(n *parser.Notice, receivedAt time.Time, addressee identity.Outcome) []Breach {
	var cited []Breach
	for _, b := range t.Wording(n, receivedAt, addressee) {
		if b.Source != "" {
			cited = append(cited, b)
		}
	}
	return cited
}

// Wording is like Breaches, and has as well what no instrument in force then forbids senders of
// this sort, without a source: what to keep out of one's own messages.
func (t *Tables) Wording(n *parser.Notice, receivedAt time.Time, addressee identity.Outcome) []Breach {
	if n == nil || n.Kind != parser.KindOverdue && n.Kind != parser.KindReminder {
		return nil
	}
	text := runningText(n)
	var room [16]mark // enough for most messages
	var marks marks
	if t.index != nil {
		marks = text.marks(t.index, room[:0])
	}
	found := t.findings(n, text, marks, receivedAt, addressee)
	if len(found) == 0 {
		return nil
	}
	from := t.senderOf(n, marks)
	day := dayOf(receivedAt)
	var out []Breach
	for _, f := range found {
		r := t.rule(f.rule)
		if r == nil || !from.mayBreak(f.rule) {
			continue
		}
		b, _ := breachOf(f.rule, r.cite(from, day))
		b.Rule, b.Spans = f.rule, tidy(f.spans)
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Breach) int {
		return cmp.Or(slices.CompareFunc(a.Spans, b.Spans, compareSpans), strings.Compare(a.Rule, b.Rule))
	})
	return out
}

// ContactsADay is how many contacts a day self-regulation thinks fit (cba-2026, of calls).
const ContactsADay = 6

// Cite returns the breach of a rule that many messages show and no single one does, with the
// instruments in force when a message came; false for a rule that t does not have. The sender's
// sort is taken as unknown.
func (t *Tables) Cite(rule string, receivedAt time.Time) (Breach, bool) {
	r := t.rule(rule)
	if r == nil {
		return Breach{}, false
	}
	return breachOf(rule, r.cite(sender{scope: ScopeAny}, dayOf(receivedAt)))
}

// breachOf returns the breach of a rule with what is cited for it; false where nothing is.
func breachOf(rule string, cited []Citation) (Breach, bool) {
	if len(cited) == 0 {
		return Breach{}, false
	}
	c := cited[0]
	b := Breach{Rule: rule, Source: c.Source, Checked: c.Checked, Trust: c.Trust, Binding: c.Binding, Scope: c.Scope}
	if len(cited) > 1 {
		b.Also = cited[1:]
	}
	return b, true
}

// dayOf returns the day in China as the tables write it, "" for the zero time.
func dayOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(beijing).Format(time.DateOnly)
}

// Explain says in "zh" or "en" what the rule of the embedded table is about; ""
// for a rule it does not have. Any other language is taken as zh.
func (b Breach) Explain(lang string) string { return Builtin().Explain(b.Rule, lang) }

// Explain is like [Breach.Explain], for the rules of t.
func (t *Tables) Explain(rule, lang string) string {
	switch r := t.rule(rule); {
	case r == nil:
		return ""
	case lang == "en":
		return r.En
	default:
		return r.Zh
	}
}

func compareSpans(a, b parser.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// tidy returns the spans in order, those that overlap as one.
func tidy(s []parser.Span) []parser.Span {
	slices.SortFunc(s, compareSpans)
	out := s[:0]
	for _, next := range s {
		if n := len(out); n > 0 && next.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, next.End)
			continue
		}
		out = append(out, next)
	}
	return out
}
