package dunsms

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"log/slog"
	"time"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/ordered"
)

// Phone is what is known about a phone besides its messages. The zero Phone is that of an
// unknown person. Under fmt and slog it shows only its type.
type Phone struct {
	// Recipient is whose phone it is; if zero, the recipient of the first message.
	Recipient identity.Profile
	// Objected is when the recipient objected in writing: messages that collect after it are
	// reported as breaches. Zero: not known.
	Objected time.Time
	// Progress, if set, is called after each message with the number of messages read so far,
	// always from the same goroutine.
	Progress func(read int)
}

// Format shows only the type, whatever the verb.
func (p Phone) Format(s fmt.State, _ rune) { fmt.Fprint(s, "Phone{}") }

// LogValue shows only the type to slog.
func (p Phone) LogValue() slog.Value { return slog.StringValue("Phone{}") }

// PhoneReport is what the messages of a phone say together. Its JSON is part of the API.
//
// A PhoneReport holds personal data: fmt and slog show only how many matters there are;
// json.Marshal writes it whole.
type PhoneReport struct {
	V int `json:"v"` // ReportVersion
	// Messages counts all messages. Copies counts those that may bear on a matter but were
	// dropped because an identical one (text, sender, time) was already there.
	Messages int            `json:"messages"`
	Copies   int            `json:"copies,omitempty"`
	Matters  []MatterReport `json:"matters,omitempty"` // ordered by their first message
	Open     []matter.Open  `json:"open,omitempty"`    // messages that left something untold, see matter.Open
}

// MatterReport says what one matter is and what to do about it.
type MatterReport struct {
	matter.Matter
	Steps []remedy.Step `json:"steps,omitempty"`
}

// Format shows the verdict and hides the rest, whatever the verb.
func (m MatterReport) Format(s fmt.State, verb rune) { m.Matter.Format(s, verb) }

// LogValue shows the verdict and hides the rest from slog.
func (m MatterReport) LogValue() slog.Value { return m.Matter.LogValue() }

// Format shows how many matters there are, whatever the verb.
func (r PhoneReport) Format(s fmt.State, _ rune) {
	fmt.Fprintf(s, "PhoneReport{%d matters}", len(r.Matters))
}

// LogValue shows how many matters there are to slog.
func (r PhoneReport) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(r)) }

// Matters reads the messages of one phone, in any order, and says what they are together: see
// package matter. A message that cannot be read is no error: it is listed in PhoneReport.Open.
// The error is that of ctx, or classify.ErrPopulation.
//
// The report names a message by its Number, or if that is 0 by its place in the sequence.
func (c *Checker) Matters(ctx context.Context, p Phone, messages iter.Seq[Message]) (*PhoneReport, error) {
	if err := c.usable(); err != nil {
		return nil, err
	}
	type read struct {
		message matter.Message
		reading matter.Reading
		err     error
	}
	all := matter.Phone{
		Recipient: p.Recipient, Objected: p.Objected, Parser: c.Parser, Lenders: c.Lenders,
		Population: c.Population, Evidence: c.Evidence, Rules: c.Rules,
	}
	sequence := ordered.Count(ctx, messages)
	numbered := func(yield func(matter.Message) bool) {
		for m := range sequence.Draw {
			if isZero(all.Recipient) && sequence.Drawn() == 1 {
				all.Recipient = m.Recipient
			}
			if !yield(matter.Message{Number: cmp.Or(m.Number, sequence.Drawn()), ID: m.ID, Text: m.Text, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Facts: m.Facts}) {
				return
			}
		}
	}
	done := 0
	for r := range ordered.Map(ctx, numbered, func(m matter.Message) read {
		reading, err := all.Read(m)
		return read{m, reading, err}
	}) {
		if r.err != nil {
			all.AddUnreadable(r.message)
		} else {
			all.Add(r.reading)
		}
		if done++; p.Progress != nil {
			p.Progress(done)
		}
	}
	if !sequence.Are(done) {
		return nil, ctx.Err()
	}
	result := all.Matters()
	report := &PhoneReport{V: ReportVersion, Messages: result.Messages, Copies: result.Copies, Open: result.Open}
	for i := range result.Matters {
		report.Matters = append(report.Matters, c.report(&result.Matters[i], all.Recipient))
	}
	return report, nil
}

func isZero(p identity.Profile) bool { return p.Name == "" && p.ID.IsZero() && len(p.Phones) == 0 }

// report returns what a matter is and what to do about it.
func (c *Checker) report(m *matter.Matter, recipient identity.Profile) MatterReport {
	tables := c.Tables
	if tables == nil {
		tables = remedy.Builtin()
	}
	lang := cmp.Or(c.Lang, remedy.Chinese)
	var breaches []conduct.Breach
	for _, b := range m.Breaches {
		breaches = append(breaches, b.Breach)
	}
	r := MatterReport{Matter: *m}
	r.Steps = tables.StepsIn(remedy.Situation{
		Notice: &m.Notice, Recipient: recipient, Assessment: m.Assessment, Facts: m.Facts, Breaches: breaches, ReceivedAt: m.Last(),
	}, lang)
	r.Assessment.Headline = plain.Headline(m.Assessment, &m.Notice, r.Steps, lang)
	r.Assessment.Reason = plain.Reason(m.Assessment, lang)
	if len(m.Members) > 1 {
		r.Assessment.Headline, r.Assessment.Reason = plain.OfMany(r.Assessment.Headline), plain.OfMany(r.Assessment.Reason)
	}
	return r
}
