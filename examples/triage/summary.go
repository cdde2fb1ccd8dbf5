package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/parser"
)

// summary counts what was answered.
type summary struct {
	begin    time.Time
	took     time.Duration
	counts   map[kindVerdict]int // messages by kind and verdict
	bad      int
	untimed  int            // messages whose time could not be read
	leftOut  map[string]int // by reason
	answered int            // messages answered; -only holds back the others

	// For a run by matter, in which answered counts matters.
	byMatter             bool
	read                 int // messages
	phones, copies, open int
	nobodys              bool // the owner of one of the phones is not known
	matters              map[classify.Verdict]int
}

// kindVerdict is the key by which messages are counted.
type kindVerdict struct {
	kind    parser.Kind
	verdict classify.Verdict
}

func newSummary() summary {
	return summary{begin: time.Now(), counts: map[kindVerdict]int{}, leftOut: map[string]int{}, matters: map[classify.Verdict]int{}}
}

// count counts one answer; the reply to an empty line counts nothing.
func (s *summary) count(r reply) {
	switch {
	case r.bad:
		s.bad++
	case r.leftOut != "":
		s.leftOut[r.leftOut]++
	case r.kept != nil:
		s.read++
		if r.untimed {
			s.untimed++
		}
	case r.kind != "":
		s.counts[kindVerdict{r.kind, r.verdict}]++
		if r.untimed {
			s.untimed++
		}
		if len(r.out) > 0 {
			s.answered++
		}
	}
}

// messages returns how many were read.
func (s summary) messages() (n int) {
	n = s.read
	for _, count := range s.counts {
		n += count
	}
	return n
}

// kinds returns the counts by kind, verdicts those by verdict.
func (s summary) kinds() map[parser.Kind]int {
	return sum(s.counts, func(k kindVerdict) parser.Kind { return k.kind })
}

func (s summary) verdicts() map[classify.Verdict]int {
	return sum(s.counts, func(k kindVerdict) classify.Verdict { return k.verdict })
}

// sum adds up counts by a part of their key.
func sum[W comparable](counts map[kindVerdict]int, part func(kindVerdict) W) map[W]int {
	sums := map[W]int{}
	for k, n := range counts {
		sums[part(k)] += n
	}
	return sums
}

// close stops the clock.
func (s *summary) close() { s.took = time.Since(s.begin) }

// String returns one line, such as
//
//	8 messages in 35ms, 229 a second: 5 overdue, 1 reminder, 1 receipt, 1 other; 0 genuine, 2 mistake, 0 identity_theft, 3 scam, 1 undetermined, 2 not_a_notice; 1 bad line
//
// or, by matter,
//
//	25 messages in 60ms, 410 a second: 2 phones, 6 matters: 1 genuine, 1 mistake, 1 identity_theft, 2 scam, 0 undetermined, 1 not_a_notice; 1 copied, 0 open; 2 bad lines
//
// followed by how many of them -only let through, how many were read without their time, and what
// was left out.
func (s summary) String() string {
	messages := s.messages()
	text := fmt.Sprintf("%s in %v, %.0f a second: ",
		plural(messages, "message"), s.took.Round(time.Millisecond), float64(messages)/max(s.took.Seconds(), 1e-6))
	counted := messages
	if s.byMatter {
		counted = 0
		for _, n := range s.matters {
			counted += n
		}
		text += fmt.Sprintf("%s, %s: %s; %d copied, %d open", plural(s.phones, "phone"), plural(counted, "matter"), tally(s.matters, jsonl.Verdicts...), s.copies, s.open)
	} else {
		text += tally(s.kinds(), jsonl.Kinds...) + "; " + tally(s.verdicts(), jsonl.Verdicts...)
	}
	text += "; " + plural(s.bad, "bad line")
	if s.answered < counted {
		text += fmt.Sprintf("; %d answered", s.answered)
	}
	if s.nobodys {
		text += "; it is not known whose phone this is: -recipient FILE tells, so that the person meant can be compared"
	}
	if s.untimed > 0 {
		text += fmt.Sprintf("; %d whose time could not be read with certainty", s.untimed)
	}
	if len(s.leftOut) > 0 {
		text += "; left out: " + tally(s.leftOut)
	}
	return text
}

// tally lists counts in the given order, then those of other words.
func tally[W ~string](counts map[W]int, order ...W) string {
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		if !slices.Contains(order, w) {
			order = append(order, w)
		}
	}
	var parts []string
	for _, w := range order {
		parts = append(parts, fmt.Sprintf("%d %s", counts[w], w))
	}
	return strings.Join(parts, ", ")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
