package dunsms

import (
	"cmp"
	"context"
	"fmt"
	"iter"

	"github.com/dunsms/dunsms/internal/ordered"
)

// CheckAll checks messages on all cores and yields their reports in order. No report waits for
// further messages; where many messages wait, reports come a few at a time. CheckAll holds a
// bounded number of messages and leaves no goroutine behind.
//
// A message that cannot be read does not end the loop: it yields a nil report with a
// *[MessageError]. If ctx is done before all messages are drawn and answered, the last pair is nil
// with ctx.Err(). If the Checker is not usable, the only pair is nil with the error that
// [Checker.Check] would return.
//
// The messages are drawn in another goroutine, some ahead of the reports. When the loop is left
// early or ctx is done, CheckAll waits for the message being drawn, so a sequence that reads from a
// network must heed ctx too. A panic in messages is raised in the loop, after the reports of the
// messages before it.
func (c *Checker) CheckAll(ctx context.Context, messages iter.Seq[Message]) iter.Seq2[*Report, error] {
	type answer struct {
		number int
		report *Report
		err    error
	}
	return func(yield func(*Report, error) bool) {
		if err := c.usable(); err != nil {
			yield(nil, err)
			return
		}
		all := ordered.Count(ctx, messages)
		answered := 0
		for a := range ordered.Map(ctx, all.Draw, func(m Message) answer {
			r, err := c.Check(m)
			return answer{m.Number, r, err}
		}) {
			answered++
			if a.err != nil {
				a.err = &MessageError{cmp.Or(a.number, answered), a.err}
			}
			if !yield(a.report, a.err) {
				return
			}
		}
		if !all.Are(answered) {
			yield(nil, ctx.Err())
		}
	}
}

// MessageError says which of many messages could not be read, and why. It holds nothing of the
// message.
type MessageError struct {
	Number int   // Message.Number, or its place if that is 0, from 1
	Err    error // the *parser.Error of Check
}

// Error returns the number and the error.
func (e *MessageError) Error() string { return fmt.Sprintf("dunsms: message %d: %v", e.Number, e.Err) }

// Unwrap returns Err.
func (e *MessageError) Unwrap() error { return e.Err }
