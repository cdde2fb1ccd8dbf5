// Package conduct names the rules on debt collection that a message breaks, as
// far as its text, its time and its addressee show.
//
// A breach says how the sender behaves. It says nothing about who wrote: real
// lenders threaten and swindlers are polite. It does not end a debt either.
//
// Only instruments that are in force when the message comes are cited, each by
// name and date, with where it was read, when, and how far that can be trusted.
// Clause numbers are not cited. How often somebody called, and whether a
// night-time message was agreed on, cannot be seen from one message.
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
	CriminalCharge       = "CRIMINAL_CHARGE"       // a criminal charge for a civil debt
	Insult               = "INSULT"                // abuse
	NightHours           = "NIGHT_HOURS"           // collecting between 22:00 and 08:00, UTC+8
	PosesAsOrgan         = "POSES_AS_ORGAN"        // in the name of police, procuratorate, a court or another public organ
	ThirdPersonPressed   = "THIRD_PERSON_PRESSED"  // somebody who does not owe is to pay or to urge
	ThirdPersonThreat    = "THIRD_PERSON_THREAT"   // says that family or employer will be drawn in
	ThirdPersonTold      = "THIRD_PERSON_TOLD"     // tells somebody else of the debt
	ThreatensHarassment  = "THREATENS_HARASSMENT"  // flooding with calls or messages
	ThreatensPublication = "THREATENS_PUBLICATION" // exposure, photos, notices on walls
	ThreatensViolence    = "THREATENS_VIOLENCE"    // harm to body or property
)

// Breach is a rule that a message breaks. It holds no text of the message. The
// zero Breach is none.
type Breach struct {
	Rule string `json:"rule"`
	// Source names the instrument with its date, whom it is for, and where it was
	// read; the most binding of those that fit comes here, the others are in Also.
	Source  string `json:"source"`
	Checked string `json:"checked"` // the date of reading, 2026-11-23
	Trust   string `json:"trust"`   // A official text, B press or professional page, C reposts that agree
	// Binding is whether the instrument is law for a sender such as the message
	// names; false for what recommends, and where the sender's sort is not known.
	Binding bool `json:"binding"`
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
}

// Breaches returns the rules of the embedded tables that the message breaks,
// ordered by span, then by rule; those without a span come first.
//
// ReceivedAt may be in any zone; the zero time is not known, and then no rule
// on hours is applied and every instrument counts as in force. Addressee is how
// the person whom the message names fits the one who received it, as
// [identity.Compare] says; Unknown does not speak against the sender.
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
	if n == nil || n.Kind != parser.KindOverdue && n.Kind != parser.KindReminder {
		return nil
	}
	var out []Breach
	for _, f := range t.findings(n, receivedAt, addressee) {
		r, ok := t.rule(f.rule)
		if !ok {
			continue
		}
		cited := t.cite(r, sortOf(n.Lender), receivedAt)
		if len(cited) == 0 {
			continue
		}
		b := Breach{Rule: f.rule, Spans: tidy(f.spans), Also: cited[1:]}
		b.Source, b.Checked, b.Trust, b.Binding = cited[0].Source, cited[0].Checked, cited[0].Trust, cited[0].Binding
		if len(b.Also) == 0 {
			b.Also = nil
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Breach) int {
		return cmp.Or(slices.CompareFunc(a.Spans, b.Spans, compareSpans), strings.Compare(a.Rule, b.Rule))
	})
	return out
}

// Explain says in "zh" or "en" what the rule of the embedded table is about; ""
// for a rule it does not have. Any other language is taken as zh.
func (b Breach) Explain(lang string) string { return Builtin().Explain(b.Rule, lang) }

// Explain is like [Breach.Explain], for the rules of t.
func (t *Tables) Explain(rule, lang string) string {
	r, _ := t.rule(rule)
	if lang == "en" {
		return r.En
	}
	return r.Zh
}

// cite returns the instruments of r that are in force at the time and are not
// for lenders of another sort, the binding ones first.
func (t *Tables) cite(r Rule, lender Scope, at time.Time) []Citation {
	var out []Citation
	for _, key := range r.Instruments {
		i := t.instruments[key]
		if !at.IsZero() && at.In(beijing).Format(time.DateOnly) < i.From {
			continue
		}
		if i.Scope == ScopeConsumerFinance && lender == ScopeBank {
			continue
		}
		out = append(out, Citation{
			Source: i.Source, Checked: i.Checked, Trust: i.Trust,
			Binding: i.Binding && (i.Scope == ScopeAny || i.Scope == lender),
		})
	}
	slices.SortStableFunc(out, func(a, b Citation) int {
		switch {
		case a.Binding == b.Binding:
			return 0
		case a.Binding:
			return -1
		}
		return 1
	})
	return out
}

// sortOf returns the sort of a lender, judged by its name; ScopeAny if the name
// does not say.
func sortOf(l *parser.LenderName) Scope {
	if l == nil {
		return ScopeAny
	}
	name := l.Canonical
	if name == "" {
		name = l.Text
	}
	switch {
	case strings.Contains(name, "消费金融"):
		return ScopeConsumerFinance
	case strings.Contains(name, "银行"):
		return ScopeBank
	}
	return ScopeAny
}

func compareSpans(a, b parser.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// tidy returns the spans in order, each once.
func tidy(s []parser.Span) []parser.Span {
	slices.SortFunc(s, compareSpans)
	return slices.Compact(s)
}
