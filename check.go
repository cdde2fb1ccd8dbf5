package dunsms

import (
	"cmp"
	"fmt"
	"log/slog"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// ReportVersion is the version of the JSON of a Report. New keys and words may be added
// to that JSON; none is removed.
const ReportVersion = 1

// Message is one SMS and what else is known about it. Only Text is needed.
//
// A Message holds personal data: fmt and slog show only its type; json.Marshal writes it
// whole.
type Message struct {
	ID         string           `json:"id,omitempty"`         // the caller's own, copied to the Report
	Number     int              `json:"-"`                    // names it in results of Matters and CheckAll; 0: its place, from 1
	Text       string           `json:"text"`                 // UTF-8, at most parser.MaxBytes
	Sender     string           `json:"sender,omitempty"`     // the number it came from
	ReceivedAt time.Time        `json:"received_at,omitzero"` // zero: not known
	Recipient  identity.Profile `json:"recipient,omitzero"`
	Facts      classify.Facts   `json:"facts,omitzero"`
}

// Format shows only the type, whatever the verb.
func (m Message) Format(s fmt.State, _ rune) { fmt.Fprint(s, "Message{}") }

// LogValue shows only the type to slog.
func (m Message) LogValue() slog.Value { return slog.StringValue("Message{}") }

// Report is all that the library says about one message. Its JSON is part of the API.
// json.Unmarshal of it gives back an equal Report, except that Notice has no Tokens and
// no Lenders: they are not in the JSON.
//
// A Report holds personal data: fmt and slog show only its verdict; json.Marshal writes
// it whole.
type Report struct {
	V          int                 `json:"v"`              // ReportVersion
	Line       int                 `json:"line,omitempty"` // set by programs that read files: the line, from 1
	ID         string              `json:"id,omitempty"`   // Message.ID
	Notice     parser.Notice       `json:"notice"`
	Comparison identity.Comparison `json:"comparison"` // compares the person the notice speaks of with the recipient
	Assessment classify.Assessment `json:"assessment"`
	Breaches   []conduct.Breach    `json:"breaches,omitempty"`
	Steps      []remedy.Step       `json:"steps,omitempty"`
}

// Format shows the verdict and hides the rest, whatever the verb.
func (r Report) Format(s fmt.State, _ rune) {
	fmt.Fprintf(s, "Report{%s}", cmp.Or(r.Assessment.Verdict, classify.Undetermined))
}

// LogValue shows the verdict and hides the rest from slog.
func (r Report) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(r)) }

// Checker checks messages with the caller's own tables and settings. The zero Checker is
// ready to use and gives the answers of the function Check. A Checker is safe for
// concurrent use.
type Checker struct {
	Parser     *parser.Parser      // nil: the parser of the embedded tables
	Lenders    []parser.Lender     // whose hotlines, domains and senders are known
	Population classify.Population // whose messages these are; zero: those of people who ask about one
	Evidence   []classify.Evidence // weighed in addition to the embedded evidence
	Tables     *remedy.Tables      // nil: the embedded steps
	Rules      *conduct.Tables     // nil: the embedded rules
	Lang       remedy.Lang         // of steps, headline and reason; "": Chinese
}

// Check reads a message, compares the person it speaks of with its recipient, weighs
// which verdict explains it best, and says which rules it breaks and what to do.
//
// The error is the *parser.Error of parser.Parse: the text is too long or not UTF-8.
func Check(m Message) (*Report, error) { return new(Checker).Check(m) }

// Check is like the function Check. It returns classify.ErrPopulation if c.Population is
// not valid.
func (c *Checker) Check(m Message) (*Report, error) {
	if err := c.usable(); err != nil {
		return nil, err
	}
	parse := parser.Parse
	if c.Parser != nil {
		parse = c.Parser.Parse
	}
	n, err := parse(m.Text)
	if err != nil {
		return nil, err
	}
	r := &Report{V: ReportVersion, ID: m.ID, Notice: *n}
	r.Comparison = identity.Compare(n.Claim(), m.Recipient)
	r.Assessment = classify.Assess(n, classify.Context{
		Recipient: m.Recipient, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Facts: m.Facts,
		Lenders: c.Lenders, Evidence: c.Evidence, Population: c.Population,
	})
	rules, tables := c.Rules, c.Tables
	if rules == nil {
		rules = conduct.Builtin()
	}
	if tables == nil {
		tables = remedy.Builtin()
	}
	r.Breaches = rules.Breaches(n, m.ReceivedAt, r.Comparison.Outcome)
	if r.Assessment.Verdict == classify.Scam { // no lender broke its rules: keep only rules that bind everybody
		r.Breaches = conduct.Anybody(r.Breaches)
	}
	lang := cmp.Or(c.Lang, remedy.Chinese)
	r.Steps = tables.StepsIn(remedy.Situation{
		Notice: n, Recipient: m.Recipient, Assessment: r.Assessment, Facts: m.Facts, Breaches: r.Breaches, ReceivedAt: m.ReceivedAt,
	}, lang)
	r.Assessment.Headline = plain.Headline(r.Assessment, &r.Notice, r.Steps, lang)
	r.Assessment.Reason = plain.Reason(r.Assessment, lang)
	return r, nil
}

// usable returns an error if nothing can be checked with c, whatever the message.
func (c *Checker) usable() error { return c.Population.Validate() }
