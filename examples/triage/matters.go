package main

import (
	"context"
	"iter"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/phones"
	"github.com/dunsms/dunsms/parser"
)

// matterLine is the JSON of a matter. Messages are identified by their lines.
type matterLine struct {
	V     int `json:"v"`     // dunsms.ReportVersion
	Phone int `json:"phone"` // from 1, by its first message
	dunsms.MatterReport
	Places []place `json:"places,omitempty"` // if there are several files
}

// mattersEnd is the JSON that ends the matters.
type mattersEnd struct {
	V        int        `json:"v"`
	Phones   int        `json:"phones"`
	Messages int        `json:"messages"`
	Copies   int        `json:"copies,omitempty"`
	Matters  int        `json:"matters"`        // found in all
	Written  int        `json:"written"`        // written out of these; the others are left out
	Open     []openLine `json:"open,omitempty"` // messages about which something could not be settled
}

// openLine is a message about which something could not be settled.
type openLine struct {
	Phone int `json:"phone"`
	matter.Open
	Place *place `json:"place,omitempty"`
}

// foundMatter is a matter with the phone on which it was found.
type foundMatter struct {
	phone   int
	report  *dunsms.MatterReport
	of      *phones.Phone
	places  *places
	several bool // there are other phones
}

// gatherer returns the function that keeps the messages of lines and answers bad lines. The
// function may be called from many goroutines.
func gatherer(s settings, c *dunsms.Checker) func(line) reply {
	w := rendererOf(s, c)
	return each(func(l line, i jsonl.Item, bad *jsonl.Error, out *reply) {
		if bad == nil && (len(i.Text) > parser.MaxBytes || !utf8.ValidString(i.Text)) {
			_, bad = jsonl.Check(c, l.Number, i.Message)
		}
		if bad != nil {
			out.bad = true
			out.out, out.err = w.bad(l.Number, i.ID, bad)
			return
		}
		if !jsonl.HasRecipient(i.Message) {
			i.Recipient = s.me
		}
		out.untimed = i.Untimed
		out.kept = &phones.Message{Message: i.Message, Line: l.Number, Size: l.Size}
		out.size = 0 // it counts as progress only when it is read
	})
}

// matters reads the messages that were gathered, phone by phone, and writes their matters.
func (o *output) matters(ctx context.Context, s settings, c *dunsms.Checker, where *places, e *evidence) error {
	end := mattersEnd{V: dunsms.ReportVersion, Phones: o.phones.Len()}
	o.summary.phones = end.Phones
	number := 0
	for p := range o.phones.Phones() {
		number++
		o.summary.nobodys = o.summary.nobodys || p.Recipient.Name == "" && p.Recipient.ID.IsZero()
		known := dunsms.Phone{Recipient: p.Recipient, Progress: func(read int) { o.bar.advance(p.Messages[read-1].Size) }}
		r, err := c.Matters(ctx, known, messagesOf(&p))
		if err != nil {
			return err
		}
		end.Messages, end.Copies = end.Messages+r.Messages, end.Copies+r.Copies
		for _, open := range r.Open {
			l := openLine{number, open, where.of(open.Message)}
			end.Open = append(end.Open, l)
			o.page.addOpen(l)
		}
		for i := range r.Matters {
			f := &foundMatter{number, &r.Matters[i], &p, where, end.Phones > 1}
			end.Matters++
			o.summary.matters[f.report.Assessment.Verdict]++
			if !s.lets(f.report) {
				continue
			}
			end.Written++
			if err := o.matter(f, e); err != nil {
				return err
			}
		}
	}
	o.summary.copies, o.summary.open, o.summary.answered = end.Copies, len(end.Open), end.Written
	if o.table != nil {
		return nil // the summary says the same
	}
	return o.line(end)
}

// matter writes one matter to all outputs.
func (o *output) matter(f *foundMatter, e *evidence) error {
	if err := e.write(f); err != nil {
		return err
	}
	o.page.addMatter(f)
	if o.table != nil {
		return o.write(o.table.matter(f))
	}
	return o.line(matterLine{dunsms.ReportVersion, f.phone, *f.report, f.places.all(f.report)})
}

// line writes the JSON of v.
func (o *output) line(v any) error {
	data, err := jsonl.Encode(v)
	if err != nil {
		return err
	}
	return o.write(data)
}

// messagesOf yields the messages of a phone.
func messagesOf(p *phones.Phone) iter.Seq[dunsms.Message] {
	return func(yield func(dunsms.Message) bool) {
		for _, m := range p.Messages {
			m.Message.Number = m.Line
			if !yield(m.Message) {
				return
			}
		}
	}
}

// lets reports whether a matter is to be written. One with the verdict NotANotice is only if asked
// for.
func (s *settings) lets(m *dunsms.MatterReport) bool {
	if len(s.only) > 0 {
		return s.only.Lets(&dunsms.Report{Notice: m.Notice, Assessment: m.Assessment})
	}
	return s.all || m.Assessment.Verdict != classify.NotANotice
}

// byMatter is process for -matters: bad lines are answered as they come, matters when everything
// is read.
func (o *output) byMatter(ctx context.Context, s settings, c *dunsms.Checker, in input, e *evidence) error {
	o.summary.byMatter = true
	in.places = new(places)
	if err := process(ctx, in.lines(), gatherer(s, c), o); err != nil {
		return err
	}
	if err := o.matters(ctx, s, c, in.places, e); err != nil {
		return err
	}
	return o.flush()
}
