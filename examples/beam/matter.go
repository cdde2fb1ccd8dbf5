package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

func init() {
	register.DoFn4x1[context.Context, string, func(*line) bool, func(int, []byte), error](&matterFn{})
}

// matterFn joins the messages of each recipient to matters.
type matterFn struct {
	Lang    remedy.Lang
	Lenders []parser.Lender
	Reports output

	checker    *dunsms.Checker
	recipients beam.Counter
	messages   beam.Distribution // of a recipient
	words      words
	lines      replay // of a recipient
	reports    block  // of the bundle
}

func newMatterFn(o settings) *matterFn {
	return &matterFn{Lang: o.Lang, Lenders: o.Lenders, Reports: o.output(mattersName)}
}

// Setup builds the checker with the parser that the worker shares.
func (fn *matterFn) Setup() error {
	p, err := workerParser(fn.Lenders)
	if err != nil {
		return err
	}
	fn.checker = &dunsms.Checker{Parser: p, Lenders: fn.Lenders, Lang: fn.Lang}
	fn.recipients = beam.NewCounter(namespace, recipientMetric)
	fn.messages = beam.NewDistribution(namespace, recipientMessagesMetric)
	fn.words = words{}
	return nil
}

// StartBundle drops what a failed bundle has left.
func (fn *matterFn) StartBundle(func(int, []byte)) {
	fn.reports.drop()
	fn.reports.output = fn.Reports
}

// recipientReport is the JSON of a line: a recipient, and the report on all of their messages.
type recipientReport struct {
	Recipient identity.Profile `json:"recipient"`
	*dunsms.PhoneReport
}

// ProcessElement joins the messages of one recipient. It goes through them twice: the recipient
// must be known before the first message is weighed, and messages may disagree about them.
func (fn *matterFn) ProcessElement(ctx context.Context, who string, lines func(*line) bool, report func(int, []byte)) error {
	known := newProfiles()
	var came []mark
	fn.lines.reset()
	for l := (line{}); lines(&l); {
		m := messageOf(l.Data)
		known.add(m.Recipient)
		came = append(came, markOf(m))
		fn.lines.add(l.Data)
	}
	p := known.profile()
	r, err := fn.matters(ctx, p, numbersOf(came))
	if err != nil {
		return err
	}
	fn.recipients.Inc(ctx, 1)
	fn.messages.Update(ctx, int64(r.Messages))
	for i := range r.Matters {
		fn.words.word(ctx, matterMetric+string(r.Matters[i].Assessment.Verdict))
	}
	if len(r.Matters)+len(r.Open) == 0 {
		return nil // most phones have no debt
	}
	out, err := jsonl.Encode(recipientReport{p, r})
	if err != nil {
		return errors.New("the matters of a recipient cannot be written")
	}
	return fn.reports.add(ctx, line{File: who}, out, report)
}

// FinishBundle emits the block that is not full.
func (fn *matterFn) FinishBundle(ctx context.Context, report func(int, []byte)) error {
	return fn.reports.finish(ctx, report)
}

// matters streams the messages into the checker, which keeps those that may belong to a matter.
func (fn *matterFn) matters(ctx context.Context, p identity.Profile, numbers []int) (*dunsms.PhoneReport, error) {
	n := 0
	r, err := fn.checker.Matters(ctx, dunsms.Phone{Recipient: p}, func(yield func(dunsms.Message) bool) {
		for data := range fn.lines.all() {
			m := messageOf(data)
			m.Number = numbers[n]
			n++
			if !yield(m) {
				return
			}
		}
	})
	if err = cmp.Or(err, fn.lines.err); err != nil {
		return nil, fmt.Errorf("join the messages of a recipient: %w", err)
	}
	return r, nil
}

// messageOf returns the message of a line that was already read without an error.
func messageOf(data []byte) dunsms.Message {
	i, _ := jsonl.Decode(jsonl.Line{Data: data})
	// All times get one zone: which of several copies is shown depends on their order.
	if !i.ReceivedAt.IsZero() {
		i.ReceivedAt = i.ReceivedAt.In(china)
	}
	return i.Message
}
