package main

import (
	"context"
	"fmt"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/parser"
)

func init() {
	register.DoFn7x1[context.Context, line, func(int, []byte), func(int, []byte), func(lenderCell, int64), func(sighting, reach), func(string, line), error](&answerFn{})
}

// answerFn answers lines and counts them.
type answerFn struct {
	Only    jsonl.Filter
	Lang    remedy.Lang
	Lenders []parser.Lender
	Answers output
	Bad     output
	Key     []byte // the run's secret, under which recipients are told apart
	Matters bool   // messages are also wanted by recipient

	checker      *dunsms.Checker
	metrics      metrics
	answers, bad block // of the bundle
	counts       counts
}

func newAnswerFn(o settings) *answerFn {
	return &answerFn{
		Only: o.Only, Lang: o.Lang, Lenders: o.Lenders, Key: o.Key, Matters: o.Matters,
		Answers: o.output(answersName), Bad: o.output(badName),
	}
}

// Setup builds the checker with the parser that the worker shares.
func (fn *answerFn) Setup() error {
	p, err := workerParser(fn.Lenders)
	if err != nil {
		return err
	}
	fn.checker = &dunsms.Checker{Parser: p, Lenders: fn.Lenders, Lang: fn.Lang}
	fn.metrics = newMetrics()
	return nil
}

// StartBundle drops what a failed bundle has left.
func (fn *answerFn) StartBundle(_, _ func(int, []byte), _ func(lenderCell, int64), _ func(sighting, reach), _ func(string, line)) {
	fn.answers.drop()
	fn.bad.drop()
	fn.answers.output, fn.bad.output = fn.Answers, fn.Bad
	fn.counts = newCounts()
}

// badLine is the answer to a line that was not read. It says where the line is and quotes nothing
// of it except the message's ID, if that was read.
type badLine struct {
	File string `json:"file"`
	jsonl.Answer
}

// ProcessElement answers one line.
func (fn *answerFn) ProcessElement(
	ctx context.Context, l line, answer, bad func(int, []byte), cell func(lenderCell, int64), seen func(sighting, reach), got func(string, line),
) error {
	begin := time.Now()
	i, lineErr := jsonl.Decode(jsonl.Line{Number: l.Number, Data: l.Data, TooLong: l.TooLong})
	if lineErr == nil && i.LeftOut != "" {
		fn.metrics.countLeftOut(ctx, i.LeftOut)
		return nil
	}
	m := i.Message
	var r *dunsms.Report
	if lineErr == nil {
		r, lineErr = jsonl.Check(fn.checker, l.Number, m)
	}
	if lineErr != nil {
		out, err := jsonl.Encode(badLine{l.File, jsonl.ErrorAnswer(l.Number, m.ID, lineErr)})
		if err != nil {
			return l.unwritten()
		}
		fn.metrics.countBad(ctx, lineErr.Code)
		return fn.bad.add(ctx, l, out, bad)
	}
	var out []byte
	if fn.Only.Lets(r) {
		var err error
		if out, err = jsonl.Encode(jsonl.AnswerOf(m, r, false)); err != nil {
			return l.unwritten()
		}
	}
	if c, ok := cellOf(m, r); ok {
		fn.counts.cells[c]++
	}
	for _, c := range contactsOf(&r.Notice) {
		fn.counts.see(sighting{Contact: c, Recipient: recipientOf(fn.Key, m.Recipient)}, reachOf(r))
	}
	if fn.counts.full() {
		fn.counts.flush(cell, seen)
	}
	if fn.Matters {
		if who := ownerOf(fn.Key, m.Recipient); who != "" {
			got(who, l)
		} else {
			fn.metrics.word(ctx, noRecipientMetric)
		}
	}
	fn.metrics.count(ctx, r, len(out) > 0, i.Untimed, time.Since(begin))
	return fn.answers.add(ctx, l, out, answer)
}

// FinishBundle emits the counts and the blocks that are not full.
func (fn *answerFn) FinishBundle(
	ctx context.Context, answer, bad func(int, []byte), cell func(lenderCell, int64), seen func(sighting, reach), _ func(string, line),
) error {
	fn.counts.flush(cell, seen)
	if err := fn.answers.finish(ctx, answer); err != nil {
		return err
	}
	return fn.bad.finish(ctx, bad)
}

// unwritten returns the error for an answer that cannot be encoded. The error of encoding/json may
// quote it.
func (l line) unwritten() error {
	return fmt.Errorf("the answer to line %d of %s cannot be written", l.Number, l.File)
}
