// Package conduct finds the rules on debt collection that a message breaks, as far as its text,
// its time and its addressee show.
//
// A breach says how the sender behaves, not who wrote: real lenders may threaten, and swindlers
// may be polite. Nor does it end a debt.
//
// Only instruments in force when the message comes are cited, each by name and date, with where
// and when it was read and how far that source can be trusted; articles are named if they were
// compared with the text of the law. A rule for lenders of one kind is not applied to those of
// another, nor to a court, a public organ, a utility or a private person.
//
// How often somebody called, whether a night-time message was agreed on, and
// whether an objection went unanswered cannot be seen from one message.
//
// The rules and the instruments are tables (data/rules.tsv, data/instruments.tsv), which a caller
// may replace with [Load].
package conduct

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// The codes of the rules in the embedded table. New codes may be added; readers must accept ones
// they do not know.
const (
	AfterObjection       = "AFTER_OBJECTION"       // goes on after an objection; see Tables.Cite
	ContactFlood         = "CONTACT_FLOOD"         // more than ContactsADay; see Tables.Cite
	CriminalCharge       = "CRIMINAL_CHARGE"       // a criminal charge for a civil debt
	ExtraFees            = "EXTRA_FEES"            // fees for visits, for collecting, for dropping the case
	FalseConsequence     = "FALSE_CONSEQUENCE"     // a consequence that the law does not know: 黑名单, the children's school
	HomeVisit            = "HOME_VISIT"            // will stay, block the door or enter against the will; not a visit as such
	InducedBorrowing     = "INDUCED_BORROWING"     // borrow elsewhere to pay
	Insult               = "INSULT"                // abuse
	NightHours           = "NIGHT_HOURS"           // collecting between 22:00 and 08:00, UTC+8
	PosesAsForum         = "POSES_AS_FORUM"        // a private "mediation centre" that threatens with enforcement
	PosesAsLender        = "POSES_AS_LENDER"       // a collector who says "we, the bank"
	PosesAsOrgan         = "POSES_AS_ORGAN"        // writes as police, procuratorate, a court or another public organ
	PrivateChannel       = "PRIVATE_CHANNEL"       // a collector's own mobile number, WeChat or QQ
	PublicPosting        = "PUBLIC_POSTING"        // notices on walls, loudspeakers
	RelativeMadeToPay    = "RELATIVE_MADE_TO_PAY"  // a relative is to pay who neither signed nor inherited
	TakesProperty        = "TAKES_PROPERTY"        // will carry things off, change the lock
	ThirdPersonPressed   = "THIRD_PERSON_PRESSED"  // somebody who does not owe is to pay or to urge
	ThirdPersonThreat    = "THIRD_PERSON_THREAT"   // says that family, employer or village will be drawn in
	ThirdPersonTold      = "THIRD_PERSON_TOLD"     // tells somebody else about the debt
	ThreatensHarassment  = "THREATENS_HARASSMENT"  // flooding with calls or messages
	ThreatensPublication = "THREATENS_PUBLICATION" // exposure, photos, chat groups
	ThreatensViolence    = "THREATENS_VIOLENCE"    // harm to body or property
)

// Breach is a rule that a message breaks. It holds no text of the message. The zero Breach is no
// breach.
type Breach struct {
	Rule string `json:"rule"`
	// Source names the instrument with its date, whom it is for, and where it was read. If several
	// fit, it is the most binding one; the others are in Also. It begins with 如果对方是… if it fits
	// only some sort of sender and the sort of this one is not known.
	Source  string `json:"source"`
	Checked string `json:"checked"` // the date on which it was read, 2026-11-23
	Trust   string `json:"trust"`   // A official text, B press or professional page, C reposts that agree
	// Binding is whether the instrument is law for a sender of the sort that the message names. It
	// is false for recommendations, and if the sort matters and is not known.
	Binding bool `json:"binding"`
	// Scope is whom the instrument is for.
	Scope Scope `json:"scope"`
	// Spans are where the text shows it; there are none for the time of day.
	Spans []parser.Span `json:"spans,omitempty"`
	Also  []Citation    `json:"also,omitempty"`
}

// Citation is a further instrument with the same rule.
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
// ReceivedAt may be in any zone. The zero time means unknown: then no rule on hours is applied,
// and every instrument counts as in force. Addressee is the outcome of [identity.Compare] for the
// person whom the message names and the one who received it. Unknown does not count against the
// sender, nor does Disagree alone: the number may be wrong in the sender's records.
//
// Messages that collect nothing (kind receipt or other) break no rule here, nor does a nil Notice.
// A Notice that was read from JSON has no tokens, so that breaches shown only by words of the text
// are not found.
func Breaches(n *parser.Notice, receivedAt time.Time, addressee identity.Outcome) []Breach {
	return Builtin().Breaches(n, receivedAt, addressee)
}

// Breaches is like the function Breaches, but uses the rules of t. A rule whose code is none of
// the constants is never broken.
func (t *Tables) Breaches(n *parser.Notice, receivedAt time.Time, addressee identity.Outcome) []Breach {
	var cited []Breach
	for _, b := range t.Wording(n, receivedAt, addressee) {
		if b.Source != "" {
			cited = append(cited, b)
		}
	}
	return cited
}

// Wording is like Breaches, but also returns, without a source, what no instrument in force then
// forbids to senders of this sort: what to keep out of one's own messages.
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

// ContactsADay is the most contacts a day that self-regulation allows (cba-2026, for calls).
const ContactsADay = 6

// Cite returns a breach of a rule that only many messages together show, with the instruments in
// force when a message came. It returns false if t does not have the rule or no instrument was in
// force. The sender's sort is taken as unknown.
func (t *Tables) Cite(rule string, receivedAt time.Time) (Breach, bool) {
	r := t.rule(rule)
	if r == nil {
		return Breach{}, false
	}
	return breachOf(rule, r.cite(sender{scope: ScopeAny}, dayOf(receivedAt)))
}

// breachOf returns the breach of a rule with what is cited for it; false if nothing is.
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

// dayOf returns the day in China in the format of the tables, "" for the zero time.
func dayOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(beijing).Format(time.DateOnly)
}

// Explain says what the rule is about, in "zh" or "en"; any other lang is taken as "zh". It
// returns "" for a rule that the embedded table does not have.
func (b Breach) Explain(lang string) string { return Builtin().Explain(b.Rule, lang) }

// Explain is like [Breach.Explain], but uses the rules of t.
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

// tidy sorts the spans and merges those that overlap.
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
