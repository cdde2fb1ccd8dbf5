package dunsms

import (
	"cmp"
	"context"
	"fmt"
	"iter"

	"github.com/dunsms/dunsms/internal/ordered"
)

// CheckAll checks messages on all cores and yields the reports in their order, whether or not more
// come, a few at a time where many wait. It keeps a bounded number of messages, and no goroutine when
// it ends.
//
// A message that cannot be read ends nothing: in its place comes a nil report with a
// *[MessageError], and then the next. If ctx is done before all are drawn and answered, the last
// pair is nil with the error of ctx. If the Checker is not usable that error, of [Checker.Check], is all
// that comes.
//
// The messages are drawn from another goroutine, some ahead. A loop that is left early, and a
// ctx that is done, wait for the message that is being drawn: messages that come from a network
// have to heed ctx as well. A panic of messages comes to the loop, after what they gave before.
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
	Number int   // the message's own, or its place, from 1
	Err    error // of Check: a *parser.Error
}

// Error returns the number and the error.
func (e *MessageError) Error() string { return fmt.Sprintf("dunsms: message %d: %v", e.Number, e.Err) }

// Unwrap returns Err.
func (e *MessageError) Unwrap() error { return e.Err }
