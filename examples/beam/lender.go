package main

import (
	"cmp"
	"context"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
)

func init() {
	register.Function2x2(byLenderDay)
	register.DoFn3x2[context.Context, lenderDay, func(*tally) bool, row, error](&lenderRowFn{})
	register.Iter1[tally]()
}

// lenderDay is a lender and a day on which messages in its name came.
type lenderDay struct {
	Lender string // the institution if known, else as the message writes it
	Day    string // 2026-03-01 in China, or "" if not known
}

// lenderCell is the key of messages that are counted together.
type lenderCell struct {
	LenderDay     lenderDay
	Kind, Verdict string
	Denied        bool
}

// tally is the count of some of the messages of a lenderDay.
type tally struct {
	Kind, Verdict string
	Denied        bool
	Messages      int64
}

// china is the time zone of all messages.
var china = time.FixedZone("UTC+8", 8*60*60)

// cellOf returns the cell in which a message is counted, false if it names no lender.
func cellOf(m dunsms.Message, r *dunsms.Report) (lenderCell, bool) {
	l := r.Notice.Lender
	if l == nil {
		return lenderCell{}, false
	}
	c := lenderCell{
		LenderDay: lenderDay{Lender: cmp.Or(l.Canonical, l.Text)},
		Kind:      string(r.Notice.Kind),
		Verdict:   string(r.Assessment.Verdict),
		Denied:    m.Facts.HasAccount == classify.No || m.Facts.LenderConfirms == classify.No,
	}
	if !m.ReceivedAt.IsZero() {
		c.LenderDay.Day = m.ReceivedAt.In(china).Format(time.DateOnly)
	}
	return c, true
}

// lenderRows turns the messages' cells into a row for each lender and day.
func lenderRows(s beam.Scope, cells beam.PCollection) beam.PCollection {
	tallies := beam.ParDo(s, byLenderDay, stats.SumPerKey(s, cells))
	return beam.ParDo(s, &lenderRowFn{}, beam.GroupByKey(s, tallies))
}

func byLenderDay(c lenderCell, messages int64) (lenderDay, tally) {
	return c.LenderDay, tally{c.Kind, c.Verdict, c.Denied, messages}
}

// lenderCounts is the JSON of a row.
type lenderCounts struct {
	Lender   string           `json:"lender"`
	Day      string           `json:"day,omitempty"`
	Messages int64            `json:"messages"`
	Denials  int64            `json:"denials"` // the recipient or the lender itself says that there is no such debt
	Kinds    map[string]int64 `json:"kinds"`
	Verdicts map[string]int64 `json:"verdicts"`
}

// lenderRowFn makes rows, ranked so that most denials come first: many on one day point to the
// lender's own system.
type lenderRowFn struct{ days beam.Counter }

// Setup makes the counter of the rows.
func (fn *lenderRowFn) Setup() { fn.days = beam.NewCounter(namespace, lenderDayMetric) }

// ProcessElement makes the row of one lender and day.
func (fn *lenderRowFn) ProcessElement(ctx context.Context, key lenderDay, tallies func(*tally) bool) (row, error) {
	c := lenderCounts{Lender: key.Lender, Day: key.Day, Kinds: map[string]int64{}, Verdicts: map[string]int64{}}
	for t := (tally{}); tallies(&t); {
		c.Messages += t.Messages
		c.Kinds[t.Kind] += t.Messages
		c.Verdicts[t.Verdict] += t.Messages
		if t.Denied {
			c.Denials += t.Messages
		}
	}
	fn.days.Inc(ctx, 1)
	return newRow(c, c.Denials, c.Messages)
}
