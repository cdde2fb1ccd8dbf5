package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	metric "github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// namespace is the namespace of the metrics.
const namespace = "dunsms"

// The metrics. A name that ends in an underscore is followed by a word of the JSON: kind_overdue,
// verdict_scam, bad_not_utf8.
const (
	filesMetric     = "files" // files read
	messagesMetric  = "messages"
	answersMetric   = "answers" // the messages that -only lets through
	kindMetric      = "kind_"
	verdictMetric   = "verdict_"
	badLinesMetric  = "bad_lines"
	badMetric       = "bad_"
	leftOutMetric   = "left_out_"
	untimedMetric   = "untimed"    // messages whose time could not be read
	latencyMetric   = "latency_us" // time to read, check and write one message
	lenderDayMetric = "lender_days"
	contactMetric   = "contacts"

	recipientMetric         = "recipients"         // recipients whose messages were joined
	recipientMessagesMetric = "recipient_messages" // messages of each recipient
	noRecipientMetric       = "no_recipient"       // messages that were not joined
	matterMetric            = "matter_"            // followed by the verdict
)

// metrics count what one answerFn answers.
type metrics struct {
	messages, answers, badLines beam.Counter
	latency                     beam.Distribution
	words
}

func newMetrics() metrics {
	return metrics{
		messages: beam.NewCounter(namespace, messagesMetric),
		answers:  beam.NewCounter(namespace, answersMetric),
		badLines: beam.NewCounter(namespace, badLinesMetric),
		latency:  beam.NewDistribution(namespace, latencyMetric),
		words:    words{},
	}
}

func (m metrics) count(ctx context.Context, r *dunsms.Report, answered, untimed bool, took time.Duration) {
	m.messages.Inc(ctx, 1)
	if untimed {
		m.word(ctx, untimedMetric)
	}
	if answered {
		m.answers.Inc(ctx, 1)
	}
	m.latency.Update(ctx, took.Microseconds())
	m.word(ctx, kindMetric+string(r.Notice.Kind))
	m.word(ctx, verdictMetric+string(r.Assessment.Verdict))
}

func (m metrics) countBad(ctx context.Context, code jsonl.Code) {
	m.badLines.Inc(ctx, 1)
	m.word(ctx, badMetric+string(code))
}

func (m metrics) countLeftOut(ctx context.Context, why jsonl.Reason) {
	m.word(ctx, leftOutMetric+strings.ReplaceAll(string(why), " ", "_"))
}

// words are counters by their full name, made when first needed.
type words map[string]beam.Counter

func (w words) word(ctx context.Context, name string) {
	c, ok := w[name]
	if !ok {
		c = beam.NewCounter(namespace, name)
		w[name] = c
	}
	c.Inc(ctx, 1)
}

// summary is what the metrics of a run say.
type summary struct {
	counts  map[string]int64
	latency metric.DistributionValue
	each    metric.DistributionValue // messages of a recipient
	rows    int64                    // the most rows of a table
	matters bool                     // whether matters were asked for
}

// summarize reads the metrics of a run. It uses committed values if the runner has them: these
// leave out what was done twice.
func summarize(results metric.Results, o settings) summary {
	s := summary{counts: map[string]int64{}, rows: int64(o.Rows), matters: o.Matters}
	all := results.Query(func(r metric.SingleResult) bool { return r.Namespace() == namespace })
	for _, c := range all.Counters() {
		s.counts[c.Name()] += c.Result()
	}
	for _, d := range all.Distributions() {
		switch d.Name() {
		case latencyMetric:
			s.latency = d.Result()
		case recipientMessagesMetric:
			s.each = d.Result()
		}
	}
	return s
}

// String returns one line, such as
//
//	2 files, 98 messages, 35 µs each (at most 410 µs): 60 overdue, 38 other; 4 mistake, 56 undetermined, 38 not_a_notice; bad lines: 2 bad_json; lender days: 9; contacts: 3
func (s summary) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d files, %d messages", s.counts[filesMetric], s.counts[messagesMetric])
	if s.latency.Count > 0 {
		fmt.Fprintf(&b, ", %d µs each (at most %d µs)", s.latency.Sum/s.latency.Count, s.latency.Max)
	}
	if n := s.counts[answersMetric]; n < s.counts[messagesMetric] {
		fmt.Fprintf(&b, ", %d of them answered", n)
	}
	if s.counts[messagesMetric] > 0 {
		fmt.Fprintf(&b, ": %s; %s", s.words(kindMetric), s.words(verdictMetric))
	}
	if n := s.counts[untimedMetric]; n > 0 {
		fmt.Fprintf(&b, "; %d whose time could not be read with certainty", n)
	}
	if words := s.words(leftOutMetric); words != "" {
		fmt.Fprintf(&b, "; left out: %s", words)
	}
	fmt.Fprintf(&b, "; bad lines: %s; lender days: %s; contacts: %s", cmp.Or(s.words(badMetric), "0"), s.table(lenderDayMetric), s.table(contactMetric))
	if s.matters {
		fmt.Fprintf(&b, "; recipients: %d (at most %d messages each), messages without: %d; matters: %s",
			s.counts[recipientMetric], s.each.Max, s.counts[noRecipientMetric], cmp.Or(s.words(matterMetric), "0"))
	}
	return b.String()
}

// table says how many rows a table has, and whether it was cut.
func (s summary) table(name string) string {
	if n := s.counts[name]; n > s.rows {
		return fmt.Sprintf("%d (the first %d are written)", n, s.rows)
	}
	return fmt.Sprint(s.counts[name])
}

// words lists the counts of the words after a prefix, the most frequent first.
func (s summary) words(prefix string) string {
	var names []string
	for name := range s.counts {
		if strings.HasPrefix(name, prefix) && name != badLinesMetric {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if c := s.counts[b] - s.counts[a]; c != 0 {
			return int(c)
		}
		return strings.Compare(a, b)
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%d %s", s.counts[name], strings.TrimPrefix(name, prefix))
	}
	return strings.Join(names, ", ")
}
